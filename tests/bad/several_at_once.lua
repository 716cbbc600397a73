scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
moment "start"
  sam "Hello.   
  you "Yes." { when = "turn < 9" go = "kept" }
  you "No." { go: "kept" }
  go "kept"
outcome "kept" {}
--> 4 E001 closing
--> 5 E001 comma
--> 6 E001 '='
