-- Lua where data is not enough.
scenario "Functions" {}
kim = customer "Kim" {}
meter "calm" { start = 50 }
meter "trust" { start = 50 }
flag "hit" "Hit"
local count = 3
moment "start"
  kim (function(c) return "(soft) calm is " .. c.calm .. ", turn " .. c.turn end) { id = "says" }
  you "Up." { when = function(c) return c.turn < count end, go = "start", again = true,
    mood = function(c) return { trust = -1, calm = c.hit and 1 or 2.5 } end, set = "hit" }
  you "Dice." { go = "dice" }
  you "Break." { go = "broken" }
  you "Bad answer." { mood = function(c) return { nothing = 1 } end, go = "fine" }
  you "Endless." { go = "endless" }
moment "dice"
  kim (function(c) return "rolled " .. c:random(6) .. c:random(6) .. c:random(6) end) { id = "rolled" }
  go "fine"
moment "broken"
  kim "before"
  mood(function(c) return c.calm.x end)
  go "fine"
moment "endless"
  mood(function(c) while true do end end)
  go "fine"
outcome "fine" { rating = "mixed" }
kpi "by_lua" { of = function(c) return c.trust / 4 end }
