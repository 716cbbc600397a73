scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  you "Wait." { mood = "calm -5", go = "later" }
"later"   --> E105 belongs to nobody
  sam "Well?"
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
