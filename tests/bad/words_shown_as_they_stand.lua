scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
moment "start"
  sam ""   --> W175 no words
  sam "   "   --> W175 no words
  sam "Salt &amp; pepper."   --> W175 Write & in its place
  sam "It&#39;s late."   --> W175 Write ' in its place
  sam { "It is <b>late</b>.", "It is late." }   --> W175 stress is written with stars
  cue "sighs<br>"   --> W175 Take it out
  info "Order **4471**"   --> W175 one star
  sam "R&D; Q&A, and 3 < 4 > 2, 2 ** 3: ${calm}"
  you "" { mood = "calm +5", go = "kept" }   --> W175 This reply has no words
  you "Yes." { mood = "calm +4", go = "kept", answer = "Good &hellip;" }   --> W175 Write ... in its place
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
