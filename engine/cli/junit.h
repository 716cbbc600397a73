#ifndef EARSHOT_CLI_JUNIT_H
#define EARSHOT_CLI_JUNIT_H

/* Test results as JUnit XML, which build servers read. */

#include "cli/testing.h"

typedef struct cli_junit {
    base_bytes cases;
    size_t count, failures;
} cli_junit;

void cli_junit_add(cli_junit *junit, const char *scenario, const char *name,
                   const cli_verdict *verdict);
/* False with errno when the file cannot be written. */
bool cli_junit_write(const cli_junit *junit, const char *path);
void cli_junit_release(cli_junit *junit);

#endif
