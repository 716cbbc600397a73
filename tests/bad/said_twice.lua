-- The third visit never comes: the door opens at the second.
scenario "Twice" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) First." { when = "visits(hub) == 1" }
  sam "(flat) Third." { when = "visits(hub) >= 3" } --> W153 never holds
  go "good" { when = "visits(hub) == 2" }
  you "Again" { again = true, mood = "calm -1", go = "hub" }
  you "Once more" { again = true, mood = "calm +1", go = "hub" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
