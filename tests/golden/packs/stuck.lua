-- Ways to get stuck that only playing finds.
scenario "Stuck" {}
sam = customer "Sam" {}
meter "calm" { start = 50 }
moment "start"
  you "Dead end." { go = "dead" }
  you "Circle." { go = "circle" }
  you "Too deep." { go = "deep" }
  you "Nothing on offer." { go = "empty" }
  you "End." { go = "over" }
moment "dead"
  sam "and now?"
moment "circle"
  go "circle2"
moment "circle2"
  go "circle"
moment "deep"
  visit "deep"
  go "over"
moment "empty"
  sam "before"
  you "Never." { when = "calm > 90", go = "over" }
outcome "over" {}
