-- The customer's numbers: gains that fade, too soon, all talk, one sorry too many, relief.
scenario "Figures" {}
use "customer" { on_leaving = "left" }
ann = customer "Ann" {}
moment "m"
  you "Act."       { intent = "act", again = true }
  you "Reflect."   { intent = "reflect", again = true }
  you "Sorry."     { intent = "apologise", again = true }
  you "Blame."     { intent = "blame", again = true }
  you "Done."      { go = "over" }
  go "m"
outcome "over" { title = "Over" }
outcome "left" { title = "She has left" }
