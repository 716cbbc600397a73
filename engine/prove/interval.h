#ifndef EARSHOT_PROVE_INTERVAL_H
#define EARSHOT_PROVE_INTERVAL_H

/*
 * What can never be, found without looking at states: for every statement the least and
 * the most that each meter can be there, and which way each flag can stand. That is more
 * than there is, and never less: what is ruled out is ruled out for everybody, however
 * many states there are. What is not ruled out may still never happen. Private to prove.
 */

#include "prove/flow.h"
#include "sim/play.h"

typedef struct prove_ranges {
    const ear_scenario *scenario;
    /* What can be, at most: owned; as sim_watch, but of what may happen. */
    uint8_t *statements, *replies, *rules, *moments;
    int32_t *low, *high; /* owned: moments x meters, at its choices, or at its end */
} prove_ranges;

/* False: out of memory; released all the same. *out is blank (scenario NULL) when it
 * would take more than `most` bytes. `flow` is not needed afterwards. */
bool prove_ranges_find(prove_ranges *out, const prove_flow *flow, uint64_t most);
void prove_ranges_release(prove_ranges *ranges); /* blank is fine */

#endif
