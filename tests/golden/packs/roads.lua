-- Visits, gathered choices, varied lines, things given once, fallbacks.
scenario "Roads" { start = "hub" }
pat = customer "Pat" {}
meter "calm" { start = 50 }

moment "hub"
  pat { "A", "B", "C", pick = "cycle", id = "cycled" }
  pat { "Only once", "and twice", pick = "once", id = "twice" }
  pat { "S1", "S2", "S3", pick = "shuffle", id = "shuffled" }
  you "Ask the boss." { visit = "boss", again = true, go = "hub" }
  you "Once." { go = "hub", mood = "calm +5" }
  you "On." { when = "seen(boss)" }
  you "Nothing else." { fallback = true, when = "turn > 100" }
  pat "gathered"
  visit "boss"
  you "To the end."
  hold "Wait."
  go "end" { when = "calm >= 50" }
  go "other"

moment "boss"
  pat "(asking) boss?"
  visit "deeper"
  pat "back"

moment "deeper"
  mood "calm +1"
  you "Deep reply." { mood = "calm +1" }
  pat "up again"

outcome "end" {}
outcome "other" { title = "Other", rating = "weak" }
