scenario "Nothing" {}                                         --> E105 no moment
sam = customer "Sam" {}
