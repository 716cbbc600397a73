scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "A." { when = "calm is over 50" }   --> E130 Write > in place of 'is over'
  sam "B." { when = "calm is at least 50" }   --> E130 Write >= in place of 'is at least'
  sam "C." { when = "calm less than 50" }   --> E130 Write < in place of 'less than'
  sam "D." { when = "calm is not 50" }   --> E130 Write ~= in place of 'is not'
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
