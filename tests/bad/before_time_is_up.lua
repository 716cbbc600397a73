-- A reply takes 8.4 seconds: half a minute is never over before the fourth.
scenario "Time" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "a"
  you "One" { mood = "calm +1", go = "b" }
  you "Eins" { mood = "calm -1", go = "b" }
moment "b"
  you "Two" { go = "c" }
moment "c"
  go "late" { when = "seconds >= 17" } --> W152 late
  go "good"
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "late" { title = "Late", rating = "weak" } --> E150 late
  sam "Bye."
