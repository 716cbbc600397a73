scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "how calm" { start = 50, low = "upset" }    --> E105 "how_calm"
flag "called-back" "You called back"              --> E105 "called_back"
moment "start"
  sam "Hello."
  sam "Still there?" { when = "how calm > 10 and not called-back" }
  you "Yes." { mood = "how calm +5", go = "kept" }
  you "No." { set = "called-back", go = "lost" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
