scenario "What is told later stands behind what the builder finds" {}
sam = customer "Sam" {}
moment "hub"
  todo "write more"                --> I200 write more
  sam "Both lead here." thgo "hub" --> E101 'thgo'
  go "bye"
outcome "bye" { title = "Bye" }
