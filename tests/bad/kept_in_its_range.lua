-- A meter stops at its ends: 95 + 10 is 100, so 100 - 10 is not 95.
scenario "Ends" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 95, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "Up" { mood = "calm +10, calm -10", go = "b" }
  you "Down" { mood = "calm -10, calm +10", go = "b" }
moment "b"
  go "x" { when = "calm == 95" }
  go "y" { when = "calm == 90" } --> W155 always true
  go "z" --> W152 leads away
outcome "x" { title = "X", rating = "strong" }
  sam "Thanks."
outcome "y" { title = "Y", rating = "mixed" }
  sam "Thanks."
outcome "z" { title = "Z", rating = "weak" } --> E150 z
  sam "Bye."
