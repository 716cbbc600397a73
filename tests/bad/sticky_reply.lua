scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +5", sticky = true, go = "kept" }   --> E104 again = true
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
