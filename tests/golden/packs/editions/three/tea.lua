scenario "Tea" {}
sam = customer "Sam" {}
meter "calm" { start = 60, min = 55, low = "upset", high = "at ease" }
meter "faith" { start = 40, drift = "toward 45 by 2" }
meter "heard" {}
flag "asked" "You asked"
skill "listen" "Listen"
intent "own" { mood = "calm +4", fades = 0.5 }
rule "early" { when = "turn < 2", mood = "calm +1" }

moment "start"
  sam "(flat) My kettle broke."
  you "What happened?" { set = "asked", skill = "listen +2", go = "tale" }
  you "I will send you a new one today." { intent = "own", go = "good" }

moment "tale"
  sam "It made a noise and then it was dark."
  mood "heard +5"
  you "Thank you for telling me." { mood = "faith +5", when = "calm > 50", go = "good" }
  you "Oh, I see." { mood = "faith -5", go = "bad", answer = "(cold) Do you?" }
  you "That is not covered." { mood = "calm -10", go = "bad" }

outcome "good" { title = "A new kettle", rating = "strong" }
outcome "bad" { title = "No kettle", rating = "weak" }

test "asks" { play = { "What happened?", "Thank you" }, ends = "good" }
test "refuses" { play = { "That is not" }, ends = "bad" }
test "never held" { play = { "That is not" }, ends = "good" }

renamed {
  trust = "faith",
  askd = "asked",
  ["start/the-kettle-broke"] = "start/my-kettle-broke",
  ["start/i-will-send-a-new-one"] = "start/i-will-send-you-a-new",
  story = "tale",
  ["story/i-see"] = "tale/oh-i-see",
  ["start/that-is-not-covered"] = "tale/that-is-not-covered",
  begin = "start",
}
