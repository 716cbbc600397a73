-- Sevens from 50 while it is 70 at most: 71. What Lua decides is asked in every state; the turn ends it.
scenario "Functions that decide" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
rule "enough" { when = "turn > 5", go = "bad" }
moment "hub"
  sam "(flat) Well?"
  you "Up" { mood = function(c) return { calm = c.calm > 70 and 0 or 7 } end, again = true, go = "hub" } --> W180 mood
  you "Top" { go = "top", --> W151 never holds
    when = function(c) return c.calm > 71 end } --> W180 when
  you "In" { go = "good", when = function(c) return c.calm == 71 and c:chosen("hub/up") == 4 end } --> W180 when
  you "Off" { go = "bad" }
outcome "top" { title = "Top", rating = "strong" } --> E150 top
outcome "good" { title = "Good", rating = "mixed" }
outcome "bad" { title = "Bad", rating = "weak" }
