-- A moment without a go is fine while it is visited, and a dead end when gone to.
scenario "Both" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  visit "aside"
  sam "(flat) Hello."
  you "On" { mood = "calm +1", go = "good" }
  you "Aside" { mood = "calm -1", go = "aside" }
moment "aside" --> E102 start/aside
  sam "(flat) By the way."
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
