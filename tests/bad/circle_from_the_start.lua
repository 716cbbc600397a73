scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
moment "start"   --> E157 Write a reply into one of them: you "..." { go = "kept" }
  sam "Hello."
  go "next"
moment "next"
  sam "Hm."
  go "start"
outcome "kept" { title = "Kept" }   --> E150 Write go = "kept"
  sam "(warm) Thanks."
