-- Rounding, ranges, fractions, fades, figures.
scenario "Numbers" {}
sam = customer "Sam" {}
meter "calm"  { start = 50 }
meter "low"   { start = 0, min = -100 }
meter "fall"  { start = 500, max = 1000 }
meter "drift" { start = 40, drift = "toward 45 by 2" }
intent "ask"  { mood = "low +100, fall -100", fades = 0.6 }
kpi "bounded"  { of = "9", max = 4.25 }
kpi "large"    { of = "999999999999999999" }
kpi "rounded"  { of = "-3.25" }
kpi "kept"     { of = "-3.25", min = -3 }
kpi "exact"    { of = "100 / 7 * 7 + 0.1 + 0.2 - 0.3" }
kpi "by_zero"  { of = "7 / 0 + 7 % 0" }
kpi "sign"     { of = "(-7 % 3) * 10 + 7 % -3" }
kpi "lowest"   { of = "lowest(calm) * 1000 + highest(calm)" }
kpi "extreme"  { of = "extreme(calm)" }
kpi "first"    { of = "first(calm) + start(calm) / 10" }
kpi "since"    { of = "since(start) * 100 + since(never)" }

moment "start"
  mood "calm - 2.5, calm + 0.4, calm + 0"            -- 48, and the rest changes nothing
  mood "calm + 300, calm - 300, calm = 50"           -- every value passed through counts
  mood "low - 0.5, low = -7.5, low = 7.5, low = (calm - 50)"
  you "Ask." { intent = "ask", again = true, mood = "calm + 1" }
  go "start" { when = "turn < 3" }
  go "over"

moment "never"
  go "over"

outcome "over" { title = "Over" }
