#ifndef EARSHOT_CLI_JUNIT_H
#define EARSHOT_CLI_JUNIT_H

/* Test results as JUnit XML, which build servers read. */

#include "base/bytes.h"

#include <stddef.h>

typedef struct cli_junit {
    base_bytes cases;
    size_t count, failures, errors;
    double milliseconds;
} cli_junit;

/* `scenario` and `name` make a test's name there. `why` NULL: it passed; else what is
 * wrong, of which the first line is the summary. `error`: it could not even be played. */
typedef struct cli_junit_case {
    const char *scenario, *name, *file;
    unsigned line; /* 0: none */
    double milliseconds;
    const char *why;
    bool error;
} cli_junit_case;

void cli_junit_add(cli_junit *junit, const cli_junit_case *result);
/* False with errno when the file cannot be written. */
bool cli_junit_write(const cli_junit *junit, const char *path);
void cli_junit_release(cli_junit *junit);

#endif
