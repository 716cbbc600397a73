/* What can still be reached from each state, found by going back over all ways until
 * nothing changes. */
#include "prove/search_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SETTLED 1e-6f
#define ROUNDS  200u
#define VISITS  UINT64_C(4000000) /* of states, for what is only an estimate */

/* best: nothing; only a dead end; then 2 + model_rating */
enum { BEST_NONE, BEST_BREAK, BEST_RATING };

prove_ways prove_ways_of(const prove_search *search, uint32_t rank)
{
    const prove_chunk *chunk = prove_chunk_of(search, rank);
    uint32_t at = 0;

    for (uint32_t i = chunk->first; i < rank; i++)
        at += chunk->edges[i - chunk->first];
    return (prove_ways){chunk->to + at, chunk->by + at,
                        chunk->edges[rank - chunk->first]};
}

uint8_t prove_best_of(const prove_search *search, uint32_t to)
{
    if (to == PROVE_BREAKS)
        return BEST_BREAK;
    if (to == PROVE_UNKNOWN)
        return BEST_RATING + MODEL_STRONG;
    if (to & PROVE_OUTCOME)
        return (uint8_t)(BEST_RATING +
                         search->scenario->moments[to & ~PROVE_OUTCOME].rating);
    return search->best[to];
}

float prove_worth_of(const prove_search *search, uint32_t to)
{
    if (to == PROVE_BREAKS || to == PROVE_UNKNOWN)
        return 0;
    if (to & PROVE_OUTCOME)
        return (float)search->scenario->moments[to & ~PROVE_OUTCOME].rating / 2.0f;
    return search->worth[to];
}

static bool better(prove_search *search, uint32_t number, const uint32_t *to,
                   uint32_t count)
{
    uint8_t best = search->best[number];

    for (uint32_t i = 0; i < count; i++) {
        const uint8_t there = prove_best_of(search, to[i]);

        best = there > best ? there : best;
    }
    if (best == search->best[number])
        return false;
    search->best[number] = best;
    return true;
}

static bool worthier(prove_search *search, uint32_t number, const uint32_t *to,
                     uint32_t count)
{
    float sum = 0;

    for (uint32_t i = 0; i < count; i++)
        sum += prove_worth_of(search, to[i]);
    sum /= (float)(count ? count : 1);

    const bool changed = fabsf(sum - search->worth[number]) > SETTLED;

    search->worth[number] = sum;
    return changed;
}

typedef bool visit_state(prove_search *search, uint32_t number, const uint32_t *to,
                         uint32_t count);

/* From the last state to the first; whether anything changed. */
static bool sweep(prove_search *search, visit_state *visit)
{
    bool changed = false;

    for (uint32_t c = search->chunk_count; c-- > 0;) {
        const prove_chunk *chunk = &search->chunks[c];
        uint32_t at = chunk->edge_count;

        for (uint32_t i = chunk->count; i-- > 0;) {
            at -= chunk->edges[i];
            changed |= visit(search, search->order[chunk->first + i], chunk->to + at,
                             chunk->edges[i]);
        }
    }
    return changed;
}

/* ---- what each reply does ---- */

/* The ways of one reply from one state: several where lots are drawn. */
static void note_effect(prove_search *search, prove_effect *effect, uint8_t here,
                        const uint32_t *to, uint32_t count)
{
    uint8_t best = 0;
    double worth = 0;

    for (uint32_t i = 0; i < count; i++) {
        const uint8_t there = prove_best_of(search, to[i]);

        best = there > best ? there : best;
        worth += (double)prove_worth_of(search, to[i]);
    }

    const int rating = best < BEST_RATING ? -1 : best - BEST_RATING;

    if (effect->offered == 0 || rating > effect->best)
        effect->best = rating;
    if (effect->offered == 0 || rating < effect->worst)
        effect->worst = rating;
    effect->offered++;
    effect->lowers += best < here;
    effect->worth += worth / count;
}

static void note_ways(prove_search *search, const prove_chunk *chunk, uint32_t rank,
                      uint32_t first, uint32_t end)
{
    const uint32_t item =
        search->scenario->statements[prove_statement_of(search, rank)].item;
    const uint8_t here = search->best[search->order[rank]];

    while (first < end) {
        const uint8_t by = chunk->by[first] & PROVE_REPLY;
        uint32_t next = first + 1;

        while (next < end && (chunk->by[next] & PROVE_REPLY) == by)
            next++;
        note_effect(search, &search->effects[item + by], here, chunk->to + first,
                    next - first);
        first = next;
    }
}

static bool note_effects(prove_search *search)
{
    const uint32_t replies = search->scenario->count[MODEL_S_REPLIES];

    search->effects = calloc(replies + (size_t)1, sizeof *search->effects);
    if (!search->effects)
        return false;
    for (uint32_t c = 0; c < search->chunk_count; c++) {
        const prove_chunk *chunk = &search->chunks[c];

        for (uint32_t i = 0, at = 0; i < chunk->count; at += chunk->edges[i++])
            note_ways(search, chunk, chunk->first + i, at, at + chunk->edges[i]);
    }
    for (uint32_t r = 0; r < replies; r++)
        if (search->effects[r].offered)
            search->effects[r].worth /= (double)search->effects[r].offered;
    return true;
}

bool prove_look_back(prove_search *search)
{
    const size_t numbers = atomic_load(&search->store.reserved) + (size_t)1;
    const uint64_t most = VISITS / (search->count + UINT64_C(1)) + 2;
    const unsigned rounds = most < ROUNDS ? (unsigned)most : ROUNDS;
    bool more = true;

    search->best = calloc(numbers, sizeof *search->best);
    search->worth = calloc(numbers, sizeof *search->worth);
    if (!search->best || !search->worth)
        return false;
    while (sweep(search, better))
        ;
    for (unsigned round = 0; more && round < rounds; round++)
        more = sweep(search, worthier);
    return note_effects(search);
}
