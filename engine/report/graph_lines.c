/* The lines of a picture: edges between the same moments that look the same are one, and
 * what runs between the same moments is one link of the layout. */
#include "report/graph_picture_internal.h"

#include <math.h>
#include <string.h>

#define STRAND      10.0 /* between neighbouring lines of one bundle */
#define FAINT       5.0  /* where nobody went there */
#define MOST_BUNDLE 56.0
#define MOST_CARD   260.0
#define MOST_COPY   110.0
#define THINNEST    1.5
#define THICKER     5.0
#define UNUSED      1.0
#define MOST_ALIKE  3u /* lines next to each other; more that look the same are one */

/* Those with both ends, by these. */
typedef struct edges {
    uint32_t *sorted, count;
} edges;

/* Edges with both ends, by these; equal ones stay in the order of the file. */
static bool sort_edges(graph_making *m, edges *out)
{
    const report_graph *g = m->picture.graph;
    const uint32_t nodes = g->scenario->count[MODEL_S_MOMENTS];
    uint32_t *at = base_arena_alloc(&m->arena, (nodes + 1) * sizeof *at);
    uint32_t *by_to = base_arena_alloc(&m->arena, (g->edge_count + 1) * sizeof *by_to);

    out->sorted = base_arena_alloc(&m->arena, (g->edge_count + 1) * sizeof *by_to);
    if (!at || !by_to || !out->sorted)
        return false;
    /* By `to`, then by `from`: counting sorts keep the order. */
    for (uint32_t i = 0; i < g->edge_count; i++)
        at[g->edges[i].to + 1] += g->edges[i].from != MODEL_NONE;
    for (uint32_t n = 0; n < nodes; n++)
        at[n + 1] += at[n];
    out->count = at[nodes];
    for (uint32_t i = 0; i < g->edge_count; i++)
        if (g->edges[i].from != MODEL_NONE)
            by_to[at[g->edges[i].to]++] = i;
    memset(at, 0, (nodes + 1) * sizeof *at);
    for (uint32_t i = 0; i < out->count; i++)
        at[g->edges[by_to[i]].from + 1]++;
    for (uint32_t n = 0; n < nodes; n++)
        at[n + 1] += at[n];
    for (uint32_t i = 0; i < out->count; i++)
        out->sorted[at[g->edges[by_to[i]].from]++] = by_to[i];
    return true;
}

/* --- what looks the same ------------------------------------------------------------ */

static report_mark mark_of(const report_edge *e)
{
    const char *does = report_edge_does(e);

    return strcmp(does, "helps") == 0   ? REPORT_MARK_HELPS
           : strcmp(does, "hurts") == 0 ? REPORT_MARK_HURTS
                                        : REPORT_MARK_PLAIN;
}

static graph_line line_of(const report_graph *g, uint32_t edge)
{
    const report_edge *e = &g->edges[edge];

    return (graph_line){.edge = edge,
                        .mark = mark_of(e),
                        .passed = e->passed,
                        .effect = e->effect,
                        .unused = g->runs && !e->passed};
}

static bool alike(const report_graph *g, const graph_line *a, const graph_line *b)
{
    const report_edge *x = &g->edges[a->edge], *y = &g->edges[b->edge];

    return a->mark == b->mark && a->unused == b->unused && x->visit == y->visit &&
           (x->kind == REPORT_REPLY) == (y->kind == REPORT_REPLY);
}

/* What it does to her is the mean over all who went there. */
static void join(graph_line *into, const graph_line *line)
{
    const double mine = into->passed ? (double)into->passed : 1.0 + into->others;
    const double its = line->passed ? (double)line->passed : 1;

    into->effect = (into->effect * mine + line->effect * its) / (mine + its);
    into->passed += line->passed;
    into->others++;
}

static uint32_t how_many_like(const graph_making *m, const graph_bundle *b, uint32_t at)
{
    uint32_t n = 0;

    for (uint32_t i = b->first; i < b->first + b->count; i++)
        n += alike(m->picture.graph, &m->lines[i], &m->lines[at]);
    return n;
}

/* The line among the first `kept` of a bundle that this one runs with; or NULL. */
static graph_line *with_whom(graph_making *m, const graph_bundle *b, uint32_t kept,
                             const graph_line *line)
{
    for (uint32_t i = b->first; i < b->first + kept; i++)
        if (alike(m->picture.graph, &m->lines[i], line))
            return &m->lines[i];
    return NULL;
}

/* Lines where nobody went say little each; and of many next to each other nobody sees
 * which is which. `many` says of which that is so, before any is joined. */
static void join_alike(graph_making *m, graph_bundle *b, bool *many)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < b->count; i++) {
        const uint32_t at = b->first + i;

        many[i] = m->lines[at].unused || how_many_like(m, b, at) > MOST_ALIKE;
    }
    for (uint32_t i = 0; i < b->count; i++) {
        const graph_line line = m->lines[b->first + i];
        graph_line *with = many[i] ? with_whom(m, b, kept, &line) : NULL;

        if (with)
            join(with, &line);
        else
            m->lines[b->first + kept++] = line;
    }
    b->count = kept;
}

static double width_of(const report_graph *g, const graph_line *line)
{
    if (line->unused)
        return UNUSED;
    if (g->runs)
        return THINNEST + THICKER * sqrt(fmin(1, (double)line->passed / (double)g->runs));
    return THINNEST + THICKER * fmin(1, fabs(line->effect) / GRAPH_FULL_EFFECT) / 2;
}

/* --- links -------------------------------------------------------------------------- */

static void measure(graph_making *m, const graph_bundle *b, report_link *link)
{
    const report_graph *g = m->picture.graph;
    uint64_t passed = 0;
    double sum = 0;

    for (uint32_t i = b->first; i < b->first + b->count; i++) {
        graph_line *line = &m->lines[i];

        line->width = width_of(g, line);
        passed += line->passed;
        sum += line->unused ? FAINT : fmax(STRAND, line->width + 2.5);
    }
    link->breadth = fmin(sum, MOST_BUNDLE);
    link->weight = g->runs ? fmin(1, (double)passed / (double)g->runs) : 0;
}

static void bundle(graph_making *m, const edges *all)
{
    const report_graph *g = m->picture.graph;
    report_layered *l = &m->layered;

    for (uint32_t i = 0; i < all->count; i++) {
        const report_edge *e = &g->edges[all->sorted[i]];
        const report_link *last = l->link_count ? &l->links[l->link_count - 1] : NULL;

        if (!last || last->from != e->from || last->to != e->to) {
            m->bundles[l->link_count] = (graph_bundle){i, 0};
            l->links[l->link_count++] = (report_link){.from = e->from, .to = e->to};
        }
        m->bundles[l->link_count - 1].count++;
        m->lines[i] = line_of(g, all->sorted[i]);
    }
    m->line_count = all->count;
}

bool graph_make_links(graph_making *m)
{
    report_layered *l = &m->layered;
    edges all = {0};

    if (!sort_edges(m, &all))
        return false;
    m->bundles = base_arena_alloc(&m->arena, (all.count + 1) * sizeof *m->bundles);
    m->lines = base_arena_alloc(&m->arena, (all.count + 1) * sizeof *m->lines);
    l->links = base_arena_alloc(&m->arena, (all.count + 1) * sizeof *l->links);
    bool *many = base_arena_alloc(&m->arena, all.count + 1);
    if (!m->bundles || !m->lines || !l->links || !many)
        return false;
    bundle(m, &all);
    for (uint32_t i = 0; i < l->link_count; i++) {
        join_alike(m, &m->bundles[i], many);
        measure(m, &m->bundles[i], &l->links[i]);
    }
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
    for (uint32_t b = 0; b < l->box_count; b++) {
        const double most = m->picture.cards[b].copy ? MOST_COPY : MOST_CARD;

        l->boxes[b].height =
            fmax(l->boxes[b].height, fmin(most, fmax(in[b], out[b]) + 16));
    }
    return true;
}
