scenario "Best is longest" { channel = "chat", minutes = 1 }   --> W171 3 of 3
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
moment "a"
  you "No" { mood = "calm -9", go = "b" }
  you "Yes, and I will stay here with you" { mood = "calm +9", go = "b" }
moment "b"
  you "A long one that does no harm or good" { mood = "calm +19", go = "c" }
  you "No" { mood = "calm -9", go = "c" }
moment "c"
  you "No" { mood = "calm -9", go = "ends" }
  you "Yes, and I will stay here with you" { mood = "calm +9", go = "ends" }
moment "ends"
  go "good" { when = "calm >= 50" }
  go "bad"
outcome "good" { rating = "strong" }
outcome "bad" { rating = "weak" }
