-- Points may be had for ever, but from two on more of them make no difference.
scenario "Points" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
skill "listen" "Listen"
moment "hub"
  sam "(flat) Well?"
  go "heard" { when = "points(listen) >= 2" }
  you "Mm" { again = true, skill = "listen +1", mood = "calm -1", go = "hub" }
  you "Bye" { go = "bad" }
moment "heard"
  sam "(warm) You listen."
  you "At once?" { when = "visits(hub) < 3", go = "good" } --> W151 never holds
  you "Yes" { mood = "calm +1", go = "good" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "bad" { title = "Bad", rating = "weak" }
  sam "Bye."
