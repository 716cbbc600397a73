scenario "Nobody comes here" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
flag "asked" "you asked"
moment "start"
  you "Hello" { mood = "calm +25", go = "middle" }
  you "Bye" { mood = "calm -25", set = "asked", go = "middle" }
moment "middle"
  go "high"   { when = "calm > 85" }                      --> W152 high
  go "asked_it" { when = "asked" }
  go "other"
moment "apart"                                            --> E150 apart
  go "other"
moment "high"                                             --> E150 high
  go "best"
outcome "best" {}                                         --> E150 best
outcome "other" {}
outcome "asked_it" {}
