-- Lots fall both ways: both endings can be reached, the third needs luck that cannot be.
scenario "Lots" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  mood "calm +20" { when = "chance(0.01)" }
  you "Hi" { mood = "calm -1" }
  go "lucky" { when = "calm > 60" }
  go "never" { when = "chance(0)" } --> W152 never
  go "usual"
outcome "lucky" { title = "Lucky", rating = "strong" }
  sam "Thanks."
outcome "usual" { title = "Usual", rating = "mixed" }
  sam "Bye."
outcome "never" { title = "Never", rating = "weak" } --> E150 never
  sam "Oh."
