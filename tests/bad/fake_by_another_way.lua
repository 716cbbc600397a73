-- One goes straight on, the other through a moment that shows nothing and takes back what was won.
scenario "Way" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "One" { mood = "calm +10", go = "between" } --> W163
  you "Two" { go = "next" }
moment "between"
  mood "calm -10"
  go "next"
moment "next"
  sam "(flat) And?"
  you "Thanks" { mood = "calm +1", go = "end" }
  you "Well" { mood = "calm -1", go = "end" }
outcome "end" { title = "End" }
  sam "Bye."
