scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
ann is person "Ann" {}   --> E001 Write ann = person "Ann"
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
