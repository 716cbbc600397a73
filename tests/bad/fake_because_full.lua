-- Other words and other amounts, but calm is full either way.
scenario "Full" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 90, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "Good" { mood = "calm +20", go = "end" } --> W163
  you "Better" { mood = "calm +15", go = "end" }
outcome "end" { title = "End" }
  sam "Bye."
