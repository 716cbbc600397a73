scenario "A talk" {
  minutes = 1   --> E001 comma
  start = "start"   --> E001 comma
  about = "Nobody told her about commas."
}
sam = customer "Sam" {}
meter "calm" { start = 50 low = "upset" shows = "tension" }   --> E001 comma --> E001 comma
moment "start"
  sam "Hello."
  notice "What?" { "Anger" "Fear"   --> E001 comma --> E001 comma
    "Joy", answer = 1 }
  you "Yes." {
    mood = "calm +5"--> E001 comma
    when = function(c) return c.calm > 5 end   --> E001 comma
    go = "kept"
  }
  you "No." { go: "kept" }   --> E001 '='
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
