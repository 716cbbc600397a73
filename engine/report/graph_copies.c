/* In a picture of several rows an ending stands once more near what leads to it: else
 * every line to it would run along all the rows below. */
#include "report/graph_picture_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define REACH 6u /* columns that a line to an ending may pass */

typedef struct incoming {
    uint32_t column, link;
} incoming;

static int by_column(const void *a, const void *b)
{
    const incoming *x = a, *y = b;

    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return (x->link > y->link) - (x->link < y->link);
}

static uint32_t gather(const graph_making *m, uint32_t box, incoming *out)
{
    const report_layered *l = &m->layered;
    uint32_t n = 0;

    for (uint32_t i = 0; i < l->link_count; i++)
        if (l->links[i].to == box)
            out[n++] = (incoming){l->boxes[l->links[i].from].column, i};
    if (n > 0)
        qsort(out, n, sizeof *out, by_column);
    return n;
}

/* The latest turn at which people come to where the links begin. */
static double turn_of(const graph_making *m, const incoming *in, uint32_t count)
{
    const report_layered *l = &m->layered;
    double turn = -1;

    for (uint32_t i = 0; i < count; i++)
        turn = fmax(turn, l->boxes[l->links[in[i].link].from].turn);
    return turn < 0 ? turn : turn + .5;
}

/* One more card of an ending, for links whose sources stand near each other. */
static void copy(graph_making *m, uint32_t box, const incoming *in, uint32_t count)
{
    const uint32_t number = m->layered.box_count++;

    for (uint32_t i = 0; i < count; i++)
        m->layered.links[in[i].link].to = number;
    m->picture.cards[number] = m->picture.cards[box];
    m->picture.cards[number].copy = true;
    m->picture.cards[number].words = "";
    m->picture.cards[number].rule = NULL;
    m->near[number] = turn_of(m, in, count);
    m->picture.card_count = m->layered.box_count;
}

/* The ending itself is for what stands near it, or, where nothing does, near the last. */
static void copy_for(graph_making *m, uint32_t box, incoming *in)
{
    const uint32_t column = m->layered.boxes[box].column;
    const uint32_t all = gather(m, box, in);
    uint32_t n = all, end;

    while (n > 0 && in[n - 1].column + REACH >= column)
        n--;
    for (uint32_t i = 0; i < n && m->layered.box_count < REPORT_MAX_BOXES; i = end) {
        for (end = i + 1; end < n && in[end].column - in[i].column < REACH;)
            end++;
        if (end < n || n < all)
            copy(m, box, in + i, end - i);
        else
            m->near[box] = turn_of(m, in + i, end - i);
    }
}

static bool make_room(graph_making *m)
{
    const uint32_t n = m->layered.box_count, most = n + m->layered.link_count;
    report_card *cards = base_arena_alloc(&m->arena, most * sizeof *cards);
    report_box *boxes = base_arena_alloc(&m->arena, most * sizeof *boxes);

    m->near = base_arena_alloc(&m->arena, most * sizeof *m->near);
    if (!cards || !boxes || !m->near)
        return false;
    for (uint32_t i = 0; i < most; i++)
        m->near[i] = GRAPH_NOT_NEAR;
    memcpy(cards, m->picture.cards, n * sizeof *cards);
    memcpy(boxes, m->layered.boxes, n * sizeof *boxes);
    m->picture.cards = cards;
    m->layered.boxes = boxes;
    return true;
}

bool graph_copy_ends(graph_making *m)
{
    const uint32_t n = m->layered.box_count;
    incoming *in = base_arena_alloc(&m->arena, (m->layered.link_count + 1) * sizeof *in);

    if (!in || !make_room(m))
        return false;
    for (uint32_t b = 0; b < n; b++)
        if (m->picture.cards[b].outcome)
            copy_for(m, b, in);
    return true;
}

void graph_forget_copies(graph_making *m)
{
    const report_graph *g = m->picture.graph;
    report_layered *l = &m->layered;

    m->near = NULL;
    l->box_count = m->picture.card_count = g->scenario->count[MODEL_S_MOMENTS];
    for (uint32_t i = 0; i < l->link_count; i++)
        l->links[i].to = g->edges[m->lines[m->bundles[i].first].edge].to;
}
