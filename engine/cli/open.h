#ifndef EARSHOT_CLI_OPEN_H
#define EARSHOT_CLI_OPEN_H

/* What commands do with load.h alike: open, say what is wrong, choose the exit code. */

#include "cli/command.h"
#include "cli/load.h"

#include <stdio.h>

typedef struct cli_opened {
    model_findings findings;
    cli_pack *pack;
    cli_loaded *loaded;
} cli_opened;

/*
 * Opens a scenario to be played. Returns -1, or the exit code when it cannot be: what is
 * wrong has been said on stderr. The caller calls cli_opened_release() either way.
 */
int cli_open(cli_opened *opened, const char *path, const cli_load_options *options);
/* Sessions first. */
void cli_opened_release(cli_opened *opened);

/* Says *err on stderr and returns the exit code that fits it. */
int cli_failed(const ear_error *err);

/* Whether a finding keeps the scenario from being played. */
bool cli_stops_play(const model_finding *finding);

/* --limits as asked for; what the pack's Lua prints goes to stderr, for its author. */
cli_load_options cli_load_asked(const cli_args *args);

/* A row for the options of every command that opens packs. */
#define CLI_OPTION_LIMITS                                                                \
    {                                                                                    \
        "limits", "normal|large", "large: room for generated scenarios (2 GiB, 60 s)", 0 \
    }

#endif
