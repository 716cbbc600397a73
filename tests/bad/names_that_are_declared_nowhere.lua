scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  set "called"                                                --> E101 flag "called" "what it means"
  sam "Still there?" { when = "trust > 10" }                  --> E101 meter "trust" { start = 50 }
  sam "So?" { when = "not vip" }                              --> E101 flag "vip"
  you "Yes." { mood = "hope +5", go = "kept",                 --> E101 meter "hope"
    intent = "empathise" }                                    --> E101 Write intent "empathise" {}
  you "No." { mood = "happier", go = "kept",                  --> E101 how much it changes
    skill = "patience +1" }                                   --> E101 skill "patience"
  you "Hm." { mood = "calm -1", go = "end" }                  --> E101 Write outcome "end"
  you "Oh." { mood = "calm -1", go = "a_place" }              --> E101 Write moment "a_place"
  you "So." { mood = "calm -1", go = "" }                     --> E101 between the quotes
  you "Er." { mood = "calm -1", go = "kept, lost" }           --> E101 write "kept"
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
