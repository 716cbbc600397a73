-- Other thoughts, other intents, the same sum: no choice. A flag that is asked for is one.
scenario "The same in other words" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
flag "x" "yes was said"
moment "one"
  you "Yes" { thinks = "Fine.", go = "two" } --> W163 all 2 replies
  you "No" { answer = "Oh.", go = "two" }
moment "two"
  you "Yes" { intent = "ask", go = "three" } --> W163 all 2 replies
  you "No" { intent = "own", go = "three" }
moment "three"
  you "Yes" { mood = "calm +5", go = "four" } --> W163 all 2 replies
  you "No" { mood = "calm +(10 / 2)", go = "four" }
moment "four"
  you "Yes" { set = "x", go = "five" }
  you "No" { set = "not x", go = "five" }
moment "five"
  you "Yes" { mood = "calm +1", go = "six" }
  you "No" { mood = "calm -1, calm +1", go = "six" }
moment "six"
  you "Yes" { go = "good" } --> W163 all 2 replies
  hold "No" { seconds = 3, go = "good" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Yes." { when = "x" }
