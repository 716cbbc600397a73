scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
local words = {}
table.insert("Hello.", words)   --> E105 'insert' wants braces { } as its value number 1, and this is a text
moment "start"
  sam "Hello."
  you "Yes." { go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
