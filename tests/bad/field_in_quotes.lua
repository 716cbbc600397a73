--> 4 E001 go = "good"
scenario "Quotes" {}
moment "start"
  you "Hello" { "go" = "good" }
outcome "good" {}
