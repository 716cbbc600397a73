scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  visit "nowhere"   --> E101 no moment 'nowhere'
  sam "Hello."
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
test "it ends" { play = { "Yes." }, ends = "elsewhere" }   --> E101 no outcome 'elsewhere'
