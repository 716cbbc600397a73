-- Choices as large as scenarios have them: every reply is to be seen at once, without scrolling.
scenario "Everything at once" { channel = "phone", minutes = 1, brief = "A look at many replies." }
ruth = customer "Ruth Abel" { pronoun = "she" }
meter "calm" { start = 40, shows = "tension" }
screen { { "Account", "Mr Harold Abel" }, { "Customer since", "19 years" } }

moment "phone four" { channel = "phone" }
  ruth "(flat) He has been counting sleeps, you know? Every morning. Four sleeps. Three sleeps. And now it is two."
  cue "breathes in, and holds it"
  you "You are right, it is here, and I asked anyway. Three bills, three amounts. Which of them would you like us to start with?"  { go = "done" }
  you "I do need to verify the account before I can discuss any of your charges with you, madam, I hope you understand that."  { go = "done" }
  you "Two sleeps left, then. There are two ways to make Saturday: a courier tomorrow by six, or the York Road shop this evening." { go = "done" }
  hold "Wait, and let her finish what she is saying, because she was interrupted twice today." { seconds = 4, go = "done" }

moment "phone six" { channel = "phone" }
  ruth "(flat) He pays twenty-four ninety."
  you "When did it stop?" { go = "done" }
  you "The warranty ended nine days ago, I'm afraid." { go = "done" }
  you "Let me look at what I can do." { go = "done" }
  you "How do you use it, on a day?" { go = "done" }
  you "And the one before that?" { go = "done" }
  hold "Say nothing." { seconds = 4, go = "done" }

moment "person six" { channel = "in-person" }
  ruth "(cold) Sixty-one. Sixty-one. And then four hundred and twelve. And nobody can say why."
  you "You are right, it is here, and I asked anyway. Three bills, three amounts. Which of them would you like us to start with?"  { go = "done" }
  you "I do need to verify the account before I can discuss any of your charges with you, madam, I hope you understand that."  { go = "done" }
  you "I can put you on a payment plan. Forty a month, ten months. Then it is over in the summer and you need not come again." { go = "done" }
  you "What did they tell you, the other two times?" { go = "done" }
  you "Right, I'll send it to billing and it'll get sorted." { go = "done" }
  hold "Read the bill. Properly. Then look up." { seconds = 4, go = "done" }

moment "chat six" { channel = "chat" }
  ruth "(flat) Sixty-one. Sixty-one. And then four hundred and twelve. And nobody can say why."
  you "You are right, it is here, and I asked anyway. Three bills, three amounts. Which of them would you like us to start with?"  { go = "done" }
  you "I do need to verify the account before I can discuss any of your charges with you, madam, I hope you understand that."  { go = "done" }
  you "I can put you on a payment plan. Forty a month, ten months. Then it is over in the summer and you need not come again." { go = "done" }
  you "What did they tell you, the other two times?" { go = "done" }
  you "Right, I'll send it to billing and it'll get sorted." { go = "done" }
  hold "Read the bill. Properly. Then look up." { seconds = 4, go = "done" }

outcome "done" { title = "That is that", rating = "mixed" }
