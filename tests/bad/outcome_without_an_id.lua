scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +5", go = "kept" }
  you "No." { mood = "calm -5", go = "lost" }
outcome { title = "Kept" }   --> E105 Write its id before the braces
  sam "(warm) Thanks."
  debrief "Well done."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
