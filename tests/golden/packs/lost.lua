-- Tests that do not hold, one for each way in which they can fail.
scenario "Lost" {}
sam = customer "Sam" {}
meter "calm" { start = 50 }
meter "trust" { start = 40 }
flag "called" "You called"
skill "own" "Take it on"

moment "start"
  sam "(flat) Well?"
  you "Let me look that up for you." { mood = "calm +5", intent = "ask", go = "start" }
  you "Let me look into it." { skill = "own +2", go = "middle" }
  you "Would you like a refund today?" { when = "calm > 90", go = "middle" }
  you "Is there anything else?" { fallback = true, go = "middle" }

moment "middle"
  sam "(dry) Go on."
  you "Here is \"what\" I <can> do & will." { mood = "trust +3", go = "good" }
  you "I will give it to a colleague." { go = "lost" }

moment "lost"
  sam "And then?"
  you "Then it breaks." { mood = function(c) return { calm = c.calm + "x" } end, go = "good" }

outcome "good" { title = "Good", rating = "strong" }
outcome "bad" { title = "Bad", rating = "weak" }

test "a slip" { play = { "Let me loko into it." } }
test "other words" { play = { "Let me look into this." } }
test "too short" { play = { "Let me look" } }
test "given before" { play = { "Let me look that up", "Let me look that up" } }
test "not now" { play = { "Would you like a refund" } }
test "a fallback" { play = { "Is there anything" } }
test "another moment" { play = { "Here is" } }
test "nothing like it" { play = { "Qwertz" } }
test "over before" { play = { "Let me look into it.", "Here is", "And then" } }
test "not over" { play = { "Let me look into it." }, ends = "good" }
test "another end" { play = { "Let me look into it.", "Here is" }, ends = "bad", holds = { "trust >= 44", "called or calm + trust > 100", "points(own) == 2", "visits(start) == 2 and chosen('start/let-me-look-into-it') == 1" } }
test "on offer" { play = { "Let me look into it." }, offered = { "Wait", "I wil give it" }, not_offered = { "I will give" } }
test "Lua <fails> & \"stops\"" { play = { "Let me look into it.", "I will give", "Then it" } }
test "nothing wrong" { play = { "Let me look into it.", "middle/here-is-what-i-can-do" }, ends = "good" }
