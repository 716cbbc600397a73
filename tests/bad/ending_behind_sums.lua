-- An ending that no sum of what is said comes to: 30 + 3 * 12 is 66.
scenario "Sums" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "trust" { start = 30, low = "none", high = "all", shows = "warmth" }
moment "a"
  sam "(flat) One?"
  you "Yes, of course" { mood = "trust +12", go = "b" }
  you "No" { mood = "trust -5", go = "b" }
moment "b"
  sam "(flat) Two?"
  you "No, that is not how it is"  { mood = "trust -5", go = "c" }
  you "Yes" { mood = "trust +12", go = "c" }
moment "c"
  sam "(flat) Three?"
  you "Yes, of course" { mood = "trust +12", go = "d" }
  you "No" { mood = "trust -5", go = "d" }
moment "d"
  go "won" { when = "trust >= 67" } --> W152 won
  go "half" { when = "trust >= 49" }
  go "lost"
outcome "won" { title = "Won", rating = "strong" } --> E150 won
  sam "Thank you."
outcome "half" { title = "Half", rating = "mixed" }
  sam "Well."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "No."
