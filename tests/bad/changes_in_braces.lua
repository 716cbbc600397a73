scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
flag "called" "You called"
skill "listen" "Leave room"
moment "start"
  sam "Hello."
  sam "Still there?" { when = { calm = 20 } }                            --> E105 Write when = "calm >= 20"
  sam "So?" { when = { "calm > 20", "not called" } }                      --> E105 Write when = "calm > 20 and not called"
  you "Yes." { set = { called = true }, mood = "calm +5", go = "kept" }   --> E105 Write set = "called"
  you "No." { skill = { listen = 1 }, mood = "calm -5", go = "lost" }     --> E105 Write skill = "listen +1"
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
