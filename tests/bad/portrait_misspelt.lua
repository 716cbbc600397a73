scenario "A talk" { minutes = 1 }
sam = customer "Sam" { portrait = { seed = 3, glases = true } }   --> E104 glasses
ann = person "Ann" { portrait = { age = 52, hair = "grey bun", mood_board = "x" } }
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  ann "Hello."
  sam "Hello."
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
