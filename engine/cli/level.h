#ifndef EARSHOT_CLI_LEVEL_H
#define EARSHOT_CLI_LEVEL_H

#include "cli/command.h"
#include "view/settings.h"

#define CLI_OPTION_LEVEL                                                                 \
    {                                                                                    \
        "level", "read|hints|open",                                                      \
            "how much of the customer's mood is told in figures", 0                      \
    }

/* --level, in the terminal and in the window. False: it was not given, and *out is left
 * alone. */
bool cli_level_asked(view_level *out, const cli_args *args);

#endif
