scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "A." { when = "calm > 40 und calm < 60" }   --> E130 Write and in place of 'und'
  sam "B." { when = "calm > 40 ou calm < 60" }   --> E130 Write or in place of 'ou'
  sam "C." { when = "nicht calm > 40" }   --> E130 Write not in place of 'nicht'
  sam "D." { when = "calm between 40 and 60" }   --> E130 calm >= 30 and calm <= 70
  sam "E." { when = "calm > '40'" }   --> E130 Take the quotes out
  sam "F." { when = "function(c) return c.calm > 40 end" }   --> E130 without quotes
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
