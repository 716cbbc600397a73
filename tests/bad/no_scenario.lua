--> 0 E105 no scenario statement
sam = customer "Sam" {}
moment "start"
  sam "Hello"
