scenario "Best is first" { channel = "chat", minutes = 1 }   --> W172 first
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
moment "a"
  you "Yes" { mood = "calm +9", go = "b" }
  you "Rather not" { mood = "calm -9", go = "b" }
moment "b"
  you "Yes" { mood = "calm +9", go = "c" }
  you "Rather not" { mood = "calm -9", go = "c" }
moment "c"
  you "Yes" { mood = "calm +9", go = "ends" }
  you "Rather not" { mood = "calm -9", go = "ends" }
moment "ends"
  go "good" { when = "calm >= 50" }
  go "bad"
outcome "good" { rating = "strong" }
outcome "bad" { rating = "weak" }
