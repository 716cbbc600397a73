scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { again = true, mood = "calm -2", go = "start" }   --> E157 Write a reply here that leads out
  you "No." { again = true, mood = "calm -1", go = "start" }
outcome "kept" { title = "Kept" }   --> E150 Write go = "kept"
  sam "(warm) Thanks."
