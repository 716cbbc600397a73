scenario "A" {}   --> none
sam = customer "Sam" {}
moment "start"
  sam "Hi."
  go "kept"
outcome "kept" {}
