/*
 * Best, worst and likely, worked out from the ends backwards. Where replies lead in
 * circles, the states of one circle (a strongly connected component: Tarjan 1972, without
 * recursion) are worked out together, over and over until nothing moves any more.
 */
#include "prove/value_graph.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NOT_SEEN  0u
#define SMALL     1e-12
#define MOST_ROWS UINT64_C(20000000) /* worked out anew for one circle */

typedef struct solving {
    value_graph *g;
    uint32_t first;  /* node; those before are solved */
    uint32_t *order; /* when a node was first met, from 1; NOT_SEEN */
    uint32_t *low;
    uint32_t *edge; /* how many of its edges were followed */
    uint32_t *path; /* nodes being followed */
    uint32_t *open; /* nodes met whose circle is not closed */
    uint8_t *is_open;
    uint32_t met, path_count, open_count;
} solving;

/* --- one node, from what its edges lead to --- */

static value_way way_along(const value_graph *g, uint32_t to, bool best)
{
    value_way on;

    if (to & VALUE_END)
        return (value_way){to & ~VALUE_END, 1};
    on = best ? g->nodes[to].best : g->nodes[to].worst;
    on.steps += on.steps > 0;
    return on;
}

/* Whether one way is better (or worse, for the worst) than another, or as good and
 * shorter. */
static bool beats(const value_graph *g, value_way a, value_way b, bool best)
{
    int order;

    if (!a.steps || !b.steps)
        return a.steps > 0;
    order = a.ending == b.ending ? 0
                                 : prove_ending_compare(g->scenario, g->endings[a.ending],
                                                        g->endings[b.ending]);
    if (order == 0)
        return a.steps < b.steps;
    return best == (order > 0);
}

/* True when something has changed. */
static bool take_way(value_graph *g, value_node *n, bool best)
{
    value_way *way = best ? &n->best : &n->worst;
    bool changed = false;

    for (uint32_t e = n->first_edge; e < n->first_edge + n->edges; e++) {
        const value_way now = way_along(g, g->edges[e].to, best);

        if (now.steps && beats(g, now, *way, best)) {
            *way = now;
            changed = true;
        }
    }
    return changed;
}

static void add_ending(const value_graph *g, double *row, uint32_t ending, double weight)
{
    const prove_ending *it = g->endings[ending];

    if (it->outcome == MODEL_NONE)
        return;
    row[g->outcome_of[it->outcome]] += weight;
    for (uint32_t k = 0; k < g->scenario->count[MODEL_S_KPIS]; k++)
        row[g->outcomes + k] +=
            weight * ((double)it->figures[k].num / (double)it->figures[k].den);
}

void value_row_add(const value_graph *g, double *row, const value_edge *edge)
{
    const double *from;

    if (edge->to & VALUE_END) {
        add_ending(g, row, edge->to & ~VALUE_END, edge->weight);
        return;
    }
    from = g->rows + (size_t)edge->to * g->width;
    for (uint32_t i = 0; i < g->width; i++)
        row[i] += edge->weight * from[i];
}

/* How far the row has moved. */
static double take_row(value_graph *g, uint32_t node)
{
    double *row = g->rows + (size_t)node * g->width;
    double *fresh = g->rows + g->nodes_count * g->width; /* one row more is there */
    const value_node *n = &g->nodes[node];
    double moved = 0;

    memset(fresh, 0, g->width * sizeof *fresh);
    for (uint32_t e = n->first_edge; e < n->first_edge + n->edges; e++)
        value_row_add(g, fresh, &g->edges[e]);
    for (uint32_t i = 0; i < g->width; i++) {
        const double by = fabs(fresh[i] - row[i]);

        moved = by > moved ? by : moved;
    }
    memcpy(row, fresh, g->width * sizeof *row);
    return moved;
}

/* --- one circle, or one node --- */

static bool leads_to_itself(const value_graph *g, uint32_t node)
{
    const value_node *n = &g->nodes[node];

    for (uint32_t e = n->first_edge; e < n->first_edge + n->edges; e++)
        if (g->edges[e].to == node)
            return true;
    return false;
}

static void solve_circle(value_graph *g, const uint32_t *nodes, uint32_t count)
{
    bool changed = true;
    double moved = 1;

    while (changed) { /* the node met last is likely the nearest to a way out */
        changed = false;
        for (uint32_t i = count; i-- > 0;) {
            changed |= take_way(g, &g->nodes[nodes[i]], true);
            changed |= take_way(g, &g->nodes[nodes[i]], false);
        }
    }
    for (uint64_t rows = 0; moved > SMALL && rows < MOST_ROWS; rows += count) {
        moved = 0;
        for (uint32_t i = count; i-- > 0;) {
            const double by = take_row(g, nodes[i]);

            moved = by > moved ? by : moved;
        }
    }
    g->unsettled |= moved > SMALL;
}

/* Nodes from which nothing ends. */
static void note_traps(value_graph *g, const uint32_t *nodes, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (g->nodes[nodes[i]].best.steps == 0)
            g->nodes[nodes[i]].best = g->nodes[nodes[i]].worst =
                (value_way){VALUE_NO_ENDING, VALUE_FOR_EVER};
}

static void solve(value_graph *g, const uint32_t *nodes, uint32_t count)
{
    if (count > 1 || leads_to_itself(g, nodes[0])) {
        solve_circle(g, nodes, count);
    } else {
        take_way(g, &g->nodes[nodes[0]], true);
        take_way(g, &g->nodes[nodes[0]], false);
        take_row(g, nodes[0]);
    }
    note_traps(g, nodes, count);
}

/* --- which nodes form a circle --- */

static void meet(solving *s, uint32_t node)
{
    const uint32_t i = node - s->first;

    s->order[i] = s->low[i] = ++s->met;
    s->edge[i] = 0;
    s->path[s->path_count++] = node;
    s->open[s->open_count++] = node;
    s->is_open[i] = 1;
}

static void close_circle(solving *s, uint32_t node)
{
    uint32_t from = s->open_count;

    do
        s->is_open[s->open[--from] - s->first] = 0;
    while (s->open[from] != node);
    solve(s->g, s->open + from, s->open_count - from);
    s->open_count = from;
}

static void lower(solving *s, uint32_t node, uint32_t to)
{
    uint32_t *low = &s->low[node - s->first];

    *low = to < *low ? to : *low;
}

/* Follows the next edge of the path's last node, or leaves it. */
static void follow(solving *s)
{
    const uint32_t node = s->path[s->path_count - 1];
    const uint32_t i = node - s->first;
    const value_node *n = &s->g->nodes[node];

    if (s->edge[i] == n->edges) {
        s->path_count--;
        if (s->path_count)
            lower(s, s->path[s->path_count - 1], s->low[i]);
        if (s->low[i] == s->order[i])
            close_circle(s, node);
        return;
    }

    const uint32_t to = s->g->edges[n->first_edge + s->edge[i]++].to;

    if (to & VALUE_END || to < s->first)
        return;
    if (s->order[to - s->first] == NOT_SEEN)
        meet(s, to);
    else if (s->is_open[to - s->first])
        lower(s, node, s->order[to - s->first]);
}

static bool open_solving(solving *s, size_t count)
{
    s->order = calloc(count + 1, sizeof *s->order);
    s->low = malloc((count + 1) * sizeof *s->low);
    s->edge = malloc((count + 1) * sizeof *s->edge);
    s->path = malloc((count + 1) * sizeof *s->path);
    s->open = malloc((count + 1) * sizeof *s->open);
    s->is_open = calloc(count + 1, 1);
    return s->order && s->low && s->edge && s->path && s->open && s->is_open;
}

static void close_solving(solving *s)
{
    free(s->order);
    free(s->low);
    free(s->edge);
    free(s->path);
    free(s->open);
    free(s->is_open);
}

static bool grow_rows(value_graph *g)
{
    const size_t need = g->nodes_count + 1;
    double *moved;

    if (need <= g->rows_room)
        return true;
    moved = realloc(g->rows, (need + need / 4) * (g->width + 1) * sizeof *moved);
    if (!moved)
        return false;
    g->rows = moved;
    g->rows_room = need + need / 4;
    return true;
}

bool value_solve(value_graph *g, uint32_t first)
{
    solving s = {.g = g, .first = first};
    const bool fine = grow_rows(g) && open_solving(&s, g->nodes_count - first);

    for (size_t n = first; fine && n < g->nodes_count; n++) {
        g->nodes[n].best = g->nodes[n].worst = (value_way){VALUE_NO_ENDING, 0};
        memset(g->rows + n * g->width, 0, g->width * sizeof *g->rows);
    }
    for (uint32_t n = first; fine && n < g->nodes_count; n++)
        if (s.order[n - first] == NOT_SEEN)
            for (meet(&s, n); s.path_count > 0;)
                follow(&s);
    close_solving(&s);
    return fine;
}

void value_newcomer_odds(const prove_taste *taste, double odds[MODEL_MAX_REPLIES],
                         uint32_t first_reply, uint64_t offered)
{
    memset(odds, 0, MODEL_MAX_REPLIES * sizeof *odds);
    for (unsigned p = 0; p < PROVE_PARTS; p++) {
        const uint64_t liked = prove_preferred(
            taste, first_reply, offered, prove_kinds_of(prove_newcomer_parts[p].like));
        unsigned count = 0;

        for (uint64_t left = liked; left; left &= left - 1)
            count++;
        for (unsigned bit = 0; bit < MODEL_MAX_REPLIES; bit++)
            if (liked >> bit & 1)
                odds[bit] +=
                    (double)prove_newcomer_parts[p].parts / PROVE_NEWCOMERS / count;
    }
}
