scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
flag "knows why" "she said it"   --> E105 "knows_why"
moment "start"
  set "knows_why"   --> E101 knows why
  sam "Hello."
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
