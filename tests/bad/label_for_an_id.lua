scenario "A talk" { minutes = 1 }
sam = customer "Sam" {}
meter "calm" { start = 50, low = "upset", shows = "tension" }
skill "listen" "Listening"
intent "ask_more" { label = "Staying calm" }
moment "start"
  you "Well." { intent = "Staying calm", go = "kept" }   --> E101 ask_more
  you "Fine." { skill = "Listening +1", mood = "calm +1", go = "kept" }   --> E101 listen
  you "Yes." { mood = "calm +5", go = "kept" }
outcome "kept" { title = "Kept" }
  sam "(warm) Thanks."
