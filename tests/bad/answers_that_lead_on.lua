-- --> 5 E001 you "Angry" { go
-- --> 6 E001 Write hold "Let her talk." { seconds = 5 }
scenario "A talk" { minutes = 1 }
moment "start"
  notice "How is he?" { "Angry" { go = "good" }, "Fine", answer = 1 }
  hold 5
  you "Yes." { go = "good" }
outcome "good" {}
