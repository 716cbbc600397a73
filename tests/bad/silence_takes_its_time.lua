-- A line of six words 2.4 s, the silence 3.5 s; three words 9.2 s, waiting 20 s: 15.1 or 25.9.
scenario "Silence takes its time" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Well now, then: here we are."
  silence "3.5s"
  you "One two three" { go = "next", mood = "calm +1" }
  hold "Wait" { seconds = 20, go = "next" }
moment "next"
  you "Out" { go = "top", when = "seconds > 25.9" } --> W151 never holds
  you "In" { go = "good", when = "seconds > 25.8" }
  you "Early" { go = "early", when = "seconds == 15.1 and calm == 51" }
  you "Off" { go = "bad" }
outcome "top" { title = "Top", rating = "strong" } --> E150 top
outcome "good" { title = "Good", rating = "mixed" }
outcome "early" { title = "Early", rating = "mixed" }
outcome "bad" { title = "Bad", rating = "weak" }
