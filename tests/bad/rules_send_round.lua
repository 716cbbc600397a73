scenario "Rules" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
rule "low" { when = "calm < 40", go = "down", mood = "calm +20" }
rule "high" { when = "calm >= 60", go = "up", mood = "calm -20" }
moment "start"
  you "Down" { mood = "calm -20", go = "start", again = true }  --> E157 from the start
  you "Up" { mood = "calm +20", go = "start", again = true }
moment "down"
  you "Up" { mood = "calm +20", go = "start", again = true }
moment "up"
  you "Down" { mood = "calm -20", go = "start", again = true }
  you "Out" { mood = "calm +15", go = "bye" }
outcome "bye" {}                                          --> E150
