scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  you "Well." { mood = "calm = +10", go = "kept" }   --> E130 One sign is enough
  you "So." { mood = "calm +-10", go = "kept" }   --> E130 One sign is enough
  you "Hm." { mood = "increase calm by 10", go = "kept" }   --> E101 increase
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
