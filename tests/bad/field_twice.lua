scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +5", mood = "calm +2", go = "kept" }   --> E103 twice
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
