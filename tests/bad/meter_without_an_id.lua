scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
calm = meter { start = 50, low = "upset" }   --> E105 Write meter "calm" { ... }
flag { "called" }                            --> E105 Write flag "called".
moment "start"
  sam "Hello."
  sam "Still there?" { when = "calm > 10 and not called" }
  you "Yes." { mood = "calm +5", go = "kept" }
  you "No." { mood = "calm -5", go = "lost" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
