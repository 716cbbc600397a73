scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +5", go = "kept" }
  you "No." { mood = "calm -5", go = "lost" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
renamed { old = "kpet" }       --> E101 kept
renamed { other = 5 }          --> E101 the id that it has today
renamed { a = "b", b = "a" }   --> E101 in a circle
renamed { c = "d", d = "kept" }
