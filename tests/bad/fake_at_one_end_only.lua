-- At 100 both replies leave calm where it is; at 10 they do not.
scenario "Ends" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 90, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "Harsh" { mood = "calm -80", thinks = "How rude.", go = "next" }
  you "Kind" { mood = "calm +20", go = "next" }
moment "next"
  sam "(flat) And?"
  you "Good" { mood = "calm +20", go = "end" }
  you "Better" { mood = "calm +15", go = "end" }
outcome "end" { title = "End" } --> none
  sam "Bye."
