#ifndef EARSHOT_CLI_TESTING_H
#define EARSHOT_CLI_TESTING_H

/* Plays the tests that a pack brings, counts what they have met, and says why one did not
 * hold. */

#include "base/bytes.h"
#include "cli/load.h"
#include "prove/coverage.h"

#include <stdbool.h>

typedef struct cli_verdict {
    bool passed;
    double milliseconds; /* wall */
    base_bytes message;  /* what did not hold: whole sentences, one a line */
    base_bytes hint;     /* one next step; empty: the message says it */
    uint32_t step;      /* the entry of `play` that could not be given, from 1; 0: none */
    uint32_t moment;    /* where the run stood; MODEL_NONE: nowhere yet */
    model_place at;     /* the choice there, or the moment */
    bool asked;         /* the run stood at a choice, or came by one, and that matters */
    base_bytes offered; /* at that choice: id, NUL, words, NUL, ... */
} cli_verdict;

/* EAR_E_NOMEM is the only failure; a test that cannot be played has failed. The caller
 * releases *out with cli_verdict_release() either way. */
ear_status cli_test_play(cli_verdict *out, const cli_loaded *loaded,
                         const model_test *test, prove_coverage *coverage,
                         ear_error *err);
void cli_verdict_release(cli_verdict *verdict);

/* Everything a failed verdict has to say, for people: several lines, the last one ended.
 */
void cli_verdict_write(base_bytes *out, const cli_verdict *verdict,
                       const cli_loaded *loaded);

/* "dir/kettle.lua:7", as it can be opened from here. */
void cli_place_write(base_bytes *out, const cli_loaded *loaded, model_place place);

/* --- between testing.c and its parts --- */

typedef struct cli_trial {
    const ear_scenario *scenario;
    const model_test *test;
    ear_session *session;
    prove_coverage *coverage;
    cli_verdict *verdict;
    base_bytes offered; /* at the last choice */
} cli_trial;

/* Why entry `step` (from 0) of `play` could not be given: testing_lost.c. */
void cli_trial_lost(cli_trial *trial, uint32_t step, const char *words);
/* Hints at what was on offer at the last choice and is near to the words. */
void cli_trial_near(cli_trial *trial, const char *words);
/* Whether every condition of `holds` does; says those that do not, with the values they
 * read: testing_holds.c. */
bool cli_trial_holds(cli_trial *trial);
/* Adds the values that a condition reads to the message; of a function, none. */
void cli_trial_values(cli_trial *trial, model_code code);

#endif
