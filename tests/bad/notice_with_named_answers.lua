scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam "Hello."
  notice "How is he?" { options = { "Angry", "Fine" }, answer = 1 }   --> E104 not under 'options'
  notice "And now?" "Angry" "Fine"                                    --> E105 answers of a notice
  notice "And then?" { "Angry", "Fine", answer = "Fine" }             --> E105 Write answer = 2
  you "Yes." { mood = "calm +5", go = "kept" }
  you "No." { mood = "calm -5", go = "lost" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
outcome "lost" { title = "Lost", rating = "weak" }
  sam "Bye."
