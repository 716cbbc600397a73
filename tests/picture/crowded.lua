-- As much as a scenario may put on a screen: replies of 120 letters, lines of 180, cues of 60.
scenario "The parcel that never came to the door" {
  channel = "chat", minutes = 12, level = "stretch",
  brief = "You answer for a shop that sells everything to everybody. The customer has written four times, called twice, and has been promised something different each time. You can see the order screen, and what your colleagues wrote.",
  goal = "The customer should know what happens next, who does it and by when, and should not have to ask again.",
}
anna = customer "Anna-Margarethe Featherstonehaugh" { pronoun = "she", portrait = { seed = 5 } }
boss = person "Alexander Oluwaseun Montgomery" {}
meter "calm"  { start = 30, shows = "tension", label = "How calm she is" }
meter "trust" { start = 40, shows = "warmth", label = "How far she trusts" }
meter "heard" { start = 20, shows = "engagement", label = "Whether she feels heard" }
skill "notice" "Notice what is not said"
screen {
  { "Order number", "4471-88-2, child's bike, 20 inch, red, with stabilisers and a bell" },
  { "Promised", "Tuesday" }, { "Today", "Thursday" },
  { "Last scan at depot", "Leeds, Tuesday 06:12, label torn, parcel set aside" },
  { "Told her?", "No message sent" }, { "Refund", "None" },
}

moment "chat"
  anna "(flat) Order 4471. It was due on Tuesday, and on Wednesday somebody told me that it would come on Thursday, and now it is Thursday and there is nothing here and nobody has said a word to me, at all."
  cue "typed for twenty seconds, deleted it, and typed it once more"
  silence "3s"
  boss "(short) I have looked into it. It left the depot."
  notice "What is going on with Anna-Margarethe right now, as far as you can tell from what she wrote and did not write?" {
    "Hurt and short of time, and holding it in because she does not expect to be believed",
    "Just in a hurry, like everybody else who writes in on a Thursday at this time",
    "Trying to get a discount out of a mistake that has already been put right",
    answer = 1,
    because = "No greeting, full stops, and twenty seconds of typing that she did not send, twice.",
  }
  you "Two days late, and not one word from us. I am sorry. I am opening your order this minute and will read you what it says." { go = "phone", why = "It uses what she said, names it as ours, and begins." }
  you "Delays can happen at busy times of the year. Could you confirm your postcode, and your date of birth, so I can check it?" { go = "phone", when = "calm >= 20 and trust >= 20 and not seen(person)" }
  you "Would it help you if I called you right away instead of typing? Then you can tell me all of it once, and only this once." { go = "phone", when = "heard < 90" }
  you "I completely understand your frustration with the delay, and I apologise for any inconvenience that this may have caused." { go = "phone" }
  you "No." { go = "phone" }
  hold "Wait, and let her finish what she is typing, because she was interrupted twice today and has something left to tell you." { seconds = 5, go = "phone" }

moment "phone" { channel = "phone" }
  anna "(voice catching) He has been counting sleeps, you know? Every single morning, before he has even opened his eyes properly. Four sleeps. Three sleeps. And I had to tell him that it may not come."
  cue "breathes in, holds it, and says nothing for a very long while"
  silence "5s"
  you "Two sleeps left, then. There are two ways to make Saturday: a courier tomorrow by six, or the York Road shop this evening." { go = "person" }
  you "That is really sweet. So, regarding the order itself, I would need to take you through a couple of security questions now." { go = "person" }
  hold "Say nothing." { seconds = 5, go = "person" }

moment "person" { channel = "in-person" }
  anna "(cold) It's on the paper in your hand. Three bills, three different amounts, and every time I come here somebody asks me for the number that is printed at the top of it, in large figures, right there."
  cue "looks at the bill, not at you, and folds it once, then twice"
  you "You are right, it is here, and I asked anyway. Three bills, three amounts. Which of them would you like us to start with?" { go = "kept" }
  you "I do need to verify the account before I can discuss any of your charges with you, madam, I hope you understand that." { go = "kept" }
  hold "Read the bill. Properly. Then look up." { seconds = 4, go = "kept" }

outcome "kept" { title = "She tells her sister about you, and the shop, and all of it", rating = "strong" }
  anna "(warm) Thank you. Really."

reflect "Which line of yours would you take back, if you could take back one of them, and what do you think she heard in it?"
reflect "Where did the silence help?"
