scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { mood = { calm = 20 }, go = "kept" }   --> E105 mood = "calm +20"
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
