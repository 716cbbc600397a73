/* The lines of a picture as curves, where everything has its place. */
#include "report/graph_picture_internal.h"

#include <math.h>
#include <stdlib.h>

#define TURN       .25 /* how far a turn swings out for each px that it goes down */
#define LEAST_TURN 24.0
#define MOST_TURN  60.0

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
    const graph_bundle *b = &m->bundles[link];
    const report_link *l = &m->layered.links[link];
    const graph_line *line = &m->lines[b->first + i];
    const report_edge *e = &m->picture.graph->edges[line->edge];
    const uint32_t points = 1 + 3 * (1 + 2 * l->lane_count);
    pen p = {.points = base_arena_alloc(&m->arena, points * sizeof *p.points)};
    const double mood = .5 + .5 * fmax(-1, fmin(1, line->effect / GRAPH_FULL_EFFECT));

    if (!p.points)
        return false;
    trace(m, l, b, i, &p);
    m->picture.strands[m->picture.strand_count++] =
        (report_strand){.edge = line->edge,
                        .others = line->others,
                        .passed = line->passed,
                        .width = line->width,
                        .mood = e->kind == REPORT_REPLY ? mood : .5,
                        .mark = line->mark,
                        .back = l->circle,
                        .visit = e->visit,
                        .quiet = e->kind != REPORT_REPLY,
                        .unused = line->unused,
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

    p->strands = base_arena_alloc(&m->arena, (m->line_count + 1) * sizeof *p->strands);
    if (!p->strands)
        return false;
    for (uint32_t link = 0; link < m->layered.link_count; link++)
        for (uint32_t i = 0; i < m->bundles[link].count; i++)
            if (!draw_strand(m, link, i))
                return false;
    qsort(p->strands, p->strand_count, sizeof *p->strands, by_width);
    return true;
}
