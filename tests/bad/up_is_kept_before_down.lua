-- Each part is kept in range at once: 50 + 60 is 100, less 60 is 40.
scenario "Up is kept before down" { channel = "chat", minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", high = "at ease", shows = "tension" }
moment "hub"
  sam "(flat) Well?"
  you "Up and down" { mood = "calm +60, calm -60", go = "next" }
  you "Half the way" { mood = "calm +((100 - calm) / 2)", go = "next", thinks = "Yes." }
  you "Nothing" { mood = "calm -0", go = "next" }
moment "next"
  you "A" { go = "forty", when = "calm == 40" }
  you "B" { go = "fifty", when = "calm == 50" }
  you "C" { go = "sixty", when = "calm == 60" } --> W151 never holds
  you "D" { go = "more", when = "calm == 75" }
outcome "forty" { title = "Forty", rating = "strong" }
outcome "fifty" { title = "Fifty", rating = "strong" }
outcome "sixty" { title = "Sixty", rating = "strong" } --> E150 sixty
outcome "more" { title = "More", rating = "weak" }
