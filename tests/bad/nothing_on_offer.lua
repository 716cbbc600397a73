scenario "Nothing on offer" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
moment "start"
  you "One" { mood = "calm -25", go = "hub" }
  you "Two" { mood = "calm +10", go = "hub" }
moment "hub"
  you "Talk about it" { go = "hub" }                      --> E154 play = { "start/one", "hub/talk-about-it" }
  you "Go on" { when = "calm >= 50", go = "bye" }
outcome "bye" {}
