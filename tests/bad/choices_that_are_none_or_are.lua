-- Three choices: all the same; one flag apart; the same but for what is remembered.
scenario "Fakes" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
flag "told" "she was told"
moment "start"
  sam "(flat) Hello."
  you "Hi" { mood = "calm +1", go = "b" } --> W163
  you "Hello" { mood = "calm +1", go = "b" }
moment "b"
  sam "(flat) And?"
  you "So" { set = "told", go = "c" }
  you "Thus" { go = "c" }
moment "c"
  sam "(flat) Then?"
  you "One" { go = "d" }
  you "Other" { go = "d" }
moment "d"
  sam "(flat) Because you said one." { when = "seen('c/one')" }
  sam "(flat) Told." { when = "told" }
  you "Bye" { go = "good", mood = "calm -1" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
