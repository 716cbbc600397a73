-- THE CUSTOMER: what a person who needs help feels, and what each kind of reply does to it.
--
-- A scenario says  use "customer" { on_leaving = "left" }  and names an outcome of its own
-- for "she walks away". It can then give its replies an intent (intent = "reflect") instead
-- of writing out every change. Whatever a reply adds in its own mood = "..." comes on top.
--
-- The signs and the order of these figures come from research on complaints; how large they
-- are is this project's own choice. It is a teaching device, not a measurement of people.
-- To try other figures, copy this file into your pack as lib/customer.lua and change it.

-- What is going on inside the customer, each from 0 to 100 ----------------------------------
-- "heard" and "calm" are kept apart from "progress" on purpose: feeling understood and having
-- the thing solved are different, and the two classic failures are one without the other.
meter "calm"     { start = 30, low = "at boiling point",       high = "at ease",     shows = "tension",
                   drift = "toward 45 by 1" }       -- people settle a little by themselves
meter "heard"    { start = 15, low = "talking to a wall",      high = "understood",  shows = "engagement" }
meter "trust"    { start = 40, low = "expects to be fobbed off", high = "believes you", shows = "warmth" }
meter "progress" { start = 0,  low = "nothing is solved",      high = "solved" }
meter "effort"   { start = 0,  low = "nothing was asked of them", high = "worn out" }

-- What is practised --------------------------------------------------------------------------
skill "listen"  "Repeat, rephrase, leave room"
skill "empathy" "Name the feeling and the stake"
skill "clarity" "Say what is known, plainly"
skill "own"     "Take it on, without excuses"
skill "notice"  "Read tone, pace and silence"

-- Kinds of replies ---------------------------------------------------------------------------
-- fades = 0.6: the second time the same kind of reply gains only 60 % of what it gained the
-- first time, the third time 36 %. What it costs never fades.

-- Listening first
intent "reflect"   { label = "Names the feeling and the stake", fades = 0.6,
                     mood = "calm +6, heard +18, trust +4", skill = "empathy +1, listen +1" }
intent "rephrase"  { label = "Says back what was said", fades = 0.6,
                     mood = "calm +4, heard +15, trust +4", skill = "listen +1" }
intent "ask"       { label = "Asks an open question", fades = 0.6,
                     mood = "calm +2, heard +10, trust +3, progress +5", skill = "listen +1" }
intent "listen"    { label = "Stays quiet while they talk", fades = 0.6,
                     mood = "calm +2, heard +10, trust +2", skill = "listen +1" }
intent "verify"    { label = "Asks a closed question that is needed", fades = 0.6,
                     mood = "heard +1, trust +1, progress +6, effort +5", skill = "clarity +1" }

-- Taking it on
intent "apologise" { label = "Apologises, briefly and for something", fades = 0.6,
                     mood = "calm +5, heard +6, trust +3", skill = "empathy +1" }
intent "own"       { label = "Takes it on, without a 'but'", fades = 0.6,
                     mood = "calm +6, heard +6, trust +9", skill = "own +1" }

-- Solving it
intent "explain"   { label = "Explains, plainly and concretely", fades = 0.6,
                     mood = "calm +2, heard +1, trust +6, progress +6", skill = "clarity +1" }
intent "offer"     { label = "Offers two real options", fades = 0.6,
                     mood = "calm +8, heard +3, trust +9, progress +25", skill = "own +1, clarity +1" }
intent "act"       { label = "Does it now", fades = 0.6,
                     mood = "calm +10, heard +3, trust +11, progress +40", skill = "own +1" }
intent "confirm"   { label = "Sums up what happens next, and when", fades = 0.6,
                     mood = "calm +4, heard +6, trust +7, progress +6", skill = "clarity +1" }

-- What makes it worse
intent "policy"    { label = "Hides behind the rule", fades = 0.6,
                     mood = "calm -10, heard -12, trust -11, effort +10" }
intent "interrupt" { label = "Speaks over a pause", fades = 0.6,
                     mood = "calm -6, heard -12, trust -7, effort +4" }
intent "repeat"    { label = "Makes them say it again", fades = 0.6,
                     mood = "calm -8, heard -8, trust -7, effort +25" }
intent "blame"     { label = "Says it is their doing", fades = 0.6,
                     mood = "calm -12, heard -14, trust -16, effort +4" }
intent "minimise"  { label = "Makes it small", fades = 0.6,
                     mood = "calm -8, heard -16, trust -8" }
intent "script"    { label = "Says a phrase from a list", fades = 0.6,
                     mood = "calm -5, heard -8, trust -4" }
intent "vague"     { label = "Sounds like an answer and holds nothing", fades = 0.6,
                     mood = "calm -5, heard -3, trust -7, effort +5" }
intent "promise"   { label = "Promises what is not yours to promise", fades = 0.6,
                     mood = "calm +3, trust -2" }

-- What happens by itself after a reply -------------------------------------------------------
-- Too soon: solving before listening. Half of what it gained in trust and progress is lost
-- again. This is what makes order matter: without it the same replies would give the same end
-- in any order.
rule "too soon" {
  when = "heard < 40 and (now(offer) or now(act) or now(explain))",
  mood = "trust -(max(gained(trust), 0) / 2), progress -(max(gained(progress), 0) / 2), calm -6, heard -3",
  thinks = "You don't know yet what is wrong.",
  why = "A solution before the problem was heard counts for half, and feels like being hurried along.",
}

-- All talk: kind words and still nothing done.
rule "all talk" {
  when = "heard > 80 and progress < 50 and (now(reflect) or now(rephrase) or now(apologise))",
  mood = "calm -8, trust -5",
  thinks = "Kind words. And what happens now?",
  why = "Somebody who feels understood wants to see something done.",
}

-- Sorry once is kind, sorry twice is polite, sorry three times is a script.
rule "one sorry too many" {
  when = "now(apologise) and said(apologise) >= 3",
  mood = "calm -3, heard -3",
  thinks = "Stop saying sorry.",
  why = "From the third apology on, each one costs.",
}

-- Relief: it is solved.
rule "relief" { when = "progress >= 90", once = true, mood = "calm +15" }

-- Walks away: to the outcome that the scenario named.
if given.on_leaving then
  rule "walks away" { when = "calm <= 0 or effort >= 100", go = given.on_leaving }
end

-- Figures for the debrief --------------------------------------------------------------------
-- People keep the first moment, the strongest one and the last one.
local felt = "(0.2 * first(calm) + 0.35 * extreme(calm) + 0.45 * calm)"
-- Was it fair? That it was solved, how they were treated, and how little it cost them.
local justice = "(0.45 * progress + 0.4 * (heard + trust) / 2 + 0.15 * (100 - effort))"
-- Satisfaction is half of one and half of the other, from 0 to 1.
local satisfied = "((0.5 * " .. felt .. " + 0.5 * " .. justice .. ") / 100)"
-- 1 when progress is 90 or more, else 0.
local solved = "clamp(progress - 89, 0, 1)"

kpi "felt"       { label = "How it felt",               of = felt, min = 0, max = 100, unit = "of 100" }
kpi "csat"       { label = "Satisfaction",              of = "1 + 4 * " .. satisfied, min = 1, max = 5, unit = "of 5" }
kpi "ltr"        { label = "Likelihood to recommend",   of = "10 * (0.7 * " .. satisfied .. " + 0.3 * trust / 100)",
                   min = 0, max = 10, unit = "of 10" }
kpi "ces"        { label = "Ease",                      of = "7 - 6 * effort / 100 - 1.8 * (1 - " .. solved .. ")",
                   min = 1, max = 7, unit = "of 7" }
kpi "connection" { label = "Connection",                of = "(heard + trust) / 2", min = 0, max = 100, unit = "of 100" }
