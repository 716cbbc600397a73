scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
sam = person "Samantha" {}   --> E103 also on line 2
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
