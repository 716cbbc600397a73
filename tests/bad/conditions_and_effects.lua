scenario "Conditions" {}
sam = customer "Sam" {}
meter "calm" { low = "upset" }
flag "called" "You called"

moment "start"
  sam "Hello" { when = "calm >" }                             --> E130
  sam "Hello" { when = "calm" }                               --> E131 calm >= 50
  sam "Hello" { when = "called > 3" }                         --> E131
  sam "Hello" { when = "now(ask)" }                           --> E131 rule
  sam "Hello" { when = "gained(calm) > 1" }                   --> E131 rule
  mood "calm 5"                                               --> E130 calm +5
  mood "called +5"                                            --> E131 set
  set "calm"                                                  --> E131 mood
  you "Hello" {
    mood = "calm +5,, calm +1",                               --> E130
    when = "called and",                                      --> E130
    go = "done",
  }
outcome "done" { title = "Over" }
