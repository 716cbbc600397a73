#ifndef EARSHOT_CLI_CHECK_COMPAT_H
#define EARSHOT_CLI_CHECK_COMPAT_H

#include "cli/command.h"

/* `check --compat OLD NEW`: which saved runs, translations and tests an edit breaks.
 * Returns the exit code: CLI_DONE when nothing does, CLI_FOUND when something does. */
int cli_check_compat(const cli_args *args);

#endif
