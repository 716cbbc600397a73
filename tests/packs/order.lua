-- One conversation in which every kind of reply can be given in any order, six in all:
-- what the customer model makes of order alone. customer.py plays it.
scenario "In any order" {}
use "customer" { on_leaving = "left" }
pat = customer "Pat" {}

moment "talk"
  pat "(tired) It was due on Tuesday."
  for _, reply in ipairs {
    { "reflect", "That is a long wait, with a birthday coming." },
    { "rephrase", "So it has to be there by Friday." },
    { "ask", "What would help most?" },
    { "explain", "The label tore in the depot." },
    { "offer", "A courier tomorrow, or the shop tonight?" },
    { "act", "It is booked." },
    { "confirm", "You will have a message at six." },
    { "apologise", "I am sorry that nobody told you." },
    { "policy", "Our terms allow five working days." },
    { "script", "Your call is important to us." },
    { "vague", "It should be with you shortly." },
    { "repeat", "Could you give me the number once more?" },
    { "blame", "You may have typed the address wrong." },
  } do
    you (reply[2]) { id = reply[1], intent = reply[1], when = "turn < 6", go = "talk" }
  end
  go "kept"  { when = "heard >= 55 and progress >= 55" }
  go "fixed" { when = "progress >= 30 and heard < 40" }
  go "heard_only" { when = "heard >= 50 and progress < 30" }
  go "so_so" { when = "heard >= 25 or progress >= 30" }
  go "left"

outcome "kept"  { title = "Heard, and fixed", rating = "strong" }
outcome "fixed" { title = "Fixed, not heard", rating = "mixed" }
outcome "heard_only" { title = "Heard, not fixed", rating = "mixed" }
outcome "so_so" { title = "Neither quite", rating = "mixed" }
outcome "left"  { title = "Gone", rating = "weak" }

-- The same six replies; then fixing alone, kindness alone, and the script.
test "listening first" {
  play = { "reflect", "ask", "rephrase", "offer", "act", "confirm" },
  ends = "kept",
}
test "solving first, the same replies" {
  play = { "offer", "act", "confirm", "reflect", "ask", "rephrase" },
  ends = "so_so",
}
test "premature fixing is fixed, not heard" {
  play = { "offer", "act", "explain", "confirm", "vague", "script" },
  ends = "fixed",
}
test "empathy without action is heard, not fixed" {
  play = { "reflect", "rephrase", "ask", "apologise", "confirm", "explain" },
  ends = "heard_only",
}
test "the script" { play = { "script", "policy", "vague", "repeat", "blame" }, ends = "left" }
