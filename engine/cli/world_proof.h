#ifndef EARSHOT_CLI_WORLD_PROOF_H
#define EARSHOT_CLI_WORLD_PROOF_H

#include "cli/world.h"

/* Adds to the host what it knows of the pack being written. */
void cli_world_proof(view_host *host);
/* A search of the talk at hand, in the place of the one before it. `saved`: a save began
 * it. Without memory there is none. */
void cli_world_prove(cli_world *world, bool saved);
/* The talk was opened: a search, when it is there to be written, once its first picture
 * stands: the window is woken, and it calls cli_world_woken(). */
void cli_world_opened(cli_world *world);
void cli_world_woken(cli_world *world);
/* Stops it, before what it looks at goes; the app lets go of what it knew. */
void cli_world_prove_end(cli_world *world);

#endif
