scenario "Second" {}
use "cast"
moment "start"
  greet()
  go "over"
outcome "over" {}
