#ifndef EARSHOT_REPORT_GRAPH_PICTURE_H
#define EARSHOT_REPORT_GRAPH_PICTURE_H

/*
 * A graph with places: moments as cards in columns from left to right, each reply a line
 * that leaves on the right of its card and arrives on the left of another. Lengths are px
 * at the design's size (letters of 14 and 16). Drawn by report_picture_svg(), and by the
 * window from the same numbers.
 */

#include "report/graph.h"

typedef struct report_point {
    double x, y;
} report_point;

typedef struct report_card {
    uint32_t moment; /* MOMENTS */
    double x, y, width, height;
    uint32_t row;      /* from the top; cards of a row stand in columns */
    const char *name;  /* its id */
    const char *words; /* what is said first; an outcome's title; "" */
    const char *foot;  /* "4 replies, 47 %", "strong, 4 %" */
    const char *rule;  /* "or by rule: ..."; NULL */
    int lines;         /* that `words` take: 0 to 2 */
    bool outcome, reachable, note;
    bool copy; /* of an ending that stands elsewhere too: near what leads to it */
} report_card;

/* What stands at the end of a line, so that it reads without colour. */
typedef enum report_mark {
    REPORT_MARK_PLAIN, /* an open head: changes nothing, or goes on by itself */
    REPORT_MARK_HELPS, /* a filled head */
    REPORT_MARK_HURTS  /* a cross */
} report_mark;

#define REPORT_PADDING   12.0 /* between a card's side and its text */
#define REPORT_LINE      19.0 /* from one line of a card to the next */
#define REPORT_TEXT_SIZE 14.0

/* How far before a card its lines end; their marks fill that. */
#define REPORT_TIP 10.0

typedef struct report_strand {
    uint32_t edge;
    uint32_t others; /* edges between the same moments that look the same, and are drawn
                        as this one */
    uint64_t passed; /* by all of them */
    double width;
    double mood; /* 0 .. 1 on the mood ramp, rust to teal */
    report_mark mark;
    bool back;      /* closes a circle: dashed */
    bool visit;     /* there and back: dotted, with a mark at either end */
    bool quiet;     /* no reply: goes on by itself */
    bool unused;    /* newcomers played, and none came this way: faint */
    uint32_t count; /* of points: one, and three for each cubic curve */
    report_point *points;
} report_strand;

typedef struct report_picture {
    const report_graph *graph; /* borrowed; outlives the picture */
    const char *title, *summary;
    report_card *cards; /* one for each of MOMENTS, then copies */
    uint32_t card_count;
    report_strand *strands; /* the thinnest first */
    uint32_t strand_count;
    double width, height; /* of all cards and lines, from 0, 0 */
} report_picture;

/* EAR_E_LIMIT: more moments than could be read in a picture. To be asked before the
 * work of making a graph. */
ear_status report_picture_fits(const ear_scenario *scenario, ear_error *err);

/* How many times wider than high the place is in which a picture is seen: a page on the
 * wall, and a window with a head and a foot around the drawing. */
#define REPORT_PAGE   1.5
#define REPORT_WINDOW 2.4

/* What is much longer than `page` is broken into rows. The caller releases *out with
 * report_picture_free(). EAR_E_LIMIT as above. */
ear_status report_picture_new(report_picture **out, const report_graph *graph,
                              double page, ear_error *err);
void report_picture_free(report_picture *picture); /* NULL is fine */

/* Appends a whole SVG document. False: out of memory. */
bool report_picture_svg(base_bytes *out, const report_picture *picture);

#endif
