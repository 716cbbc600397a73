scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start" {
  text = "Hello.",                                 --> E104 on a line below it: sam
  choices = { { text = "Yes.", go = "kept" } },    --> E104 Write each reply on a line below it
}
  you "Yes." { mood = "calm +5", go = "kept" }
  you "No." { mood = "calm -5", go = "lost" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
