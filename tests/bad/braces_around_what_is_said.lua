scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start" {
  sam "Hello.",   --> E110 without the braces and commas
  sam "Still there?" { when = "calm > 10" },
  you "Yes." { mood = "calm +5", go = "kept" },
  you "No." { mood = "calm -5", go = "lost" },
}
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
