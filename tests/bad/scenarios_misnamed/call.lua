scenario "Call" {}
sam = customer "Sam" {}
moment "start"
  sam "Hello."
  go "over"
outcome "over" {}
