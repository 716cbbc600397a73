-- Three visits deep the choice is passed over once calm has fallen: it just comes back.
scenario "Deep" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "Kindly" { mood = "calm +10", visit = "one", go = "good" }
  you "Rudely" { mood = "calm -30", thinks = "How rude.", visit = "one", go = "bad" }
moment "one"
  visit "two"
moment "two"
  visit "three"
moment "three"
  sam "(flat) And?"
  you "Go on" { when = "calm >= 30" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "bad" { title = "Bad", rating = "weak" } --> none
  sam "Bye."
