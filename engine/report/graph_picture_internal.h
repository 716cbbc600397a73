#ifndef EARSHOT_REPORT_GRAPH_PICTURE_INTERNAL_H
#define EARSHOT_REPORT_GRAPH_PICTURE_INTERNAL_H

#include "base/arena.h"
#include "report/graph_picture.h"
#include "report/layered.h"

/* Edges between the same two moments: one link of the layout. */
typedef struct graph_bundle {
    uint32_t first, count; /* in `sorted` */
} graph_bundle;

typedef struct graph_making {
    report_picture picture; /* first: a report_picture is one of these */
    base_arena arena;
    base_bytes text;
    report_layered layered;
    graph_bundle *bundles; /* one for each link of `layered` */
    uint32_t *sorted;      /* edges by their ends */
    uint32_t sorted_count;
} graph_making;

/* graph_strands.c. False: out of memory. */

/* The links of the layout, and cards high enough for them. */
bool graph_make_links(graph_making *m);
/* Curves, when everything has its place. */
bool graph_draw_strands(graph_making *m);

#endif
