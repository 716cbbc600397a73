scenario "Words" {}
sam = customer "Sam" {}
local n = 0
moment "a"
  sam "Hello."
  you(function(c) n = n + 1; if n > 1 then error("no words left") end; return "Hi there" end) { id = "hi", go = "over" }
  you "No." { go = "over" }
outcome "over" {}
