-- A figure tells every turn apart, and nothing ends the circle: no search sees all of it.
scenario "Round and round" {}
kim = customer "Kim" {}
kpi "turns" { of = "turn", better = "lower" }
moment "hub"
  kim "And?"
  you "Again." { go = "hub", again = true }
  you "Done." { go = "fine", again = true }
outcome "fine" { rating = "strong" }
