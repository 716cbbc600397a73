-- LISTENING IN -- for people who lead a team. A supervisor and an agent, just after a hard call.
-- What it teaches: first room, then questions, then praise for what was really done, then ONE
-- thing for next time; and a leader's own part in it, said aloud. You heard three minutes of a
-- call that lasted fourteen.

scenario "Listening in" {
  channel = "in-person", minutes = 8, level = "stretch", role = "leader",
  brief = "You lead the team. You have just listened in to the end of Noor's call: a man shouted, and she said one sentence that she should not have said. 23 people are waiting in the queue.",
  goal  = "She should be able to take the next call, and to tell you about the one after that.",
}

noor = customer "Noor Haddad" {
  about = "Two years on your team. Trains the new ones.",
  portrait = { seed = 17, age = "adult", skin = "olive", scarf = true },
  pronoun = "she",
}

meter "calm"  { start = 32, low = "shaking", high = "at ease", shows = "tension", drift = "toward 40 by 1" }
meter "heard" { start = 18, low = "being marked", high = "understood", shows = "engagement" }
meter "trust" { start = 46, low = "covers herself", high = "tells you things", shows = "warmth" }
meter "nerve" { start = 26, low = "never again", high = "ready for the next call", label = "nerve" }

skill "coach"  "Ask before telling, praise what was done, make room"
skill "listen" "Repeat, rephrase, leave room"
skill "own"    "Say your own part, without a 'but'"
skill "notice" "Read tone, pace and silence"

-- What a leader does, and what it does. (The customer model is for customers; this one is for
-- the people who look after them.)
intent "recover"  { label = "Makes room to recover", fades = 0.6, mood = "calm +14, heard +6, trust +4, nerve +4", skill = "coach +1" }
intent "listen"   { label = "Stays quiet while she talks", fades = 0.6, mood = "calm +5, heard +12, trust +2", skill = "listen +1" }
intent "ask"      { label = "Asks before telling", fades = 0.7, mood = "heard +11, trust +4, nerve +4", skill = "coach +1" }
intent "reflect"  { label = "Names what it was like", fades = 0.6, mood = "calm +6, heard +16, trust +4", skill = "listen +1" }
intent "rephrase" { label = "Says back what she said", fades = 0.6, mood = "calm +3, heard +12, trust +3", skill = "listen +1" }
intent "own"      { label = "Says your own part", fades = 0.6, mood = "calm +6, heard +8, trust +12", skill = "own +1" }
intent "praise"   { label = "Praises what was really done", fades = 0.6, mood = "calm +4, trust +5, nerve +18", skill = "coach +1" }
intent "advise"   { label = "Gives the answer", fades = 0.6, mood = "trust -2, nerve +6" }
intent "act"      { label = "Takes something off her", fades = 0.6, mood = "calm +6, trust +8, nerve +6" }
intent "offer"    { label = "Offers two real ways", fades = 0.6, mood = "trust +6, nerve +10", skill = "coach +1" }
intent "confirm"  { label = "Says what happens next", fades = 0.6, mood = "calm +4, trust +4, nerve +6" }
intent "policy"   { label = "Hides behind the rule", mood = "calm -8, heard -12, trust -12, nerve -6" }
intent "blame"    { label = "Says it is her doing", mood = "calm -12, heard -12, trust -14, nerve -12" }
intent "minimise" { label = "Makes it small", mood = "heard -14, trust -6" }
intent "script"   { label = "Says a phrase from a list", mood = "heard -10, trust -6" }
intent "vague"    { label = "Sounds like support and holds nothing", mood = "heard -5, trust -7" }
intent "interrupt" { label = "Speaks over a pause", mood = "calm -4, heard -12, trust -5" }

flag "knows_break"  "You know that she has had no break since eleven"
flag "owned"        "You said that the message was yours"
flag "own_sentence" "She found a sentence of her own for next time"
flag "knows_good"   "She knows what she did well"
flag "covered"      "Her line is covered, she has a break"

kpi "ready"      { label = "Ready for the next call", of = "(nerve + calm) / 2", min = 0, max = 100, unit = "of 100" }
kpi "connection" { label = "Connection",              of = "(heard + trust) / 2", min = 0, max = 100, unit = "of 100" }
kpi "tells_you"  { label = "Would tell you the next one", of = "10 * (0.6 * trust + 0.4 * heard) / 100", min = 0, max = 10, unit = "of 10" }

framework "Room first" {
  { "make room", "recover", "listen" }, { "ask before telling", "ask", "rephrase", "reflect" },
  { "own your part", "own" }, { "praise what was done", "praise" }, { "one thing next", "offer", "confirm" },
}

screen {
  { "Call", "14 min 10 s; you heard the last three" },
  { "Minute 12", "'That's really not my problem.'" },
  { "Queue", "23 waiting, board is red" },
  { "Team chat, 11:10", "You: 'Red board, please push through lunch'" },
  { "Her break", "none today" },
}

rule "told too early" {
  when = "heard < 45 and now(advise)",
  mood = "trust -6, heard -8, nerve -6",
  thinks = "I know what I should have said. I've known it for five minutes.",
  why = "Advice before she has been heard tells her that you've already finished thinking.",
}
rule "praise as a plaster" {
  when = "heard < 30 and now(praise)",
  mood = "trust -7, heard -6, nerve -12",
  thinks = "You have to say that.",
  why = "Praise that comes before listening sounds like something to make it stop.",
}
rule "nobody noticed" {
  when = "turn >= 5 and not owned and now(own) == false and knows_break", once = true,
  mood = "trust -6",
  thinks = "It was you who wrote it. You know that, don't you?",
  why = "She will not say it for you. People don't, to the one who writes their reviews.",
}

----------------------------------------------------------------------------------------------------
moment "desk" { title = "The headset is off" }
  note "Before anybody answers: what do you feel like doing, with 23 people waiting? Say it honestly."
  cue "takes off the headset and lays it down as if it could break"
  noor "(flat) You were listening in."
  silence "3s"

  notice "What is she waiting for?" {
    "For praise",
    "For the telling-off",
    "For the next call",
    answer = 2,
    because = "No 'hi', no look. Four words that put the file on the table before you can.",
  }

  you "I was. Let's go through it while it's still fresh." {
    intent = "policy", go = "fresh",
    thinks = "Here it comes.",
    why = "Good practice on paper. She is still in the call.",
  }
  you "That man was impossible. You were brilliant." {
    intent = "praise", mood = "heard -8", go = "brilliant",
    thinks = "You heard it. Why do you say that?",
    why = "She knows which sentence she said. Now she knows that you won't talk about it.",
  }
  you "I was. Stairs, two minutes. I've taken you off the line." {
    intent = "recover", set = "covered", go = "stairs",
    thinks = "Off the line. With a red board.",
    why = "Room first. And you've paid for it yourself: the board stays red.",
  }
  hold "Sit down beside her. Say nothing yet." {
    seconds = 6, intent = "listen", skill = "notice +1", go = "stairs",
    thinks = "...no form. No pen.",
    why = "She is listening for the tone. Sitting down is a tone.",
  }

moment "fresh"
  noor "(toneless) Minute twelve. I know. I don't need to hear it again."
  you "You don't. I was too quick. Come, we'll get some air first." {
    intent = "recover", mood = "trust +4", go = "stairs",
    thinks = "All right. Air.",
    why = "Says what went wrong, with one word, and does the other thing.",
  }
  you "It's important we look at it together, so that you learn from it." {
    intent = "blame", go = "sentence",
    thinks = "Learn from it. I teach it to the others.",
    why = "She teaches this. You've just put her back in school.",
  }
  you "It'll only take five minutes." {
    intent = "minimise", go = "sentence",
    thinks = "Fourteen, and then five.",
    why = "Short for you. She has been in that chair since eleven.",
  }

moment "brilliant"
  noor "(dry) I told a man that he wasn't my problem."
  hold "Nod. Let it be said." {
    seconds = 4, intent = "listen", go = "before",
    thinks = "Good. It's out.",
    why = "She put it on the table herself. You only have to leave it there.",
  }
  you "You did. And I talked past it just now. What happened, before that?" {
    intent = "ask", mood = "trust +3", go = "before",
    thinks = "Before. Yes. There was a before.",
    why = "Takes back the varnish and asks for the part that you didn't hear.",
  }
  you "Oh, come on. Anybody would have." {
    intent = "minimise", go = "sentence",
    thinks = "I'm not anybody. I know better.",
    why = "It forgives her for something that she takes seriously. That makes her small, too.",
  }

moment "stairs"
  noor "(quiet) Fourteen minutes."
  cue "presses her thumbs together until the nails are white"
  silence "3s"
  you "Fourteen minutes of somebody shouting in your ear." {
    intent = "reflect", go = "sentence",
    thinks = "Into my head. Yes.",
    why = "Says what it was, not what she did in it.",
  }
  you "They aren't all like that, thank goodness." {
    intent = "minimise", go = "sentence",
    thinks = "No. The next one only might be.",
    why = "True. She is talking about this one.",
  }
  you "When they shout, breathe, then name the feeling, then offer. You know the steps." {
    intent = "advise", go = "sentence",
    thinks = "I wrote that sheet.",
    why = "Right, and she could have said it to you.",
  }
  hold "Look at the wall together for a bit." {
    seconds = 7, intent = "listen", skill = "notice +1", go = "sentence",
    thinks = "No questions. That's nice, for once.",
    why = "After a call like that, the best thing in the building is somebody who needs nothing.",
  }

moment "sentence"
  noor "(low) I said it, you know. 'That's really not my problem.'"
  cue "waits, without looking up"
  you "What was happening, just before it?" {
    intent = "ask", mood = "heard +3", go = "before",
    thinks = "Nobody ever asks about before.",
    why = "You heard three minutes of fourteen. This is how you get the other eleven.",
  }
  you "I know. That one will have to go in the evaluation, you understand that." {
    intent = "policy", mood = "calm -6", go = "file",
    thinks = "Of course it will.",
    why = "It may have to. Said first, it is all that she will remember.",
  }
  you "You said it. And you've been hearing it ever since." {
    intent = "rephrase", mood = "heard +3", go = "before",
    thinks = "On a loop.",
    why = "No verdict. It says that you can see what it's doing to her.",
  }
  you "Why did you say that?" {
    intent = "blame", mood = "calm +4", go = "file",
    thinks = "Because I'm bad at this.",
    why = "A question with an answer in it. 'Why' looks for guilt, 'what' looks for the story.",
  }

moment "file"
  noor "(shut) I'm sorry. It won't happen again."
  silence "2s"
  you "That isn't what I wanted. I started at the wrong end. What led up to it?" {
    intent = "ask", mood = "trust +5, heard +4", go = "before",
    thinks = "...really? All right.",
    why = "'It won't happen again' ends conversations. You opened it once more.",
  }
  you "Good. That's all I wanted to hear." {
    intent = "script", mood = "heard -6", go = "next",
    thinks = "Then that's done. For you.",
    why = "You got a promise. She got nothing that would help her to keep it.",
  }
  you "Let's do some role-play on it this week." {
    intent = "advise", go = "minute_four",
    thinks = "In front of the new ones.",
    why = "A good tool, as a sentence.",
  }

----------------------------------------------------------------------------------------------------
moment "before"
  noor "(halting) He asked why nobody had called him back. Three times. And I had no answer."
  noor "(flat) I hadn't eaten. [beat] No break since eleven."
  set "knows_break"
  cue "glances at the team chat on your phone, and away again"
  silence "4s"
  you "Why didn't you just take your break?" {
    intent = "blame", go = "message",
    thinks = "Do you not read your own messages?",
    why = "She was asked not to. By you, at ten past eleven.",
  }
  you "'Push through lunch.' I wrote that. That's mine." {
    intent = "own", set = "owned", mood = "heard +6", skill = "notice +1", go = "minute_four",
    thinks = "I'd never have said it.",
    why = "She couldn't say it. You could. Now there are two of you who did something.",
  }
  you "Breaks are fixed in the roster for exactly that reason." {
    intent = "policy", go = "message",
    thinks = "And who took the roster away?",
    why = "The rule is on her side. You're using it against her.",
  }
  hold "Leave that where it is, for a moment." {
    seconds = 5, intent = "listen", go = "message",
    thinks = "Will you see it? I'm not going to say it.",
    why = "She looked at the chat. If you follow her eyes, you find it. If you only wait, she has to.",
  }

moment "message"
  noor "(careful) There was the message. In the chat. About lunch."
  you "Mine. I saw a red board, and I didn't see you. I'm sorry." {
    intent = "own", set = "owned", mood = "heard +3", go = "minute_four",
    thinks = "'I didn't see you.' That's it exactly.",
    why = "Late, and whole. No board that excuses it.",
  }
  you "Well, we were all under pressure today." {
    intent = "vague", mood = "trust -4", go = "minute_four",
    thinks = "All. Then nobody.",
    why = "A sentence that everybody fits under. She had taken a risk.",
  }
  you "That wasn't meant as an order, though." {
    intent = "blame", mood = "trust -4", go = "minute_four",
    thinks = "It never is.",
    why = "From above, everything that's written is an order.",
  }

moment "minute_four"
  noor "(tired) I used to be good at this."
  you "You're one of my best people. Really." {
    intent = "vague", mood = "nerve +4", go = "sentence_next",
    thinks = "You'd say that to anybody who cries.",
    why = "Praise for a person can't be checked. Praise for a sentence can.",
  }
  you "What did you do in there that worked, even for a minute?" {
    intent = "ask", set = "knows_good", mood = "nerve +10", go = "worked",
    thinks = "Worked? Nothing. Well...",
    why = "She finds it herself. What she finds, she keeps.",
  }
  you "In minute eleven you told him your name again. He got quieter. I heard that." {
    intent = "praise", set = "knows_good", mood = "heard +4", go = "sentence_next",
    thinks = "That's true. He did.",
    why = "One thing, really done, with the proof beside it.",
  }
  you "Everybody has a bad day. Tomorrow's another one." {
    intent = "minimise", mood = "nerve -4", go = "sentence_next",
    thinks = "Tomorrow I'm on the early shift.",
    why = "Closes the drawer. It is still in there.",
  }

moment "worked"
  noor "(slower) He stopped once. When I said: 'I can hear that you've waited.'"
  you "That was you. On an empty stomach." {
    intent = "praise", mood = "heard +4, nerve +4", go = "sentence_next",
    thinks = "On an empty stomach. Well. Yes.",
    why = "You give her own sentence back to her, with its price on it.",
  }
  you "See? And if you had gone on like that, it would have been fine." {
    intent = "blame", mood = "nerve -4", go = "sentence_next",
    thinks = "So it was my fault after all.",
    why = "Praise with a hook in it.",
  }
  hold "Let her hear that herself." {
    seconds = 4, intent = "listen", mood = "nerve +8", go = "sentence_next",
    thinks = "I did say that. He did stop.",
    why = "She was just beginning to believe it. You didn't talk into it.",
  }

----------------------------------------------------------------------------------------------------
moment "sentence_next"
  noor "(thinking) And what do I say when I've got no answer?"
  you "'I understand your concern and will pass it on.' That's in the guideline." {
    intent = "script", mood = "nerve -6", go = "him",
    thinks = "That's the sentence that makes them shout.",
    why = "She asked for a tool and got the packaging.",
  }
  you "What would you want to hear, in his place?" {
    intent = "ask", mood = "nerve +6", set = "own_sentence", go = "her_words",
    thinks = "That nobody knows. And that somebody will.",
    why = "Asks before telling. It will be her sentence, so it will be there when she needs it.",
  }
  you "I'd say: 'I don't know. I'll find out and ring you at five.'" {
    intent = "advise", set = "own_sentence", mood = "nerve +6", go = "him",
    thinks = "At five. That's good, actually.",
    why = "A good sentence, and yours. If she was ready for it, it will do.",
  }
  you "You just mustn't let it get to you." {
    intent = "blame", mood = "nerve -4", go = "him",
    thinks = "Then I'd be no good at it.",
    why = "It got to her because she listens. That is the job.",
  }

moment "her_words"
  noor "(trying it out) 'I don't know why nobody rang. I'll find out, and I'll ring you.'"
  hold "Say nothing. It's a good one." {
    seconds = 4, intent = "listen", mood = "nerve +10", go = "him",
    thinks = "That's how I'd say it. Yes.",
    why = "It's hers. A comment of yours would make it half yours.",
  }
  you "Great. And then add a time, a name and a reference number." {
    intent = "advise", mood = "nerve -2", go = "him",
    thinks = "It was finished.",
    why = "Better on paper. She had something, and now she has homework.",
  }
  you "That one I'd believe." {
    intent = "praise", go = "him",
    thinks = "Me too, come to think of it.",
    why = "Four words, from the side of the one who would hear it.",
  }

moment "him"
  cue "straightens up a little; looks at the board"
  noor "(wary) And him? Somebody has to ring him."
  you "I do. It's my queue that left him waiting. Listen in, if you'd like to." {
    intent = "own", set = "owned", mood = "nerve +6", go = "next",
    thinks = "You'd do that? With me listening?",
    why = "Turns the thing round: now she may hear how you do, with the same man.",
  }
  you "You should ring him yourself, so you've got it behind you." {
    intent = "policy", mood = "calm -6", go = "next",
    thinks = "Now? With these hands?",
    why = "It might be right tomorrow. Look at her hands.",
  }
  you "You ring and I sit beside you, or I ring and you sit beside me. Which?" {
    intent = "offer", mood = "heard +4", go = "next",
    thinks = "Beside me. That makes a difference.",
    why = "Two real ways, and in both of them she isn't alone.",
  }
  you "He'll have calmed down by tomorrow." {
    intent = "vague", mood = "heard -4", go = "next",
    thinks = "And he'll be in my line again.",
    why = "Leaves him waiting for the fourth time. She'll be thinking of it all evening.",
  }

moment "next"
  noor "(quiet) The board's still red."
  you "Let it be red. Tea, something to eat, twenty minutes. I'll take your line." {
    intent = "recover", set = "covered", mood = "nerve +8", go = "goodbye",
    thinks = "You're putting the headset on. You, yourself.",
    why = "The cure for the message from this morning, done with your own hands.",
  }
  you "Then let's go. Back on the horse." {
    intent = "script", mood = "calm -6, nerve -6", go = "goodbye",
    thinks = "The horse.",
    why = "Brisk, and nothing in it for her.",
  }
  you "Whenever you feel ready. No pressure." {
    intent = "vague", go = "goodbye",
    thinks = "No pressure, says the board.",
    why = "Sounds free. It leaves her to ask for the break that she didn't dare to take.",
  }
  you "Finish for today, if you'd rather. Or twenty minutes and then with me. Your call." {
    intent = "offer", set = "covered", mood = "calm +6, nerve +2", go = "goodbye",
    thinks = "My call.",
    why = "Two honest choices. Neither of them costs her your good opinion.",
  }

moment "goodbye"
  go "tells_others"   { when = "owned and own_sentence and covered and heard >= 50 and trust >= 58 and nerve >= 50" }
  go "knows_sentence" { when = "own_sentence and nerve >= 24" }
  go "feels_better"   { when = "heard >= 30 and trust >= 40" }
  go "transfer"

----------------------------------------------------------------------------------------------------
outcome "tells_others" { title = "On Monday she tells the new ones about minute twelve", rating = "strong",
                         summary = "She tells it herself, laughing a little. What did you do that made it tellable?" }
  noor "(warm) You can listen in again, if you like. [beat] I mean it."
  debrief "You took the lunch back, and she took the sentence back. It needed both."

outcome "knows_sentence" { title = "She knows what to say next time. Not to you, though.", rating = "mixed",
                           summary = "Fixed, not heard: her calls will be better. Will you still hear about the bad ones?" }
  noor "(polite) Thanks. That was helpful."
  debrief "'Push through lunch' is still hanging in the chat. She knows who wrote it." { when = "not owned" }
  debrief "You said your part. What was missing, so that she could say hers?"          { when = "owned" }

outcome "feels_better" { title = "She feels better. The sentence is where it was.", rating = "mixed",
                         summary = "Heard, not fixed: it did her good. What does she say the next time that she has no answer?" }
  noor "(softer) Thanks for listening. [beat] I'll manage."
  debrief "She doesn't know what she did well." { when = "not knows_good" }
  debrief "She knows what she did well. What does she do the next time, in minute twelve?" { when = "knows_good" }

outcome "transfer" { title = "On Friday she asks for a transfer", rating = "weak",
                     summary = "'It's nothing to do with you,' she says. When did she stop telling you things?" }
  cue "puts the headset on before you have finished"
  debrief "You heard three minutes. She was in it for fourteen, and on her feet since eleven."

reflect "Which message of yours is somebody on your team still carrying out?"
reflect "What did you praise that you could prove? What did you praise that you couldn't?"
reflect "Where did you give the answer because you had one?"

----------------------------------------------------------------------------------------------------
test "room, the eleven minutes before, your own part, her own words" {
  play = { "I was. Stairs", "Fourteen minutes of", "What was happening", "'Push through lunch.'", "What did you do in there", "That was you",
           "What would you want", "Say nothing", "You ring and I", "Let it be red" },
  ends = "tells_others", holds = { "owned", "knows_good", "nerve >= 50" },
}
test "straight to the lesson" {
  play = { "I was. Let's go", "It's important", "What was happening", "Breaks are fixed", "Well, we were all", "In minute eleven",
           "I'd say: 'I don't know", "You should ring him", "Let it be red" },
  ends = "knows_sentence", holds = { "not owned" },
}
test "good for the soul" {
  play = { "Sit down beside", "Look at the wall", "You said it. And", "'Push through lunch.'", "You're one of my best", "You just mustn't",
           "I do. It's my queue", "Whenever you feel" },
  ends = "feels_better", holds = { "not own_sentence" },
}
test "brisk" {
  play = { "I was. Let's go", "It'll only take", "I know. That one", "Good. That's all", "Then let's go" },
  ends = "transfer",
}
