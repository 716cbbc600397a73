scenario "First" {}
use "cast" { greeting = "(warm) Given." }
use "cast"
use "deep/words"
moment "start"
  greet()
  say_deep()
  you "Yes." { go = "over" }
outcome "over" {}
