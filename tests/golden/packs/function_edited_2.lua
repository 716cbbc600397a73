-- functions.lua would be told apart from this by its runs alone: what Lua does is not data.
scenario "Edited" {}
sam = customer "Sam" {}
meter "calm" { start = 50 }
moment "start"
  you "Hello." { mood = function(c) return { calm = 7 } end, go = "over" }
  you "Bye." { go = "over" }
outcome "over" {}
