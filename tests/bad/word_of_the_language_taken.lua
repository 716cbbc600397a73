--> 3 E103 word of the language
scenario "A" {}
set = customer "Set" {}
moment "start"
  go "kept"
outcome "kept" {}
