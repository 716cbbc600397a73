-- A first scenario, as short as one can be.
-- Change the words between the "straight quotes", save the file, and play it again.
-- A line that begins with -- is a note to yourself; nobody else sees it.

scenario "A parcel that is not there" {
  channel = "chat", minutes = 1,
  brief = "You answer the chat of a small shop. Dan writes in.",
  goal  = "Dan should know what happens next, and that you read what he wrote.",
}

-- The person across from the trainee. The word before = is how you call him below.
dan = customer "Dan" { pronoun = "he" }

-- What he feels, from 0 to 100. Replies change it.
meter "calm" { start = 40, low = "upset", high = "at ease", shows = "tension" }

-- What happens. The word in brackets is the tone of voice.
moment "start"
  dan "(short) My parcel says delivered. It isn't here."
  you "Please give me your tracking number." {
    mood = "calm -15", go = "a_number",
    thinks = "Not even a hello.",
    why = "You may need the number. He needs to know first that somebody read his line.",
  }
  you "Delivered, and nothing at your door. I'm sorry, let's find it." {
    mood = "calm +20", go = "looked_after",
    thinks = "Good. Somebody read it.",
    why = "Says back what he wrote, and starts moving.",
  }

outcome "looked_after" { title = "Dan feels looked after", rating = "strong" }
  dan "(relieved) Thank you."

outcome "a_number" { title = "Dan feels like a number", rating = "weak" }
  dan "(cold) It's in the mail you sent me."
  debrief "What could you have said before you asked?"

-- A play-through that must always work:  earshot test
test "read first, ask later" { play = { "Delivered, and" }, ends = "looked_after", holds = { "calm >= 60" } }
test "the number first" { play = { "Please give me" }, ends = "a_number" }
