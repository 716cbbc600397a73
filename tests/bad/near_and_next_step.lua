scenario "Short names, values that are shown, a next step for each" {}
sam = customer "Sam" {}
bob = customer Bob {}                                   --> E101 needs quotes
meter "calm" { start = 50, low = "upset" }
meter "odd" { min = 10, max = 5, low = "x" }            --> E105 smaller number
flag "called" { label = "x" }                           --> E104 without braces
moment "start"
  saam "Hello"                                          --> E101 did you mean 'sam'
  cues "looks up"                                       --> E101 did you mean 'cue'
  if calm > 50 then                                     --> E101 only while a conversation runs
    sam "Calm."
  end
  notice "What is it?" { "this", "that", answer = 3 }   --> E105 Count the answers
  you "A" { goo = "good" }                              --> E104 Write go = "good"
  you "B" { again = "false", go = "good" }              --> E105 again = false
  you "B2" { go = 5 }                                   --> E101 moment "5"
  you "C" { go "good" }                                 --> E110 Write go = "good"
  you "D" { skill = "listen +1", go = "good" }          --> E101 skill "listen"
  you "E" { mood = "anger +5", go = "good" }            --> E101 meter "anger"
outcome "good" { title = "Good" }
