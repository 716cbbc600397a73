#ifndef EARSHOT_CLI_REPORT_ANSWERS_H
#define EARSHOT_CLI_REPORT_ANSWERS_H

/* What people wrote for themselves, for a report that was asked for it (--reflections).
 */

#include "base/arena.h"
#include "cli/report.h"
#include "report/run.h"

typedef struct cli_answers {
    base_arena arena;  /* texts */
    report_answer *at; /* owned */
    size_t count, room;
    bool failed; /* out of memory */
} cli_answers;

/* Of one run, or of a learner; the other is NULL. Nothing, when it was not asked for.
 * The caller calls cli_answers_release() either way. */
ear_status cli_answers_read(cli_answers *out, const cli_reporting *reporting,
                            const char *run, const char *learner, ear_error *err);
void cli_answers_release(cli_answers *answers);

#endif
