scenario "Names" { start = "begining" }                       --> E101 beginning
sam = customer "Sam" { about = "Waits." }
meter "calm" { low = "upset" }
flag "called" "You called"
skill "own" "Own it"
rule "leaves" { when = "now(apologize)",                      --> E101 apologise
  go = "helpd" }                                              --> E101 helped
kpi "csat" { of = "calm / 20 + clam" }                        --> E101 calm
renamed { older = "begin" }                                   --> E101 begin

moment "beginning"
  sam "(worried) I am {clam}."                                --> E101 calm
  cue "sighs" { answered_by = { "listen", "reflct" } }        --> E101 reflect
  notice "Why?" { "a", "b", answer = 1, skill = "onw" }       --> E101 own
  set "caled"                                                 --> E101 called
  mood "clam -5"                                              --> E101 calm
  go "helped" { when = "seen(begining)" }                     --> E101 beginning
  you "Hello" {
    intent = "aks",                                           --> E101 ask
    skill  = "onw +1",                                        --> E101 own
    set    = "called, not caled",                             --> E101 called
    visit  = "beginnin",                                      --> E101 beginning
    answer = "I am {customr}.",                               --> E101 customer
    go     = "helpd",                                         --> E101 Did you mean 'helped'?
  }

outcome "helped" { title = "Sam feels looked after" }

test "hello" { play = { "Hello" }, ends = "helpd" }           --> E101 helped
