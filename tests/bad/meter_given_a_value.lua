scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
flag "called" "she was called"
moment "start"
  sam "Hello." { when = "not called" }
  calm = 60   --> E105 Where it changes, write mood "calm = 60"
  called = true   --> E105 set "called"
  called = false   --> E105 set "not called"
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
