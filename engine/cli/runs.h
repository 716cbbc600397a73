#ifndef EARSHOT_CLI_RUNS_H
#define EARSHOT_CLI_RUNS_H

/* Between the commands that look back: runs, report, the home screen. */

#include "store/history.h"

/* The person's history, with every run that has ended since. The caller releases *out
 * with store_history_close(). */
ear_status cli_history_open(store_history **out, ear_error *err);
/* What the learner (NULL: whoever has no name) chose last to try next time. malloc'ed;
 * NULL: nothing, or it is not known. */
char *cli_history_next(const char *learner);
/* "2026-11-27 13:23", here; "" for none. */
void cli_run_date(char out[32], int64_t ms);

#endif
