scenario "Not Lua" {}
sam = customer "Sam" {}
moment "start"
  you "Hello" { thinks = "Hi" go = "over" }
outcome "over" {}
