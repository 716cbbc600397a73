scenario "Long" {}
sam = customer "Sam" {}
meter "calm" { low = "upset" }
moment "start"
  cue "She types for a long while, deletes it, and types again, then stops" --> W170 cue
  sam (("word "):rep(37)) { id = "long" }                     --> W170 line
  you (("word "):rep(25)) { go = "done", id = "reply" }       --> W170 reply
  you "Leave me alone" { go = "done", mood = "calm -26" }     --> W174
  you "I own it" { go = "done", rating = 4 }                  --> W174
  you "Fine" { go = "done", rating = 4, why = "Plain." }
outcome "done" { title = "Over" }
