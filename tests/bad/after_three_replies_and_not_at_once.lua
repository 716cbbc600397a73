-- since is 1 for the first choice after a reply: 0 is only in a rule.
scenario "After three replies and not at once" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  you "Tell" { id = "tell", go = "wait" }
  you "Skip" { go = "wait" }
moment "wait"
  sam "(flat) And?"
  you "Wait" { mood = "calm -1", again = true, go = "wait" }
  you "Out" { go = "top", when = "since(tell) == 3" }
  you "In" { go = "good", when = "since(tell) == -1 and turn > 3" }
  you "Off" { go = "bad" }
outcome "top" { title = "Top", rating = "strong" }
outcome "good" { title = "Good", rating = "mixed" }
outcome "bad" { title = "Bad", rating = "weak" }
