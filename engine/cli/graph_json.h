#ifndef EARSHOT_CLI_GRAPH_JSON_H
#define EARSHOT_CLI_GRAPH_JSON_H

#include "base/bytes.h"
#include "report/graph.h"

/* Appends the graph as one JSON object; out->failed: out of memory. */
void cli_graph_json(base_bytes *out, const report_graph *graph, uint64_t seed);

#endif
