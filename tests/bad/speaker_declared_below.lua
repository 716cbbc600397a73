scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
tom = customer "Tom" {}
moment "start"
  ann "Hello."   --> E101 declared on line 10
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
ann = customer "Ann" {}
