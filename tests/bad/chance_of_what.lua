scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "A." { when = "chance(30)" }   --> E105 chance(0.3) for 30 of 100
  sam "B." { when = "chance(30%)" }   --> E130 without %
  sam "C." { when = "chance('rain')" }   --> E130 takes a number
  sam "D." { when = "random(6) > 3" }   --> E101 chance
  sam "E." { when = "visited(start)" }   --> E101 seen
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
