-- Only the nod is free: what drifts back gains nothing, and the gift costs.
scenario "What drifts back is not free" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
meter "trust" { start = 20, drift = "toward 20 by 3", low = "none", high = "all" }
meter "cost" { start = 0, max = 10, low = "none", high = "much" }
moment "hub"
  sam "(flat) Well?"
  you "Nod" { mood = "calm +1", again = true, go = "hub" } --> W173 calm
  you "It drifts" { mood = "trust +3", again = true, go = "hub" }
  you "It costs" { mood = "trust +9, cost +1", again = true, go = "hub" }
  you "Out" { go = "good" }
outcome "good" { title = "Good", rating = "strong" }
