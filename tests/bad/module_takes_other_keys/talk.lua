scenario "A talk" { minutes = 1 }
use "customer" {
  on_leavng = "lost",   --> E104 Write on_leaving = "lost"
}
use "phrases" { tone = "warm", polite = true, words = { "a" } }   --> E104 takes no 'words'
use "all" { whatever = 1 }
sam = customer "Sam" {}
moment "start"
  sam "Hello."
  you "Yes." { intent = "ask", go = "kept" }
  you "No." { intent = "policy", go = "lost" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
