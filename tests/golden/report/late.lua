-- Everything that a report can tell: signs, steps, skills, figures, a reply taken back.
scenario "A late parcel <& more>" { channel = "chat", minutes = 2 }
mia = customer "Mia Berg" { pronoun = "she" }
meter "calm"  { start = 40, low = "upset", high = "at ease", shows = "tension" }
meter "heard" { start = 20, low = "alone with it", high = "understood", shows = "engagement" }
meter "progress" { start = 0, low = "nothing is solved", high = "solved" }
skill "listen" "Leave room"
skill "own" "Take it on"
skill "notice" "Read the signs"
intent "reflect" { mood = "heard +20, calm +4", skill = "listen +1" }
framework "LAST" { { "listen", "reflect" }, { "apologise", "apologise" }, { "solve", "act", "offer" } }
rule "too soon" { when = "heard < 40 and now(act)", mood = "calm -10", thinks = "You don't even know yet.",
                  why = "A solution before the problem was heard." }
kpi "csat" { label = "Satisfaction", of = "1 + calm / 25", min = 1, max = 5, unit = "of 5" }
kpi "speed" { of = "turn * 0.25", min = 0, max = 10 }

moment "first"
  mia "(flat) It said Tuesday. [beat] It's *Thursday*."
  cue "typed for a long time, then sent three words" { answered_by = { "reflect" } }
  notice "How is Mia?" { "In a hurry", "Let down", answer = 2, because = "Full stops." }
  you "=SUM(A1) is what our system says, \"sorry\"." { intent = "script", mood = "calm -12", thinks = "A <form>.", why = "Says nothing." }
  you "Two days of waiting, and nobody wrote. I see it here." { intent = "reflect", thinks = "Yes.", why = "Names it." }
  you "I'll send you another one." { intent = "act", mood = "progress +90", skill = "own +2", thinks = "Just like that?", why = "Fast." }
  mia "(quiet) It was for my mother."
  cue "swallows" { answered_by = { "reflect" } }
  hold "Leave her a moment." { mood = "heard +6", skill = "listen +2", thinks = "They wait." }
  you "A new one leaves today, at no cost." { intent = "act", mood = "progress +90, calm +16", skill = "own +2", thinks = "Thank you.", go = "good" }
  you "Then it is only a parcel." { intent = "minimise", mood = "calm -20, heard -10", thinks = "Only.", why = "Makes it small.", go = "bad" }
  go "rest"

moment "rest"
  mia "(softer) She waited at the window."
  cue "waits" { answered_by = { "reflect" } }
  you "At the window, all Tuesday." { intent = "reflect", thinks = "Yes. All day.", go = "good" }
  you "I can offer you a voucher." { intent = "offer", mood = "calm -6", thinks = "A voucher.", go = "good" }

outcome "good" { title = "Mia writes to her mother", rating = "strong", summary = "Calm at {calm}." }
  mia "(soft) I'll tell her."
  debrief "What did she need first?"
outcome "bad" { title = "Mia hangs up", rating = "weak" }
reflect "Which of your lines would you take back?"
reflect "Where did *waiting* help?"
