scenario "Tea" {}
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
meter "trust" { start = 40, drift = "toward 45 by 1" }
flag "askd" "You asked"
flag "unused" "Never mind"
skill "listen" "Listen"
intent "own" { mood = "calm +3" }
rule "late" { when = "turn > 3", mood = "calm -1" }
renamed { begin = "start" }

moment "start"
  sam "(flat) The kettle broke."
  you "What happened?" { set = "askd", skill = "listen +1", go = "story" }
  you "I will send a new one today." { intent = "own", go = "good" }
  you "That is not covered." { mood = "calm -10", go = "bad" }

moment "story"
  sam "It made a noise and then it was dark."
  you "Thank you for telling me." { mood = "trust +5", go = "good" }
  you "I see." { mood = "trust -5", go = "bad", answer = "(cold) Do you?" }

outcome "good" { title = "A new kettle", rating = "strong" }
outcome "bad" { title = "No kettle", rating = "weak" }

test "asks" { play = { "What happened?", "Thank you" }, ends = "good" }
test "refuses" { play = { "That is not" }, ends = "bad" }
test "never held" { play = { "That is not" }, ends = "good" }
