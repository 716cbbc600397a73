scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  you "Yes." {   --> E001 never closed
    mood = "calm +5"   --> E001 comma
    why = "It helps."   --> E001 comma
    go = "kept"
  you "No." { go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
