#ifndef EARSHOT_VIEW_SILENCE_H
#define EARSHOT_VIEW_SILENCE_H

#include "view/app_state.h"

/*
 * The silence clock: whoever says nothing while silence is an answer has given it when
 * the time is over. It begins when there was time to read what is on the screen. Times
 * are ms of the talk's clock.
 */

/* The answer that is silence; NULL: there is none on offer. */
const talk_offer *view_silence_offer(const view_talk *talk);
bool view_silence_runs(const view_app *app);
/* Only while it runs. */
int64_t view_silence_begins(const view_app *app);
int64_t view_silence_ends(const view_app *app);
/* Share of it that has run, 0 .. 1; -1: it does not run. */
float view_silence_share(const view_app *app);

#endif
