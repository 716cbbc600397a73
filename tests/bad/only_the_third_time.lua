-- What is open at one visit only is missed by who goes round once more.
scenario "Third" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam { "First.", "Second.", pick = "once", id = "words" }
  you "More" { mood = "calm -1", again = true, go = "start" } --> E157 "start/more", "start/more", "start/more"
  you "Third" { when = "visits(start) == 3 and seen(words)", go = "end" }
outcome "end" { title = "End" }
  sam "Bye."
