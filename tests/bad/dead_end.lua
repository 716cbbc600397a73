scenario "Dead end" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
moment "start"
  you "Hello" { mood = "calm +5", go = "thinking" }
  you "Bye" { go = "bye" }
moment "thinking"                                         --> E102 start/hello
  sam "Hm."
outcome "bye" {}
