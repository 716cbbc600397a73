scenario "Hub" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
flag "done" "it was done"
moment "hub"
  you "Ask again" { mood = "calm -1", go = "hub", again = true }
  you "Do it" { set = "done", mood = "calm +2", go = "hub" }
  you "Thank you" { when = "done", go = "bye" }
outcome "bye" {}                                          --> none
