-- An ending has been seen when its words are said; calm is 60 or 40, then one more.
scenario "Last words of an ending" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) Well?"
  you "A" { mood = "calm +10", go = "good" }
  you "B" { mood = "calm -10", go = "good" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Sure." { when = "seen(good)" } --> W155 always true
  sam "Never." { when = "calm == 50" } --> W153 never
  sam "One." { when = "calm == 60" }
  sam "Two." { when = "calm == 61" } --> W153 never
  mood "calm +1"
  sam "Three." { when = "calm == 61" }
  debrief "Four." { when = "calm == 41" }
  debrief "Five." { when = "calm > 41 or calm < 42" } --> W155 always true
  debrief "Six." { when = "calm == 50" } --> W153 never
