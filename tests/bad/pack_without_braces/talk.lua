scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
moment "start"
  sam "Hello."
  you "Yes." { go = "kept" }
outcome "kept" { title = "Kept" }
