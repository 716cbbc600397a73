-- Asked one reply after it was said: since is 1 there, never 3.
scenario "Since" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "Sorry" { mood = "calm +1", go = "b" }
  you "So what" { mood = "calm -1", go = "b" }
moment "b"
  sam "(flat) And?"
  you "On" { go = "c" }
moment "c"
  sam "(flat) You said so." { when = "since('start/sorry') == 1" }
  sam "(flat) Long ago." { when = "since('start/sorry') == 3" } --> W153 never holds
  sam "(flat) You never did." { when = "since('start/sorry') < 0" }
  you "Out" { go = "good" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
