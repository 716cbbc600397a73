scenario "Free" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
moment "hub"
  you "Say something nice" { mood = "calm +5", go = "more", again = true }  --> W173 calm
  you "Ask" { mood = "calm -5", go = "hub", again = true }
  you "Leave" { go = "ends" }
moment "more"
  sam "Thanks."
  you "You're welcome" { go = "hub", again = true }
  you "Bye" { mood = "calm -1", go = "ends" }
moment "ends"
  go "good" { when = "calm >= 70" }
  go "bad"
outcome "good" { rating = "strong" }
outcome "bad" { rating = "weak" }
