scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
flag "called" { "You called" }               --> E110 flag "called" "You called her", without braces
moment "start"
  sam "Hello." { when = "not called" }
  you "Yes." { mood = "calm +5", set = "called", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
test "well" { "Yes.", ends = "kept" }        --> E110 Write play = { "Yes." }
