scenario "Twice" {}
sam = customer "Sam" { about = "Waits." }
meter "calm" { low = "upset" }
flag "calm" "Sam is calm"                                     --> E103 also on line 3
flag "turn" "It is our turn"                                  --> E103 word of conditions
skill "own" "Own it"
skill "own" "Own it again"                                    --> E103 also on line 6
intent "joke" { mood = "calm +1" }
intent "joke" { mood = "calm +2" }                            --> E103 also on line 8

moment "start"
  sam "Hello" { id = "hello" }
  you "Hello" { id = "hello", go = "done" }                   --> E103 also on line 12
moment "start"                                                --> E103 also on line 11
  you "Goodbye" { go = "done", skill = "own +1" }
outcome "done" { title = "Over" }
outcome "hello" { title = "Over" }                            --> E103 also on line 12
