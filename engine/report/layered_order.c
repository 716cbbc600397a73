/* The order within columns: sweeps to and fro that put each vertex at the middle of its
 * neighbours, and then exchanges of two that stand next to each other, as long as fewer
 * lines cross. */
#include "report/layered_internal.h"

#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

#define SWEEPS         24
#define PATIENCE       8 /* sweeps without fewer crossings */
#define EXCHANGES      6
#define MOST_EXCHANGED 4000u /* vertices: beyond that sweeps have to do */

typedef struct ordering {
    layered_grid *g;
    double *wish;     /* of each vertex: where in its column it wants to stand */
    uint32_t *best;   /* `order` with the fewest crossings */
    uint32_t *sorted; /* vertices of one column */
    uint32_t *tree;   /* of counting */
    uint32_t most;    /* vertices of the largest column */
} ordering;

/* --- the first order ---------------------------------------------------------------- */

static void count_columns(layered_grid *g)
{
    const uint32_t columns = g->picture->columns;

    memset(g->first, 0, (columns + 1) * sizeof *g->first);
    for (uint32_t i = 0; i < g->vertex_count; i++)
        g->first[g->vertices[i].column + 1]++;
    for (uint32_t c = 0; c < columns; c++)
        g->first[c + 1] += g->first[c];
}

static void append(layered_grid *g, uint32_t *filled, uint32_t vertex)
{
    layered_vertex *v = &g->vertices[vertex];

    v->place = filled[v->column]++;
    g->order[g->first[v->column] + v->place] = vertex;
}

/* Depth first along the links from each vertex not met yet, so that what belongs together
 * begins together. `stack` holds vertices that wait; each is pushed once. */
static void first_order(layered_grid *g, uint32_t *filled, uint32_t *stack, bool *met)
{
    for (uint32_t seed = 0; seed < g->vertex_count; seed++) {
        const uint32_t from = (seed + g->picture->start) % g->vertex_count;
        uint32_t waiting = 0;

        if (met[from])
            continue;
        met[from] = true;
        stack[waiting++] = from;
        while (waiting) {
            const uint32_t at = stack[--waiting];
            const layered_vertex *v = &g->vertices[at];

            append(g, filled, at);
            for (uint32_t i = v->right_count; i > 0; i--) {
                const uint32_t next = g->neighbours[v->first_right + i - 1];

                if (!met[next])
                    met[next] = true, stack[waiting++] = next;
            }
        }
    }
}

/* --- turns -------------------------------------------------------------------------- */

/* The place of the box that a lane turns round; of a lane from one box of a column to
 * another: between the two. */
static double beside(const layered_grid *g, const layered_vertex *v)
{
    const report_link *link = &g->picture->links[v->link];

    if (link->lane_count > 1)
        return g->vertices[v->beside].place;
    return (g->vertices[link->from].place + g->vertices[link->to].place) / 2.0 -
           (link->from == link->to ? 0 : .5);
}

/* What a lane crosses on its way round a box, about: one line for each place between. */
static uint64_t turn_cost(const layered_grid *g, const layered_vertex *v, int32_t place)
{
    if (v->beside == LAYERED_NONE)
        return 0;
    const double away = place - beside(g, v);

    return (uint64_t)(away < 0 ? -away : away);
}

/* --- crossings ---------------------------------------------------------------------- */

/* Right ends of the lines out of one column, in the order of their left ends, each
 * counted against those before it that end below: a Fenwick tree. */
static uint64_t crossings_after(const ordering *o, uint32_t column)
{
    const layered_grid *g = o->g;
    const uint32_t room = g->first[column + 2] - g->first[column + 1];
    uint64_t sum = 0;
    uint32_t before = 0;

    memset(o->tree, 0, (room + 1) * sizeof *o->tree);
    for (uint32_t i = g->first[column]; i < g->first[column + 1]; i++) {
        const layered_vertex *v = &g->vertices[g->order[i]];

        for (uint32_t k = 0; k < v->right_count; k++) {
            const uint32_t end = g->vertices[g->neighbours[v->first_right + k]].place + 1;
            uint32_t above = 0;

            for (uint32_t t = end; t > 0; t -= t & -t)
                above += o->tree[t];
            sum += before - above;
        }
        for (uint32_t k = 0; k < v->right_count; k++, before++)
            for (uint32_t t = g->vertices[g->neighbours[v->first_right + k]].place + 1;
                 t <= room; t += t & -t)
                o->tree[t]++;
    }
    return sum;
}

static uint64_t crossings(const ordering *o)
{
    uint64_t sum = 0;

    for (uint32_t c = 0; c + 1 < o->g->picture->columns; c++)
        sum += crossings_after(o, c);
    for (uint32_t i = o->g->picture->box_count; i < o->g->vertex_count; i++)
        sum += turn_cost(o->g, &o->g->vertices[i], (int32_t)o->g->vertices[i].place);
    return sum;
}

/* --- sweeps ------------------------------------------------------------------------- */

static double mean_place(const layered_grid *g, uint32_t first, uint32_t count)
{
    double sum = 0;

    for (uint32_t i = 0; i < count; i++) {
        const layered_vertex *n = &g->vertices[g->neighbours[first + i]];
        const uint32_t size = g->first[n->column + 1] - g->first[n->column];

        sum += (n->place + .5) / size;
    }
    return sum / count;
}

/* Where a vertex wants to stand, as a share of its column: at the mean of its neighbours
 * on one side; a lane that turns round a box also wants to be just under it. */
static double wish_of(const layered_grid *g, const layered_vertex *v, bool from_left)
{
    const uint32_t size = g->first[v->column + 1] - g->first[v->column];
    const uint32_t count = from_left ? v->left_count : v->right_count;
    const uint32_t first = from_left ? v->first_left : v->first_right;
    const double stay = (v->place + .5) / size;
    double wish = count ? mean_place(g, first, count) : stay;

    if (v->beside != LAYERED_NONE) {
        const double box = (beside(g, v) + 1.0) / size;

        wish = count ? (wish + 2 * box) / 3 : box;
    }
    return wish;
}

static void sort_column(ordering *o, uint32_t column)
{
    layered_grid *g = o->g;
    const uint32_t from = g->first[column], size = g->first[column + 1] - from;

    /* Insertion keeps equal ones in their order and is quick on what is nearly sorted. */
    for (uint32_t i = 0; i < size; i++) {
        const uint32_t vertex = g->order[from + i];
        uint32_t at = i;

        for (; at > 0 && o->wish[o->sorted[at - 1]] > o->wish[vertex]; at--)
            o->sorted[at] = o->sorted[at - 1];
        o->sorted[at] = vertex;
    }
    for (uint32_t i = 0; i < size; i++) {
        g->order[from + i] = o->sorted[i];
        g->vertices[o->sorted[i]].place = i;
    }
}

static void sweep(ordering *o, bool from_left)
{
    layered_grid *g = o->g;
    const uint32_t columns = g->picture->columns;

    for (uint32_t k = 0; k < columns; k++) {
        const uint32_t c = from_left ? k : columns - 1 - k;

        for (uint32_t i = g->first[c]; i < g->first[c + 1]; i++)
            o->wish[g->order[i]] = wish_of(g, &g->vertices[g->order[i]], from_left);
        sort_column(o, c);
    }
}

static void take_best(ordering *o)
{
    layered_grid *g = o->g;

    memcpy(g->order, o->best, g->vertex_count * sizeof *g->order);
    for (uint32_t c = 0; c < g->picture->columns; c++)
        for (uint32_t i = g->first[c]; i < g->first[c + 1]; i++)
            g->vertices[g->order[i]].place = i - g->first[c];
}

/* --- exchanges ---------------------------------------------------------------------- */

/* How many lines of `above` and `below` cross on one side while they stand so. */
static int64_t pair_crossings(const layered_grid *g, const layered_vertex *above,
                              const layered_vertex *below, bool left)
{
    const uint32_t a = left ? above->first_left : above->first_right;
    const uint32_t b = left ? below->first_left : below->first_right;
    const uint32_t a_count = left ? above->left_count : above->right_count;
    const uint32_t b_count = left ? below->left_count : below->right_count;
    int64_t sum = 0;

    for (uint32_t i = 0; i < a_count; i++)
        for (uint32_t k = 0; k < b_count; k++)
            sum += g->vertices[g->neighbours[a + i]].place >
                   g->vertices[g->neighbours[b + k]].place;
    return sum;
}

/* By how much two turns get shorter when `above` and `below` change places. */
static int64_t shorter(const layered_grid *g, const layered_vertex *above,
                       const layered_vertex *below)
{
    const int32_t a = (int32_t)above->place, b = (int32_t)below->place;

    return (int64_t)(turn_cost(g, above, a) + turn_cost(g, below, b)) -
           (int64_t)(turn_cost(g, above, b) + turn_cost(g, below, a));
}

static int64_t gain(const layered_grid *g, const layered_vertex *above,
                    const layered_vertex *below)
{
    return pair_crossings(g, above, below, true) +
           pair_crossings(g, above, below, false) -
           pair_crossings(g, below, above, true) -
           pair_crossings(g, below, above, false) + shorter(g, above, below);
}

static bool exchange_in(layered_grid *g, uint32_t column)
{
    bool exchanged = false;

    for (uint32_t i = g->first[column]; i + 1 < g->first[column + 1]; i++) {
        const uint32_t above = g->order[i], below = g->order[i + 1];
        layered_vertex *a = &g->vertices[above], *b = &g->vertices[below];

        if (gain(g, a, b) <= 0)
            continue;
        g->order[i] = below;
        g->order[i + 1] = above;
        a->place++;
        b->place--;
        exchanged = true;
    }
    return exchanged;
}

static void exchange(layered_grid *g)
{
    bool exchanged = g->vertex_count <= MOST_EXCHANGED;

    for (int round = 0; exchanged && round < EXCHANGES; round++) {
        exchanged = false;
        for (uint32_t c = 0; c < g->picture->columns; c++)
            exchanged = exchange_in(g, c) || exchanged;
    }
}

/* ------------------------------------------------------------------------------------ */

static bool make(ordering *o)
{
    layered_grid *g = o->g;

    for (uint32_t c = 0; c < g->picture->columns; c++)
        if (g->first[c + 1] - g->first[c] > o->most)
            o->most = g->first[c + 1] - g->first[c];
    o->wish = base_arena_alloc(g->arena, g->vertex_count * sizeof *o->wish);
    o->best = base_arena_alloc(g->arena, g->vertex_count * sizeof *o->best);
    o->sorted = base_arena_alloc(g->arena, o->most * sizeof *o->sorted);
    o->tree = base_arena_alloc(g->arena, (o->most + 1) * sizeof *o->tree);
    return o->wish && o->best && o->sorted && o->tree;
}

static void improve(ordering *o)
{
    layered_grid *g = o->g;
    const size_t bytes = g->vertex_count * sizeof *o->best;
    uint64_t least = crossings(o);
    int since = 0;

    memcpy(o->best, g->order, bytes);
    for (int i = 0; i < SWEEPS && since < PATIENCE && least > 0; i++) {
        sweep(o, i % 2 == 0);
        if (i % 4 == 3)
            exchange(g);
        const uint64_t now = crossings(o);
        since++;
        if (now < least) {
            least = now;
            since = 0;
            memcpy(o->best, g->order, bytes);
        }
    }
    take_best(o);
    exchange(g);
}

ear_status layered_order(layered_grid *g, ear_error *err)
{
    ordering o = {.g = g};
    uint32_t *filled = base_arena_alloc(g->arena, g->picture->columns * sizeof *filled);
    uint32_t *stack = base_arena_alloc(g->arena, g->vertex_count * sizeof *stack);
    bool *met = base_arena_alloc(g->arena, g->vertex_count * sizeof *met);

    count_columns(g);
    if (!filled || !stack || !met || !make(&o))
        return base_fail_memory(err);
    first_order(g, filled, stack, met);
    improve(&o);
    return EAR_OK;
}
