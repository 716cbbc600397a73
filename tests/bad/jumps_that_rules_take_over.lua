-- What a reply says of where it leads counts only when no rule leads elsewhere.
scenario "Jumps" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
rule "boils over" { when = "calm <= 20", go = "bad" }
rule "leaves" { when = "calm <= 10", mood = "calm -1", go = "good" } --> W152 The go to 'good' can never happen
moment "start"
  sam "(flat) Hello."
  you "Calm down." { go = "start", mood = "calm -45", thinks = "How rude." } --> W152 a rule always leads elsewhere
  you "One moment." { visit = "aside", go = "good", mood = "calm -40", thinks = "Again?" } --> W152 The visit of 'aside'
  you "Tell me." { visit = "asking", go = "good" } --> W152 its visit never comes back
  you "Let me look." { visit = "aside", go = "good", mood = "calm +5" }
moment "aside"
  sam "(quiet) Hm."
moment "asking"
  sam "(flat) It broke."
  go "good"
outcome "good" { title = "Good", rating = "strong" }
  sam "Thanks."
outcome "bad" { title = "Bad", rating = "weak" }
  sam "Bye."
