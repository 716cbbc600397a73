#ifndef EARSHOT_REPORT_LAYERED_H
#define EARSHOT_REPORT_LAYERED_H

/*
 * Boxes and the links between them, laid out in columns from left to right (after
 * Sugiyama, Tagawa and Toda 1981). A box stands in the column of the turn at which people
 * usually come there, or, where nobody did, right of what leads to it; a column that
 * would be much higher than a page is several. The order within columns is the one with
 * the fewest crossings that a few sweeps find, and heights are as level as the order
 * allows, and not far from the middle. A link that passes a column has a lane of its own
 * there, so it runs through no box. A picture much wider than a page is broken into rows
 * of columns, one below the other. The same input gives the same places on every machine.
 */

#include "base/arena.h"

#include <earshot/error.h>

#include <stdbool.h>
#include <stdint.h>

/* More than this is no picture any more. */
#define REPORT_MAX_BOXES 1000u

typedef struct report_box {
    double width, height; /* given; `width` comes back as wide as its column */
    double turn;          /* given: at which people come here; below 0: nobody did */
    bool last;            /* given: stands in the last column */
    double x, y;          /* found: upper left corner */
    uint32_t column, row; /* found: rows are numbered from the top */
} report_box;

/* A place where a link passes a column, at height `y`, from where it comes to where it
 * goes; or one between two rows of columns, where it runs back: round the end of one row
 * and the beginning of the other, swinging out so far (to the left: less than 0). */
typedef struct report_lane {
    double left, right, y;
    double swing_in, swing_out; /* 0: a column's */
} report_lane;

/* A link leaves on the right of a box and arrives on the left of one. */
typedef struct report_link {
    uint32_t from, to;   /* given: boxes; the same one is fine */
    double breadth;      /* given: how high its lane is */
    double weight;       /* given, 0 .. 1: how much it should be short */
    bool circle;         /* found: closes a circle, back to its entrance */
    bool turns;          /* found: leads to its own column or one further left */
    uint32_t first_lane; /* found: in `lanes`, in the order of travel */
    uint32_t lane_count;
    double from_y, to_y;       /* found: middle of its place on either box */
    double from_span, to_span; /* found: how much of the box's side it has there */
} report_link;

typedef struct report_layered {
    report_box *boxes; /* borrowed from the caller, as `links` */
    uint32_t box_count;
    report_link *links;
    uint32_t link_count;
    uint32_t start;     /* given: the box that everything begins with */
    double page;        /* given: how many times wider than high a page is, for breaking
                           columns into rows; 0: they are never broken */
    report_lane *lanes; /* found; in the arena of report_layered_place() */
    uint32_t lane_count;
    uint32_t columns;
    uint32_t rows;        /* found: of columns, one below the other */
    double width, height; /* found: the upper left corner of all is 0, 0 */
} report_layered;

/* `arena` keeps the lanes. EAR_E_LIMIT: more than REPORT_MAX_BOXES. After a failure what
 * was to be found is not. */
ear_status report_layered_place(report_layered *picture, base_arena *arena,
                                ear_error *err);

#endif
