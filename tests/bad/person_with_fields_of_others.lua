scenario "A talk" { minutes = 1 }
sam = customer "Sam" { age = 40,   --> E104 portrait = { age
  name = "Sam Hill" }               --> E104 customer "Sam Hill"
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +5", go = "kept" }
  you "No." { mood = "calm -5", go = "lost" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
