/* How newcomers come to each moment: some of their arrivals are kept, and the usual one
 * is found among these. */
#include "report/graph_internal.h"

#include <stdlib.h>
#include <string.h>

#define MOST_SAMPLES 256u  /* arrivals kept for each moment */
#define MOST_SAMPLED 2000u /* moments: beyond, arrivals are only counted */

/* Arrivals at one moment: meters and then flags of each, as whole numbers. */
struct graph_samples {
    int32_t *at;
    uint32_t count;
};

bool graph_arrivals_make(graph_arrivals *all, graph_own *own)
{
    const ear_scenario *s = own->graph.scenario;
    const uint32_t moments = s->count[MODEL_S_MOMENTS];

    *all = (graph_arrivals){.own = own,
                            .size = s->count[MODEL_S_METERS] + s->count[MODEL_S_FLAGS]};
    if (moments > MOST_SAMPLED)
        return true;
    all->of = base_arena_alloc(&own->arena, moments * sizeof *all->of);
    return all->of != NULL;
}

bool graph_arrivals_keep(graph_arrivals *all, uint32_t moment, const model_state *state,
                         const model_layout *layout)
{
    const ear_scenario *scenario = all->own->graph.scenario;
    const uint32_t meters = scenario->count[MODEL_S_METERS];
    const uint8_t *flags = model_flags_at(state, layout);

    if (!all->of || all->of[moment].count == MOST_SAMPLES)
        return true;
    graph_samples *s = &all->of[moment];
    if (!s->at)
        s->at = base_arena_alloc(&all->own->arena,
                                 (size_t)MOST_SAMPLES * (all->size + 1) * sizeof *s->at);
    if (!s->at)
        return false;
    int32_t *to = s->at + (size_t)s->count++ * all->size;
    memcpy(to, model_ints(state, layout->meters), meters * sizeof *to);
    for (uint32_t i = 0; i < scenario->count[MODEL_S_FLAGS]; i++)
        to[meters + i] = flags[i];
    return true;
}

static int by_value(const void *a, const void *b)
{
    const int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

    return (x > y) - (x < y);
}

/* Least, most and the one in the middle of number `k` of samples of `size` numbers. */
static int32_t middle(const graph_samples *s, uint32_t size, uint32_t k, int32_t *least,
                      int32_t *most)
{
    int32_t all[MOST_SAMPLES] = {0};

    for (uint32_t i = 0; i < s->count; i++)
        all[i] = s->at[(size_t)i * size + k];
    qsort(all, s->count, sizeof *all, by_value);
    *least = all[0];
    *most = all[s->count - 1];
    return all[s->count / 2];
}

/* The arrival nearest to the middle in every number: a mood that people do have, not a
 * mixture that nobody has. */
static const int32_t *usual(const graph_arrivals *all, const graph_samples *s,
                            const int32_t *middles)
{
    const ear_scenario *scenario = all->own->graph.scenario;
    const uint32_t meters = scenario->count[MODEL_S_METERS];
    double nearest = -1;
    uint32_t best = 0;

    for (uint32_t i = 0; i < s->count; i++) {
        double away = 0;

        for (uint32_t k = 0; k < all->size; k++) {
            const double d = (double)s->at[(size_t)i * all->size + k] - middles[k];
            const double range =
                k < meters ? (double)scenario->meters[k].max - scenario->meters[k].min
                           : 1;

            away += (d < 0 ? -d : d) / (range > 0 ? range : 1);
        }
        if (nearest < 0 || away < nearest)
            nearest = away, best = i;
    }
    return s->at + (size_t)best * all->size;
}

static bool tell_one(const graph_arrivals *all, uint32_t moment)
{
    const graph_samples *s = &all->of[moment];
    report_arrival *a = &all->own->graph.nodes[moment].arrival;
    base_arena *arena = &all->own->arena;
    const uint32_t meters = all->own->graph.scenario->count[MODEL_S_METERS];
    int32_t *middles, aside[2];

    if (!s->count)
        return true;
    middles = base_arena_alloc(arena, (all->size + 1) * sizeof *middles);
    a->least = base_arena_alloc(arena, meters * sizeof *a->least);
    a->most = base_arena_alloc(arena, meters * sizeof *a->most);
    a->flags = base_arena_alloc(arena, all->size + 1);
    if (!middles || !a->least || !a->most || !a->flags)
        return false;
    for (uint32_t k = 0; k < all->size; k++)
        middles[k] = middle(s, all->size, k, k < meters ? &a->least[k] : &aside[0],
                            k < meters ? &a->most[k] : &aside[1]);
    const int32_t *best = usual(all, s, middles);
    for (uint32_t k = meters; k < all->size; k++)
        a->flags[k - meters] = best[k] != 0;
    a->meters = middles;
    memcpy(a->meters, best, meters * sizeof *best);
    return true;
}

bool graph_arrivals_tell(const graph_arrivals *all)
{
    for (uint32_t i = 0; all->of && i < all->own->graph.scenario->count[MODEL_S_MOMENTS];
         i++)
        if (!tell_one(all, i))
            return false;
    return true;
}
