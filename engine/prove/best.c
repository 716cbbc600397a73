/* The best outcome that can still be reached from each state. */
#include "prove/search_internal.h"

#include <stdlib.h>

#define FEW 4u /* chunks that wake nobody */

static inline uint8_t best_at(const prove_search *search, uint32_t number)
{
    return atomic_load_explicit(&search->best[number], memory_order_relaxed);
}

uint8_t prove_best_of(const prove_search *search, uint32_t to)
{
    if (to == PROVE_BREAKS)
        return PROVE_BEST_BREAK;
    if (to == PROVE_UNKNOWN)
        return PROVE_BEST_RATING + MODEL_STRONG;
    if (to & PROVE_OUTCOME)
        return (uint8_t)(PROVE_BEST_RATING +
                         search->scenario->moments[to & ~PROVE_OUTCOME].rating);
    return best_at(search, to);
}

static bool better(prove_search *search, uint32_t number, const uint32_t *to,
                   uint32_t count)
{
    const uint8_t was = best_at(search, number);
    uint8_t best = was;

    for (uint32_t i = 0; i < count && best < search->sweep.top; i++) {
        const uint8_t there = prove_best_of(search, to[i]);

        best = there > best ? there : best;
    }
    if (best == was)
        return false;
    atomic_store_explicit(&search->best[number], best, memory_order_relaxed);
    return true;
}

/* Whether anything changed. A chunk in which nothing can rise any more says so. */
static bool better_chunk(prove_search *search, prove_chunk *chunk)
{
    uint32_t at = chunk->edge_count;
    bool changed = false;

    chunk->at_top = true;
    for (uint32_t i = chunk->count; i-- > 0;) {
        const uint32_t number = search->order[chunk->first + i];

        at -= chunk->edges[i];
        if (best_at(search, number) != search->sweep.top)
            for (uint32_t e = at; e < at + chunk->edges[i]; e++)
                prove_fetch_end(chunk, e - PROVE_AHEAD, (const void *)search->best, 1);
        changed |= better(search, number, chunk->to + at, chunk->edges[i]);
        chunk->at_top &= best_at(search, number) == search->sweep.top;
    }
    return changed;
}

/* It only rises, so the order in which threads come does not matter in the end. */
static void phase_better(prove_worker *worker)
{
    prove_search *search = worker->search;
    const prove_sweep *sweep = &search->sweep;
    uint32_t taken;
    bool changed = false;

    while ((taken = atomic_fetch_add(&search->next_part, 1)) < sweep->open_count)
        changed |= better_chunk(
            search, &search->chunks[sweep->open[sweep->open_count - 1 - taken]]);
    if (changed)
        atomic_store(&search->sweep.changed, true);
}

/* The best that there is at all. */
static uint8_t top_of(const prove_search *search)
{
    const ear_scenario *s = search->scenario;
    uint8_t top = PROVE_BEST_BREAK;

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++)
        if (search->seen.reached[m] != PROVE_NEVER &&
            PROVE_BEST_RATING + s->moments[m].rating > top)
            top = (uint8_t)(PROVE_BEST_RATING + s->moments[m].rating);
    return top;
}

/* Of the chunks that were open those stay in which something can still rise. */
static void keep_open(prove_search *search)
{
    prove_sweep *sweep = &search->sweep;
    uint32_t kept = 0;

    for (uint32_t i = 0; i < sweep->open_count; i++)
        if (!search->chunks[sweep->open[i]].at_top)
            sweep->open[kept++] = sweep->open[i];
    sweep->open_count = kept;
}

bool prove_find_best(prove_search *search)
{
    prove_sweep *sweep = &search->sweep;

    sweep->top = top_of(search);
    sweep->open = malloc(search->chunk_count * sizeof *sweep->open);
    if (!sweep->open)
        return false;
    for (uint32_t c = 0; c < search->chunk_count; c++)
        sweep->open[c] = c;
    sweep->open_count = search->chunk_count;
    do {
        atomic_store(&sweep->changed, false);
        atomic_store(&search->next_part, 0);
        prove_pool_run(&search->pool, phase_better, sweep->open_count < FEW);
        keep_open(search);
    } while (atomic_load(&sweep->changed));
    free(sweep->open);
    sweep->open = NULL;
    return true;
}
