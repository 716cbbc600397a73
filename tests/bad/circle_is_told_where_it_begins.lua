-- Where the playing is broken off says nothing: the first moment of the circle is named.
scenario "Circle" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "start"
  sam "(flat) Hello."
  you "On" { mood = "calm +1", go = "one" }
  you "Off" { mood = "calm -1", go = "end" }
moment "one" --> E157 'one', 'two', 'three'
  go "two"
moment "two"
  sam "Hm."
  go "three"
moment "three"
  sam "Well."
  go "one"
outcome "end" { title = "End" }
  sam "Bye."
