-- It fails only where calm is below 30: one way leads there.
scenario "Dies" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "Kindly" { mood = "calm +10", go = "b" }
  you "Rudely" { mood = "calm -30", thinks = "How rude.", go = "b" }
moment "b"
  sam "(flat) And?"
  you "Out" { go = "good", when = function(c)
    if c.calm < 30 then error("not so") end --> W180 rudely
    return true
  end }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
