#ifndef EARSHOT_CLI_TESTING_TOLD_H
#define EARSHOT_CLI_TESTING_TOLD_H

#include "cli/json.h"
#include "cli/junit.h"
#include "cli/say.h"
#include "cli/testing.h"

/* A line, and below it what did not hold. */
void cli_verdict_tell(base_bytes *out, const cli_page *page, const cli_loaded *loaded,
                      const model_test *test, const cli_verdict *verdict);
/* NULL: out of memory. */
json_t *cli_verdict_json(const cli_loaded *loaded, const model_test *test,
                         const cli_verdict *verdict);
void cli_verdict_junit(cli_junit *junit, const cli_loaded *loaded, const model_test *test,
                       const cli_verdict *verdict);

#endif
