scenario "Fake choice" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
moment "start"
  you "Yes" { mood = "calm +5", go = "next", thinks = "Good." }           --> W163 2 replies
  you "Of course" { mood = "calm +5", go = "next" }
moment "next"
  you "Up" { mood = "calm +5", go = "bye" }
  you "Down" { mood = "calm -5", go = "bye" }
  you "Down too" { mood = "calm -5", go = "bye" }
outcome "bye" {}
