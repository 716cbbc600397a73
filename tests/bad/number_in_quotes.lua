scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  hold "Wait." { seconds = "5", go = "kept" }   --> E105 seconds = 5
  mood "calm +1"
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
