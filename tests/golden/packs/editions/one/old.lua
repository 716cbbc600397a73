scenario "Taken away" {}
moment "start"
  you "Bye." { go = "over" }
outcome "over" {}
