scenario "Quotes \" & <tags> – 'ü' مرحبا" { channel = "chat" }
ana = customer "Ana" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
flag "told" "She told you"
rule "walks out" { when = "calm < 20", go = "left" }
moment "start"
  note "Stop here: ask the room."
  ana "She said \"no\" & <b>left</b>. #1 \\ `x` | {calm}"
  you "Say \"yes\" & <go> #2 \\ `y` | now" { mood = "calm +10", go = "hub" }
  you "مرحبا بكم" { mood = "calm -40", go = "hub" }
moment "hub"
  visit "aside"
  ana "日本語のとても長い文章はここで切られなければなりません。"
  you "Again" { again = true, go = "hub" }
  you "Look" { again = true, visit = "aside" }
  you "Fine" { mood = "calm +5" }
  go "kept" { when = "calm > 60" }
  go "left"
moment "aside"
  set "told"
  ana "By the way."
  you "Oh." {}
moment "lost"
  ana "Nobody comes here."
  you "Hello?" { go = "kept" }
outcome "kept" { title = "She stays", rating = "strong" }
outcome "left" { title = "She leaves", rating = "weak" }
