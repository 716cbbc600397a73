#ifndef EARSHOT_CLI_WORLD_GRAPH_H
#define EARSHOT_CLI_WORLD_GRAPH_H

#include "cli/world.h"

/* Adds to the host the graph of the talk at hand, and playing from a moment of it. */
void cli_world_graph(view_host *host);
/* Before the scenario that it shows goes. */
void cli_world_graph_end(cli_world *world);

#endif
