-- More of what people who come from ink, Yarn Spinner and ChoiceScript rely on: one moment
-- for each habit, named after what it is called there.
scenario "More habits" { tags = { "tests", "other tools" } }
sam = customer "Sam" {}
ann = person "Ann" {}
meter "calm" { start = 50, low = "upset", high = "at ease" }
meter "asked" { start = 0, max = 9, hidden = true }
flag "angry" "he has been angry"
flag "door_open" "a state of the door"
flag "door_locked" "another state of the door"
flag "thanked" "an achievement"
screen { { "Calm", "{calm}" }, { "Door", "shut" } }

-- ===== ink =====
-- Gathers: the branches come together, twice; what was chosen is remembered below.
moment "ink_gathers"
  sam "What a day."
  you "Was it long?" { set = "angry", answer = "Very." }
  you "Tell me." { mood = "calm +5" }
  sam "So I went home." { when = "chosen('ink_gathers/tell-me') == 1" }
  sam "So I waited." { when = "chosen('ink_gathers/tell-me') == 0" }
  you "And then?" {}
  you "Hm." {}
  sam "That was all."
  go "ink_fallback"

-- * -> : a choice that has run dry is passed over, and what stands below it is played.
moment "ink_fallback"
  you "First." { go = "ink_fallback" }
  you "Second." { go = "ink_fallback" }
  sam "You have said all you had."
  go "ink_alternatives"

-- {a|b|c}, {&a|b}, {!a|b}, {~a|b}, {calm > 50: a|b}
moment "ink_alternatives"
  sam "One." { when = "visits(ink_alternatives) == 1" }
  sam "Two." { when = "visits(ink_alternatives) == 2" }
  sam "Three, and on." { when = "visits(ink_alternatives) >= 3" }
  sam { "Tick.", "Tock.", pick = "cycle" }
  sam { "Just this once.", pick = "once" }
  sam { "Heads.", "Tails.", "Edge.", pick = "shuffle" }
  sam { "At first.", "Later.", pick = "first" }
  sam "I am calm." { when = "calm > 50" }
  sam "I am not." { when = "not calm > 50" }
  you "Again." { again = true, mood = "calm -3", go = "ink_alternatives" }
  you "On." { when = "visits(ink_alternatives) > 2", go = "ink_tunnels" }

-- ->tunnel-> with an argument, a tunnel that does not come back (->-> elsewhere), TURNS().
local function greeting(id, words)
  moment(id)
    ann(words)
end
greeting("ink_hello", "Hello from Ann.")
greeting("ink_goodbye", "Goodbye from Ann.")
moment "ink_tunnels"
  visit "ink_hello"
  visit "ink_goodbye"
  sam "Turn {turn}."
  you "In and out." { visit = "ink_leaves", go = "never" }
  you "On." { go = "ink_lists" }
moment "ink_leaves"
  sam "There is no way back from here."
  go "ink_lists"
moment "never"
  sam "Nobody comes here."
  go "ended"

-- LIST: a flag for each state; a sticky choice with a condition; a choice inside a choice.
moment "ink_lists"
  you "Unlock it." { when = "door_locked", set = "not door_locked", again = true, go = "ink_lists" }
  you "Lock it." { when = "not door_locked and not door_open", set = "door_locked", again = true, go = "ink_lists" }
  you "Open it." { when = "not door_locked and not door_open", set = "door_open", visit = "ink_inner", go = "yarn_once" }
moment "ink_inner"
  screen { { "Door", "open" } }
  you "Wide?" { answer = "Wide." }
  you "A crack." {}

-- ===== Yarn Spinner =====
-- <<once>> with an else, <<once if>>, visited(), visited_count()
moment "yarn_once"
  sam "Nice to meet you." { when = "visits(yarn_once) == 1" }
  sam "Back again?" { when = "visits(yarn_once) > 1" }
  sam { "I only say this when I am low.", pick = "once", when = "calm < 45" }
  you "Leave and return." { again = true, mood = "calm -4", go = "yarn_once" }
  you "We have met." { when = "seen(yarn_once) and visits(yarn_once) >= 3", go = "yarn_smart" }

-- Smart variables: a condition with a name. Node groups: the most telling one that holds.
local low = "calm < 30"
local patient = "not (" .. low .. ") and asked == 0"
moment "yarn_smart"
  go "yarn_low" { when = low }
  go "yarn_patient" { when = patient }
  go "yarn_any"
moment "yarn_low"
  sam "I am low."
  go "yarn_groups"
moment "yarn_patient"
  sam "I am patient."
  you "May I ask?" { mood = "asked +1", go = "yarn_smart" }
moment "yarn_any"
  sam "I am neither."
  you "A hard word." { mood = "calm = 10", go = "yarn_smart" }

-- Line groups with conditions; least recently seen first; <<return>> from a detour.
moment "yarn_groups"
  visit "yarn_tip"
  you "Another." { again = true, go = "yarn_groups" }
  you "Enough." { go = "cs_reuse" }
moment "yarn_tip"
  sam { "Tip one.", "Tip two.", pick = "cycle", when = "visits(yarn_tip) < 4" }
  sam "No more tips." { when = "visits(yarn_tip) >= 4" }

-- ===== ChoiceScript =====
-- *hide_reuse is what a reply does; *allow_reuse is again = true; *fake_choice; *page_break
moment "cs_reuse"
  you "Once." {}
  you "Always." { again = true }
  you "Leave." { go = "cs_stats" }
  silence "1s"
  go "cs_reuse"

-- *stat_chart is the screen; an opposed pair is 100 less the other; a counter is a meter.
kpi "unrest" { of = "100 - calm" }
kpi "asked" { of = "asked" }
moment "cs_stats"
  screen { { "Calm", "{calm}" }, { "Asked", "{asked}" } }
  mood "asked +1"
  you "Fairly up." { again = true, mood = "calm +((100 - calm) * 30 / 100)", go = "cs_stats" }
  you "Fairly down." { again = true, mood = "calm -(calm * 30 / 100)", go = "cs_stats" }
  you "Check." { go = "cs_if" }

-- *if / *elseif / *else; *gosub; *rand in one of three ways; *achieve
moment "cs_if"
  sam "High." { when = "calm >= 60" }
  sam "Middle." { when = "calm < 60 and calm >= 30" }
  sam "Low." { when = "not (calm >= 60) and not (calm < 60 and calm >= 30)" }
  visit "cs_sub"
  visit "cs_sub"
  you "Thank you." { set = "thanked", go = "cs_random" }
moment "cs_sub"
  mood "calm +1"
moment "cs_random"
  go "cs_left" { when = "chance(1/3)" }
  go "cs_middle" { when = "chance(1/2)" }
  go "cs_right"
moment "cs_left"
  sam "Left."
  go "ended"
moment "cs_middle"
  sam "Middle way."
  go "ended"
moment "cs_right"
  sam "Right."
  go "ended"

outcome "ended" { title = "The end" }
  debrief "You thanked him." { when = "thanked" }
  debrief "You never thanked him." { when = "not thanked" }
