local talk = scenario:new("A talk")   --> E105 Write scenario "Title"
sam = customer "Sam" {}
moment "start"
  sam "Hello."
  you "Yes." { go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
