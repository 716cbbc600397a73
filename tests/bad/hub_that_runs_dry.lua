-- Every reply can be given once: when all are, nothing is on offer and nothing follows.
scenario "Dry" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) Well?"
  you "One" { mood = "calm +1", go = "hub" } --> E154 two
  you "Two" { mood = "calm -1", go = "hub" }
  you "Out" { go = "good", when = "calm > 50" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
