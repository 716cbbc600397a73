#ifndef EARSHOT_SIM_ADVICE_H
#define EARSHOT_SIM_ADVICE_H

/* What to try next, read off a run: one habit of the replies that were given, said as one
 * thing to do. Made for a learner who will read one sentence and then play again. */

#include "sim/score.h"

#define SIM_ADVICE_MOST 2

/*
 * The first habits that the run shows, of a fixed list in the order of what costs most:
 * solving before listening, rules and set phrases, empty answers, signs passed over,
 * sorry too often, kindness without a deed; and, where none shows, the skill of which
 * most was left lying. Sentences are static. Returns how many there are.
 */
size_t sim_advice(const char *out[SIM_ADVICE_MOST], const sim_score *score);

#endif
