#ifndef EARSHOT_CLI_WORLD_AFTER_H
#define EARSHOT_CLI_WORLD_AFTER_H

#include "cli/world.h"

/* Adds to the host what it needs to look back at a run. */
void cli_world_after(view_host *host);
/* A new run begins: nothing was done in it yet. */
void cli_world_listen(cli_world *world);

#endif
