-- The gift comes once, however often she is greeted: 80 at most.
scenario "A rule fires once" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
rule "gift" { when = "now(hi)", mood = "calm +30", once = true, why = "It is a gift." }
moment "hub"
  sam "(flat) Well?"
  you "Hi" { id = "hi", again = true, go = "hub" }
  you "Up" { go = "top", when = "calm > 80" } --> W151 never holds
  you "In" { go = "good", when = "calm == 80" }
  you "Off" { go = "bad" }
outcome "top" { title = "Top", rating = "strong" } --> E150 top
outcome "good" { title = "Good", rating = "mixed" }
outcome "bad" { title = "Bad", rating = "weak" }
