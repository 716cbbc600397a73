#ifndef EARSHOT_PROVE_SUGGEST_H
#define EARSHOT_PROVE_SUGGEST_H

/*
 * A small set of roads through a scenario that together reach every goal (coverage.h)
 * that a test can reach: what `test --suggest` writes as tests.
 *
 * First a walk in breadth finds what can be reached and the shortest road to each goal.
 * Then the roads are chosen: each one begins anew or goes by the goal that is hardest to
 * come by, and on from there by the roads that gather most of what is still missing.
 * Whatever the others reach together is left out again. Runs have seed 1, as tests do, so
 * the same scenario gives the same roads; no clock is asked.
 */

#include "prove/coverage.h"
#include "prove/prove.h"

typedef struct prove_suggestion {
    uint8_t *bits;    /* the replies, by their bit in model_state.offered; owned */
    size_t count;     /* of them */
    uint32_t outcome; /* MOMENTS; MODEL_NONE: it stops at a choice, no outcome follows */
} prove_suggestion;

typedef struct prove_suggestions {
    prove_suggestion *roads; /* owned, the longest first */
    size_t count;
    uint8_t *reached; /* one for each goal: 1 when some road reaches it; owned */
    uint64_t states;  /* that were looked at */
    bool whole;       /* that was all of them: what is not reached cannot be */
    bool stopped; /* by work->stop: the roads are those to what was found until then */
} prove_suggestions;

/* `hooks` may be NULL when the scenario has no functions. Of `work` only `stop` and
 * `progress` count, which tells in percent of what it may take at most. The caller
 * releases *out with prove_suggestions_release(). EAR_E_STUCK, EAR_E_SCRIPT: there is no
 * first choice. */
ear_status prove_suggest(prove_suggestions *out, const ear_scenario *scenario,
                         const ear_hooks *hooks, const prove_goals *goals,
                         const prove_work *work, ear_error *err);
void prove_suggestions_release(prove_suggestions *suggestions);

#endif
