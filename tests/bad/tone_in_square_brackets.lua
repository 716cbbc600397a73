scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "[angry] Hello."            --> W175 round brackets: (angry)
  sam "[beat] Hm. [package] it."
  you "[Say nothing]" { mood = "calm -5", go = "kept", answer = "[very tired] Well." }   --> W175 (very tired)
  you "Hello." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
