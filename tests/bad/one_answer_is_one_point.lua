-- The second question comes after the choice that asks for two points.
scenario "One answer is one point" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
skill "notice" "sees"
moment "start"
  cue "She sighs."
  notice "How is she?" { "Fine", "Tired", answer = 2 }
  you "One" { mood = "calm +1", go = "next" }
moment "next"
  notice "And now?" { "Fine", "Tired", answer = 1 }
  you "Out" { go = "top", when = "points(notice) >= 2" } --> W151 never holds
  you "In" { go = "good", when = "points(notice) == 1" }
  you "Off" { go = "bad" }
outcome "top" { title = "Top", rating = "strong" } --> E150 top
outcome "good" { title = "Good", rating = "mixed" }
  sam "Both!" { when = "points(notice) == 2" }
  sam "All three!" { when = "points(notice) == 3" } --> W153 never
outcome "bad" { title = "Bad", rating = "weak" }
