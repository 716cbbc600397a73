-- The lowest of all is kept: after the fall it never gets above 30 again.
scenario "Lowest" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "Fall" { mood = "calm -20", go = "b" }
  you "Rise" { mood = "calm +20", go = "b" }
moment "b"
  sam "(flat) And now?"
  you "Up" { mood = "calm +40", thinks = "At last.", go = "c" }
moment "c"
  go "x" { when = "lowest(calm) <= 30" }
  go "y" { when = "lowest(calm) == 50" } --> W155 always true
  go "z" --> W152 leads away
outcome "x" { title = "X", rating = "weak" }
  sam "Thanks."
outcome "y" { title = "Y", rating = "strong" }
  sam "Thanks."
outcome "z" { title = "Z", rating = "weak" } --> E150 z
  sam "Bye."
