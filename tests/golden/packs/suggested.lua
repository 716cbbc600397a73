-- Small enough to see which tests are fewest: two that end well, one that ends badly. Words with
-- values and quotes, a hold, once-only questions, a fallback, a dead end, and a visit.
scenario "Suggested" {}
sam = customer "Sam" {}
meter "calm" { start = 50 }
flag "asked" "You asked"

moment "start"
  sam "(flat) It broke."
  you "What were you doing when it \"broke\"?" { set = "asked", mood = "calm +5", visit = "story" }
  you "Calm is {calm}." { mood = "calm -20" }
  hold "Wait." { mood = "calm +1" }
  sam "(cold) You did not ask." { when = "not asked" }
  you "Yes, of course, I will send a new one today." { when = "calm >= 50", go = "good" }
  you "Yes, of course, I will send a form." { go = "bad" }
  you "Well." { fallback = true, go = "bad" }

moment "story"
  sam "(tired) I was making tea."
  you "Tea." { again = true }

outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "bad" { title = "Bad", rating = "weak" }
  sam "Bye." { when = "calm < 50" }
outcome "never" {}
