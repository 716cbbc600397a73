scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  YOU "Yes." { mood = "calm +5", go = "kept" }   --> E101 did you mean 'you'
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
