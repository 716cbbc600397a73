-- B closes C, and D wants both: A, B leaves nothing. C, A, B is the way.
scenario "Used up in the wrong order" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) Well?"
  you "A" { go = "hub" } --> E154 hub/b
  you "B" { when = "seen('hub/a')", go = "hub" }
  you "C" { when = "not seen('hub/b')", mood = "calm +1", go = "hub" }
  you "D" { when = "seen('hub/b') and seen('hub/c')", go = "good" }
outcome "good" { title = "Good", rating = "strong" }
