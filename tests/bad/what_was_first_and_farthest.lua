-- Down and up, or up and down: where it was is not where it is.
scenario "What was first and farthest" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) Well?"
  you "Down" { mood = "calm -20", go = "hub" }
  you "Up" { mood = "calm +20", go = "hub" }
  you "X" { go = "x", when = "lowest(calm) == 30 and highest(calm) == 50" }
  you "Y" { go = "y", when = "lowest(calm) == 50 and highest(calm) == 50 and turn > 0" } --> W151 never holds
  you "Z" { go = "z", when = "extreme(calm) == 70 and calm == 50" }
  you "W" { go = "w", when = "first(calm) == 30 and change(calm) == 0" }
  you "Off" { go = "bad" }
outcome "x" { title = "X", rating = "strong" }
outcome "y" { title = "Y", rating = "strong" } --> E150 'y'
outcome "z" { title = "Z", rating = "strong" }
outcome "w" { title = "W", rating = "strong" }
outcome "bad" { title = "Bad", rating = "weak" }
