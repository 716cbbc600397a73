#ifndef EARSHOT_CLI_RECORD_END_H
#define EARSHOT_CLI_RECORD_END_H

/* What a run came to, for the end of its journal. Between record.c and this. */

#include "cli/record.h"
#include "sim/score.h"

typedef struct cli_acts {
    sim_act *at; /* owned; ids borrowed */
    size_t count, room;
    bool failed; /* out of memory: some are missing */
} cli_acts;

void cli_acts_add(cli_acts *acts, sim_act_kind kind, const char *id, uint32_t option,
                  uint64_t hash);
void cli_acts_release(cli_acts *acts);

/* Adds the end to the journal: the run has just ended. */
void cli_record_end(store_journal *journal, const cli_recorded *of, const cli_acts *acts);
/* The history is told of the run DATA/runs/ID, which has ended; what it misses it takes
 * from the journals when it is looked at. */
ear_status cli_record_tell_history(const char *data, const char *id, ear_error *err);
/* ms since 1970 */
int64_t cli_record_clock(void);

#endif
