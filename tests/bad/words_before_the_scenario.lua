Here is your scenario:

scenario "A talk" { minutes = 1 }
-- --> 1 E001 make it a note
moment "start"
  you "Yes." { go = "kept" }
outcome "kept" { title = "Kept" }
