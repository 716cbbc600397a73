-- By sixes and fours from 50 it is never odd, except at the end of its range, which is even too.
scenario "Never odd" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) Well?"
  you "Six" { mood = "calm +6", go = "hub", again = true } --> W173 rises
  you "Four" { mood = "calm -4", go = "hub", again = true }
  you "Odd" { go = "odd", when = "calm % 2 == 1" } --> W151 never holds
  you "Even" { go = "even", when = "calm % 6 == 4 and calm > 50" }
  you "Off" { go = "bad" }
outcome "odd" { title = "Odd", rating = "strong" } --> E150 odd
outcome "even" { title = "Even", rating = "strong" }
outcome "bad" { title = "Bad", rating = "weak" }
