scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +10%", go = "kept" }   --> E130 plain numbers: calm +10
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
