-- The go inside the visit comes back nowhere: what follows the visit never happens.
scenario "Leaving" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  visit "aside"
  sam "(flat) Back again." --> W153 leads away
  go "bad" --> W152 leads away
moment "aside"
  sam "(flat) By the way."
  you "Yes" { mood = "calm +1", go = "good" }
  you "No" { mood = "calm -1", go = "good" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "bad" { title = "Bad", rating = "weak" } --> E150 bad
  sam "Bye."
