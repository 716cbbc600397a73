scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
local names = { first = "Sam" }
moment "start"
  sam("Hello, " .. names.last)   --> E105 'last' is nothing, so it cannot be joined
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
