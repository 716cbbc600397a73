-- Three visits deep a go leaves them all, to where nothing is on offer and nothing follows.
scenario "Deep" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "Kindly" { mood = "calm +10", visit = "one", go = "good" }
  you "Rudely" { mood = "calm -30", thinks = "How rude.", visit = "one", go = "good" }
moment "one"
  visit "two"
moment "two"
  visit "three"
moment "three"
  sam "(flat) And?"
  go "pit" { when = "calm < 30" }
moment "pit"
  sam "(cold) So."                 --> 18 W151 never holds
  you "Sorry" { when = "calm >= 30", go = "good" } --> E154 rudely
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
