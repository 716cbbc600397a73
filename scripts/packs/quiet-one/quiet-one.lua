-- THE QUIET ONE -- a caller who says very little. By phone.
-- What it teaches: to hear what is not said. Nearly everything he tells you is in a pause, a
-- breath, a tense. Some silences are room, and some are absence: both are in here.
-- For the facilitator: this is about a loss. Say so before you begin, and leave people the door.

scenario "The quiet one" {
  channel = "phone", minutes = 7, level = "stretch",
  brief = "You take calls for a shop that sells things for babies. A man rings about a return. This one is about a loss; you can stop at any time.",
  goal  = "He should have one thing less to carry when he puts the phone down, and not have had to explain himself.",
}
use "customer" { on_leaving = "put_down" }

jonas = customer "Jonas Lind" {
  about = "Rings in his lunch break, from the car.",
  portrait = { seed = 2, age = "adult", skin = "fair", hair = "short brown", beard = "stubble", earrings = false },
  pronoun = "he",
}

flag "no_reason"  "He did not have to give a reason"
flag "understood" "You understood, without his having to say it"
flag "fetched"    "The parcel is fetched, he carries nothing"
flag "mails_off"  "The countdown e-mails are stopped"

screen {
  { "Order", "Pram 'Luna', sand" },
  { "Delivered", "6 weeks ago" },
  { "Price", "749.00" },
  { "Return until", "4 weeks after delivery" },
  { "Reason", "must be given" },
  { "Also on the account", "'Week by week', the e-mail countdown" },
}

rule "asked again" {
  when = "now(repeat) and (said(repeat) + said(policy)) > 1", once = true, mood = "calm -6, trust -6",
  thinks = "I can't say it again. I can't.",
  why = "A question that costs nothing to ask can cost a great deal to answer. Twice is too often.",
}

----------------------------------------------------------------------------------------------------
moment "ringing" { title = "An open line" }
  mood "calm +14, trust +4"             -- he is not angry, he is sad
  note "Play the first two lines, then stop. How many seconds was that? Did anybody want to speak?"
  jonas "(quiet) Hello. I'd like to send something back."
  cue "traffic, then a car door; then it is quiet"
  silence "4s"

  notice "What is this silence?" {
    "The line is bad",
    "He is looking for the order number",
    "There is a word that he does not want to say",
    answer = 3,
    because = "He shut the car door before he said it. People look for a quiet place for a sentence that is hard.",
  }

  you "No problem at all. Order number and the reason for the return?" {
    intent = "script", go = "form",
    thinks = "The reason.",
    why = "Friendly, quick, and it asks for the very thing he is going round.",
  }
  hold "Let him get there." {
    seconds = 4, intent = "listen", skill = "notice +1", go = "item",
    thinks = "All right. Say it.",
    why = "He has chosen a place and a moment. He will come to it, if nobody is quicker.",
  }
  you "Hello? Can you still hear me?" {
    intent = "interrupt", go = "item",
    thinks = "Yes. I can hear you.",
    why = "The line was fine. It was the word that was missing.",
  }
  you "Of course. What's going back?" {
    intent = "ask", go = "item",
    thinks = "It. Just say what it is.",
    why = "Asks for the thing, and leaves the reason alone.",
  }

moment "form"
  jonas "(flat) A pram. [beat] I don't have the number here."
  you "You don't need it. I've found it by your name." {
    intent = "own", mood = "heard +4, progress +4", go = "unopened",
    thinks = "Good. One thing less.",
    why = "Takes the first errand off him, and lets the question about the reason drop.",
  }
  you "And what was wrong with it? Wrong colour? Wrong size?" {
    intent = "repeat", mood = "heard -4", go = "reason",
    thinks = "Wrong.",
    why = "You read him the list. His word is not on it.",
  }

moment "item"
  jonas "(flat) A pram."
  cue "breathes in as if to go on, and does not"
  silence "3s"
  you "Oh, lovely. Boy or girl?" {
    intent = "script", mood = "calm -10, heard -14", skill = "notice -1", go = "boy_or_girl",
    thinks = "...",
    why = "What one says about prams. He is sending it back.",
  }
  you "The pram. All right, I'll see to that with you." {
    intent = "rephrase", go = "unopened",
    thinks = "With me. All right.",
    why = "Says back the one word that he has managed. No question mark.",
  }
  hold "Don't fill it." {
    seconds = 4, intent = "listen", go = "unopened",
    thinks = "There's somebody there. And not pushing.",
    why = "He breathed in. What comes next is his.",
  }
  you "Is it damaged? We can send you a new one by Friday." {
    intent = "offer", mood = "calm -4", go = "reason",
    thinks = "A new one. By Friday.",
    why = "The fastest solution for a problem that he doesn't have.",
  }

moment "boy_or_girl"
  cue "nothing; a lorry goes by"
  silence "6s"
  you "I shouldn't have asked that. I'm sorry. The pram goes back, I'll see to it." {
    intent = "apologise", mood = "heard +10, trust +6, calm +4", set = "understood", go = "unopened",
    thinks = "It was noticed. All right. Go on.",
    why = "Six seconds said everything. You heard them, and did not make him say it.",
  }
  you "Hello? Sorry, I think I've lost you." {
    intent = "interrupt", mood = "calm -3", go = "unopened",
    thinks = "No. Not me.",
    why = "You had an answer, and took it for a bad line.",
  }
  you "Or is it still a secret?" {
    intent = "minimise", mood = "calm -8", go = "put_down",
    thinks = "I'll ring another time. Or I won't.",
    why = "A joke to get over your own embarrassment. There is nobody left to hear it.",
  }

----------------------------------------------------------------------------------------------------
moment "unopened"
  jonas "(quiet) It hasn't been opened."
  silence "3s"
  you "You don't have to tell me why." {
    intent = "reflect", mood = "trust +6, heard +4", set = "understood", skill = "notice +1", go = "reason",
    thinks = "How...? No. Doesn't matter. Thank you.",
    why = "Six weeks in a hall, a closed box, a man in a car. You put it together, and kept it to yourself.",
  }
  you "Perfect. Unopened means you get everything back." {
    intent = "explain", mood = "heard -6", go = "reason",
    thinks = "Perfect. Everything.",
    why = "Correct. Listen to the two words once more, with his ears.",
  }
  you "Oh no. Did something happen to the baby?" {
    intent = "interrupt", mood = "calm -14, heard -8", go = "said",
    thinks = "Don't. Don't make me.",
    why = "You guessed right. But you said it, and it was his to say, or not.",
  }
  you "Then let's see. Delivered six weeks ago, so the return period is over." {
    intent = "policy", go = "deadline",
    thinks = "Four weeks. We weren't looking at the calendar.",
    why = "True to the day. He is being told that he was late.",
  }

moment "deadline"
  jonas "(tired) I see. [beat] Then I'll leave it."
  you "No, don't. That date is ours to move, and I've moved it." {
    intent = "act", mood = "heard +6, progress +4", go = "reason",
    thinks = "Oh. So it can be done.",
    why = "You heard 'then I'll leave it' for what it was: somebody giving up.",
  }
  you "I could ask whether they'd make an exception. What should I write as the reason?" {
    intent = "repeat", go = "reason",
    thinks = "A reason that is good enough.",
    why = "Makes him plead. For a thing he does not want to say.",
  }
  hold "Wait and see what he decides." {
    seconds = 5, mood = "calm -4, heard -8", go = "put_down",
    thinks = "Then that's that.",
    why = "He had said goodbye already. This silence let him go.",
  }

moment "reason"
  info "Return form: the field 'reason' must be filled in." { status = "damaged / wrong size / changed mind / late / other" }
  jonas "(guarded) Do you have to put a reason?"
  you "I'll put 'other'. That's all it says, and nobody will ask again." {
    intent = "act", set = "no_reason", mood = "heard +10, trust +4, progress +8", go = "said",
    thinks = "Other. Yes. It is that.",
    why = "You kept him off the form. 'Nobody will ask again' is the part that he was afraid of.",
  }
  you "The system wants one. Changed your mind, shall we say?" {
    intent = "policy", mood = "heard -6, calm -6", go = "mind",
    thinks = "Changed my mind.",
    why = "One word for the form. For him it is a lie about the biggest thing in his life.",
  }
  hold "Give him time to think of one." {
    seconds = 5, mood = "calm -8, heard -8", skill = "notice -1", go = "mind",
    thinks = "They are waiting for it.",
    why = "He asked you something. Quiet, here, is pressure.",
  }
  you "Only if you'd like to. Or just tell me where it is now." {
    intent = "ask", set = "no_reason", mood = "heard +8", go = "said",
    thinks = "In the hall. Behind the coats.",
    why = "Opens one door and holds another beside it. He can take the easier one.",
  }

moment "mind"
  jonas "(very quiet) No. [beat] We didn't change our mind."
  silence "5s"
  you "No. Forgive me. The field stays empty." {
    intent = "apologise", set = "no_reason", mood = "heard +12, trust +6, calm +4", go = "said",
    thinks = "Empty. That is the right word for it.",
    why = "Short. Sorry for the exact thing, and it is mended in the same breath.",
  }
  you "Then I'd need to know what to put instead." {
    intent = "repeat", mood = "calm -8", go = "put_down",
    thinks = "I can't do this.",
    why = "The form has won.",
  }
  you "I'm terribly sorry for any inconvenience this may have caused you." {
    intent = "script", mood = "heard -6", go = "said",
    thinks = "Inconvenience.",
    why = "Words for a late parcel. They were lying nearest.",
  }

----------------------------------------------------------------------------------------------------
moment "said"
  jonas "(barely) It's just that it's in the hall. And my wife walks past it."  { when = "no_reason" }
  jonas "(tight) We don't need it any more. It's been in the hall for six weeks."       { when = "not no_reason" }
  cue "he covers the phone; then he is there again"
  silence "4s"
  hold "Stay on the line. Nothing else." {
    seconds = 6, intent = "listen", skill = "notice +1", set = "understood", go = "how",
    thinks = "Still there. Not saying anything. That's good.",
    why = "There is no sentence for this. Somebody who stays is one.",
  }
  you "I'm sorry, Mr Lind. We'll get it out of the hall." {
    intent = "reflect", mood = "trust +6", set = "understood", go = "how",
    thinks = "Out of the hall. Yes.",
    why = "Four words for him, seven for what he needs. It does not ask him to say any more.",
  }
  you "Everything happens for a reason. You're both still young." {
    intent = "minimise", mood = "calm -10, trust -8", skill = "empathy -1", go = "how",
    thinks = "Hang up. Just hang up.",
    why = "Comfort for the one who says it.",
  }
  you "I can't even imagine what you're going through right now, it must be so incredibly hard for you both." {
    intent = "vague", mood = "heard -4", go = "how",
    thinks = "No. You can't.",
    why = "Kind and long. He has to carry it, on top. The long word for it is the wrong one.",
  }

moment "how"
  jonas "(flat) How does it get to you?"
  you "We fetch it. You don't carry it, and you don't queue with it." {
    intent = "act", set = "fetched", mood = "progress +18, calm +4", go = "one_more",
    thinks = "I had seen myself in that queue.",
    why = "You saw the queue in the parcel shop before he had to stand in it.",
  }
  you "I'll e-mail you a label. Any parcel shop will take it, as long as it's well wrapped." {
    intent = "explain", mood = "effort +20, heard -4", go = "one_more",
    thinks = "With that box under my arm. Between the others.",
    why = "Easy for anybody else. Picture him with it in the queue.",
  }
  you "The driver can ring, or he takes it from the hall while you're out. Whichever's easier." {
    intent = "offer", set = "fetched", mood = "progress +22, heard +6", go = "one_more",
    thinks = "While we're out. Then we come home, and it's gone.",
    why = "Two real ways, and you thought of the moment when the door closes.",
  }
  you "Have you perhaps thought of keeping it, for later?" {
    intent = "minimise", mood = "calm -14, trust -10", skill = "empathy -2", go = "later",
    thinks = "Later.",
    why = "Meant as hope. It tells him that he is wrong to want it gone.",
  }

moment "later"
  jonas "(cold) I'd like it gone. That's why I'm ringing."
  you "Yes. It goes. Thursday." {
    intent = "act", set = "fetched", mood = "progress +14, heard +6", go = "one_more",
    thinks = "Thursday.", why = "Four words. Anything longer would have been about you.",
  }
  you "I only meant well." {
    intent = "blame", mood = "heard -4", go = "one_more",
    thinks = "And now I have to be nice about it.", why = "He rang for help, and is asked to forgive.",
  }

moment "one_more"
  cue "a phone hums on his side; he does not look"
  silence "3s"
  jonas "(tired) Right. [beat] Well, then."
  notice "Is he finished?" {
    "Yes: 'well, then' means goodbye",
    "No: something hums, and he stays on the line",
    answer = 2, skill = "notice",
    because = "People who are finished say goodbye. He says 'well, then', and waits.",
  }
  hold "Wait one moment longer than feels polite." {
    seconds = 4, intent = "listen", skill = "notice +1", go = "mails",
    thinks = "Then I'll say that as well.",
    why = "It is the last silence, and the one that holds the most.",
  }
  you "Is there anything from us that still keeps coming?" {
    intent = "ask", mood = "heard +6", skill = "notice +1", go = "mails",
    thinks = "How do you know that?",
    why = "You looked at his account with his eyes: the countdown is still running.",
  }
  you "Can I do anything else for you today?" {
    intent = "script", go = "last",
    thinks = "Today. No.",
    why = "The question from the card. The only answer to it is no.",
  }
  you "Your money will be with you in five to seven working days." {
    intent = "explain", mood = "progress +8, heard -2", go = "last",
    thinks = "The money. Yes.",
    why = "Correct, and what you would ask about. He has not mentioned it.",
  }

moment "mails"
  jonas "(unsteady) The e-mails. 'Week 34.' [beat] 'Your baby can hear you now.'"
  silence "5s"
  you "They stop now. The countdown, the vouchers, all of it. For her address, too." {
    intent = "act", set = "mails_off", mood = "heard +8, trust +6, progress +26", go = "last",
    thinks = "For hers, too. I hadn't dared to ask.",
    why = "Done at once, all of it, and you thought of the one who isn't on the phone.",
  }
  you "There's a link at the bottom of every e-mail. It takes two clicks." {
    intent = "policy", mood = "heard -4", go = "last",
    thinks = "I would have to open one.",
    why = "Two clicks. To get to them he has to read it.",
  }
  you "Oh God. That's horrible." {
    intent = "vague", mood = "heard +6", go = "last",
    thinks = "Yes. And tomorrow is week 35.",
    why = "True, and human. And tomorrow the next one comes.",
  }
  hold "Be quiet with him." {
    seconds = 5, mood = "heard +6, calm +2", go = "last",
    thinks = "Thank you for being quiet. But who stops them?",
    why = "The right silence in the wrong place: this was something that you could do.",
  }

moment "last"
  jonas "(quiet) Thank you."
  you "Thursday, between four and six. Nobody rings the bell. Goodbye, Mr Lind." {
    intent = "confirm", when = "fetched", mood = "progress +8, trust +4", go = "goodbye",
    thinks = "Nobody rings the bell.",
    why = "What, when, and what will not happen. He can hold on to that.",
  }
  you "You're welcome! Have a wonderful day!" {
    intent = "script", mood = "heard -8", go = "goodbye",
    thinks = "A wonderful day.",
    why = "It says itself. That is what is wrong with it.",
  }
  you "I'll get that moving today." {
    intent = "own", mood = "progress +4", go = "goodbye",
    thinks = "Today. All right.", why = "Plain, and yours.",
  }
  you "And I promise you it'll get easier." {
    intent = "promise", mood = "heard -6", go = "goodbye",
    thinks = "You don't know that.", why = "Not yours to promise.",
  }

moment "goodbye"
  go "gone"      { when = "fetched and mails_off and heard >= 55 and trust >= 60" }
  go "collected" { when = "fetched" }
  go "gentle"    { when = "heard >= 40 and trust >= 40" }
  go "put_down"

----------------------------------------------------------------------------------------------------
outcome "gone" { title = "On Thursday it is gone, and nobody asked why", rating = "strong",
                 summary = "He said some sixty words. Which of them did you hear best?" }
  jonas "(low) You didn't ask. [beat] Thank you for not asking."
  debrief "You took three things off him: the box, the form, and week 35." { when = "no_reason" }
  debrief "You took the box off him, and week 35. The form he had to carry alone." { when = "not no_reason" }
  debrief "You understood it before he had to say it." { when = "understood" }

outcome "collected" { title = "It is fetched. On Friday comes week 35.", rating = "mixed",
                      summary = "Fixed, not heard: the return is faultless. What hummed in his pocket?" }
  jonas "(polite) Thursday. Good. Goodbye."
  debrief "The parcel was the thing he could ask for. There was one that he couldn't." { when = "not mails_off" }
  debrief "All of it was done. He had to come a long way for it."                       { when = "mails_off" }

outcome "gentle" { title = "You were kind. The box stays in the hall.", rating = "mixed",
                   summary = "Heard, not fixed: he felt it. And this evening they both walk past it." }
  jonas "(soft) You were nice about it. [beat] I'll see how I get it there."
  debrief "Kindness would have been a driver."

outcome "put_down" { title = "He puts the phone down", rating = "weak",
                     summary = "It took him three weeks to make this call. Where did it end, before it ended?" }
  cue "the engine starts; then the line is dead"
  debrief "Find the question that only the form needed."

reflect "Which silence of yours was room, and which one was absence? How could he tell?"
reflect "What does your form ask that nobody should have to answer?"
reflect "What is still running, at your place, for somebody who needs it to stop?"

----------------------------------------------------------------------------------------------------
test "few words, all of them heard" {
  play = { "Let him get there", "The pram. All right", "You don't have to tell", "I'll put 'other'", "Stay on the line", "We fetch it",
           "Is there anything from us", "They stop now", "Thursday, between" },
  ends = "gone", holds = { "mails_off", "no_reason", "heard >= 55" },
}
test "a faultless return" {
  play = { "No problem at all", "You don't need it", "Perfect. Unopened", "I'll put 'other'", "I'm sorry, Mr Lind", "We fetch it",
           "Can I do anything else", "Thursday, between" },
  ends = "collected", holds = { "not mails_off", "fetched" },
}
test "kind, with a label" {
  play = { "Of course. What's going", "Don't fill it", "You don't have to tell", "Only if you'd like", "Stay on the line", "I'll e-mail you a label",
           "Wait one moment", "Be quiet with him", "You're welcome" },
  ends = "gentle", not_offered = { "Thursday, between" },
}
test "the form wins" {
  play = { "No problem at all", "And what was wrong", "The system wants one", "Then I'd need" },
  ends = "put_down",
}
