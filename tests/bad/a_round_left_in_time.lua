-- Gone to from inside a visit: nothing comes back, so the last reply leads nowhere, and going round takes the way out.
scenario "Round" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "In" { mood = "calm +1", visit = "one", go = "end" }
  you "Out" { mood = "calm -1", go = "end" }
moment "one"
  visit "two"
  sam "Back in one."
moment "two"
  visit "three"
moment "three" --> E102
  sam "Three."
  you "Round" { again = true, mood = "calm -5", go = "three" } --> E157 start/in
  you "Back" { when = "calm > 45" }
outcome "end" { title = "End" }
  sam "Bye."
