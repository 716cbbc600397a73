#ifndef EARSHOT_PROVE_TALLY_H
#define EARSHOT_PROVE_TALLY_H

/* Making, adding up and releasing tallies. Private to prove. */

#include "prove/players.h"

/* NULL: out of memory. */
prove_tally *prove_tally_new(const ear_scenario *scenario,
                             const prove_players_options *options);
/* Adds what `from` counted; false: out of memory. */
bool prove_tally_add(prove_tally *to, const prove_tally *from,
                     const ear_scenario *scenario);
/* A run that broke off at `state`, the run-th; false: out of memory. */
bool prove_tally_broken(prove_tally *tally, const model_state *state, uint64_t run,
                        const ear_error *error);
void prove_sum_note(prove_sum *sum, int64_t value);

#endif
