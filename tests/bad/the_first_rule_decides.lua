-- Rules are asked in order, the first go counts: the last one's never leads anywhere.
scenario "The first rule decides" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
flag "f" "first"
flag "g" "second"
rule "one" { when = "f", set = "g" }
rule "two" { when = "g and not f", go = "never" } --> W155 always false
rule "three" { when = "g", go = "three" }
rule "four" { when = "g", go = "four" } --> W152 another rule above
moment "hub"
  sam "(flat) Well?"
  you "A" { set = "f", go = "bad" } --> W152 a rule always leads elsewhere
  you "B" { go = "bad" }
  you "C" { mood = "calm +1", go = "hub" }
outcome "three" { title = "Three", rating = "strong" }
outcome "four" { title = "Four", rating = "strong" } --> E150 four
outcome "never" { title = "Never", rating = "strong" } --> E150 never
outcome "bad" { title = "Bad", rating = "weak" }
