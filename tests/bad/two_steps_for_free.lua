-- Round in two steps, and warmer each time; the other circle costs something.
scenario "Free" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
meter "trust" { start = 50, low = "none", high = "all", shows = "warmth" }
moment "hub"
  sam "(flat) Well?"
  you "Ask" { again = true, go = "told" } --> W173 calm
  you "Praise" { again = true, mood = "trust +5, calm -1", go = "hub" }
  you "Out" { go = "good" }
moment "told"
  sam "(flat) That."
  you "Good" { again = true, mood = "calm +2", go = "hub" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
