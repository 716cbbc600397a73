-- Goes round for ever, and is proved all the same: what the functions look at has an end.
scenario "Functions in a circle" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 40, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) Well?"
  you "Soothe" { mood = "calm +10", again = true, go = "hub", --> W173 calm
    when = function(c) return c.calm < 80 end } --> W180 Lua decides `when`
  you "Press" { mood = "calm -20", again = true, go = "hub", --> W155 always true
    when = function(c) return c.calm >= 0 or c:seen("hub/soothe") end } --> W180 Lua decides `when`
  you "Agree" { go = "kept", --> W151 never holds
    when = function(c) return c:highest("calm") > 89 end } --> W180 Lua decides `when`
  you "Leave" { go = "left" }
outcome "kept" { title = "Kept", rating = "strong" } --> E150 kept
outcome "left" { title = "Left", rating = "weak" }
