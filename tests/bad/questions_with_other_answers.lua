-- What is heard on the way is not the same, though nothing else comes of it.
scenario "Questions" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) What do you want to know?"
  you "The price" { visit = "price", go = "next" }
  you "The day" { visit = "day", go = "next" }
moment "price"
  sam "Ten pounds."
moment "day"
  sam "On Tuesday."
moment "next"
  sam "(flat) And?"
  you "Thanks" { mood = "calm +1", go = "thanks" }
  you "Right" { mood = "calm +1", go = "right" }
moment "thanks"
  sam "You are welcome."
  go "end"
moment "right"
  sam "Right."
  go "end"
outcome "end" { title = "End" } --> none
  sam "Bye."
