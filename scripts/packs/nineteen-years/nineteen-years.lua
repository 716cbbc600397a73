-- NINETEEN YEARS -- a loyal customer rings up to leave. By phone.
-- What it teaches: "I want to cancel" is the end of a story, and there is a price in it and a
-- person in it. Answer the price and she may stay, and feel bought. Hear the person, and even a
-- goodbye can be a good ending. Nothing here is won by talking her out of it.

scenario "Nineteen years" {
  channel = "phone", minutes = 8, level = "stretch",
  brief = "You answer the phone for a telephone and internet company. A customer rings to cancel. The system offers you a retention discount.",
  goal  = "She should put the phone down feeling that nineteen years were seen. Whether she stays is hers to decide.",
}
use "customer" { on_leaving = "hung_up" }

abel = customer "Ruth Abel" {
  about = "A customer for nineteen years. Used to teach the piano.",
  portrait = { seed = 5, age = "older", hair = "bun", glasses = true },
  pronoun = "she",
}

flag "knows_price" "You know that she found out what new customers pay"
flag "knows_name"  "You know whose name is still on the letters"
flag "name_mended" "The letters go to her, in her own name"
flag "bought"      "You offered money before you knew why"
flag "let_go"      "You told her that leaving is all right"

framework "Listen first" {
  { "hear her out", "listen", "ask" }, { "say it back", "rephrase", "reflect" },
  { "own it", "own", "apologise" }, { "mend it", "act", "offer" }, { "say what happens", "confirm", "explain" },
}

screen {
  { "Account", "Mr Harold Abel" },
  { "Customer since", "19 years" },
  { "Pays", "54.90 a month" },
  { "New customers pay", "24.90 a month" },
  { "Offer for leavers", "29.90 for 12 months" },
  { "Notes", "2 calls: change of name (open)" },
}

rule "the second pitch" {
  when = "now(offer) and bought and not knows_name and turn > 3", once = true, mood = "trust -8, calm -4",
  thinks = "There is a list, and I am being read down it.",
  why = "One offer is help. The second, while she is still not heard, is selling.",
}

----------------------------------------------------------------------------------------------------
moment "ringing" { title = "She has it written down" }
  note "Ask the room: she has prepared this sentence. What does that tell you?"
  abel "(polite) Good morning. I should like to cancel my contract, please. I have the number here."
  cue "paper rustles; she is reading it off"
  silence "2s"

  notice "How does she sound?" {
    "Cheerful, it is a small errand",
    "Furious",
    "Like somebody who has practised this sentence, so that nothing can go wrong in it",
    answer = 3,
    because = "Formal, complete, and read from paper. People write a sentence down when they expect to be talked out of it.",
  }

  you "Before you do that: I can get you down to 29.90 today." {
    intent = "offer", set = "bought", mood = "heard -6", go = "discount",
    thinks = "So it can be done. For nineteen years it could be done.",
    why = "The quickest way to tell her that she has been paying too much.",
  }
  you "I'll do that with you. May I ask what has brought you to it?" {
    intent = "ask", set = "let_go", mood = "calm +4", go = "prepared",
    thinks = "No argument. And I had three answers ready for one.",
    why = "First yes, then the question. Now it isn't a trick, and she may put the paper down.",
  }
  you "Oh no. We'd be so sad to lose you, after all this time." {
    intent = "script", go = "sad",
    thinks = "You don't know who I am.",
    why = "Sounds like feeling. It asks her to look after yours.",
  }
  hold "Leave her the time to put the paper down." {
    seconds = 4, intent = "listen", skill = "notice +1", go = "prepared",
    thinks = "Nobody is pouncing.",
    why = "She is braced for a pitch. Where none comes, there is room for the reason.",
  }

moment "discount"
  abel "(cool) Twenty-nine ninety. And yesterday it was fifty-four."
  cue "puts the pen down, quite hard"
  you "That was the wrong way round. I offered before I asked. What made you decide?" {
    intent = "own", mood = "heard +4", go = "prepared",
    thinks = "Well. Somebody there can hear themselves.",
    why = "Takes the pitch off the table, and asks.",
  }
  you "It's a special offer, Mrs Abel, only for our most loyal customers. It isn't on the website." {
    intent = "vague", mood = "trust -8", go = "neighbour",
    thinks = "Loyal. The boy upstairs moved in last month.",
    why = "She knows better. Now you have said something that isn't so.",
  }
  you "I can go to 26.90, but that is really the floor." {
    intent = "offer", mood = "trust -12, heard -10", go = "neighbour",
    thinks = "It is a bazaar. I never learnt how to do bazaars.",
    why = "Each step down says what the last nineteen years were worth.",
  }

moment "sad"
  abel "(dry) Would you. What is my name, then?"
  you "I only see the name on the account, and that isn't yours. Tell me?" {
    intent = "ask", mood = "trust +4", set = "knows_name", go = "his_name",
    thinks = "You looked. And you noticed.",
    why = "The honest answer was on your screen, and it is the reason why she rings.",
  }
  you "Mrs Abel, of course. You're one of our most valued customers, it says so here." {
    intent = "script", go = "neighbour",
    thinks = "Valued. Fifty-four ninety.",
    why = "Second phrase from the list. She was asking whether anybody is there.",
  }
  hold "Let the question stand. It is a fair one." {
    seconds = 4, mood = "heard -6, calm -3", go = "neighbour",
    thinks = "They don't know it.",
    why = "She asked you something. This silence isn't room, it is no answer.",
  }

----------------------------------------------------------------------------------------------------
moment "prepared"
  abel "(steadier) The young man upstairs showed me his bill. We have the same thing, he and I."
  set "knows_price"
  silence "2s"
  abel "(flat) He pays twenty-four ninety."
  you "And you've paid more than double, for longer than he's been alive." {
    intent = "reflect", go = "years",
    thinks = "The boy is twenty-two. Nearly, yes.",
    why = "Says the sting aloud. It isn't the thirty, it is being the one who didn't ask.",
  }
  you "That's our introductory rate. It's only for the first year." {
    intent = "policy", go = "rule",
    thinks = "So it is a rule. Then it was a rule that nobody told me.",
    why = "True. And the answer to a question she didn't ask.",
  }
  you "You could have switched tariffs at any time, you know." {
    intent = "blame", go = "rule",
    thinks = "I see. I was stupid.",
    why = "Turns your silence into her mistake.",
  }
  you "I can match that. 24.90, from today." {
    intent = "offer", set = "bought", mood = "progress +15", go = "matched",
    thinks = "That was quick. It was always lying there, then.",
    why = "The number is right. She hasn't been heard yet, so it feels like hush money.",
  }

moment "neighbour"
  abel "(cool) The young man upstairs pays twenty-four ninety. I saw his bill."
  set "knows_price"
  you "Then you've every reason to be cross. I'd want to know why, too." {
    intent = "reflect", go = "years",
    thinks = "Cross. Yes. Thank you, that is the word.",
    why = "Late, but it is the first sentence that is on her side.",
  }
  you "New customers get special conditions, that's the same everywhere." {
    intent = "policy", go = "rule",
    thinks = "Everywhere. Then I can go anywhere.",
    why = "It even makes the case for leaving.",
  }
  you "All right. 24.90, and we call it quits?" {
    intent = "offer", set = "bought", mood = "heard -6, progress +10", go = "matched",
    thinks = "Quits. Like after a quarrel.",
    why = "She didn't come to haggle. She came because nobody had thought of her.",
  }

moment "rule"
  abel "(cold) I taught children for forty years. When a rule was unfair, I told them so."
  you "It is unfair. You stayed, and that's who paid for the others." {
    intent = "own", mood = "heard +8", go = "years",
    thinks = "Out loud. Nobody there has ever said it.",
    why = "No but. The company looks worse, and you look like somebody.",
  }
  you "I don't make the prices, I'm afraid. I only see what the system shows me." {
    intent = "policy", go = "years",
    thinks = "No. You only read them out.",
    why = "True of you, no use to her.",
  }
  hold "Say nothing. Let her have that one." {
    seconds = 4, intent = "listen", go = "years",
    thinks = "No answer back. Harold would have liked that.",
    why = "She has just told you who she is. Leave it room.",
  }

moment "matched"
  abel "(quiet) Twenty-four ninety. [beat] I'd thought I should be more pleased."
  you "What would you have been pleased about?" {
    intent = "ask", mood = "heard +6", go = "years",
    thinks = "That is a good question. That is a teacher's question.",
    why = "You heard the half sentence behind the thanks.",
  }
  you "Wonderful. Then I'll book that in and we're done." {
    intent = "act", go = "signed",
    thinks = "Done. Yes, I suppose so.",
    why = "She said, quite clearly, that it isn't the money. You booked the money.",
  }
  you "And I can add the film package, free for three months." {
    intent = "offer", mood = "heard -12, trust -8", go = "years",
    thinks = "I said something, and I was sold a film.",
    why = "A present, laid over a sentence that wanted to be heard.",
  }

----------------------------------------------------------------------------------------------------
moment "years"
  abel { "(softer) Nineteen years. My husband signed it. He liked to have everything with one firm.",
         "(quiet) As I said. My husband signed it.", pick = "first" }
  cue "a breath, and then nothing"
  silence "4s"
  hold "Stay with the silence." {
    seconds = 5, intent = "listen", skill = "notice +1, listen +1", set = "knows_name", go = "his_name",
    thinks = "I hadn't wanted to say that part.",
    why = "She stopped where it hurts, and you did not pull her on.",
  }
  you "'Liked.' Is he no longer with you?" {
    intent = "reflect", mood = "heard +2", set = "knows_name", go = "his_name",
    thinks = "One word in the wrong tense. You heard that.",
    why = "The tense of a verb was the whole message. Asked softly, it opens the door.",
  }
  you "So, shall we look at what you need? Do you use the television part?" {
    intent = "verify", mood = "heard -10", go = "needs",
    thinks = "The television part. Harold watched the skiing.",
    why = "Sensible question, straight across a grave.",
  }
  you "Nineteen years. You don't see that much these days." {
    intent = "script", mood = "heard -2", go = "needs",
    thinks = "No. You don't.",
    why = "Hears the number. She had just left the number.",
  }

moment "needs"
  abel "(flat) The telephone. And my sister, on the computer, on Sundays."
  you "Your sister on Sundays, and the telephone. Then half of this isn't for you." {
    intent = "rephrase", mood = "progress +4", go = "name_again",
    thinks = "No. Half of it was Harold's.",
    why = "Her words, and a fact she didn't have.",
  }
  you "Then I'd suggest our Comfort Basic bundle with the cloud option." {
    intent = "vague", go = "name_again",
    thinks = "I don't know what any of that is.",
    why = "Product names are a language that only you speak.",
  }

moment "name_again"
  abel "(hesitant) There is something else. The letters."
  hold "Wait." {
    seconds = 4, intent = "listen", skill = "notice +1", set = "knows_name", go = "his_name",
    thinks = "Well. I have begun, so I shall finish.",
    why = "'There is something else' is a door held open. You only have to not walk past.",
  }
  you "You can switch those to e-mail in the app." {
    intent = "explain", mood = "heard -8", go = "decide",
    thinks = "That isn't what I was going to say.",
    why = "Answers a sentence she hadn't finished.",
  }
  you "What is it about the letters?" {
    intent = "ask", set = "knows_name", go = "his_name",
    thinks = "Now I shall have to say it.",
    why = "Plain, open, short.",
  }

moment "his_name"
  abel "(low) He died in March, two years ago. They still write 'Dear Mr Abel'. Every month."
  abel "(quiet) I rang twice. They said he has to sign for it."
  silence "3s"
  you "That he has to sign. I'm ashamed of that, Mrs Abel." {
    intent = "apologise", mood = "trust +6, heard +6", skill = "empathy +1", go = "mend",
    thinks = "Ashamed. Yes. So somebody is.",
    why = "A feeling of your own, about the exact thing. That is what an apology is.",
  }
  you "My condolences. For the change of name we need the certificate of death." {
    intent = "policy", mood = "calm -4", go = "certificate",
    thinks = "I sent it. Twice. Do they think that I make it up?",
    why = "The word is right and the next one takes it back.",
  }
  you "I know just how you feel. I lost my grandfather last year." {
    intent = "vague", mood = "heard -6", skill = "empathy -1", go = "mend",
    thinks = "I'm sorry for you. But I rang about Harold.",
    why = "Well meant. Now there are two griefs on the line, and she is polite enough to tend yours.",
  }
  you "Every month, his name on the doormat." {
    intent = "reflect", go = "mend",
    thinks = "I turn it over, so that I need not see it.",
    why = "Says what the letter does, not what it is. Few words.",
  }

moment "certificate"
  abel "(tight) I've sent it. By post, and then in the shop, over the counter."
  you "Then we have it, and I won't ask you a third time. I'll find it." {
    intent = "own", mood = "heard +6", go = "mend",
    thinks = "I shan't be asked again.", why = "Takes the errand off her. It was never hers.",
  }
  you "I can't see it here. Could you send it once more, by e-mail, to the address I'll give you?" {
    intent = "repeat", mood = "calm -4", go = "decide",
    thinks = "A third time. I would have to hold it in my hand a third time.",
    why = "Your filing is heavier for her than you can see.",
  }

----------------------------------------------------------------------------------------------------
moment "mend"
  info "Change of holder: certificate received 14 May, 'awaiting signature of holder'." { status = "You can close it yourself." }
  abel "(tired) It's only a name, I know."
  you "It isn't only a name. It's done: Ruth Abel, from today. The old letters stop." {
    intent = "act", set = "name_mended", mood = "heard +6, progress +30", go = "decide",
    thinks = "Ruth. It says Ruth.",
    why = "Contradicts her in the one place where she wants to be contradicted. And it is finished.",
  }
  you "I'll pass that on to contract administration." {
    intent = "vague", mood = "trust -4", go = "decide",
    thinks = "That is where it has been since May.",
    why = "You could have closed it. She would have waited.",
  }
  you "Exactly, that's changed in no time. And the cheaper tariff on top." {
    intent = "offer", set = "name_mended", mood = "heard -14, progress +30, calm -4", go = "decide",
    thinks = "On top.",
    why = "It gets done, and it has become a bonus.",
  }
  hold "Look for the form while she waits." {
    seconds = 8, mood = "calm -6, heard -4", go = "gone_quiet",
    thinks = "Gone. They always go, at that point.",
    why = "Silence while you work sounds like silence. Say what you are doing.",
  }

moment "gone_quiet"
  abel "(uncertain) Hello? Are you still there?"
  you "Here. I was closing the thing they left open in May. It says Ruth Abel now." {
    intent = "act", set = "name_mended", mood = "heard +4, progress +28", go = "decide",
    thinks = "Oh. That was what the quiet was.", why = "Says what the silence was for, and what came of it.",
  }
  you "Sorry, the system is slow today. We've had an update, and nothing is where it used to be." {
    intent = "script", go = "decide",
    thinks = "It was slow in May, too.", why = "An excuse where she needed news.",
  }

moment "decide"
  abel "(thoughtful) I did write it down, you know. 'I wish to cancel.'" { when = "calm >= 35" }
  abel "(firm) I still wish to cancel."                                  { when = "calm < 35" }
  you "Then it's yours to say. I'll cancel it, and nobody will ring you to change your mind." {
    intent = "own", set = "let_go", mood = "calm +6, trust +6", go = "free",
    thinks = "Nobody will ring. I had been afraid of that.",
    why = "Gives her the door. People stay where they are allowed to leave.",
  }
  you "But we've just sorted everything out." {
    intent = "blame", mood = "heard -4", go = "hurry",
    thinks = "And now I owe them something.",
    why = "Your help turns into a bill.",
  }
  you "Both are fair: go, or stay at 24.90 with only what you use. Which feels right?" {
    intent = "offer", mood = "progress +24", go = "free",
    thinks = "Which feels right. Not: which is cheaper.",
    why = "Two real choices, honestly priced, and the question goes to her.",
  }
  you "Can I put you through to a colleague with better offers?" {
    intent = "vague", mood = "effort +15", go = "hurry",
    thinks = "To explain it all once more. To a third one.",
    why = "She would have to bury him again for a stranger.",
  }

moment "hurry"
  abel "(cool) I would like it in writing, please. That I have cancelled."
  you "You'll have it today. And I'm sorry I pushed." {
    intent = "own", set = "let_go", go = "free",
    thinks = "You noticed. That is something.", why = "Does it first. Sorry comes second, and is short.",
  }
  you "That takes effect at the end of the minimum term, so in seven months." {
    intent = "policy", go = "free",
    thinks = "After nineteen years: a minimum term.", why = "The contract's voice, at the last moment.",
  }

moment "free"
  abel "(quiet) And the letters?"
  you "No more to him. One to you, by hand, from me: what was changed, and that it took too long." {
    intent = "confirm", when = "name_mended", mood = "trust +6, heard +6, progress +12", go = "goodbye",
    thinks = "By hand. Harold would have kept that one.",
    why = "Ends where it hurt. The last thing is what she will remember.",
  }
  you "Those should stop automatically now." {
    intent = "vague", go = "goodbye",
    thinks = "Should.", why = "She has had two years of should.",
  }
  you "They stop with the next print run, on the first." {
    intent = "explain", mood = "progress +8", go = "goodbye",
    thinks = "On the first. Good.", why = "A date. Plain, and it holds.",
  }
  you "May I send you a short survey about this call?" {
    intent = "script", mood = "heard -6", go = "goodbye",
    thinks = "A survey. About Harold.", why = "A figure for you, at the moment that was hers.",
  }

moment "goodbye"
  go "stays"     { when = "name_mended and heard >= 60 and trust >= 58 and progress >= 80" }
  go "goes_well" { when = "let_go and heard >= 45 and trust >= 40" }
  go "signed"    { when = "progress >= 32 and trust >= 18" }
  go "hung_up"

----------------------------------------------------------------------------------------------------
outcome "stays" { title = "She tears up the piece of paper", rating = "strong",
                  summary = "She rang about a price. What did she stay for?" }
  abel "(warm) Well. I had written down how to say goodbye. [beat] I don't think I need it."
  debrief "Nobody talked her out of anything. She was asked, believed, and put in her own name."

outcome "goes_well" { title = "She goes, and thanks you by name", rating = "mixed",
                      summary = "Heard, not fixed: a good goodbye. What stayed undone that you could have done?" }
  abel "(soft) You've been kind. I shall go all the same. But you've been kind."
  debrief "She may come back, or send her sister. A person who left well talks well of you."
  debrief "The letters go on, though. It was yours to stop." { when = "not name_mended" }

outcome "signed" { title = "She stays, for the price", rating = "mixed",
                   summary = "Fixed, not heard: the figures call it a success. Listen to her last sentence." }
  abel "(polite) Twenty-four ninety. Yes. Thank you very much."
  debrief "You kept a contract. What did she ring about?" { when = "not knows_name" }
  debrief "You knew about the letters. Where did they go in the end?" { when = "knows_name and not name_mended" }

outcome "hung_up" { title = "She rings off. On the first, he gets a letter.", rating = "weak",
                    summary = "What she had written down was enough after all. Where could she have put the paper away?" }
  cue "she says 'good day' to the dialling tone"
  debrief "Find the first sentence of hers that was not about the price."

reflect "Which of her sentences had a person in it, and not a price?"
reflect "When is a goodbye a good ending? How would your figures show it?"
reflect "Whose name is on your letters that should not be?"

----------------------------------------------------------------------------------------------------
test "she is let go, heard, and put in her own name" {
  play = { "I'll do that with you", "And you've paid more", "Stay with the silence", "That he has to sign", "It isn't only a name",
           "Both are fair", "No more to him" },
  ends = "stays", holds = { "name_mended", "let_go", "knows_price" },
}
test "the price, and only the price" {
  play = { "Before you do that", "I can go to", "All right. 24.90", "Wonderful. Then" },
  ends = "signed", holds = { "bought", "not knows_name" },
}
test "a good goodbye with the letters left open" {
  play = { "I'll do that with you", "And you've paid more", "'Liked.'", "Every month", "I'll pass that on", "Then it's yours", "Those should stop" },
  ends = "goes_well", holds = { "let_go", "not name_mended" },
}
test "rules until she rings off" {
  play = { "Oh no. We'd", "Mrs Abel, of course", "New customers get", "I don't make the prices", "Nineteen years. You" },
  ends = "hung_up",
}
