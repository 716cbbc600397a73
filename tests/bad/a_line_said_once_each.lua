-- The line is passed over once both of its entries were said: it is never said a third time.
scenario "A line said once each" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam { "Hm.", "Right.", pick = "once" }
  you "Hi" { again = true, go = "hub", mood = "calm -1" }
  you "Out" { go = "top", when = "visits('hub/hm') > 2" } --> W151 never holds
  you "In" { go = "good", when = "visits('hub/hm') == 2 and visits(hub) == 4 and calm == 47" }
  you "Off" { go = "bad", when = "visits('hub/hm') > 0" } --> W155 always true
outcome "top" { title = "Top", rating = "strong" } --> E150 top
outcome "good" { title = "Good", rating = "mixed" }
outcome "bad" { title = "Bad", rating = "weak" }
