-- What people bring from ink, Yarn Spinner and ChoiceScript, in this language.
scenario "Gathers" {}
sam = customer "Sam" {}
bob = person "Bob" {}
flag "knows" "x"

moment "hub"
  sam { "First.", "Second.", "Third.", pick = "once" }
  bob { "Begin.", "Again.", pick = "first" }
  you "Once only"
  you "As often as you like" { again = true }
  you "Only when you know" { when = "knows" }
  you "Nothing else left" { fallback = true }
  note "does not split"
  sam "Gathered."
  visit "aside"
  you "Left or right?"  { visit = "aside", go = "end_room", when = "seen(aside) and turn >= 6" }
  you "Fake choice A"
  todo "does not split either"
  you "Fake choice B"
  sam "Both lead here: {turn}."
  go "hub"

moment "aside"
  cue "leans over"
  set "knows" { when = "visits(aside) == 2" }
  you "An aside" { when = "visits(aside) == 1" }
  sam "Back we go."

moment "end_room"
  visit "leaves"
  sam "Never: a go leaves every visit."
  go "hub"

moment "leaves"
  visit "leaves_deeper"
  go "hub"

moment "leaves_deeper"
  go "bye"

outcome "bye" { title = "Bye after {turn}" }
  sam "Three things:"
  debrief "Told after the lines."
  sam "and the last." { when = "visits(hub) == 3 and chosen('hub/once-only') == 1" }
