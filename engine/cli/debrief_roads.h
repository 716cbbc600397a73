#ifndef EARSHOT_CLI_DEBRIEF_ROADS_H
#define EARSHOT_CLI_DEBRIEF_ROADS_H

/* What could have come of a run: the other replies at its costliest choice, and the best
 * road on from its first weak reply. Between debrief.c and debrief_roads.c. */

#include "base/arena.h"
#include "prove/prove.h"
#include "sim/score.h"
#include "view/debrief.h"

typedef struct cli_roads {
    base_arena arena; /* of the texts and lists */
    uint32_t costly;  /* the turn whose others are told; 0: none */
    view_debrief_other *others;
    size_t other_count;
    float *road; /* mood from point `road_from` on */
    size_t road_count;
    uint32_t road_from;
    const char *instead; /* words of the first reply of the road; NULL */
    const char *why;     /* what the coach says of it; NULL */
    bool sampled;
} cli_roads;

/* Plays the turns of `score` again. What cannot be found is left out. */
void cli_roads_find(cli_roads *roads, const sim_record *record, const sim_score *score,
                    const prove_work *work);
void cli_roads_release(cli_roads *roads);

#endif
