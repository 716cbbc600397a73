scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  hold "Wait." { seconds = 0,5, go = "kept" }   --> E110 point
  mood "calm +1"

outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
