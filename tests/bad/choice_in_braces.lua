-- --> 6 E001 without braces
scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  choice {
    you "Yes." { mood = "calm +5", go = "kept" }
    you "No." { mood = "calm -5", go = "kept" }
  }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
