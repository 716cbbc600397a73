#ifndef EARSHOT_CLI_TEST_COVERAGE_H
#define EARSHOT_CLI_TEST_COVERAGE_H

/* What the tests of one or more scenarios have reached, counted and told. */

#include "base/bytes.h"
#include "cli/json.h"
#include "cli/load.h"
#include "prove/coverage.h"

typedef struct cli_tally {
    size_t met[PROVE_GOAL_KINDS], all[PROVE_GOAL_KINDS];
    bool wants_missing; /* set by the caller: what was not reached is collected */
    bool several;       /* set by the caller: more than one scenario is counted */
    base_bytes missing_text;
    base_json missing; /* kind: [...] */
} cli_tally;

/* Released with cli_tally_release(). */
cli_tally cli_tally_begin(bool wants_missing, bool several);
void cli_tally_add(cli_tally *tally, const cli_loaded *loaded, const prove_goals *goals,
                   const prove_coverage *coverage);
/* {"moments":{"met":..,"of":..,"missing":[..]},...}; NULL: out of memory. */
json_t *cli_tally_json(cli_tally *tally);
void cli_tally_write(base_bytes *out, const cli_tally *tally);
void cli_tally_release(cli_tally *tally);

#endif
