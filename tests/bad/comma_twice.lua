--> 4 E001 one comma too many
scenario "Comma" {}
moment "start"
  you "Hello" { thinks = "Hm.",, go = "good" }
outcome "good" {}
