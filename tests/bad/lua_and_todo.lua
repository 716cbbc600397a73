scenario "Lua" {}
sam = customer "Sam" {}
meter "calm" { low = "upset" }
moment "start"
  todo "a second road to the end"                             --> I200 second road
  you "Hello" { go = "done", mood = function(c) return { calm = c.turn } end } --> W180 mood
outcome "done" { title = "Over" }
