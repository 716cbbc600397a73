#ifndef EARSHOT_CLI_WINDOW_H
#define EARSHOT_CLI_WINDOW_H

#include "cli/command.h"

/* Both return the exit code. */
int cli_window_home(void);                 /* `earshot` alone; or short help on stderr */
int cli_window_play(const cli_args *args); /* `play` without --text and --json */

#endif
