-- The first rule always happens, and its go is the first: nobody comes to 'high' or out.
scenario "Round" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
rule "down" { when = "calm > 20", mood = "calm -10", go = "low" } --> W155 always true
rule "up" { when = "calm <= 20", mood = "calm +30", go = "high" }
moment "start"
  sam "(flat) Hello."
  you "Hi" { go = "out", again = true } --> E157 no outcome
moment "low"
  sam "(flat) Low."
  you "Mm" { go = "out", again = true }
moment "high" --> E150 high
  sam "(flat) High."
  you "Hm" { go = "out", again = true }
outcome "out" { title = "Out", rating = "mixed" } --> E150 out
  sam "Bye."
