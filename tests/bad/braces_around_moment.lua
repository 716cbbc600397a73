scenario "A" {}
sam = customer "Sam" {}
moment "start" {   --> E001 without braces
  sam "Hi."
  go "kept"
}
outcome "kept" {}
