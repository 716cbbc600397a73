#ifndef EARSHOT_VIEW_GRAPH_H
#define EARSHOT_VIEW_GRAPH_H

#include "model/image.h"
#include "view/frame.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * The graph of a talk, already laid out: what the host gives to the graph screen. Lengths
 * are px of the drawing, from 0, 0; letters in it are 16 and 14 px high. All texts are
 * UTF-8, cleaned. Borrowed from the host until it is asked for another graph or talk.
 */

#define VIEW_GRAPH_NEEDS 2

typedef struct view_graph_card {
    view_rect at;
    uint32_t row;    /* of columns, from the top */
    uint32_t moment; /* MOMENTS */
    const char *name;
    const char *words; /* on `lines` lines, 0 to 2 */
    const char *foot;
    const char *rule;                    /* a last line; NULL */
    const char *about;                   /* how people come here, in a sentence; "" */
    const char *mood;                    /* how they feel then, in a sentence; "" */
    const char *needs[VIEW_GRAPH_NEEDS]; /* what its first replies with a condition need,
                                            a sentence each; NULL: no such reply */
    int lines;
    int line;       /* of the file */
    bool outcome;   /* `rating` is its */
    bool reachable; /* some way leads here */
    bool note;      /* for the facilitator */
    bool copy;      /* of an ending whose own card comes before in the list: only drawn */
    model_rating rating;
} view_graph_card;

typedef enum view_graph_mark {
    VIEW_GRAPH_PLAIN, /* changes nothing, or goes on by itself */
    VIEW_GRAPH_HELPS,
    VIEW_GRAPH_HURTS
} view_graph_mark;

typedef struct view_graph_line {
    const view_point *points; /* one, and three for each cubic curve */
    uint32_t count;
    uint32_t from, to; /* MOMENTS */
    float width;
    float mood; /* 0 rust .. 1 teal */
    view_graph_mark mark;
    bool back;  /* closes a circle */
    bool visit; /* there and back */
    bool quiet;
    bool unused; /* nobody came this way: faint */
} view_graph_line;

typedef struct view_graph {
    const char *title, *summary;
    const view_graph_card *cards;
    uint32_t card_count;
    const view_graph_line *lines; /* in the order of painting */
    uint32_t line_count;
    float width, height;
    float tip; /* how far before a card its lines end: room for the mark */
} view_graph;

#endif
