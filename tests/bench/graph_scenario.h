#ifndef EARSHOT_BENCH_GRAPH_SCENARIO_H
#define EARSHOT_BENCH_GRAPH_SCENARIO_H

#include "graph.h"

#include <earshot/scenario.h>

/* Builds the graph as the pack's loader would, from a draft; NULL, with a word on stderr,
 * when that fails. The caller frees it with ear_scenario_free(). */
ear_scenario *graph_scenario(const graph *g);

#endif
