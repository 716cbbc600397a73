#ifndef EARSHOT_REPORT_GRAPH_INTERNAL_H
#define EARSHOT_REPORT_GRAPH_INTERNAL_H

#include "base/arena.h"
#include "report/graph.h"

typedef struct graph_own {
    report_graph graph; /* first: a report_graph is one of these */
    base_arena arena;
    size_t edge_room;
    uint32_t *by_reply; /* [REPLIES + 1] edges of reply r: by_reply[r] .. [r + 1] */
    uint32_t *by_go;    /* [STATEMENTS] edge of a `go`, a `visit`; MODEL_NONE */
    uint32_t *by_rule;  /* [RULES] */
    bool some_show;     /* a meter leaks out; else every meter counts */
} graph_own;

/* Whether the meter is part of how she feels: those that show, or all when none does. */
bool graph_meter_counts(const graph_own *own, const model_meter *meter);

/* graph_walk.c: newcomers play; counts and means are filled in. */
ear_status graph_walk(graph_own *own, const report_graph_options *options,
                      ear_error *err);

/* graph_prove.c: every state is looked at, as far as the options allow. */
ear_status graph_prove(graph_own *own, const report_graph_options *options,
                       ear_error *err);

#endif
