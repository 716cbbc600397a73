scenario "Early" {}
sam = customer "Sam" {}
sam "Hello"                                                   --> E105 moment "start"
you "Hello"
