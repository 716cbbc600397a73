--> 5 E001 { when
scenario "If" {}
sam = customer "Sam" {}
moment "start"
  sam "Hello" if called
  you "Hello" { go = "good" }
  you "Good day" { go = "good" }
outcome "good" {}
