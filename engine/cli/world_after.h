#ifndef EARSHOT_CLI_WORLD_AFTER_H
#define EARSHOT_CLI_WORLD_AFTER_H

#include "cli/world.h"

/* Adds to the host what it needs to look back at a run. */
void cli_world_after(view_host *host);
/* A new run begins: nothing was done in it yet. */
void cli_world_listen(cli_world *world);
/* What was done in the run at hand. Borrowed until something else is done. */
sim_record cli_world_record_of(const cli_world *world);
/* view_host.report; `user` is the world. */
bool cli_world_report(void *user, char *where, size_t room);

#endif
