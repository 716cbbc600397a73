-- --> 3 E001 Write when = "calm < 10"
scenario "A talk" { minutes = 1 }
rule "angry" { if calm < 10 then go = "bad" }
moment "start"
  you "Yes." { go = "good" }
outcome "good" {}
