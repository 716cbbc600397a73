scenario "Rules" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
rule "low" { when = "calm < 40", go = "down", mood = "calm +20" }
rule "high" { when = "calm >= 60", go = "up", mood = "calm -20" }
moment "start" --> 7 W152 a rule always leads elsewhere
  you "Down" { mood = "calm -20", go = "start", again = true }  --> E157 from the start
  you "Up" { mood = "calm +20", go = "start", again = true } --> W152 The go to 'start'
moment "down"
  you "Up" { mood = "calm +20", go = "start", again = true } --> W152 The go to 'start'
moment "up"
  you "Down" { mood = "calm -20", go = "start", again = true } --> W152 The go to 'start'
  you "Out" { mood = "calm +15", go = "bye" } --> W152 The go to 'bye'
outcome "bye" {}                                          --> E150
