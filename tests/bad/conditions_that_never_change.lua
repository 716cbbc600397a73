scenario "Always true here" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
moment "start"
  sam "Hello." { when = "calm >= 50" }                    --> W155 always true
  you "Low" { mood = "calm -25", go = "low" }
  you "High" { mood = "calm +25", go = "high" }
moment "low"
  sam "Oh." { when = "calm < 40" }                        --> W155 always true
  sam "Ah." { when = "calm > 40" }                        --> W153 never holds
  set "seen_low" { when = "calm > 40" }                   --> W155 always false
  go "both"
moment "high"
  cue "smiles" { when = "calm < 40" }                     --> W153 cue
  go "both"
  sam "Never said."                                       --> W153 leads away
moment "both"
  sam "Oh." { when = "calm < 40 and not seen_low" }
  you "Bye" { when = "calm > 10", go = "bye" }            --> W155 always true
  you "Stay" { when = "calm > 90", go = "bye" }           --> W151 never holds
  you "Else" { fallback = true, go = "bye" }              --> W151 always on offer
outcome "bye" {}
  debrief "Low." { when = "calm < 40" }
  debrief "Top." { when = "calm > 90" }                   --> W153 debrief
flag "seen_low" "it was low"
