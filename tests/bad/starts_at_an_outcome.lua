scenario "Over before it begins" { start = "done" }           --> E105 outcome
sam = customer "Sam" {}
moment "start"
  sam "Hello"
  go "done"
outcome "done" { title = "Over" }
