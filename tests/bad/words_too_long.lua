scenario "Long" {}
sam = customer "Sam" {}
moment "start"
  sam (("word "):rep(401)) { id = "long" }                    --> E002 2000
  note (("line\n"):rep(40))                                   --> E002 40
  you "Hello" { go = "done" }
outcome "done" { title = "Over" }
