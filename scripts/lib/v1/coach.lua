-- THE COACH: for leaders who talk with somebody of their own team after a hard call.
--
-- A scenario with  role = "leader"  says  use "coach" { on_leaving = "walked_out" }  and names
-- an outcome of its own for "they have had enough". As with "customer", a reply that names an
-- intent needs no figures of its own, and this file may be copied into lib/ and changed.
--
-- Three habits are practised: ask before telling, praise what was done (not who somebody is),
-- and make room for recovery before the next call. Magnitudes are this project's own choice.

-- What is going on inside the other person ---------------------------------------------------
meter "calm"   { start = 35, low = "still in that call", high = "settled",     shows = "tension",
                 drift = "toward 45 by 1" }
meter "heard"  { start = 20, low = "being assessed",     high = "understood",  shows = "engagement" }
meter "trust"  { start = 45, low = "on guard",           high = "speaks openly", shows = "warmth" }
meter "insight" { start = 10, low = "does not see it",   high = "sees it and has a plan" }
meter "energy" { start = 40, low = "worn out",           high = "ready for the next one" }

-- What is practised --------------------------------------------------------------------------
skill "ask"     "Ask before telling"
skill "praise"  "Praise what was done"
skill "recover" "Make room for recovery"
skill "listen"  "Repeat, rephrase, leave room"
skill "notice"  "Read tone, pace and silence"

-- Kinds of replies ---------------------------------------------------------------------------
intent "ask"       { label = "Asks what they make of it", fades = 0.6,
                     mood = "heard +12, trust +4, insight +12", skill = "ask +1" }
intent "praise"    { label = "Praises something that was done", fades = 0.6,
                     mood = "calm +5, heard +6, trust +6, energy +10", skill = "praise +1" }
intent "rest"      { label = "Makes room: a break, a walk, no next call yet", fades = 0.6,
                     mood = "calm +10, trust +4, energy +20", skill = "recover +1" }
intent "reflect"   { label = "Names the feeling and the stake", fades = 0.6,
                     mood = "calm +8, heard +16, trust +5", skill = "listen +1" }
intent "rephrase"  { label = "Says back what was said", fades = 0.6,
                     mood = "calm +4, heard +13, trust +4", skill = "listen +1" }
intent "listen"    { label = "Stays quiet while they talk", fades = 0.6,
                     mood = "calm +4, heard +10, trust +2", skill = "listen +1" }
intent "own"       { label = "Takes on the leader's own part", fades = 0.6,
                     mood = "calm +4, heard +5, trust +10" }
intent "offer"     { label = "Offers help that they may refuse", fades = 0.6,
                     mood = "trust +5, insight +8, energy +5" }
intent "confirm"   { label = "Agrees on one next step", fades = 0.6,
                     mood = "trust +4, insight +15, energy +3" }
intent "tell"      { label = "Tells them what to do", fades = 0.6,
                     mood = "heard -6, trust -3, insight +8" }
intent "blame"     { label = "Says it is their doing", fades = 0.6,
                     mood = "calm -12, heard -14, trust -16, energy -10" }
intent "minimise"  { label = "Makes it small", fades = 0.6,
                     mood = "calm -5, heard -16, trust -8" }
intent "interrupt" { label = "Speaks over a pause", fades = 0.6,
                     mood = "calm -5, heard -12, trust -6" }
intent "policy"    { label = "Hides behind the figures", fades = 0.6,
                     mood = "calm -8, heard -10, trust -10, energy -6" }
intent "vague"     { label = "Praises nothing in particular", fades = 0.6,
                     mood = "heard -3, trust -4" }

-- What happens by itself after a reply -------------------------------------------------------
-- Advice that nobody asked for, before asking, teaches less and closes the door a little.
rule "told before asked" {
  when = "heard < 40 and (now(tell) or now(offer) or now(confirm))",
  mood = "insight -(max(gained(insight), 0) / 2), calm -4, heard -3",
  thinks = "You haven't asked me yet.",
  why = "What people find themselves they keep. Ask first, then tell.",
}

-- Who is worn out learns nothing: recovery comes before the lesson.
rule "too tired for lessons" {
  when = "energy < 25 and (now(tell) or now(ask) or now(confirm))",
  mood = "calm -4, insight -(max(gained(insight), 0) / 2)",
  thinks = "Not now. Please.",
  why = "A break first. The lesson will still be there in an hour.",
}

if given.on_leaving then
  rule "has had enough" { when = "calm <= 0 or trust <= 0", go = given.on_leaving }
end

-- Figures for the debrief --------------------------------------------------------------------
kpi "felt"       { label = "How it felt", of = "0.2 * first(calm) + 0.35 * extreme(calm) + 0.45 * calm",
                   min = 0, max = 100, unit = "of 100" }
kpi "ready"      { label = "Ready for the next call", of = "(calm + energy) / 2", min = 0, max = 100, unit = "of 100" }
kpi "learned"    { label = "Sees it and has a plan",  of = "insight", min = 0, max = 100, unit = "of 100" }
kpi "connection" { label = "Connection", of = "(heard + trust) / 2", min = 0, max = 100, unit = "of 100" }
