-- It drifts back by 3: +2 leaves 20, +4 leaves 21, +5 leaves 22 (27 from there: 22 + 4 - 3 = 23).
scenario "Fades and drift do not reach" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
meter "trust" { start = 20, drift = "toward 20 by 3", low = "none", high = "all" }
moment "hub"
  sam "(flat) Well?"
  you "A little" { mood = "trust +2, calm -1", again = true, go = "hub" }
  you "More" { mood = "trust +4", go = "hub" }
  you "Much" { mood = "trust +5", go = "hub" }
  you "In" { go = "good", when = "trust >= 23" }
  you "Out" { go = "top", when = "trust >= 24" } --> W151 never holds
  you "Off" { go = "bad" }
outcome "good" { title = "Good", rating = "mixed" }
outcome "top" { title = "Top", rating = "strong" } --> E150 top
outcome "bad" { title = "Bad", rating = "weak" }
