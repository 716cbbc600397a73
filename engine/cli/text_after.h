#ifndef EARSHOT_CLI_TEXT_AFTER_H
#define EARSHOT_CLI_TEXT_AFTER_H

#include "cli/talk.h"

/*
 * Looking back in the terminal, after the last words: what the window's debrief shows, in
 * the words of the report. `asks`: somebody is there to answer (how heard did she feel,
 * before anything is told; what to try next; the questions to think about; whether to
 * play on from another reply, which is put into talk->playing->again); else it is told
 * without stopping. What was collected is written. False: the output is closed.
 */
bool cli_text_after(cli_talk *talk, bool asks);

#endif
