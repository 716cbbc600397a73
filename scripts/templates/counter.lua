-- A complaint at the counter. It shows a moment that is visited and left again, a choice
-- that several roads come back to, and a reply that can be given once.

scenario "The wet shoes" {
  channel = "in-person", minutes = 3,
  brief = "You stand at the counter of a shoe shop. It is Saturday, and there is a queue.",
  goal  = "He should leave with a decision, and not as the man who held up the queue.",
}

jonas = customer "Jonas Weber" { about = "Bought walking shoes three weeks ago.", portrait = { seed = 44, beard = true }, pronoun = "he" }
lena  = person "Lena" { about = "The shop's manager." }

meter "calm"    { start = 40, low = "loud", high = "at ease", shows = "tension", drift = "toward 45 by 1" }
meter "respect" { start = 40, low = "made a fool of", high = "taken seriously", shows = "warmth" }

skill "listen" "Look, ask, say it back"
skill "own"    "Decide, or find who decides"

flag "looked"  "You looked at the shoes"
flag "decided" "Lena has agreed to a new pair"

moment "counter"
  jonas "(loud) Waterproof, it says! My feet were soaking."
  cue "puts the shoes on the counter, hard"
  cue "looks at the people behind him, then down"
  you "Did you treat them with spray?" {
    intent = "blame", mood = "calm -12, respect -12", go = "talk",
    thinks = "So it's my fault.",
    why = "It may matter later. First it sounds like an accusation.",
  }
  you "Soaking, in shoes that say waterproof. May I see them?" {
    intent = "reflect", set = "looked", mood = "respect +14, calm +8", skill = "listen +2", go = "talk",
    thinks = "Finally somebody looks.",
    why = "Says it back, and takes the shoes seriously with both hands.",
  }
  hold "Pick the shoes up and look." {
    seconds = 4, intent = "listen", set = "looked", mood = "respect +8, calm +6", skill = "listen +1", go = "talk",
    thinks = "He's looking.",
    why = "Looking is an answer too.",
  }

moment "talk"
  jonas "(quieter) The seam, there. I only walked the dog." { when = "looked" }
  jonas "(louder) Are you even going to look at them?" { when = "not looked" }
  you "One moment, I'll ask Lena, she can decide it here." {
    intent = "own", mood = "respect +6", skill = "own +1", visit = "ask_lena", go = "talk",
    thinks = "All right. Who is Lena?",
    why = "Finds the one who may decide, and says so.",
  }
  you "We'd have to send them in. That takes four weeks." {
    intent = "policy", mood = "calm -14, respect -10", go = "leaves",
    thinks = "Four weeks in sandals.",
    why = "True, perhaps, and no use to somebody with wet feet.",
  }
  you "Show me where the water comes in." {
    intent = "ask", set = "looked", mood = "respect +8, calm +4", skill = "listen +1", go = "talk",
    thinks = "He wants to know.",
    why = "Makes him the one who knows.",
  }
  you "The seam is ours. Take a new pair, or your money: what do you prefer?" {
    when = "decided", intent = "offer", mood = "respect +16, calm +14", skill = "own +2", go = "leaves",
    thinks = "No fight. Good.",
    why = "A decision, with a choice in it.",
  }

moment "ask_lena"
  lena "(busy) An open seam? Give him a new pair."
  set "decided"

moment "leaves"
  go "new_pair" { when = "decided and respect >= 50" }
  go "sent_in"  { when = "respect >= 35" }
  go "walks_out"

outcome "new_pair" { title = "He tries them on, and tells the queue", rating = "strong" }
  jonas "(warm) That's what I call service."

outcome "sent_in" { title = "The shoes go in. He buys his next pair elsewhere.", rating = "mixed" }
  jonas "(flat) Four weeks, then."
  debrief "Who could have decided it, and when did you ask?"

outcome "walks_out" { title = "He leaves the shoes on the counter", rating = "weak" }
  cue "the door, loudly"

reflect "What did he look at before he spoke?"

test "look, ask, decide" {
  play = { "Soaking, in", "One moment", "The seam is" }, ends = "new_pair", holds = { "looked", "respect >= 60" },
}
test "four weeks" { play = { "Did you treat", "We'd have to" }, ends = "walks_out", not_offered = { "The seam is" } }
test "looked at, sent in" { play = { "Pick the shoes", "Show me", "We'd have to" }, ends = "sent_in" }
