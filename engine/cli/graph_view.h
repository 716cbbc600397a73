#ifndef EARSHOT_CLI_GRAPH_VIEW_H
#define EARSHOT_CLI_GRAPH_VIEW_H

/* The graph of a scenario for the window: report's picture, as view wants it. */

#include "report/graph_picture.h"
#include "view/graph.h"

typedef struct cli_graph_view cli_graph_view;

/* `page`: as report_picture_new(). `scenario` and the helpers are borrowed; the scenario
 * outlives *out, which the caller releases with cli_graph_view_free(). */
ear_status cli_graph_view_new(cli_graph_view **out, const ear_scenario *scenario,
                              const report_graph_options *options, double page,
                              ear_error *err);
void cli_graph_view_free(cli_graph_view *graph); /* NULL is fine */

/* Borrowed until the graph is freed. */
const view_graph *cli_graph_view_of(const cli_graph_view *graph);
/* "calm=27, called, not vip": how people usually come to a moment; "" when nobody did. */
const char *cli_graph_view_arriving(const cli_graph_view *graph, uint32_t moment);

#endif
