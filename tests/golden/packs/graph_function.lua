-- Lua decides whether somebody comes to "secret", and nobody does.
scenario "Asked in Lua" {}
kim = customer "Kim" {}
meter "calm" { start = 50 }
moment "start"
  kim "Well?"
  you "Listen." { mood = "calm +5", go = "fine" }
  you "Guess." { when = function(c) return c.calm > 60 end, go = "secret" }
moment "secret"
  kim "You know me."
  go "fine"
outcome "fine" { rating = "strong" }
