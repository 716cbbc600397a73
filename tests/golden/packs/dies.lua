-- A function that fails where calm is high.
scenario "Dies" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "x", high = "y" }
moment "hub"
  you "Up" { mood = "calm +10", go = "hub", again = true }
  you "Down" { mood = "calm -10", go = "hub", again = true }
  you "Ask" { when = function(c) if c.calm > 80 then error("too calm") end return c.calm > 60 end, go = "bye" }
outcome "bye" {}
