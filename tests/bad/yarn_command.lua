--> 5 E001 begins with a sign
scenario "Yarn" {}
sam = customer "Sam" {}
moment "start"
  <<jump good>>
outcome "good" {}
