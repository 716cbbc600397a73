#ifndef EARSHOT_REPORT_GRAPH_INTERNAL_H
#define EARSHOT_REPORT_GRAPH_INTERNAL_H

#include "base/arena.h"
#include "model/code_text.h"
#include "model/state.h"
#include "report/graph.h"

typedef struct graph_own {
    report_graph graph; /* first: a report_graph is one of these */
    base_arena arena;
    size_t edge_room;
    uint32_t *by_reply;     /* [REPLIES + 1] edges of reply r: by_reply[r] .. [r + 1] */
    uint32_t *by_go;        /* [STATEMENTS] edge of a `go`, a `visit`; MODEL_NONE */
    uint32_t *by_rule;      /* [RULES] */
    model_counted *counted; /* for the text of conditions */
    bool some_show;         /* a meter leaks out; else every meter counts */
} graph_own;

/* Whether the meter is part of how she feels: those that show, or all when none does. */
bool graph_meter_counts(const graph_own *own, const model_meter *meter);

/* graph_arrival.c: meters and flags of newcomers on arriving, for report_arrival. All of
 * it lies in the graph's arena. False: out of memory. */
typedef struct graph_samples graph_samples;
typedef struct graph_arrivals {
    graph_own *own;
    graph_samples *of; /* [MOMENTS]; NULL: too many moments */
    uint32_t size;     /* numbers in one sample */
} graph_arrivals;

bool graph_arrivals_make(graph_arrivals *all, graph_own *own);
bool graph_arrivals_keep(graph_arrivals *all, uint32_t moment, const model_state *state,
                         const model_layout *layout);
bool graph_arrivals_tell(const graph_arrivals *all); /* once, after the last was kept */

/* graph_walk.c: newcomers play; counts and means are filled in. */
ear_status graph_walk(graph_own *own, const report_graph_options *options,
                      ear_error *err);

/* graph_prove.c: every state is looked at, as far as the options allow. */
ear_status graph_prove(graph_own *own, const report_graph_options *options,
                       ear_error *err);

#endif
