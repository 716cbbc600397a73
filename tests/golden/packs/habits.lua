-- What people who come from ink, Yarn Spinner and ChoiceScript rely on, in this language.
scenario "Habits" { timed = true, tags = { "tests", "other tools" } }
sam = customer "Sam" {}
meter "calm" { start = 50 }
flag "told" "x"

-- ink: once-only and sticky choices, a fallback, sequences, a tunnel in a tunnel, a thread,
-- TURNS_SINCE. A thread is a function that writes the same replies in several places.
local function small_talk(back)
  you "Nice weather." { go = back, answer = "Is it?" }
  you "How was the trip?" { go = back, answer = "Long." }
end

moment "ink"
  sam "First." { when = "visits(ink) == 1" }
  sam "Second." { when = "visits(ink) == 2" }
  sam "From now on." { when = "visits(ink) >= 3" }
  sam { "Only once.", pick = "once" }
  visit "ask_around"
  you "I promise." { id = "promise", go = "ink" }
  you "Wait." { again = true, go = "ink" }
  you "I promised." { when = "since(promise) >= 2", go = "ink_threads" }
moment "ask_around"
  visit "deeper"
  you "Tell her." { when = "not told", set = "told" }
moment "deeper"
  sam "Hm." { when = "visits(deeper) == 1", voice = "hm.ogg" }

moment "ink_threads"
  you "To business." { go = "ink_hub" }
  small_talk "ink_threads"
moment "ink_hub"
  small_talk "ink_hub"
  sam "That is everything."
  you "Then goodbye." { fallback = true, go = "ended" }

-- Yarn Spinner: once, line groups, detour, wait, visited().
moment "yarn"
  sam "Hello, stranger." { when = "not seen('yarn/hello-stranger')" }
  sam { "Hi.", "Hey.", "Oh, you.", pick = "cycle" }
  you "Who is she?" { visit = "who", again = true, go = "yarn" }
  you "You said so." { when = "visits(who) > 1", go = "ended" }
moment "who"
  silence "2s"
  sam "My boss." { when = "visits(who) == 1" }
  sam "As I said." { when = "visits(who) > 1" }

-- ChoiceScript: fairmath, a choice that only changes something, *selectable_if, *finish.
moment "choicescript"
  you "Calmer by a fifth." { mood = "calm +((100 - calm) * 20 / 100)" }
  you "Less calm by a fifth." { mood = "calm -(calm * 20 / 100)" }
  sam "Either way."
  you "Up." { again = true, mood = "calm +((100 - calm) * 20 / 100)", go = "choicescript" }
  you "Enough." { when = "calm > 60", go = "ended" }
  you "Never." { when = "calm > 90", go = "ended" }

outcome "ended" { rating = "strong" }
