-- A circle of jumps only where calm is low; else it goes on.
scenario "Circle" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "Kindly" { mood = "calm +10", go = "one" }
  you "Rudely" { mood = "calm -30", thinks = "How rude.", go = "one" }
moment "one" --> E157 rudely
  go "two" { when = "calm < 30" }
  go "good"
moment "two"
  go "one"
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
