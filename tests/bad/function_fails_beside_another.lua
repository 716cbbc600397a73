scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
rule "too much" {
  when = function(c)
    return c.clam > 90   --> W180 Mend the function
  end, mood = "calm -1" }
moment "start"
  sam "Hello."
  sam "Still there?" { when = function(c) return c.calm > 10 end }   --> W180 Lua decides
  you "Yes." { mood = function(c) return { calm = c.turn } end, go = "kept" }   --> W180 Lua decides
  you "No." { mood = "calm -1", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
