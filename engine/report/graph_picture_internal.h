#ifndef EARSHOT_REPORT_GRAPH_PICTURE_INTERNAL_H
#define EARSHOT_REPORT_GRAPH_PICTURE_INTERNAL_H

#include "base/arena.h"
#include "report/graph_picture.h"
#include "report/layered.h"

/* An edge, and others between the same two moments that look the same. */
typedef struct graph_line {
    uint32_t edge, others;
    report_mark mark;
    uint64_t passed; /* by all of them */
    double effect, width;
    bool unused; /* nobody went there */
} graph_line;

/* Lines between the same two moments: one link of the layout. */
typedef struct graph_bundle {
    uint32_t first, count; /* in `lines` */
} graph_bundle;

typedef struct graph_making {
    report_picture picture; /* first: a report_picture is one of these */
    base_arena arena;
    base_bytes text;
    report_layered layered;
    graph_bundle *bundles; /* one for each link of `layered` */
    graph_line *lines;
    uint32_t line_count; /* at most: bundles have gaps between them */
    double *near; /* of each box: the turn after which an ending stands, near what leads
                     to it; GRAPH_NOT_NEAR; all NULL: they stand last */
} graph_making;

#define GRAPH_NOT_NEAR (-2.0)

/* Of all her range: the ends of the mood ramp, and the thickest where nobody played. */
#define GRAPH_FULL_EFFECT .10

/* graph_lines.c. False: out of memory. */

/* The lines, and the links of the layout. */
bool graph_make_links(graph_making *m);
/* Cards high enough for them. */
bool graph_raise_cards(graph_making *m);

/* graph_strands.c. False: out of memory. */

/* Curves, when everything has its place. */
bool graph_draw_strands(graph_making *m);

/* graph_copies.c. After the layout: boxes, cards and links for another one, in which
 * endings stand near what leads to them. False: out of memory. */
bool graph_copy_ends(graph_making *m);
void graph_forget_copies(graph_making *m);

#endif
