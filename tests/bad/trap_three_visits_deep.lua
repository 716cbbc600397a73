scenario "Trap" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
flag "closed" "the door is closed"
moment "start"
  you "Ask" { visit = "first" }
  you "Leave" { go = "bye" }
  go "bye"
moment "first"
  visit "second"
moment "second"
  visit "third"
moment "third"
  you "Close the door" { set = "closed", go = "room" }
  you "Back out" { mood = "calm +1" }
moment "room"
  you "Knock" { mood = "calm -1", go = "room", again = true }             --> E157 third/close-the-door
  you "Open it" { when = "not closed", go = "bye" }       --> W151 condition never holds
outcome "bye" {}
