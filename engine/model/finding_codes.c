/* The findings' codes, and what `check --explain` says about each: written for a trainer
 * who writes scenarios and no programs. */
#include "model/finding.h"

#include <string.h>

static const model_code_info codes[] = {
    {"E001", MODEL_ERROR, "the file cannot be read as a scenario",
     "A scenario is read as Lua, and something in this file breaks its few rules: a "
     "quote\n"
     "that is not closed, a comma that is missing, a curly quote from a word processor, "
     "a\n"
     "sentence without quotes around it.\n"
     "\n"
     "    you \"I'm sorry about that.\" { go = \"next\" }     right\n"
     "    you \"I'm sorry about that. { go = \"next\" }      the closing quote is "
     "missing\n"
     "\n"
     "What to do: look at the line that is named, and at the one before it. Text stands "
     "in\n"
     "\"straight quotes\"; every { has its }; entries inside braces end with a comma. "
     "Nothing\n"
     "else in the file is looked at until this is mended."},
    {"E002", MODEL_ERROR, "a limit was passed while loading",
     "Loading a pack may use only so much time, memory and text, so that a pack cannot\n"
     "hold up the computer it is opened on. A scenario written by hand stays far below "
     "all\n"
     "of these limits; a loop that never ends, or one that makes far too much, does "
     "not.\n"
     "\n"
     "What to do: look at the statement that is named. If it is in a loop, see that the\n"
     "loop ends. A single piece of words may have 2,000 bytes and 40 lines: split it. "
     "If\n"
     "the scenario is large because a program wrote it, open it with --limits large."},
    {"E101", MODEL_ERROR, "a name that does not exist",
     "Something is asked for by a name that nothing in this scenario has: a moment to "
     "go\n"
     "to, a meter to change, a flag, a skill, an intent. Usually it is a slip of the "
     "pen.\n"
     "\n"
     "    moment \"helped\"\n"
     "    you \"Let me look.\" { go = \"hlped\" }       there is no moment 'hlped'\n"
     "\n"
     "What to do: compare it, letter by letter, with where the thing is declared; "
     "capital\n"
     "and small letters differ. Or declare what is missing."},
    {"E102", MODEL_ERROR, "a moment that leads nowhere",
     "The conversation can reach this moment, get to its end, and then nothing follows:\n"
     "there is no choice left and no 'go'. The learner would sit before an empty "
     "screen.\n"
     "\n"
     "    moment \"thinking\"\n"
     "      sam \"(quiet) I don't know.\"              and then?\n"
     "\n"
     "What to do: end the moment with  go \"somewhere\" , give each reply of its last "
     "choice\n"
     "a  go = \"somewhere\" , or make it an outcome if the conversation is over here."},
    {"E103", MODEL_ERROR, "the same name twice",
     "Two things have the same name, so nobody can say which of them is meant. Moments,\n"
     "outcomes, lines and replies share one list of names; meters, flags and the words "
     "of\n"
     "conditions (turn, seconds, seen, not, ...) another; skills and intents each have\n"
     "their own.\n"
     "\n"
     "    moment \"start\"\n"
     "    moment \"start\"                            the second one needs another name\n"
     "\n"
     "What to do: rename one of the two places that the message names, and whatever "
     "leads\n"
     "to it."},
    {"E104", MODEL_ERROR, "a field that does not exist",
     "Inside the braces stands a name that this statement does not know. It would be\n"
     "passed over without a word, so it is an error instead.\n"
     "\n"
     "    you \"Let me look.\" { moood = \"calm +5\" }    the field is called mood\n"
     "\n"
     "What to do: compare the name with the fields the message lists, or take it out."},
    {"E105", MODEL_ERROR, "a value that does not fit, or a statement out of place",
     "A field got a value of the wrong sort or out of its range, or a statement stands\n"
     "where none of its kind may stand.\n"
     "\n"
     "    meter \"calm\" { start = 120 }              a meter goes from 0 to 100\n"
     "    minutes = \"ten\"                           minutes is a number: minutes = 10\n"
     "    meter \"calm\" { drift = \"down a bit\" }     write drift = \"toward 45 by "
     "2\"\n"
     "\n"
     "What to do: write the kind of value that the message asks for. Words stand in "
     "quotes,\n"
     "numbers and true or false do not."},
    {"E110", MODEL_ERROR, "something in braces without a name",
     "Every entry in braces says what it is: a name, an equals sign, a value.\n"
     "\n"
     "    you \"Hello\" { go = \"good\" }               right\n"
     "    you \"Hello\" { \"good\" }                    good what?\n"
     "\n"
     "What to do: write  name =  before the value. Often an equals sign was left out, or "
     "a\n"
     "quotation mark inside a sentence ended the text too early."},
    {"E130", MODEL_ERROR, "a condition or effect that cannot be read",
     "The text of a  when ,  mood ,  set ,  skill  or  of  has its own small grammar, "
     "and\n"
     "this one does not follow it. The column is where reading stopped.\n"
     "\n"
     "    when = \"calm >= 30 and not called\"        a condition\n"
     "    mood = \"heard +14, calm -8, trust = 50\"   an effect\n"
     "    when = \"calm = 30\"                        to compare, write == (two signs)\n"
     "    mood = \"calm 5\"                           up or down? write calm +5\n"
     "\n"
     "What to do: compare with the examples, and see that every ( has its )."},
    {"E131", MODEL_ERROR, "a condition or effect whose types do not fit",
     "A condition has to come out as true or false, and numbers and truths do not mix: "
     "a\n"
     "meter is a number, a flag is true or false.\n"
     "\n"
     "    when = \"calm\"                calm is a number. Write calm >= 50\n"
     "    when = \"called > 1\"          called is a flag. Write called, or not called\n"
     "    when = \"30 < calm < 70\"      write 30 < calm and calm < 70\n"
     "\n"
     "now() and gained() speak of the reply that was just given and stand only in a "
     "rule.\n"
     "\n"
     "What to do: write the comparison out in full, as the message shows."},
    {"E150", MODEL_ERROR, "a moment or outcome that nobody can reach",
     "However the replies are chosen, the conversation never comes here: nothing leads "
     "to\n"
     "it, or only things that can never happen.\n"
     "\n"
     "What to do: let a reply or a 'go' lead here, loosen the condition that keeps "
     "people\n"
     "out, or delete it. If it is work in progress, note it with a  todo ."},
    {"E154", MODEL_ERROR, "a choice with nothing on offer",
     "On the way that the message shows, the learner comes to a choice at which every "
     "reply\n"
     "is hidden by its condition or used up already, and nothing follows after it. The\n"
     "conversation would be stuck.\n"
     "\n"
     "What to do: add a reply that is always on offer, mark one with  fallback = true  "
     "(it\n"
     "shows only when nothing else does) or  again = true  (it can be given again), or "
     "write\n"
     "a  go  after the choice."},
    {"E157", MODEL_ERROR, "a circle with no way out",
     "Either the conversation goes round through moments without ever asking for a "
     "reply,\n"
     "or it can come to a point from which no outcome can be reached any more, whatever "
     "the\n"
     "learner says.\n"
     "\n"
     "What to do: follow the moments that the message names. Put a choice into the "
     "circle,\n"
     "or give one of its replies a way to an outcome that stays open."},
    {"W151", MODEL_WARNING, "a reply that can never be given",
     "In all the ways this scenario can be played, this reply is never on offer.\n"
     "\n"
     "What to do: look at its  when . Perhaps the meter never gets that far, or the flag "
     "is\n"
     "set only later. Loosen the condition, or delete the reply."},
    {"W152", MODEL_WARNING, "a jump that can never happen",
     "This  go  or  visit  is never followed: its condition never holds when the "
     "conversation\n"
     "gets here, something before it always leads away, or, where it stands in a reply "
     "or a\n"
     "rule, another rule always leads elsewhere.\n"
     "\n"
     "What to do: look at its  when , at the statements before it and at the rules, or "
     "delete\n"
     "it."},
    {"W153", MODEL_WARNING, "a line that can never be heard",
     "Nobody will ever hear or see this, however the scenario is played.\n"
     "\n"
     "What to do: look at its  when . If two lines are meant as a pair, see that their\n"
     "conditions cover every case between them:  calm >= 30  and  calm < 30 ."},
    {"W155", MODEL_WARNING, "a condition that always comes out the same",
     "Where it stands, this condition is always true, or always false. So it decides\n"
     "nothing, and probably means something else than it says.\n"
     "\n"
     "What to do: check the number and the direction of the sign (< or >). If it is "
     "right,\n"
     "take the condition away."},
    {"W160", MODEL_WARNING, "a skill that is never practised",
     "The skill is declared, but no reply gives points to it. In the debrief it would "
     "always\n"
     "stand at nothing.\n"
     "\n"
     "What to do: add it to replies, as in  skill = \"listen +2\" , or delete it."},
    {"W161", MODEL_WARNING, "a flag that is never set, or never read",
     "A flag that nothing sets stays false; one that nothing asks for changes nothing. "
     "Both\n"
     "are usually a name left over, or a condition that was forgotten.\n"
     "\n"
     "What to do: set it with  set \"flag\"  or in a reply, ask for it in a  when , or "
     "delete\n"
     "it."},
    {"W162", MODEL_WARNING, "a meter that never changes, or never shows",
     "A meter that nothing changes is only a number. One that shows in no face, no words "
     "and\n"
     "no condition can move, and nobody will know.\n"
     "\n"
     "What to do: change it in a  mood , let it show ( shows = \"tension\" , or  low  "
     "and\n"
     "high  words), ask for it in a condition, or say  hidden = true  if that is meant."},
    {"W163", MODEL_WARNING, "replies that all do the same",
     "Whatever the learner picks at this choice, the same happens and the same place is\n"
     "reached. It looks like a choice and is none.\n"
     "\n"
     "What to do: let the replies differ in  mood ,  skill ,  set  or  go , or make a "
     "single\n"
     "reply of them. If the point is only what the customer thinks, that is fine: then "
     "leave\n"
     "it."},
    {"W170", MODEL_WARNING, "words too long to take in",
     "More than 120 letters in a reply, 180 in a line or 60 in a cue are hard to read "
     "from\n"
     "the back of a room, and few people speak so.\n"
     "\n"
     "What to do: shorten it, or split it into two lines."},
    {"W171", MODEL_WARNING, "the best reply is usually the longest",
     "In most choices the reply with the best effect is also the longest. Learners "
     "notice\n"
     "that quickly, and then pick by length instead of listening.\n"
     "\n"
     "What to do: shorten the good replies, or give the weak ones more words. Real weak\n"
     "answers are often long."},
    {"W172", MODEL_WARNING, "the best reply is always written first",
     "In every choice the best reply is the first in the file. Where the order of the "
     "file\n"
     "is kept, as in text play and on paper, learners will pick the first.\n"
     "\n"
     "What to do: move some of them."},
    {"W173", MODEL_WARNING, "a circle that raises a meter for free",
     "The conversation can go round here as often as one likes, and a meter rises each "
     "time.\n"
     "A learner can repeat it until everything is fine, without learning why.\n"
     "\n"
     "What to do: let the reply be given only once (leave out  again = true ), let it "
     "fade\n"
     "( fades  on its intent), or let going round cost something."},
    {"W174", MODEL_WARNING, "a telling reply without a reason",
     "This reply is very good or very harmful, and the debrief will show it. But "
     "neither\n"
     "thinks  (what goes through the customer's mind) nor  why  (what the coach says) "
     "tells\n"
     "the learner what made it so.\n"
     "\n"
     "    you \"Calm down.\" { mood = \"calm -30\", thinks = \"Don't tell me how to "
     "feel.\" }\n"
     "\n"
     "What to do: add at least one of the two."},
    {"W175", MODEL_WARNING, "words that are shown otherwise than meant",
     "There is nothing between the quotes, or there are marks of a web page or of "
     "another\n"
     "program. Words are shown letter by letter, so people would read these marks.\n"
     "\n"
     "    sam \"Salt &amp; pepper.\"                  she says: Salt &amp; pepper.\n"
     "\n"
     "What to do: write the letters themselves. Stress is written *so*."},
    {"W180", MODEL_WARNING, "a place that check cannot see into",
     "A Lua function stands here in place of words, a condition or an effect. check can\n"
     "only try it out, wherever people can come to, and notes what it looks at. Where\n"
     "there is too much to try, nothing is proved of it, and check says so: when it\n"
     "looks at a count that never ends (in a circle: c.turn, c:visits(\"shop\")), or in\n"
     "a scenario that is too large to be gone through.\n"
     "\n"
     "What to do: nothing, if the function is needed. If a text says the same\n"
     "( when = \"calm >= 30\" ), write the text."},
    {"W190", MODEL_WARNING, "a translation that does not fit",
     "A translated text is missing, belongs to nothing in the scenario any more, or has\n"
     "other values in braces than the original.\n"
     "\n"
     "    msgid  \"Your order {order} is late.\"\n"
     "    msgstr \"Ihre Bestellung ist zu spät.\"      {order} was lost\n"
     "\n"
     "What to do: mend the entry in the .po file that is named. Until then the original\n"
     "words are shown."},
    {"I200", MODEL_INFO_ONLY, "something still to do",
     "A  todo  is a note to yourself. It is listed so that it is not forgotten, and "
     "never\n"
     "played.\n"
     "\n"
     "What to do: do it, then delete the line."},
};

const model_code_info *model_code_at(size_t index)
{
    return index < sizeof codes / sizeof *codes ? &codes[index] : NULL;
}

const model_code_info *model_code_find(const char *code)
{
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        if (strcmp(codes[i].code, code) == 0)
            return &codes[i];
    }
    return NULL;
}
