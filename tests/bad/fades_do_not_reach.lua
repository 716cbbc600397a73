-- 10 + 5 + 2.5 + ... : from 50, with halves rounded away, 70 at most.
scenario "Fading" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
intent "soothe" { mood = "calm +10", fades = 0.5 }
moment "hub"
  sam "(flat) Well?"
  you "There, there" { intent = "soothe", again = true, go = "hub" }
  you "Out" { go = "good", when = "calm >= 70" }
  you "Up" { go = "top", when = "calm >= 71" } --> W151 never holds
  you "Off" { go = "bad" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "top" { title = "Top", rating = "strong" } --> E150 top
  sam "Thanks."
outcome "bad" { title = "Bad", rating = "weak" }
  sam "Bye."
