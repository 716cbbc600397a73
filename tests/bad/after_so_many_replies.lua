-- Ten replies and it is over; the twelfth never is.
scenario "Turns" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
rule "over" { when = "turn >= 10", go = "bad" }
moment "hub"
  sam "(flat) Well?"
  sam "(tired) Still?" { when = "turn >= 12" } --> W153 never holds
  you "Mm" { again = true, mood = "calm -1", go = "hub" }
  you "Out" { go = "good", when = "calm < 45" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "bad" { title = "Bad", rating = "weak" }
  sam "Bye."
