scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { moood = "calm +5", go = "kept" }   --> E104 did you mean 'mood'
  mood "calm +1"
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
