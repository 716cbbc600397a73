-- 80 is reached with the third reply; the fourth is taken by the clock.
scenario "Time is up before it helps" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
rule "time up" { when = "turn >= 4", go = "late" }
moment "hub"
  sam "(flat) Well?"
  you "Help" { mood = "calm +10", go = "hub", again = true }
  you "Out" { go = "good", when = "calm >= 80" } --> W152 a rule always leads elsewhere
outcome "good" { title = "Good", rating = "strong" } --> E150 good
outcome "late" { title = "Late", rating = "weak" }
