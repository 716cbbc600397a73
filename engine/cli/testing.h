#ifndef EARSHOT_CLI_TESTING_H
#define EARSHOT_CLI_TESTING_H

/* Plays the tests that a pack brings, and counts what they have met. */

#include "base/bytes.h"
#include "cli/load.h"

#include <stdbool.h>

/* One byte for each record of a section: met by any test. */
typedef struct cli_coverage {
    uint8_t *moments, *lines, *replies; /* owned */
} cli_coverage;

/* Released with cli_coverage_release(). */
ear_status cli_coverage_new(cli_coverage *out, const ear_scenario *scenario,
                            ear_error *err);
void cli_coverage_release(cli_coverage *coverage);

typedef struct cli_verdict {
    bool passed;
    double milliseconds; /* wall */
    base_bytes message;  /* why not; released by the caller */
} cli_verdict;

/* EAR_E_NOMEM is the only failure; a test that cannot be played has failed. */
ear_status cli_test_play(cli_verdict *out, const cli_loaded *loaded,
                         const model_test *test, cli_coverage *coverage, ear_error *err);

#endif
