-- The same words: always true where only the kind come, not where everybody does.
scenario "Here and there" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello." { when = "calm >= 40" } --> W155 always true
  you "Kindly" { mood = "calm +10", go = "kind" }
  you "Rudely" { mood = "calm -30", thinks = "How rude.", go = "all" }
moment "kind"
  sam "(warm) That is nice." { when = "calm >= 40" } --> W155 always true
  sam "(cold) No." { when = "calm < 40" } --> W153 never holds
  you "On" { go = "all" }
moment "all"
  sam "(warm) Nice after all." { when = "calm >= 40" }
  sam "(cold) Not nice." { when = "calm < 40" }
  you "Out" { go = "good", when = "calm >= 40" }
  you "Off" { go = "bad", when = "calm < 40" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "bad" { title = "Bad", rating = "weak" }
  sam "Bye."
