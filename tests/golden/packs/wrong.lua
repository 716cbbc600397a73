scenario "Wrong" {}
sam = customer "Sam" {}
meter "calm" { start = 50, low = "hot", high = "cool" }
moment "start"
  you "Hello" { mood = "clam +5", go = "ovr" }
  you "Bye" { mod = "calm -5", go = "over" }
outcome "over" {}
