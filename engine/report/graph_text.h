#ifndef EARSHOT_REPORT_GRAPH_TEXT_H
#define EARSHOT_REPORT_GRAPH_TEXT_H

/* A graph as text for other programs to lay out. Any number of moments. Appends; false:
 * out of memory. */

#include "report/graph.h"

bool report_graph_dot(base_bytes *out, const report_graph *graph);     /* Graphviz */
bool report_graph_mermaid(base_bytes *out, const report_graph *graph); /* Mermaid */

#endif
