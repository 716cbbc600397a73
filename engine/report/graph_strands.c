/* The lines of a picture: edges bundled into links of the layout, then drawn as curves.
 */
#include "report/graph_picture_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define STRAND      10.0 /* between neighbouring lines of one bundle */
#define MOST_BUNDLE 56.0
#define MOST_CARD   260.0
#define THINNEST    1.5
#define THICKER     5.0
#define FULL_EFFECT .10 /* of all her range: the ends of the mood ramp */
#define TURN        .25 /* how far a turn swings out for each px that it goes down */
#define LEAST_TURN  24.0
#define MOST_TURN   60.0

/* --- lines -------------------------------------------------------------------------- */

static double strand_width(const report_graph *g, const report_edge *e)
{
    if (g->runs)
        return THINNEST + THICKER * sqrt(fmin(1, (double)e->passed / (double)g->runs));
    return THINNEST + THICKER * fmin(1, fabs(e->effect) / FULL_EFFECT) / 2;
}

static report_mark mark_of(const report_edge *e)
{
    const char *does = report_edge_does(e);

    return strcmp(does, "helps") == 0   ? REPORT_MARK_HELPS
           : strcmp(does, "hurts") == 0 ? REPORT_MARK_HURTS
                                        : REPORT_MARK_PLAIN;
}

/* Edges with both ends, by these; equal ones stay in the order of the file. */
static bool sort_edges(graph_making *m)
{
    const report_graph *g = m->picture.graph;
    const uint32_t nodes = g->scenario->count[MODEL_S_MOMENTS];
    uint32_t *at = base_arena_alloc(&m->arena, (nodes + 1) * sizeof *at);
    uint32_t *by_to = base_arena_alloc(&m->arena, (g->edge_count + 1) * sizeof *by_to);

    m->sorted = base_arena_alloc(&m->arena, (g->edge_count + 1) * sizeof *m->sorted);
    if (!at || !by_to || !m->sorted)
        return false;
    /* By `to`, then by `from`: counting sorts keep the order. */
    for (uint32_t i = 0; i < g->edge_count; i++)
        at[g->edges[i].to + 1] += g->edges[i].from != MODEL_NONE;
    for (uint32_t n = 0; n < nodes; n++)
        at[n + 1] += at[n];
    m->sorted_count = at[nodes];
    for (uint32_t i = 0; i < g->edge_count; i++)
        if (g->edges[i].from != MODEL_NONE)
            by_to[at[g->edges[i].to]++] = i;
    memset(at, 0, (nodes + 1) * sizeof *at);
    for (uint32_t i = 0; i < m->sorted_count; i++)
        at[g->edges[by_to[i]].from + 1]++;
    for (uint32_t n = 0; n < nodes; n++)
        at[n + 1] += at[n];
    for (uint32_t i = 0; i < m->sorted_count; i++)
        m->sorted[at[g->edges[by_to[i]].from]++] = by_to[i];
    return true;
}

static double weight_of(const graph_making *m, const graph_bundle *b)
{
    const report_graph *g = m->picture.graph;
    uint64_t passed = 0;

    for (uint32_t i = 0; i < b->count; i++)
        passed += g->edges[m->sorted[b->first + i]].passed;
    return g->runs ? fmin(1, (double)passed / (double)g->runs) : 0;
}

static double breadth_of(const graph_making *m, const graph_bundle *b)
{
    const report_graph *g = m->picture.graph;
    double sum = 0;

    for (uint32_t i = 0; i < b->count; i++)
        sum += fmax(STRAND, strand_width(g, &g->edges[m->sorted[b->first + i]]) + 2.5);
    return fmin(sum, MOST_BUNDLE);
}

static bool make_bundles(graph_making *m)
{
    const report_graph *g = m->picture.graph;
    report_layered *l = &m->layered;

    m->bundles = base_arena_alloc(&m->arena, (m->sorted_count + 1) * sizeof *m->bundles);
    l->links = base_arena_alloc(&m->arena, (m->sorted_count + 1) * sizeof *l->links);
    if (!m->bundles || !l->links)
        return false;
    for (uint32_t i = 0; i < m->sorted_count; i++) {
        const report_edge *e = &g->edges[m->sorted[i]];
        const report_link *last = l->link_count ? &l->links[l->link_count - 1] : NULL;

        if (!last || last->from != e->from || last->to != e->to) {
            m->bundles[l->link_count] = (graph_bundle){i, 0};
            l->links[l->link_count++] = (report_link){.from = e->from, .to = e->to};
        }
        m->bundles[l->link_count - 1].count++;
    }
    for (uint32_t i = 0; i < l->link_count; i++)
        l->links[i].breadth = breadth_of(m, &m->bundles[i]),
        l->links[i].weight = weight_of(m, &m->bundles[i]);
    return true;
}

/* A card is high enough for the lines on either side. */
bool graph_raise_cards(graph_making *m)
{
    report_layered *l = &m->layered;
    double *in = base_arena_alloc(&m->arena, l->box_count * sizeof *in);
    double *out = base_arena_alloc(&m->arena, l->box_count * sizeof *out);

    if (!in || !out)
        return false;
    for (uint32_t i = 0; i < l->link_count; i++) {
        out[l->links[i].from] += l->links[i].breadth + 4;
        in[l->links[i].to] += l->links[i].breadth + 4;
    }
    for (uint32_t b = 0; b < l->box_count; b++)
        l->boxes[b].height =
            fmax(l->boxes[b].height, fmin(MOST_CARD, fmax(in[b], out[b]) + 16));
    return true;
}

bool graph_make_links(graph_making *m)
{
    return sort_edges(m) && make_bundles(m);
}

/* --- curves ------------------------------------------------------------------------- */

typedef struct pen {
    report_point *points;
    uint32_t count;
} pen;

static void curve(pen *p, report_point a, report_point b, report_point to)
{
    p->points[p->count++] = a;
    p->points[p->count++] = b;
    p->points[p->count++] = to;
}

static report_point here(const pen *p)
{
    return p->points[p->count - 1];
}

/* Level at both ends, and between them in x all the way. */
static void across(pen *p, double x, double y)
{
    const report_point from = here(p);
    const double half = (from.x + x) / 2;

    curve(p, (report_point){half, from.y}, (report_point){half, y}, (report_point){x, y});
}

/* Out to one side (to the right: more than 0) and back. */
static void swing(pen *p, double x, double y, double far)
{
    const report_point from = here(p);

    curve(p, (report_point){from.x + far, from.y}, (report_point){x + far, y},
          (report_point){x, y});
}

/* Round to where it came from, to one side (1: right). */
static void turn(pen *p, double x, double y, int side)
{
    swing(p, x, y, side * fmin(MOST_TURN, LEAST_TURN + TURN * fabs(y - here(p).y)));
}

/* Where strand `i` of a bundle runs, from the middle of a span. */
static double aside(const graph_bundle *b, uint32_t i, double span)
{
    return ((i + .5) / b->count - .5) * span;
}

/* Along the lanes. Gives back how far it has to swing out after the last one; 0: not. */
static double follow(const report_lane *lanes, const report_link *link, double off,
                     pen *p)
{
    double out = 0;

    for (uint32_t k = 0; k < link->lane_count; k++) {
        const report_lane *lane = &lanes[k];
        const double y = lane->swing_in != 0 ? lane->y - off : lane->y + off;

        if (lane->swing_in != 0 || out != 0)
            swing(p, lane->left, y, lane->swing_in != 0 ? lane->swing_in : out);
        else if (link->turns && k == 0)
            turn(p, lane->left, y, 1);
        else
            across(p, lane->left, y);
        across(p, lane->right, y);
        out = lane->swing_out;
    }
    return out;
}

static void trace(const graph_making *m, const report_link *link, const graph_bundle *b,
                  uint32_t i, pen *p)
{
    const report_layered *l = &m->layered;
    const report_lane *lanes = &l->lanes[link->first_lane];
    const report_box *from = &l->boxes[link->from], *to = &l->boxes[link->to];
    const double off = aside(b, i, link->breadth) * (link->turns ? -1 : 1);
    const double end_x = to->x - REPORT_TIP;
    const double end_y = link->to_y + aside(b, i, link->to_span);

    p->points[p->count++] = (report_point){from->x + from->width,
                                           link->from_y + aside(b, i, link->from_span)};

    const double out = follow(lanes, link, off, p);

    if (out != 0)
        swing(p, end_x, end_y, out);
    else if (link->turns)
        turn(p, end_x, end_y, -1);
    else
        across(p, end_x, end_y);
}

static bool draw_strand(graph_making *m, uint32_t link, uint32_t i)
{
    const report_graph *g = m->picture.graph;
    const graph_bundle *b = &m->bundles[link];
    const report_link *l = &m->layered.links[link];
    const uint32_t edge = m->sorted[b->first + i];
    const report_edge *e = &g->edges[edge];
    const uint32_t points = 1 + 3 * (1 + 2 * l->lane_count);
    pen p = {.points = base_arena_alloc(&m->arena, points * sizeof *p.points)};
    const double mood = .5 + .5 * fmax(-1, fmin(1, e->effect / FULL_EFFECT));

    if (!p.points)
        return false;
    trace(m, l, b, i, &p);
    m->picture.strands[m->picture.strand_count++] =
        (report_strand){.edge = edge,
                        .width = strand_width(g, e),
                        .mood = e->kind == REPORT_REPLY ? mood : .5,
                        .mark = mark_of(e),
                        .back = l->circle,
                        .visit = e->visit,
                        .quiet = e->kind != REPORT_REPLY || (g->runs && !e->passed),
                        .count = p.count,
                        .points = p.points};
    return true;
}

static int by_width(const void *a, const void *b)
{
    const report_strand *x = a, *y = b;

    if (x->width != y->width)
        return x->width < y->width ? -1 : 1;
    return (x->edge > y->edge) - (x->edge < y->edge);
}

bool graph_draw_strands(graph_making *m)
{
    report_picture *p = &m->picture;

    p->strands = base_arena_alloc(&m->arena, (m->sorted_count + 1) * sizeof *p->strands);
    if (!p->strands)
        return false;
    for (uint32_t link = 0; link < m->layered.link_count; link++)
        for (uint32_t i = 0; i < m->bundles[link].count; i++)
            if (!draw_strand(m, link, i))
                return false;
    qsort(p->strands, p->strand_count, sizeof *p->strands, by_width);
    return true;
}
