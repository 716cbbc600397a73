scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
use "customer" { on_leaving = 5 }   --> E101 '5'
moment "start"
  you "Yes, 5." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
