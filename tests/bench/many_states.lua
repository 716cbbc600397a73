-- Many states: for bench_prove.
scenario "Many states" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "a" { start = 50, low = "x", high = "y", max = 150 }
meter "b" { start = 50, low = "x", high = "y", max = 150 }
meter "c" { start = 50, low = "x", high = "y", max = 150 }
moment "hub"
  sam "(flat) Well?"
  you "One" { mood = "a +1, b -1", again = true, go = "other" }
  you "Two" { mood = "b +1", again = true, go = "hub" }
  you "Three" { mood = "c +1, a -1", again = true, go = "other" }
  you "Out" { when = "a >= 100 and b > 90", go = "good" }
  you "Off" { when = "c < 30", go = "bad" }
moment "other"
  sam "(flat) And?"
  you "One" { mood = "a +1", again = true, go = "hub" }
  you "Two" { mood = "b +2, c -1", again = true, go = "hub" }
outcome "good" { title = "Good", rating = "strong" }
outcome "bad" { title = "Bad", rating = "weak" }
