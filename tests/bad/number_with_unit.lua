scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  hold "Wait." { seconds = 3s, go = "kept" }   --> E001 number
  mood "calm +1"
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
