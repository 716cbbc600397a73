-- Every kind of event, once or more.
scenario "Every kind" {
  channel = "chat", minutes = 2.5, brief = "You start with {calm}.", goal = "See everything {customer} can do.",
}
ann = customer "Ann {A}" { pronoun = "she" }
bob = person "Bob" {}
meter "calm"  { start = 50, low = "hot", high = "cool", shows = "tension" }
meter "trust" { start = 40, drift = "toward 45 by 2", shows = "warmth" }
flag "told" "You told her"
flag "warned" "She warned you"
skill "own" "Take it on"
skill "notice" "Read the room"
intent "own" { mood = "calm +10", skill = "own +1", fades = 0.5, set = "told" }
rule "with words" { when = "calm > 55", mood = "trust +1", thinks = "Hm, {calm}.", why = "It went over 55.", once = true }
rule "silent" { when = "said(own) >= 2", set = "warned" }
kpi "score" { label = "Score", of = "calm / 3", min = 1, max = 60 }
kpi "half" { of = "7 / 2" }
screen { { "Order", "4471" }, { "Calm", "{calm}" } }

moment "start"
  note "Nobody sees this."
  ann "(flat) One. [beat] *Two*, \"three\" \\ {{four}}."
  bob "No tone."
  cue "looks away"
  silence "2.5s"
  info "A fact." { status = "new" }
  info "A fact without status."
  screen { { "Status", "late" }, { "Order", "{turn}" } }
  set "warned"
  mood "calm -3"
  mood "calm = 47"
  notice "What is it?" { "This", "That", answer = 2, because = "It shows." }
  you "Mine." { intent = "own", thinks = "Good.", why = "Yours.", answer = "(soft) Thanks." }
  hold "Wait." { seconds = 2.5, mood = "calm +0.4" }
  you "Only when cold." { when = "calm < 10" }
  you "Go." { go = "second" }
  go "second"

moment "second" { channel = "phone" }
  ann { "First time.", "Later.", pick = "first" }
  you "Mine again." { intent = "own", again = true, go = "second", when = "visits(second) < 3" }
  you "Over." { set = "not warned", go = "good", answer = "(low) Fine, {turn}." }

outcome "good" { title = "Good at {calm}", rating = "strong", summary = "Ended at {calm}." }
  ann "(warm) Bye."
  debrief "You stood at {calm}."
  debrief "Never." { when = "calm < 0" }
reflect "What about {calm}?"

test "all of it" { play = { "Mine.", "Mine again.", "Over." }, ends = "good", holds = { "told", "calm > 50" } }
test "fails on the road" { play = { "Mine.", "Nothing like it" }, ends = "good" }
test "fails at the end" { play = { "Go.", "Over." }, holds = { "told" } }
test "fails on offer" { play = { "Go." }, offered = { "Over." }, not_offered = { "Mine again." } }
