-- A bill that is too high, by phone. It shows the customer model: replies name what kind
-- of reply they are, and the model knows what that does to somebody.

scenario "The second bill" {
  channel = "phone", minutes = 5,
  brief = "You answer the phone of a power company. Mr Okoye was billed twice for March.",
  goal  = "He should have his money back, and not feel that he had to fight for it.",
}
use "customer" { on_leaving = "hung_up" }

okoye = customer "Mr Okoye" { about = "Keeps every letter in a folder.", portrait = { seed = 33, age = "older" }, pronoun = "he" }

flag "dates_said" "You said back which bills he means"

screen { { "Account", "Okoye, 88-2" }, { "March", "billed twice" }, { "Refund", "none" } }

moment "ring"
  okoye { "(tired) You have charged me twice for March. I wrote to you.", "(tired) Twice. For March." }
  cue "paper rustles" { answered_by = "listen, ask" }
  you "Before I can look at that, I need your account number and your postcode." { intent = "repeat", go = "folder" }
  hold "Let him find the page." { seconds = 4, intent = "listen", go = "folder" }
  you "Twice for March, and a letter that nobody answered." { intent = "reflect", go = "folder" }

moment "folder"
  okoye "(precise) The third, and the nineteenth. Same amount. I have both here."
  you "The computer sends those, I'm afraid." { intent = "blame", go = "how" }
  you "The third and the nineteenth, the same amount. I have both in front of me now." {
    intent = "rephrase", set = "dates_said", go = "how",
  }
  you "When did you write to us?" { intent = "ask", go = "how" }

moment "how"
  okoye "(quiet) I'm not doing this for the money." { when = "heard >= 40" }
  okoye "(sharp) So, do I get it back?" { when = "heard < 40" }
  silence "2s"
  you "Refunds take up to thirty days." { intent = "policy", go = "close" }
  you "I'm paying it back now; it is with you on Monday." {
    intent = "act", go = "close",
    why = "Done while he listens, with a day he can check.",
  }
  you "I can pay it back now, or take it off April. Which suits you?" { intent = "offer", go = "close" }

moment "close"
  you "Anything else today?" { intent = "script" }
  you "Monday, the one amount, and a letter that says so. Thank you for keeping both bills." {
    intent = "confirm", when = "dates_said",
  }
  you "You will get a letter about it." { intent = "confirm" }
  go "settled" { when = "heard >= 50 and progress >= 40" }
  go "paid"    { when = "progress >= 25" }
  go "hung_up"

outcome "settled" { title = "He puts the folder away", rating = "strong" }
  okoye "(warm) Thank you. That is all I wanted."

outcome "paid" { title = "He has his money, and keeps the folder open", rating = "mixed" }
  okoye "(flat) We'll see on Monday."
  debrief "What did he say that you never said back?"

outcome "hung_up" { title = "He writes another letter", rating = "weak" }
  cue "a click"
  debrief "What did he ask for, before the money?"

reflect "Where did you say his words back to him?"

test "listen, say it back, do it" {
  play = { "Twice for March", "The third and", "I'm paying it back", "Monday, the one" }, ends = "settled",
}
test "by the book" {
  play = { "Before I can look", "The computer", "Refunds take", "Anything else" }, ends = "hung_up",
  not_offered = { "Monday, the one" },
}
test "the money, and nobody asked" {
  play = { "Before I can look", "The computer", "I'm paying it back", "You will get a letter" }, ends = "paid",
}
