-- The rule's go drops visit and go: calm is never below 50 where the visit is.
scenario "A rule drops the visit" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
rule "away" { when = "now(hit)", go = "left", why = "She leaves." }
moment "hub"
  sam "(flat) Well?"
  you "Hit" { id = "hit", mood = "calm -1", visit = "aside", go = "x" } --> W152 The visit of 'aside'
  you "Miss" { visit = "aside", go = "y" }
moment "aside"
  sam "(cold) That hurt." { when = "calm < 50" } --> W153 never
  you "On"
outcome "left" { title = "Left", rating = "weak" }
outcome "x" { title = "X", rating = "strong" } --> E150 'x'
outcome "y" { title = "Y", rating = "strong" }
