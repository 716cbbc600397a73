scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" 50   --> E001 start = 50
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
