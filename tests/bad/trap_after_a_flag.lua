-- Once it is said, the door is shut for good, though there is always something to say.
scenario "Trap" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
flag "shut" "the door is shut"
moment "hub"
  sam "(flat) Well?"
  you "Wait" { again = true, mood = "calm -1", go = "hub" } --> E157 slam
  you "Slam" { set = "shut", mood = "calm -5", go = "hub" }
  you "Out" { go = "good", when = "not shut" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
