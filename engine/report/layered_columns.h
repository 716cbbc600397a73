#ifndef EARSHOT_REPORT_LAYERED_COLUMNS_H
#define EARSHOT_REPORT_LAYERED_COLUMNS_H

#include "report/layered_internal.h"

/* What is known of the columns while they are looked for. */

typedef struct layered_timed {
    double turn;
    uint32_t box;
} layered_timed;

/* Links by the box that they leave, in their order. */
typedef struct layered_draft {
    report_layered *picture;
    uint32_t *first, *links; /* links of box b: links[first[b]] .. links[first[b + 1]] */
    uint32_t *rank;          /* how early a box is met from the start, by fewest links */
    uint32_t *queue;
    uint32_t *part;  /* the strongly connected part a box is in */
    uint32_t *entry; /* of each part: its box of the lowest rank */
    uint32_t *size;
    uint32_t *seen, *low, *stack; /* of Tarjan's walk */
    uint32_t stacked, met, parts;
    uint32_t *in_first, *in_links; /* the same by the box that they come to */
    uint32_t *by_rank, reached; /* boxes in the order of `rank`; reached from the start */
    layered_timed *timed;
    int32_t *column; /* of each box, while it is looked for */
} layered_draft;

/* A box that leads somewhere is not last, whatever was asked. */
static inline bool layered_is_last(const layered_draft *c, uint32_t b)
{
    return c->picture->boxes[b].last && c->first[b] == c->first[b + 1];
}

/* layered_circles.c: marks the links that lead back. */
void layered_open_circles(layered_draft *c);
/* layered_better.c: shorter links, then fewer columns, then lower ones. */
void layered_shorten(layered_draft *c);
void layered_merge(layered_draft *c);
void layered_split(layered_draft *c);

#endif
