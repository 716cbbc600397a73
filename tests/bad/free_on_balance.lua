-- Round once: 3 up, 2 down. What comes back on the way is no price; halves count, too. What falls
-- elsewhere is a price, also where the meter that falls is at its end already.
scenario "Balance" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
meter "trust" { start = 50, low = "none", high = "all", shows = "warmth" }
meter "pride" { start = 0, low = "none", high = "all", shows = "engagement" }
moment "hub"
  sam "(flat) Well?"
  you "Up" { mood = "calm +3", go = "down", again = true } --> W173 calm
  you "Halves" { mood = "trust +2.5", go = "halves", again = true }
  you "Pay" { mood = "trust +5, pride -1", go = "pay", again = true }
  you "Out" { go = "good", mood = "pride +1" }
moment "down"
  sam "(flat) And?"
  you "Down" { mood = "calm -2", go = "hub", again = true }
moment "halves"
  you "Halves" { mood = "trust -1.5", go = "halves", again = true }
  you "More halves" { mood = "trust +1.5", go = "halves", again = true } --> W173 trust
  you "Enough" { go = "good" }
moment "pay"
  you "Pay" { mood = "trust +5, pride -1", go = "pay", again = true }
  you "Enough" { go = "good" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
