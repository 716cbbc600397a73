--> 5 E001 Write go "good"
scenario "Goto" {}
sam = customer "Sam" {}
moment "start"
  goto "good"
  sam "Hello"
outcome "good" {}
