scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { initial = 50, low = "upset" }   --> E104 Write start = 50
meter "trust" { from = 0, low = "none" }       --> E104 Write min = 0
moment "start"
  you "Yes." { mood = "calm +5, trust +1", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
