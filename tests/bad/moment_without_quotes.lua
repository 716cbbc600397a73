scenario "A" {}
sam = customer "Sam" {}
moment start   --> E001 moment "start"
  sam "Hi."
  go "kept"
outcome "kept" {}
