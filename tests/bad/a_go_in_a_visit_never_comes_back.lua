-- Whoever comes back has been told; whoever jumps or leaves does not come back.
scenario "A go in a visit never comes back" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
flag "told" "she was told"
moment "start"
  visit "aside"
  you "On" { go = "good", when = "told" } --> W155 always true
  you "Off" { go = "bad" }
moment "aside"
  sam "(flat) Well?"
  you "Down" { visit = "deep" }
  you "Jump" { visit = "deep", go = "other" }
  you "Away" { go = "out", mood = "calm -1" }
  set "told" { when = "visits(deep) > 0" } --> W155 always true
moment "deep"
  sam "(flat) And?"
  you "Deep" { mood = "calm +5" }
  you "Leave" { go = "out" }
moment "other"
  you "Now" { go = "never", when = "told" } --> W151 never holds
  you "Bye" { go = "bad" }
moment "out"
  you "Go on" { go = "bad" }
  sam "Never said." --> W153 leads away
outcome "good" { title = "Good", rating = "strong" }
outcome "never" { title = "Never", rating = "mixed" } --> E150 never
outcome "bad" { title = "Bad", rating = "weak" }
