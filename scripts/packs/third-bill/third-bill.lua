-- THE THIRD BILL -- a wrong bill, across a counter, from a man who has never owed anybody anything.
-- What it teaches: the mistake on the paper is not the wound. Find out what the bill *did*, then
-- mend both. Mending the number alone gives a right bill and a customer who says nothing.

scenario "The third bill" {
  channel = "in-person", minutes = 8, level = "foundation",
  brief = "You work the counter of an energy company. A man comes in with three bills. You can see his account. It is ten to five.",
  goal  = "He should go home with a bill that is right, and not feel that he had to beg for it.",
}
use "customer" { on_leaving = "walked_out" }

okafor = customer "Desmond Okafor" {
  about = "Drives the number 36 bus. Has paid at this counter since 1993.",
  portrait = { seed = 11, age = 58, skin = "dark", hair = "cropped grey", beard = true },
  pronoun = "he",
}

flag "saw_visits" "You know that he has been here twice before"
flag "knows_letter" "You know what the red letter did at home"
flag "found_it" "You found where the number went wrong"
flag "in_writing" "He has the correction on paper"

framework "LEARN" {
  { "listen", "listen", "ask" }, { "empathise", "reflect", "rephrase" }, { "apologise", "apologise", "own" },
  { "resolve", "act", "offer" }, { "notify", "confirm" },
}

screen {
  { "Account", "D. Okafor, since 1993" },
  { "This bill", "412.60" },
  { "Usual", "about 61 a month" },
  { "Visits", "14 September, 2 October" },
  { "Reminder", "red, sent on Monday" },
}

rule "he has heard that before" {
  when = "now(vague) and saw_visits", once = true, mood = "trust -8, calm -4",
  thinks = "Sorted. That is what the last one said.",
  why = "He was sent home with a soft word twice. The third one costs more than silence.",
}

----------------------------------------------------------------------------------------------------
moment "counter" { title = "Three bills on the counter" }
  note "Stop here. What has he told you before he has said anything?"
  cue "lays three bills side by side and lines up the edges"
  okafor "(quiet) This is the third one."
  silence "3s"

  notice "What do you see?" {
    "He is angry and about to shout",
    "He is keeping himself in order, because he hates being here with this",
    "He wants money off",
    answer = 2,
    because = "A low voice and three straight edges. Somebody who wants it to be seen that he is not the untidy one.",
  }

  you "Do you have your customer number for me?" {
    intent = "repeat", go = "number",
    thinks = "It is printed on all three. You are looking at it.",
    why = "The number is in front of you. Asking for it says that you have not looked.",
  }
  you "Oh, don't worry. Since the new system we get these every day." {
    intent = "minimise", go = "every_day",
    thinks = "Every day. And you let it.",
    why = "Meant to comfort. He hears that it is nothing, and that nobody has done anything about it.",
  }
  hold "Read all three before you say a word." {
    seconds = 6, intent = "listen", skill = "notice +1", go = "bills",
    thinks = "This one reads them. Nobody has read them.",
    why = "He laid them out to be read. Reading them is the first answer.",
  }
  you "The third. So you've been standing here before." {
    intent = "rephrase", set = "saw_visits", go = "bills",
    thinks = "Twice. Yes.",
    why = "Five of his words tell you the history. You heard it.",
  }

moment "number"
  okafor "(flat) Top right. On each of them."
  you "So it is. I asked for what was under my nose. Sorry." {
    intent = "own", go = "bills",
    thinks = "All right.", why = "Short, and about the thing itself. No excuse behind it.",
  }
  you "And your date of birth, please. I have to ask, for data protection." {
    intent = "repeat", mood = "calm -3", go = "bills",
    thinks = "They think that I am somebody else.",
    why = "It may be the rule. It comes before a single word about why he is here.",
  }

moment "every_day"
  okafor "(cold) Then every day somebody stands here like this."
  hold "Say nothing. He is right." {
    seconds = 4, intent = "listen", go = "bills",
    thinks = "No answer to that. Good. There is none.",
    why = "Sometimes the honest reply is not to have one.",
  }
  you "That was a poor thing to say. It isn't every day for you." {
    intent = "own", go = "bills",
    thinks = "No. It is not.", why = "Takes the soft word back and looks at him instead.",
  }
  you "What I mean is, it's only a computer thing." {
    intent = "minimise", go = "bills",
    thinks = "A computer does not send me red letters by itself.",
    why = "The second time small. Now it is he who is making a fuss.",
  }

----------------------------------------------------------------------------------------------------
moment "bills"
  okafor "(tired) Sixty-one. Sixty-one. And then four hundred and twelve." { when = "calm >= 25" }
  okafor "(tight) Sixty-one. Sixty-one. FOUR hundred and twelve. You see it?" { when = "calm < 25" }
  cue "taps the last bill once, then takes his hand away"
  you "What did they tell you, the other two times?" {
    intent = "ask", set = "saw_visits", go = "twice",
    thinks = "Somebody wants to know what happened to me here.",
    why = "Opens the history, which is half of what he is carrying.",
  }
  you "Have you had electric heaters on, or guests, or anything like that?" {
    intent = "blame", go = "heaters",
    thinks = "So I am the one who did it.",
    why = "A reasonable check. Asked first, it makes him the suspect.",
  }
  you "Right, I'll send it to billing and it'll get sorted." {
    intent = "vague", go = "sorted",
    thinks = "It will get sorted. By nobody, on no day.",
    why = "No name, no date, nothing he can hold. He has had two of these.",
  }
  you "I can put you on a payment plan. Forty a month, ten months." {
    intent = "offer", mood = "calm -6, trust -8", skill = "own -1", go = "plan",
    thinks = "They think that I cannot pay.",
    why = "A real offer for a debt that isn't his. It agrees with the bill against him.",
  }
  you "I can see it. Four hundred can't be right, for a man on sixty-one." {
    intent = "rephrase", mood = "trust +2", go = "twice",
    thinks = "There. Somebody said it. It cannot be right.",
    why = "You take his side of the sum. He has been waiting for somebody to say it aloud.",
  }

moment "heaters"
  okafor "(cold) I get up at four. I heat one room."
  you "One room. Then it isn't you. I'll stop guessing and look." {
    intent = "own", mood = "heard +3", go = "twice",
    thinks = "Thank you.", why = "Clears him, in words, before anything else.",
  }
  you "It's just a question I have to ask everybody." {
    intent = "policy", go = "twice",
    thinks = "Everybody. I am standing here.",
    why = "The rule instead of the man.",
  }

moment "sorted"
  okafor "(dry) Sorted."
  silence "2s"
  you "No. You've had that answer. What did they tell you, the two times before?" {
    intent = "ask", set = "saw_visits", go = "twice",
    thinks = "That answer, exactly.", why = "Withdraws the empty word and asks instead.",
  }
  you "Honestly, billing are very good with this kind of thing." {
    intent = "vague", go = "twice",
    thinks = "Then why am I here three times?",
    why = "Praise for a department that has let him down twice.",
  }

moment "plan"
  okafor "(low) I don't owe it. Why would I pay it slowly?"
  you "You wouldn't. I jumped. Let me go back to where it starts." {
    intent = "own", go = "twice",
    thinks = "Back to the start. Good.", why = "A repair in one breath.",
  }
  you "It would stop the reminders, at least, until somebody has looked into it." {
    intent = "policy", mood = "trust -3", go = "letter",
    thinks = "They know about the letters. And this is what they do about them.",
    why = "He would be paying so that you stop threatening him.",
  }

----------------------------------------------------------------------------------------------------
moment "twice"
  okafor "(flat) September: it will sort itself out. October: it is being looked at." { when = "saw_visits" }
  okafor "(flat) I have been here in September. And in October."                       { when = "not saw_visits" }
  set "saw_visits"
  cue "straightens the edge of the paper that is already straight"
  hold "Wait. There is more." {
    seconds = 5, intent = "listen", skill = "notice +1", go = "letter",
    thinks = "No hurry. It is ten to five, and here is somebody without a hurry.",
    why = "His hands are still busy. Whatever makes him straighten paper has not been said.",
  }
  you "Two visits, two soft answers. That's on us, not on you." {
    intent = "own", go = "letter",
    thinks = "On them. Good.", why = "Says whose fault it is, without a but.",
  }
  you "I'm really so very sorry about that, Mr Okafor, I can only apologise on behalf of the whole company." {
    intent = "script", go = "letter",
    thinks = "The whole company. And which one of you?",
    why = "Large and smooth. An apology needs the thing it is for, not more words.",
  }
  you "Let me get straight on to the readings, then, so we can get this solved for you." {
    intent = "act", go = "readings",
    thinks = "That was fast. I was not finished.",
    why = "Useful, and a step too early: what the letter did stays in his pocket.",
  }

moment "letter"
  cue "takes a red letter from his inside pocket, keeps it folded"
  okafor "(quiet) And on Monday, this one."
  you "What did that one do, at home?" {
    intent = "ask", mood = "heard +4", skill = "empathy +1", set = "knows_letter", go = "daughter",
    thinks = "How do you know that it did something?",
    why = "Not what it says: what it did. That is where the hurt is.",
  }
  you "You can ignore those. They go out automatically." {
    intent = "minimise", go = "ignore",
    thinks = "I cannot ignore it. It has my name on it in red.",
    why = "To you it is a print run. To him it is his name.",
  }
  hold "Look at the letter, then at him." {
    seconds = 4, intent = "listen", go = "daughter", set = "knows_letter",
    thinks = "...I had not meant to say this.",
    why = "The fold says that he isn't sure. Room lets him decide.",
  }
  you "I'd be furious if I got one of those." {
    intent = "vague", mood = "heard -4", go = "ignore",
    thinks = "I am not furious. Who are we talking about?",
    why = "Kind, and the wrong feeling. Guess loudly and he has to correct you, or leave it.",
  }

moment "ignore"
  okafor "(cold) My daughter couldn't ignore it."
  you "Your daughter saw it?" {
    intent = "rephrase", set = "knows_letter", go = "daughter",
    thinks = "Yes. That is the thing.", why = "Four words. You picked up the one that mattered.",
  }
  you "Tell her it was our mistake and there's nothing to worry about." {
    intent = "minimise", go = "readings",
    thinks = "She will think that I am saying it to calm her.",
    why = "Sends him home to do your explaining.",
  }

moment "daughter"
  okafor "(low) My daughter opened it. [beat] She asked me if I need money."
  silence "4s"
  you "And you've never owed anybody." {
    intent = "reflect", mood = "calm +4", go = "readings",
    thinks = "Thirty-one years. Not one day late.",
    why = "Says what it cost him. Short, because it is his and not yours.",
  }
  you "That must have been embarrassing for you." {
    intent = "vague", mood = "calm -6, heard -8", skill = "empathy -1", go = "readings",
    thinks = "So it is as bad as it looks.",
    why = "Names the feeling and leaves him alone in it. It needed the reason, too.",
  }
  you "That's sweet of her, though." {
    intent = "minimise", go = "readings",
    thinks = "It is not sweet. I am her father.",
    why = "True, and beside him. You comforted yourself.",
  }
  hold "Let it stand for a moment." {
    seconds = 4, intent = "listen", go = "readings",
    thinks = "I could say it, and it was not made small.",
    why = "After a sentence like that, quiet is respect.",
  }

----------------------------------------------------------------------------------------------------
moment "readings" { title = "What the readings say" }
  okafor "(flat) So. What does your machine say?"
  info "Reading July: 48,310 (estimated). Reading October: 43,871 (by hand)." { status = "The estimate was too high; the new meter was booked in twice." }
  you "July was guessed, not read. Then the new meter was entered twice. You used what you always use." {
    intent = "explain", set = "found_it", mood = "progress +14, trust +4", skill = "clarity +1", go = "fix",
    thinks = "What I always use. I said that in September.",
    why = "Plain cause, in an order he can follow, and it ends with: you were right.",
  }
  you "There's a discrepancy between the estimated consumption and the meter exchange record." {
    intent = "vague", mood = "heard -3", set = "found_it", go = "jargon",
    thinks = "And there is the wall again. Made of words.",
    why = "Correct, and for your colleagues. He can't tell whether it is good or bad.",
  }
  you "Would you read me the figure on your meter, from this photo? Then we both see it." {
    intent = "verify", mood = "trust +3, progress +8", go = "together",
    thinks = "I brought that photo in September. Nobody wanted it.",
    why = "A question that is needed, and it makes him the one who knows.",
  }
  you "I've found it. It's fixed. That was easy." {
    intent = "act", mood = "heard -6, trust -6", go = "easy",
    thinks = "Easy. Three times I came here for something easy.",
    why = "It is fixed. And now he has been made to wait three months for a minute's work.",
  }

moment "together"
  okafor "(softer) Four, three, eight, seven, one."
  you "And we billed you up to forty-eight thousand. We charged you for power that hasn't been made yet." {
    intent = "explain", set = "found_it", mood = "progress +14, calm +3", skill = "clarity +1", go = "fix",
    thinks = "Ha. Not made yet.",
    why = "His own number, set beside yours. Now he doesn't have to believe you: he can see it.",
  }
  you "Perfect, thanks, I'll forward that." {
    intent = "vague", go = "jargon",
    thinks = "Forward. To the place where things go.",
    why = "He gave you proof, and it goes into a tray.",
  }

moment "jargon"
  okafor "(wary) Is that good for me or bad?"
  you "Good. You're right, and we're wrong. July was guessed." {
    intent = "explain", set = "found_it", mood = "progress +12, trust +4", skill = "clarity +1", go = "fix",
    thinks = "Ah. Plain words, after all.", why = "The answer first. The reason after it.",
  }
  you "It's being processed, so I can't give you a definite answer just yet." {
    intent = "policy", go = "fix",
    thinks = "The red letter was definite.",
    why = "Protects you. He is the only one here without cover.",
  }

moment "easy"
  okafor "(cold) Easy. [beat] Then why three times?"
  you "Because nobody looked. You shouldn't have had to come a third time, and I'm sorry." {
    intent = "apologise", set = "found_it", mood = "trust +6, heard +4", go = "fix",
    thinks = "Nobody looked. At last somebody says so.",
    why = "He asked a real question and got a real answer. This sorry is for something.",
  }
  you "I couldn't tell you. I only started on this desk last week, so it wasn't me you spoke to." {
    intent = "vague", mood = "trust -4", set = "found_it", go = "fix",
    thinks = "And whose company is it?",
    why = "True for you. But on that side of the counter you are all of them.",
  }

----------------------------------------------------------------------------------------------------
moment "fix"
  okafor "(wary) And now?"
  you "Now I cancel the four hundred and the red letter, both, while you stand here. Sixty-one is what's open." {
    intent = "act", when = "found_it", mood = "progress +20", skill = "clarity +1", go = "paper",
    thinks = "While I stand here. That is the right order.",
    why = "Done, named and visible. The letter too, which is the part he cannot cancel himself.",
  }
  you "I'll pass it on with a note. You'll hear within ten working days." {
    intent = "vague", go = "ten_days",
    thinks = "The third time. The same ten days.",
    why = "He is back where he came in.",
  }
  you "I can knock twenty off as a goodwill gesture." {
    intent = "offer", mood = "trust -12, heard -12, progress -10", skill = "empathy -1", go = "goodwill",
    thinks = "I did not come for a present.",
    why = "A present is for somebody who asked for one. He wants what is right.",
  }
  you "Either I correct it now and you wait five minutes, or I bring the papers to your stop tomorrow." {
    intent = "offer", when = "found_it", mood = "progress +10", go = "choice",
    thinks = "My stop. Somebody remembers that I drive.",
    why = "Two real ways, and one of them bends towards him.",
  }

moment "choice"
  okafor "(softer) I have waited three months. Five minutes I have."
  you "Then look: I'm taking out the double entry. There. And there goes the reminder." {
    intent = "act", mood = "progress +26", go = "paper",
    thinks = "There it goes.", why = "He can watch it being mended. That is worth more than being told.",
  }
  you "Great. Just take a seat over there, please, and I'll call you when it's gone through." {
    intent = "script", mood = "progress +20, heard -4", go = "paper",
    thinks = "Over there. All right.", why = "It gets done. Without him, again.",
  }

moment "ten_days"
  okafor "(tight) Ten days. And the red letter runs on?"
  you "No. That one I stop, here and now. The bill I can't push any faster." {
    intent = "own", mood = "progress +8", go = "paper",
    thinks = "The letter stops. The four hundred stays.",
    why = "You heard the word that frightens him. The number behind it goes home with him all the same.",
  }
  you "The reminder is a different department, I'm afraid. I can give you their number." {
    intent = "policy", mood = "trust -4, calm -6", go = "form",
    thinks = "One house, two doors, and I run between them.",
    why = "Your departments are not his problem, until you make them his.",
  }

moment "goodwill"
  okafor "(low) Keep your twenty. Make it right."
  you "You're right. It isn't a present you need. I'm cancelling it." {
    intent = "act", mood = "heard +4, progress +6", go = "paper",
    thinks = "Now it is being done.", why = "Takes the refusal as information.",
  }
  you "It's the most I can do without my supervisor, and she's gone home already." {
    intent = "policy", mood = "calm -4", go = "form",
    thinks = "Then I want the supervisor.", why = "A wall with a door in it that he has to find.",
  }

moment "form"
  okafor "(cold) Give me the form. The one for complaints."
  you "You'll have it. And before you fill it in: let me cancel that letter. Nobody should carry that home." {
    intent = "act", when = "found_it", mood = "heard +6, calm +6, progress +8", go = "paper",
    thinks = "...the form, without a fight. And then the letter.",
    why = "His right first, without a fight. Then he doesn't need it so badly.",
  }
  you "Of course. It's online, under Service." {
    intent = "policy", go = "complaint",
    thinks = "Under Service.", why = "The form, from somebody who wants you to stop standing here.",
  }
  hold "Hand him the form without a word." {
    seconds = 4, mood = "calm -2, heard -6", go = "complaint",
    thinks = "They are glad to be rid of me.",
    why = "This silence is not listening. It is a door.",
  }

----------------------------------------------------------------------------------------------------
moment "paper"
  cue "does not pick up the bills yet"
  okafor "(wary) And when it says so on your screen, where does it say so for me?"
  you "On paper: our mistake, not yours, my name under it. One page, for the kitchen table." {
    intent = "confirm", when = "knows_letter", set = "in_writing", mood = "trust +6, calm +6, progress +10", skill = "empathy +1", go = "goodbye",
    thinks = "For the table. So that she can read it.",
    why = "The letter did the harm at home. So the repair has to come home too.",
  }
  you "I'll print you the corrected bill." {
    intent = "confirm", set = "in_writing", go = "goodbye",
    thinks = "A bill. All right.", why = "Right, and only for the number.",
  }
  you "You'll see it in the online portal tomorrow, under 'Documents', after the night run has gone through." {
    intent = "vague", mood = "effort +5", go = "goodbye",
    thinks = "I pay at the counter. Since 1993.",
    why = "It was on your screen: he has never used it.",
  }
  you "You have my word on it." {
    intent = "promise", mood = "heard -2", go = "goodbye",
    thinks = "I have had two words already.",
    why = "Warm, and it's paper he asked for.",
  }

moment "goodbye"
  go "handshake"  { when = "in_writing and knows_letter and heard >= 54 and trust >= 60 and progress >= 90" }
  go "right_bill" { when = "progress >= 60" }
  go "thanks_anyway" { when = "heard >= 34 and trust >= 34" }
  go "complaint"  { when = "trust >= 25" }
  go "walked_out"

----------------------------------------------------------------------------------------------------
outcome "handshake" { title = "He shook your hand", rating = "strong",
                      summary = "The number was wrong on the paper. What hurt was who had read it." }
  cue "folds the page once and puts it where the red letter was"
  okafor "(warm) My daughter will want to know your name. [beat] I'll tell her."
  debrief "The bill took two minutes. The letter took listening. He came for both."

outcome "right_bill" { title = "The bill is right. He says nothing.", rating = "mixed",
                       summary = "Fixed, not heard: everything was correct in the end. When did he stop looking at you?" }
  okafor "(polite) Thank you. Good evening."
  debrief "You mended the number. Find the place where he was about to tell you what it had done." { when = "not knows_letter" }
  debrief "You knew about his daughter. What did he take home for her?" { when = "knows_letter and not in_writing" }

outcome "thanks_anyway" { title = "He thanks you. The bill still says 412.", rating = "mixed",
                          summary = "Heard, not fixed: he felt seen, and he has to come a fourth time." }
  okafor "(quiet) You listened. [beat] I'll come in again, then."
  debrief "Kind words carried him to the door. Which sentence would have carried the number?"

outcome "complaint" { title = "He fills in the form. In capital letters.", rating = "weak",
                      summary = "He was still talking to you when he asked for the form. What did he ask for before it?" }
  cue "borrows your pen, and does not look up"
  debrief "A form is what people ask for when the person in front of them has become a counter."

outcome "walked_out" { title = "He walked out", rating = "weak",
                       summary = "Three bills stay behind on the counter. The edges are still lined up." }
  cue "leaves the bills where they lie"
  debrief "Look at the first line where you were right and he was alone."

reflect "What did the red letter do that the wrong bill did not?"
reflect "Which kind-sounding line of yours made it smaller than it was to him?"
reflect "What would you put on one page for somebody's kitchen table?"

----------------------------------------------------------------------------------------------------
test "read, ask, hear, mend, and put it on paper" {
  play = { "Read all three", "What did they tell you", "Wait. There is more", "What did that one do", "And you've never owed",
           "Would you read me", "And we billed you", "Now I cancel", "On paper" },
  ends = "handshake", holds = { "in_writing", "knows_letter", "progress >= 90" },
}
test "straight to the number" {
  play = { "The third. So", "I can see it", "Let me get straight", "July was guessed", "Now I cancel", "I'll print you" },
  ends = "right_bill", holds = { "not knows_letter", "found_it" },
}
test "kind, and nothing done" {
  play = { "Read all three", "What did they tell you", "Two visits", "Look at the letter", "Let it stand", "Would you read me",
           "Perfect, thanks", "Good. You're right", "I'll pass it on", "No. That one I stop", "You have my word" },
  ends = "thanks_anyway", holds = { "heard >= 34", "progress < 60" },
}
test "the form, because nobody was there" {
  play = { "Read all three", "I can see it", "Two visits", "You can ignore", "Your daughter saw", "And you've never owed",
           "There's a discrepancy", "It's being processed", "I can knock twenty", "It's the most", "Of course. It's online" },
  ends = "complaint",
}
test "soft answers for the third time" {
  play = { "Oh, don't worry", "What I mean is", "Have you had electric", "It's just a question" },
  ends = "walked_out",
}
