scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  silence "2 minutes"                                --> E105 Write silence "120s"
  silence "a while"                                  --> E105 silence "3s"
  you "Yes." { mood = "calm +ten", go = "kept" }     --> E130 in digits
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
