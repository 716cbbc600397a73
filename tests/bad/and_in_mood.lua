scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +5 and calm -3", go = "kept" }   --> E130 comma in place
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
