scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
flag "called" "she was called"
skill "listen" "Listening"
moment "start"
  you "Well." { calm = -20, go = "kept" }   --> E104 mood = "calm -20"
  you "Good." { called = true, go = "kept" }   --> E104 set = "called"
  you "Fine." { called = false, go = "kept" }   --> E104 set = "not called"
  you "Hm." { listen = 2, mood = "calm +1", set = "called", go = "kept" }   --> E104 skill = "listen +2"
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
