-- The last resort is offered once A and B are used up: by then calm is 50.
scenario "When nothing else is on offer" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) Well?"
  you "A" { when = "calm >= 50", mood = "calm -10", go = "hub" } --> W155 always true
  you "B" { when = "calm <= 60", mood = "calm +10", go = "hub" } --> W155 always true
  you "C" { fallback = true, go = "good" }
  you "D" { fallback = true, go = "never", when = "calm > 60" } --> W151 never holds
outcome "good" { title = "Good", rating = "strong" }
outcome "never" { title = "Never", rating = "weak" } --> E150 never
