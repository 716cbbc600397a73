#ifndef EARSHOT_CLI_TALK_H
#define EARSHOT_CLI_TALK_H

/*
 * A conversation as a page of text: what each event looks like, and what was said so far.
 * Knows nothing of reading commands (play_text.c), nor of looking back (text_after.c).
 */

#include "cli/play.h"
#include "cli/record_end.h"
#include "cli/say.h"

#include <earshot/session.h>

typedef struct cli_talk {
    const cli_playing *playing; /* borrowed */
    cli_page page;
    base_bytes out;    /* to be written */
    base_bytes log;    /* what was said, for `l` */
    base_bytes screen; /* the rows of the trainee's own screen, for `o` */
    cli_acts acts;     /* what was done */
    uint32_t notice;   /* NOTICES: the last one asked; MODEL_NONE */
    bool noticed;      /* it is answered */
    size_t options;    /* of that notice */
    uint32_t channel;  /* model_channel */
    bool ended;
} cli_talk;

void cli_talk_begin(cli_talk *talk, const cli_playing *playing);
void cli_talk_release(cli_talk *talk);

ear_sink cli_talk_sink(cli_talk *talk);

/* Title, channel, brief and goal; `next`, what its player chose to try, or NULL. */
void cli_talk_opening(cli_talk *talk, const char *next);
/* The words that follow the answer to the last notice; `option` from 0. */
void cli_talk_noticed(cli_talk *talk, size_t option);
/* The last reply is unsaid. */
void cli_talk_took_back(cli_talk *talk);

/* --- for the files that write a talk ------------------------------------------------ */

/* Adds a paragraph to the page (and, `kept`, to the log). */
void cli_talk_say(cli_talk *talk, const cli_block *block, ear_text text, bool kept);
void cli_talk_plain(cli_talk *talk, const char *first, unsigned indent, const char *text);
void cli_talk_heading(cli_talk *talk, const char *text);
/* Words of the scenario with their values as they are now. Caller releases. */
base_bytes cli_talk_words(const cli_talk *talk, const model_words *words);
/* How she seems, in a word or two. Empty where nothing may be told: no meters, or a
 * notice that asks for it. Static. */
const char *cli_talk_mood(const cli_talk *talk);

#endif
