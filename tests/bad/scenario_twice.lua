scenario "A" {}
scenario "B" {}   --> E103
moment "start"
  go "kept"
outcome "kept" {}
