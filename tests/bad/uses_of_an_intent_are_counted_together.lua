-- Two replies share what fades: 50 + 10 + 5, and 10 for the deed, and 4: 79. Its second use gains nothing.
scenario "Uses of an intent are counted together" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
meter "trust" { start = 0, low = "none", high = "all" }
intent "soothe" { mood = "calm +10", fades = 0.5 }
intent "act" { mood = "calm +10, trust +10", fades = 0 }
moment "hub"
  sam "(flat) Well?"
  you "There" { intent = "soothe" }
  you "There, there" { intent = "soothe" }
  you "Do it" { intent = "act", again = true }
  you "Plainly" { mood = "calm +4" }
  go "best" { when = "calm > 79 or trust > 10" } --> W152 never happen
  go "good" { when = "calm >= 79" }
  go "hub" { when = "turn < 8" }
  go "bad"
outcome "best" { title = "Best", rating = "strong" } --> E150 best
outcome "good" { title = "Good", rating = "mixed" }
outcome "bad" { title = "Bad", rating = "weak" }
