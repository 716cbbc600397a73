scenario "A talk" minutes = 1 }   --> E001 Write { before minutes
sam = customer "Sam Ward"  --> E001 end of this line
  portrait = seed = 11, age = 58 },   --> E001 portrait = {
  pronoun = "he",
}
meter "calm" start = 50, shows = "tension" }   --> E001 before start
moment "start"
  screen  --> E001 end of this line
    { "Order", "4471" },
    { "Promised", "Tuesday" },
  }
  sam "Hello."
  notice "How is he?" "Upset", "Glad", answer = 1 }   --> E001 Write { before "Upset"
  you "Yes."  --> E001 end of this line
    mood = "calm +5"   --> E001 comma
    go = "kept",
  }
  you "No." -- and nothing else  --> E001 end of this line
    go = "kept"
  }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
test "short" {
  play = "Yes.", "No." },   --> E001 play = {
  ends = "kept",
}
