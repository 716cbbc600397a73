scenario { title = "A talk", minutes = 1 }   --> E105 Write scenario "A talk" { ... }
sam = customer { name = "Sam" }              --> E105 Write sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  cue { "sighs", kind = "breath" }   --> E105 Write cue "sighs" { ... }
  hold { seconds = 5, go = "kept" }  --> E105 Write words before the braces
  you "Yes." { mood = "calm +5", go = "kept" }
  you "No." { mood = "calm -5", go = "lost" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
