scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  you "Yes." { id = "kept", mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }   --> E103 also on line 5
  sam "(warm) Thanks."
