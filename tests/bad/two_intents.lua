scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +5", intent = "ask, listen", go = "kept" }   --> E101 one intent
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
