--> 3 E001 no '=' stands behind
scenario "Flag" {}
flag "called" = false
moment "start"
  set "called"
  you "Hello" { when = "called", go = "good" }
outcome "good" {}
