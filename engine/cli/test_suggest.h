#ifndef EARSHOT_CLI_TEST_SUGGEST_H
#define EARSHOT_CLI_TEST_SUGGEST_H

/* `test --suggest`: tests to paste that together reach all that a test can reach. */

#include "base/bytes.h"
#include "cli/json.h"
#include "cli/load.h"
#include "cli/test_coverage.h"
#include "prove/prove.h"

typedef struct cli_suggesting {
    bool json;        /* set by the caller: fill `list`, else `out` */
    base_bytes *out;  /* borrowed */
    base_json *list;  /* borrowed: an array */
    cli_tally *tally; /* borrowed: what the suggested tests reach */
    const prove_work *work;
} cli_suggesting;

/* *whole becomes false when more may be reached than was found. */
ear_status cli_test_suggest(const cli_suggesting *how, const cli_loaded *loaded,
                            bool *whole, ear_error *err);

#endif
