--> 4 E001 go = "good"
scenario "JSON" {}
moment "start"
  you "Hello" { "go": "good" }
outcome "good" {}
