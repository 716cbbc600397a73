-- The second rule sees what the first has done: it never happens.
scenario "Order" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
flag "warned" "she was warned"
rule "warn" { when = "calm < 40", set = "warned", mood = "calm = 60" }
rule "leave" { when = "calm < 40", go = "bad" } --> W155 always false
moment "start"
  sam "(flat) Hello."
  you "Rudely" { mood = "calm -20", go = "b" }
  you "Kindly" { mood = "calm +20", go = "b" }
moment "b"
  sam "(flat) Warned." { when = "warned" }
  you "Out" { go = "good" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "bad" { title = "Bad", rating = "weak" } --> E150 bad
  sam "Bye."
