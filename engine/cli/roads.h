#ifndef EARSHOT_CLI_ROADS_H
#define EARSHOT_CLI_ROADS_H

/* What could have come of a run: the road not taken, and the other replies at its
 * costliest choice. For the debrief and for the report of a run. */

#include "base/arena.h"
#include "prove/prove.h"
#include "report/run.h"
#include "sim/score.h"

typedef struct cli_other {
    const char *id;    /* of a reply that was not given */
    const char *said;  /* its words */
    const char *comes; /* what would have come of it, in a sentence; NULL: no memory */
} cli_other;

/* Texts are borrowed from the scenario and the score, or lie in `arena`. */
typedef struct cli_roads {
    base_arena arena;
    report_road road; /* count 0: there is none to tell of */
    const char *why;  /* what the coach says of its first reply; NULL */
    uint32_t costly;  /* the turn whose others are told; 0: none */
    cli_other *others;
    size_t other_count;
    bool sampled; /* something of it was found by trying */
} cli_roads;

/*
 * Plays the turns of `score`, made from `record`, again. The road not taken is the best
 * way on (prove/value.h) from the first reply
 *   - after which a better rated ending was out of reach, or
 *   - that made the customer less at ease, where the best way on begins with one that
 *     does not: she may have to be told the truth, but nobody is sent to hurt her.
 * *roads is zero at first. What cannot be found is left out.
 */
void cli_roads_find(cli_roads *roads, const sim_record *record, const sim_score *score,
                    const prove_work *work);
void cli_roads_release(cli_roads *roads);

#endif
