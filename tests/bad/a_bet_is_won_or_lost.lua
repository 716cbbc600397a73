--@ seeds=8
-- The bet gains 10 with luck, and once; more needs luck twice.
scenario "A bet is won or lost" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
rule "luck" { when = "now(bet) and chance(0.5)", mood = "calm +10", why = "Luck." }
moment "hub"
  sam "(flat) Well?"
  you "Bet" { id = "bet", go = "next" }
  you "Pass" { go = "next" }
moment "next"
  you "Win" { go = "win", when = "calm == 60" }
  you "Win twice" { go = "wins", when = "calm > 60" } --> W151 never holds
  you "Perhaps" { go = "perhaps", when = "calm == 60 and chance(0.5)" }
  you "Off" { go = "bad" }
outcome "win" { title = "Win", rating = "strong" }
outcome "wins" { title = "Wins", rating = "strong" } --> E150 wins
outcome "perhaps" { title = "Perhaps", rating = "strong" }
outcome "bad" { title = "Bad", rating = "weak" }
