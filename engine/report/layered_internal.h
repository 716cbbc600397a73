#ifndef EARSHOT_REPORT_LAYERED_INTERNAL_H
#define EARSHOT_REPORT_LAYERED_INTERNAL_H

#include "report/layered.h"

/* What the files of the layout share. */

#define LAYERED_NONE UINT32_MAX

/* What stands in a column: a box, or the lane of a link that passes. */
typedef struct layered_vertex {
    uint32_t column;
    uint32_t place;  /* in the column, from the top */
    uint32_t link;   /* of a lane; LAYERED_NONE: a box */
    uint32_t beside; /* box of the same column that a link turns round; LAYERED_NONE */
    double height;
    double y;                        /* middle */
    uint32_t first_left, left_count; /* neighbours one column to the left, to the right */
    uint32_t first_right, right_count;
} layered_vertex;

/* Boxes come first among the vertices, in their order. */
typedef struct layered_grid {
    report_layered *picture;
    base_arena *arena; /* of everything below */
    layered_vertex *vertices;
    uint32_t vertex_count;
    uint32_t *neighbours;
    uint32_t *order; /* vertices by column and place */
    uint32_t *first; /* [columns + 1] where each column begins in `order` */
    uint32_t segment_count;
    double air; /* how much more room than needed is between boxes above each other */
} layered_grid;

/* layered_columns.c: the columns of the boxes. */
ear_status layered_columns(report_layered *picture, base_arena *arena, ear_error *err);
/* layered_order.c: fewer crossings. */
ear_status layered_order(layered_grid *grid, ear_error *err);
/* layered_place.c: heights of the vertices; then columns, boxes and links. */
ear_status layered_heights(layered_grid *grid, ear_error *err);
ear_status layered_finish(layered_grid *grid, ear_error *err);
/* layered_fold.c: rows below each other, where one would be much too long. */
ear_status layered_fold(layered_grid *grid, ear_error *err);

#endif
