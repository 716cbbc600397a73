scenario "Values" { channel = "letter" }                      --> E105 in-person
sam = customer "Sam" { patience = 0 }                         --> E105 patience
meter "calm" { start = 101, low = "upset" }                   --> E105 outside its range
meter "trust" { min = 9, max = 3, start = 5, low = "a" }      --> E105 min must not be over max
meter "stars" { min = 1, max = 5, low = "few" }               --> E105 starts at 50
meter "effort" { drift = "up and up", low = "little" }        --> E105 toward 45 by 2
meter "how it is" { low = "bad" }                             --> E105 how it is
meter "heard" { shows = "joy" }                               --> E105 engagement
intent "joke" { fades = 2 }                                   --> E105 between 0 and 1
kpi "csat" { of = "calm / 20", min = 5, max = 1 }             --> E105 min over max
kpi "ces" { of = "calm", better = "more" }                    --> E105 higher

moment "start" { channel = "fax" }                            --> E105 phone
  sam { "Hm.", "Right.", pick = "any" }                       --> E105 shuffle
  silence "a while"                                           --> E105 3s
  notice "Why?" { "one", "two", answer = 3 }                  --> E105 2 answers
  visit "done"                                                --> E105 outcome
  you "Hello" { rating = 5, go = "done", why = "Because." }   --> E105 1 to 4
  hold "Wait" { seconds = -1, go = "done" }                   --> E105 seconds
  debrief "Think."                                            --> E105 outcome

outcome "done" { title = "Over", rating = "good" }            --> E105 strong
  you "One more thing" {}                                     --> E105 outcome
