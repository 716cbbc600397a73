scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
flag "called" "You called"
moment "start"
  sam "Hello."
  sam "Hm." { when = "called = 1" }            --> E130 Write called alone
  sam "Oh." { when = "called == yes" }         --> E101 Write true
  sam "Er." { when = "calm < 50 percent" }     --> E130 Take 'percent' out
  you "Yes." { mood = "calm +5 & calm +1",     --> E130 in place of '&'
    set = "called = true", go = "kept" }       --> E130 Write called alone
  you "No." { mood = "-5", go = "lost" }       --> E130 First the name
  you "Er." { mood = -5, go = "lost" }         --> E130 First the name
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
