-- What happens after a reply, in which order, and told with which cause.
scenario "Order" {}
sam = customer "Sam" {}
meter "a" {}
meter "b" { drift = "toward 0 by 1" }
flag "f" "x"
flag "g" "x"
skill "s" "S"
intent "ask" { mood = "a +1", set = "f", skill = "s +2" }
rule "goes" { when = "now(ask)", mood = "b + (gained(a))", thinks = "t", skill = "s +1", go = "e" }
rule "later" { when = "gained(a) == 6", mood = "b +1, a + 1", go = "n", set = "not f, g" }
rule "once" { when = "gained(a) == 6 and not f", mood = "b +1", once = true, why = "w" }
rule "asked in its turn" { when = "now('m/r') and b == 58", mood = "b +1" }

moment "m"
  you "r" { intent = "ask", mood = "a +5", set = "f, not g", skill = "s +1", visit = "n", go = "m", answer = "(soft) Oh." }
moment "n"
  go "e"
outcome "e" {}
