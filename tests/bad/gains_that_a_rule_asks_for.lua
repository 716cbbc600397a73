-- 10, 5 and 3 (2.5 is rounded with the value); from 98 two are left of the 10.
scenario "Gains that a rule asks for" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
intent "soothe" { mood = "calm +10", fades = 0.5 }
rule "five" { when = "gained(calm) == 5", mood = "calm = 98", why = "Five." }
rule "two" { when = "gained(calm) == 2 and now(soothe)", go = "two" }
rule "four" { when = "gained(calm) == 4", go = "four" } --> W155 always false
moment "hub"
  sam "(flat) Well?"
  you "A" { intent = "soothe", go = "hub" }
  you "B" { intent = "soothe", go = "hub" }
  you "C" { intent = "soothe", go = "hub" }
  you "Off" { go = "bad" }
outcome "two" { title = "Two", rating = "strong" }
outcome "four" { title = "Four", rating = "strong" } --> E150 four
outcome "bad" { title = "Bad", rating = "weak" }
