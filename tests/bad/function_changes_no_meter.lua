scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { mood = function(c) return { clam = 5 } end, go = "kept" }   --> W180 'calm'
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
