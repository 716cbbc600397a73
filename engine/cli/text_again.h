#ifndef EARSHOT_CLI_TEXT_AGAIN_H
#define EARSHOT_CLI_TEXT_AGAIN_H

/* The same talk once more up to one of its replies, and another one there: what if, in
 * the terminal. */

#include "cli/talk.h"

/* What was done before reply `turn` (from 1) and was not taken back, then the reply
 * `instead` (an id, borrowed). *out is empty at first; see out->failed. */
void cli_again_from(cli_acts *out, const cli_acts *acts, uint32_t turn,
                    const char *instead);

/*
 * Does all of it but the last reply, in a session that has begun, without writing it to
 * the page; it is in the log. *index: where the last reply stands on offer.
 * EAR_E_NOT_FOUND: it has come to something else.
 */
ear_status cli_again_play(cli_talk *talk, const ear_sink *sink, const cli_acts *acts,
                          size_t *index, ear_error *err);

#endif
