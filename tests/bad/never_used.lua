scenario "Unused" {}
sam = customer "Sam" {}
meter "calm" { low = "upset" }
meter "still" { low = "never moves" }                         --> W162 never changes
meter "unseen" {}                                             --> W162 nothing shows
meter "secret" { hidden = true }
flag "set_only" "Nobody asks"                                 --> W161 nothing asks
flag "asked_only" "Nobody sets"                               --> W161 never set
skill "own" "Own it"
skill "listen" "Listen"                                       --> W160 listen
moment "start"
  set "set_only"
  mood "unseen +1, secret +1, calm +1"
  sam "Hello, {asked_only}" {}
  you "Hello" { go = "done", skill = "own +1" }
outcome "done" { title = "Over" }
