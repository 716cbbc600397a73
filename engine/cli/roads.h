#ifndef EARSHOT_CLI_ROADS_H
#define EARSHOT_CLI_ROADS_H

/* What could have come of a run: the road not taken, and the other replies at its
 * costliest choice. The same for the window's debrief, the terminal's and the report. */

#include "base/arena.h"
#include "prove/prove.h"
#include "report/run.h"
#include "sim/advice.h"

/* Texts are borrowed from the scenario and the score, or lie in `arena`. */
typedef struct cli_roads {
    base_arena arena;
    report_road road;       /* count 0: there is none to tell of */
    report_what_if what_if; /* turn 0: there is none */
    bool sampled;           /* something of it was found by trying */
} cli_roads;

/*
 * Plays the turns of `score`, made from `record`, again. The road not taken is the best
 * way on (prove/value.h) from the first reply
 *   - after which a better rated ending was out of reach, or
 *   - that made the customer less at ease, where the best way on begins with one that
 *     does not: she may have to be told the truth, but nobody is sent to hurt her.
 * *roads is zero at first. What cannot be found is left out. The caller calls
 * cli_roads_release() either way.
 */
void cli_roads_find(cli_roads *roads, const sim_record *record, const sim_score *score,
                    const prove_work *work);
void cli_roads_release(cli_roads *roads);

/* What to try next, the things of which one may be chosen: what would have been better
 * where it went wrong (of `roads`, NULL: not known yet), then habits. Texts are static or
 * in `instead`. Returns how many; the rest of `out` is NULL. */
typedef struct cli_tries {
    const char *at[SIM_ADVICE_MOST];
    char instead[600];
} cli_tries;
size_t cli_tries_of(cli_tries *out, const cli_roads *roads, const sim_score *score);

#endif
