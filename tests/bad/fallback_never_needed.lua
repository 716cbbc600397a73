-- The way out of last resort is never needed: something is always on offer before it.
scenario "Fallback" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) Well?"
  you "Mm" { again = true, mood = "calm -1", go = "hub" }
  you "Out" { go = "good" }
  you "Sorry, I have to go" { fallback = true, go = "bad" } --> W151 always on offer
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "bad" { title = "Bad", rating = "weak" } --> E150 bad
  sam "Bye."
