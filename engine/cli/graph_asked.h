#ifndef EARSHOT_CLI_GRAPH_ASKED_H
#define EARSHOT_CLI_GRAPH_ASKED_H

/* How a graph is to be made: what `graph` was asked for, or as usual in the window. */

#include "cli/proving.h"
#include "report/graph.h"

typedef struct cli_graph_asked {
    bool runs_given, states_given;
    uint64_t runs, states, seed;
    const prove_work *work; /* borrowed: how it is stopped, whom it tells; NULL: nobody
                               waits */
} cli_graph_asked;

/* Of the options --runs, --seed and --max-states. */
cli_graph_asked cli_graph_asked_of(const cli_args *args);
/* For a loaded scenario, which must outlive them. NULL: as usual. */
report_graph_options cli_graph_options(const cli_graph_asked *asked,
                                       const cli_loaded *loaded);
/* From here on Ctrl-C stops the making, and a terminal is told how far it is. */
void cli_graph_begin(cli_graph_asked *asked, cli_proving *proving);
/* True: it was stopped; that is said. Only once after cli_graph_begin(). */
bool cli_graph_end(cli_proving *proving);

#endif
