-- Whoever shuts the door without the key can only knock.
scenario "The key was left behind" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
flag "key" "the key is taken"
moment "hub"
  sam "(flat) Well?"
  you "Take the key" { set = "key", go = "hub" }
  you "Shut the door" { mood = "calm -1", go = "shut" }
moment "shut"
  you "Open" { when = "key", go = "good" } --> E157 shut-the-door
  you "Knock" { again = true, go = "shut" }
outcome "good" { title = "Good", rating = "strong" }
