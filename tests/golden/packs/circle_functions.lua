scenario "A circle" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 40, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) Well?"
  you "Soothe" { mood = "calm +10", again = true, go = "hub",
    when = function(c) return c.calm < 80 end }
  you "Press" { again = true, go = "hub",
    mood = function(c) return { calm = c.calm > 50 and -10 or -5 } end }
  you "Agree" { go = "kept",
    when = function(c) return c.calm >= 70 and c:seen("hub/press") end }
  you "Leave" { go = "left" }
outcome "kept" { title = "Kept", rating = "strong" }
  sam "(warm) Thanks." { id = "last", when = function(c) return not c:seen("hub/press") end }
outcome "left" { title = "Left", rating = "weak" }
