scenario "Circle" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
moment "start"
  you "Round" { mood = "calm +5", go = "a" }
  you "Out" { go = "bye" }
moment "a"                                                --> E157 start/round
  sam "Yes but."
  go "b"
moment "b"
  sam "No but."
  go "bye" { when = "calm < 50" }                         --> W152 bye
  go "a"
outcome "bye" {}
