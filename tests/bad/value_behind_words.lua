--> 5 E001 cannot stand alone
scenario "Value" {}
flag "called" "You called"
moment "start"
  set "called" true
  you "Hello" { when = "called", go = "good" }
outcome "good" {}
