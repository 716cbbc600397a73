/* What can still be reached from each state, found by going back over all ways until
 * nothing changes. */
#include "prove/search_internal.h"

#include "base/pages.h"

#include <math.h>
#include <stdlib.h>

#define SETTLED 1e-6f
#define ROUNDS  200u
#define VISITS  UINT64_C(4000000) /* of states, for what is only an estimate */
#define ALONE   1024u             /* states in a sweep that wake nobody */

/* Worths are added up as whole numbers: the same sum in any order. */
#define WORTH_ONE 1073741824.0

/* What one thread has seen of a reply. */
struct prove_sum_of {
    uint64_t offered;
    uint64_t lowers;
    uint64_t worth;
    uint8_t best;
    uint8_t worst;
};

prove_ways prove_ways_of(const prove_search *search, uint32_t rank)
{
    const prove_chunk *chunk = prove_chunk_of(search, rank);
    uint32_t at = 0;

    for (uint32_t i = chunk->first; i < rank; i++)
        at += chunk->edges[i - chunk->first];
    return (prove_ways){chunk->to + at, chunk->by + at,
                        chunk->edges[rank - chunk->first]};
}

float prove_worth_of(const prove_search *search, uint32_t to)
{
    if (to == PROVE_BREAKS || to == PROVE_UNKNOWN)
        return 0;
    if (to & PROVE_OUTCOME)
        return (float)search->scenario->moments[to & ~PROVE_OUTCOME].rating / 2.0f;
    return search->worth[to];
}

/* ---- sweeps: all threads take chunks, from the last to the first ---- */

/* The next for any thread: a state looks at those it leads to, which are mostly later
 * ones, so that the threads have to stay near each other. Whose states they are is of no
 * account: what a thread knew of them has long left its processor. */
static prove_chunk *earlier_chunk(prove_search *search)
{
    const prove_sweep *sweep = &search->sweep;
    const uint32_t taken = atomic_fetch_add(&search->next_part, 1);

    return taken < sweep->end - sweep->first ? &search->chunks[sweep->end - 1 - taken]
                                             : NULL;
}

/* Chunks from `first` up to `end`. */
static void run_sweep(prove_search *search, uint32_t first, uint32_t end,
                      void (*phase)(prove_worker *worker))
{
    const uint32_t states = search->chunks[end - 1].first +
                            search->chunks[end - 1].count - search->chunks[first].first;

    search->sweep.first = first;
    search->sweep.end = end;
    atomic_store(&search->next_part, 0);
    prove_pool_run(&search->pool, phase, states < ALONE);
}

/* ---- what players who pick at random come to ---- */

/* A layer looks at the next ones as they are by now, and at itself and those before as
 * they were: so that it does not matter which thread comes first. */
static void phase_worthier(prove_worker *worker)
{
    prove_search *search = worker->search;
    const prove_chunk *chunk;

    while ((chunk = earlier_chunk(search)) != NULL) {
        float *fresh = search->sweep.fresh + chunk->first -
                       search->chunks[search->sweep.first].first;

        for (uint32_t i = 0, at = 0; i < chunk->count; at += chunk->edges[i++]) {
            const uint32_t count = chunk->edges[i];
            float sum = 0;

            for (uint32_t e = at; e < at + count; e++) {
                prove_fetch_end(chunk, e + PROVE_AHEAD, search->worth,
                                sizeof *search->worth);
                sum += prove_worth_of(search, chunk->to[e]);
            }
            fresh[i] = sum / (float)(count ? count : 1);
        }
    }
}

static void phase_keep(prove_worker *worker)
{
    prove_search *search = worker->search;
    const prove_chunk *chunk;
    bool changed = false;

    while ((chunk = earlier_chunk(search)) != NULL) {
        const float *fresh = search->sweep.fresh + chunk->first -
                             search->chunks[search->sweep.first].first;

        for (uint32_t i = 0; i < chunk->count; i++) {
            float *worth = &search->worth[search->order[chunk->first + i]];

            changed |= fabsf(fresh[i] - *worth) > SETTLED;
            *worth = fresh[i];
        }
    }
    if (changed)
        atomic_store(&search->sweep.changed, true);
}

static uint32_t widest_layer(const prove_search *search)
{
    uint32_t widest = 0;

    for (uint32_t l = 0; l < search->layer_count; l++) {
        const uint32_t end =
            l + 1 < search->layer_count ? search->layers[l + 1] : search->count;

        if (end - search->layers[l] > widest)
            widest = end - search->layers[l];
    }
    return widest;
}

/* One round over all layers; whether anything changed. */
static bool round_of_worth(prove_search *search)
{
    uint32_t end = search->chunk_count;

    atomic_store(&search->sweep.changed, false);
    for (uint32_t l = search->layer_count; l-- > 0;) {
        uint32_t first = end;

        while (first > 0 && search->chunks[first - 1].first >= search->layers[l])
            first--;
        if (first == end)
            continue;
        run_sweep(search, first, end, phase_worthier);
        run_sweep(search, first, end, phase_keep);
        end = first;
    }
    return atomic_load(&search->sweep.changed);
}

static bool find_worth(prove_search *search)
{
    const uint64_t most = VISITS / (search->count + UINT64_C(1)) + 2;
    const unsigned rounds = most < ROUNDS ? (unsigned)most : ROUNDS;

    search->sweep.fresh = malloc((widest_layer(search) + (size_t)1) * sizeof(float));
    if (!search->sweep.fresh)
        return false;
    for (unsigned round = 0; round < rounds && round_of_worth(search); round++)
        continue;
    free(search->sweep.fresh);
    search->sweep.fresh = NULL;
    return true;
}

/* ---- what each reply does ---- */

/* The ways of one reply from one state: several where lots are drawn. */
static void note_effect(const prove_search *search, prove_sum_of *sum, uint8_t here,
                        const uint32_t *to, uint32_t count)
{
    uint8_t best = 0;
    double worth = 0;

    for (uint32_t i = 0; i < count; i++) {
        const uint8_t there = prove_best_of(search, to[i]);

        best = there > best ? there : best;
        worth += (double)prove_worth_of(search, to[i]);
    }
    sum->best = best > sum->best ? best : sum->best;
    sum->worst = sum->offered == 0 || best < sum->worst ? best : sum->worst;
    sum->offered++;
    sum->lowers += best < here;
    sum->worth += (uint64_t)(worth / count * WORTH_ONE);
}

static void note_ways(prove_worker *worker, const prove_chunk *chunk, uint32_t rank,
                      uint32_t first, uint32_t end)
{
    const prove_search *search = worker->search;
    const uint32_t item =
        search->scenario->statements[prove_statement_of(search, rank)].item;
    const uint8_t here = prove_best_of(search, search->order[rank]);

    while (first < end) {
        const uint8_t by = chunk->by[first] & PROVE_REPLY;
        uint32_t next = first + 1;

        while (next < end && (chunk->by[next] & PROVE_REPLY) == by)
            next++;
        note_effect(search, &worker->sums[item + by], here, chunk->to + first,
                    next - first);
        first = next;
    }
}

static void phase_effects(prove_worker *worker)
{
    prove_search *search = worker->search;
    const uint32_t replies = search->scenario->count[MODEL_S_REPLIES];
    const prove_chunk *chunk;

    worker->sums = calloc(replies + (size_t)1, sizeof *worker->sums);
    if (!worker->sums)
        prove_worker_refuse(worker);
    while (worker->sums && (chunk = earlier_chunk(search)) != NULL)
        for (uint32_t i = 0, at = 0; i < chunk->count; at += chunk->edges[i++])
            note_ways(worker, chunk, chunk->first + i, at, at + chunk->edges[i]);
}

static void add_up(prove_sum_of *into, const prove_sum_of *more)
{
    if (more->offered == 0)
        return;
    into->best = more->best > into->best ? more->best : into->best;
    into->worst =
        into->offered == 0 || more->worst < into->worst ? more->worst : into->worst;
    into->offered += more->offered;
    into->lowers += more->lowers;
    into->worth += more->worth;
}

static int rating_of(uint8_t best)
{
    return best < PROVE_BEST_RATING ? -1 : best - PROVE_BEST_RATING;
}

static prove_effect effect_of(const prove_sum_of *sum)
{
    if (sum->offered == 0)
        return (prove_effect){0};
    return (prove_effect){
        .offered = sum->offered,
        .lowers = sum->lowers,
        .best = rating_of(sum->best),
        .worst = rating_of(sum->worst),
        .worth = (double)sum->worth / WORTH_ONE / (double)sum->offered,
    };
}

static bool note_effects(prove_search *search)
{
    const uint32_t replies = search->scenario->count[MODEL_S_REPLIES];
    const prove_pool *pool = &search->pool;
    bool done = true;

    search->effects = calloc(replies + (size_t)1, sizeof *search->effects);
    if (!search->effects)
        return false;
    run_sweep(search, 0, search->chunk_count, phase_effects);
    for (unsigned i = 0; i < pool->count; i++)
        done = done && pool->workers[i].status == EAR_OK;
    for (uint32_t r = 0; done && r < replies; r++) {
        prove_sum_of all = {0};

        for (unsigned i = 0; i < pool->count; i++)
            if (pool->workers[i].sums)
                add_up(&all, &pool->workers[i].sums[r]);
        search->effects[r] = effect_of(&all);
    }
    for (unsigned i = 0; i < pool->count; i++) {
        free(pool->workers[i].sums);
        pool->workers[i].sums = NULL;
    }
    return done;
}

bool prove_look_back(prove_search *search)
{
    const size_t numbers = atomic_load(&search->store.reserved) + (size_t)1;

    search->numbers = numbers;
    search->best = base_pages_take(numbers * sizeof *search->best);
    search->worth = base_pages_take(numbers * sizeof *search->worth);
    if (!search->best || !search->worth)
        return false;
    if (search->chunk_count == 0) {
        search->effects = calloc(search->scenario->count[MODEL_S_REPLIES] + (size_t)1,
                                 sizeof *search->effects);
        return search->effects != NULL;
    }
    return prove_find_best(search) && find_worth(search) && note_effects(search);
}
