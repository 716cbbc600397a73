--> 7 E001 go "moment"
scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  goto kept
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
