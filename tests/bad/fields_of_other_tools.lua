scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
rule "angry" { when = "calm < 10", say = "Enough." }   --> E104 Write thinks = "Enough."
moment "aside"
  sam "By the way."
moment "start"
  sam "Hello."
  visit "aside" { when = "calm > 40" }                     --> E104 give the lines of that moment
  you "Yes." { sam = "Good.", mood = "calm +5", go = "kept" }   --> E104 Write answer = "Good."
  you "No." { mood = "calm -5", go = "lost" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
test "well" { steps = { "Yes." },   --> E104 did you mean 'play'
  expect = "kept" }                 --> E104 Write ends = "kept"
