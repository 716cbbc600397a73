-- It drifts back to 50 by 10 after each reply: +9 is lost, +15 leaves 55.
scenario "Drifting" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, drift = "toward 50 by 10", low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) Well?"
  you "A little" { mood = "calm +9", again = true, go = "hub" }
  you "More" { mood = "calm +15", go = "after" }
moment "after"
  sam "(flat) Well?"
  you "Out" { go = "good", when = "calm == 55" } --> W155 always true
  you "Up" { go = "top", when = "calm > 55" } --> W151 never holds
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "top" { title = "Top", rating = "mixed" } --> E150 top
  sam "Thanks."
