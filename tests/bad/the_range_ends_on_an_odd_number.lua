-- Steps of four and six stay even, until the meter is kept at 99.
scenario "Odd" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 90, max = 99, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "Up" { mood = "calm +4", again = true, go = "start" } --> W173
  you "Down" { mood = "calm -6", again = true, go = "start" }
  you "Odd" { when = "calm % 2 == 1", go = "odd" }
  you "Even" { when = "calm % 2 == 0", go = "even" }
outcome "odd" { title = "Odd", rating = "strong" }
  sam "Bye."
outcome "even" { title = "Even", rating = "weak" }
  sam "Bye."
