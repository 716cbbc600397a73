--> 3 E001 UTF-8
scenario "A" {}
sam = customer "Zoé" {}
moment "start"
  go "kept"
outcome "kept" {}
