-- A late order, by chat. It shows cues, silence, a question to the trainee,
-- something that can become true along the way, and three endings.

scenario "The lamp for Friday" {
  channel = "chat", minutes = 4,
  brief = "You are on live chat for a shop for lamps. You can see the order; she cannot.",
  goal  = "She should know what happens next, and that her deadline has become yours.",
}

mara = customer "Mara Feld" { about = "Is setting up a stage.", portrait = { seed = 21 }, pronoun = "she" }

meter "calm"  { start = 45, low = "at boiling point", high = "at ease", shows = "tension" }
meter "trust" { start = 45, low = "expects to be fobbed off", high = "believes you", shows = "warmth" }

skill "listen" "Repeat, rephrase, leave room"
skill "own"    "Take it on, without excuses"
skill "notice" "Read tone, pace and silence"

flag "knows_why" "You know what the lamp is for"

screen { { "Order", "2208" }, { "Status", "waiting for a courier" } }

moment "opening"
  mara "(flat) Order 2208. Still nothing."
  cue "typed for a long time, then deleted it" { answered_by = "listen, ask" }
  notice "What might she have deleted?" {
    "Why it matters to her", "A compliment", "Her postcode",
    answer = 1, because = "People type the reason first, and then decide that you won't care.",
  }
  you "Orders can take up to five days at this time of year." {
    intent = "policy", mood = "calm -12, trust -8", go = "colder",
    thinks = "I didn't ask about the time of year.",
    why = "A rule before a word about her.",
  }
  hold "Wait: she is typing again." {
    seconds = 5, intent = "listen", mood = "trust +6, calm +4", skill = "listen +2", go = "reason",
    thinks = "They let me finish.",
    why = "On chat, not answering yet is listening.",
  }
  you "I can see it, it hasn't left us. What do you need it for?" {
    intent = "ask", mood = "trust +8", skill = "listen +1", go = "reason",
    thinks = "Somebody asks.",
    why = "Says what is known, then asks for what is not.",
  }

moment "reason"
  mara "(quick) It lights the stage on Friday. [beat] My first one."
  set "knows_why"
  go "way_out"

moment "colder"
  mara "(cold) I see."
  silence "4s"
  you "That was a rule, not an answer. What is the lamp for?" {
    intent = "own", mood = "trust +10, calm +6", skill = "own +2", go = "reason",
    thinks = "Better.",
    why = "Takes it back at once, and asks.",
  }
  you "Let me see what I can find out about it." {
    intent = "vague", mood = "trust -4", go = "way_out",
    thinks = "You still don't know what it is for.",
    why = "Goes on without having asked.",
  }
  you "Is there anything else I can do for you?" {
    intent = "script", mood = "calm -10, trust -10", go = "gone",
    thinks = "Else? You have done nothing.",
    why = "A closing line where nothing was opened.",
  }

moment "way_out"
  you "I'll ask the depot to hurry." {
    intent = "vague", mood = "trust -8", go = "the_end",
    thinks = "Ask. Hurry.",
    why = "It sounds like help and holds nothing she can plan with.",
  }
  you "A courier brings it Thursday by noon, and I write to you either way." {
    intent = "offer", mood = "trust +18, calm +12", skill = "own +2", go = "the_end",
    thinks = "Thursday. I can breathe.",
    why = "A day, an hour, and who will say so.",
  }
  you "You could collect it at our shop today, or a courier comes Thursday. Which is easier for you, with the stage?" {
    when = "knows_why", intent = "offer", mood = "trust +16, calm +12", skill = "own +2, listen +1", go = "the_end",
    thinks = "They remember the stage.",
    why = "Two real ways, and her reason is in the question.",
  }

moment "the_end"
  go "lit"    { when = "trust >= 60" }
  go "waited" { when = "trust >= 35" }
  go "gone"

outcome "lit" { title = "She sends you a picture of the stage", rating = "strong" }
  mara "(warm) You've saved my week."

outcome "waited" { title = "She has her lamp. She won't order again.", rating = "mixed" }
  mara "(polite) Fine. Thanks."
  debrief "Where did she stop telling you things?"

outcome "gone" { title = "She closes the chat", rating = "weak" }
  cue "Mara has left the chat"

reflect "Which line of yours would you take back?"
reflect "What did waiting tell her?"

test "wait, then a day and an hour" {
  play = { "Wait: she", "A courier brings" }, ends = "lit", holds = { "knows_why" },
}
test "a rule, taken back" {
  play = { "Orders can", "That was a rule", "I'll ask" }, ends = "waited", offered = { "You could collect" },
}
test "a rule, and goodbye" { play = { "Orders can", "Is there" }, ends = "gone" }
