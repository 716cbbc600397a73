/* Layer after layer, all threads on one layer at a time. */
#include "prove/search_internal.h"

#include "base/fail.h"
#include "base/fetch.h"
#include "base/grow.h"
#include "base/pages.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK_MOST  512u
#define CHUNK_LEAST 16u
#define ALONE       96u /* states in a layer that wake nobody */
#define TELL        2048u
#define GROW_PART   16384u
#define AHEAD       4u /* states whose records are asked for before they are read */

/* ---- phases: each is run by every thread ---- */

static void phase_grow(prove_worker *worker)
{
    prove_search *search = worker->search;
    const uint32_t records = atomic_load(&search->store.reserved);

    for (;;) {
        const uint32_t first = atomic_fetch_add(&search->next_part, GROW_PART);

        if (first >= records)
            return;
        prove_store_grow_part(&search->store, first,
                              records - first < GROW_PART ? records : first + GROW_PART);
    }
}

uint64_t prove_search_weight(const prove_search *search, uint64_t states)
{
    const uint64_t edges = atomic_load_explicit(&search->edges, memory_order_relaxed);

    /* Their order, how many ways each has, the ways; what can be reached from each. */
    return prove_store_bytes(&search->store, states) + states * (4 + 2 + 5) + edges * 5;
}

/* What forbids to go on; PROVE_PROVED: nothing. */
static prove_why too_much(const prove_search *search, uint64_t states)
{
    if (prove_stopped(search->work))
        return PROVE_STOPPED;
    if (states > search->limits.states)
        return PROVE_MANY_STATES;
    if (prove_search_weight(search, states) > search->limits.memory)
        return PROVE_MUCH_MEMORY;
    return PROVE_PROVED;
}

static void tell_progress(prove_worker *worker)
{
    prove_search *search = worker->search;
    const prove_progress *progress = &search->work->progress;

    if (worker->index > 0 || ++worker->since_told < TELL)
        return;
    worker->since_told = 0;
    if (progress->tell)
        progress->tell(progress->user,
                       prove_store_at_least(&search->store, search->pool.count),
                       search->limits.states);
}

/* False: all threads have to stop for now. */
static bool may_go_on(prove_worker *worker)
{
    prove_search *search = worker->search;
    const prove_why why =
        too_much(search, prove_store_at_least(&search->store, search->pool.count));

    tell_progress(worker);
    if (why != PROVE_PROVED)
        atomic_store(&search->halt, why);
    return worker->status == EAR_OK && !prove_store_full(&search->store) &&
           atomic_load_explicit(&search->halt, memory_order_relaxed) == PROVE_PROVED;
}

prove_chunk *prove_next_chunk(prove_worker *worker)
{
    prove_search *search = worker->search;
    const uint32_t at = prove_deal_take(&search->deal, worker->index);

    return at != PROVE_NO_CHUNK ? &search->chunks[at] : NULL;
}

static bool take_chunk(prove_worker *worker)
{
    worker->chunk = prove_next_chunk(worker);
    if (!worker->chunk)
        return false;
    worker->draft.edge_count = worker->draft.found_count = 0;
    if (!prove_room((void **)&worker->draft.edges, &worker->draft.edges_room,
                    worker->chunk->count, sizeof *worker->draft.edges))
        prove_worker_refuse(worker);
    return worker->status == EAR_OK;
}

/* Nothing is copied from a list that is not there. */
static void copy(void *to, const void *from, size_t bytes)
{
    if (bytes > 0)
        memcpy(to, from, bytes);
}

/* A chunk that is done takes no more room than it needs. */
static void keep_chunk(prove_worker *worker)
{
    prove_chunk *chunk = worker->chunk;
    const prove_draft *draft = &worker->draft;
    const size_t edges = draft->edge_count, states = chunk->count;
    char *room = prove_heap_take(worker->heap, edges * 5 + states * 2);

    chunk->found = malloc((draft->found_count + (size_t)1) * sizeof *chunk->found);
    if (!room || !chunk->found) {
        prove_worker_refuse(worker);
        return;
    }
    chunk->to = (uint32_t *)(void *)room;
    chunk->edges = (uint16_t *)(void *)(room + edges * 4);
    chunk->by = (uint8_t *)room + edges * 4 + states * 2;
    copy(chunk->to, draft->to, edges * sizeof *chunk->to);
    copy(chunk->edges, draft->edges, states * sizeof *chunk->edges);
    copy(chunk->by, draft->by, edges);
    copy(chunk->found, draft->found, draft->found_count * sizeof *chunk->found);
    chunk->edge_count = draft->edge_count;
    chunk->found_count = draft->found_count;
    atomic_fetch_add(&worker->search->edges, edges);
    worker->chunk = NULL;
}

/* Records lie where the thread that found them had room: asked for before they are read.
 */
static void fetch_next(const prove_search *search, const prove_chunk *chunk)
{
    if (chunk->count - chunk->done > AHEAD)
        base_fetch(prove_record_at(&search->store,
                                   search->order[chunk->first + chunk->done + AHEAD]));
}

static void phase_expand(prove_worker *worker)
{
    const prove_search *search = worker->search;

    while (worker->chunk || take_chunk(worker)) {
        prove_chunk *chunk = worker->chunk;

        while (chunk->done < chunk->count) {
            if (!may_go_on(worker)) {
                prove_flush(worker);
                return;
            }
            fetch_next(search, chunk);
            prove_expand(worker, chunk->first + chunk->done);
            chunk->done++;
        }
        prove_flush(worker);
        if (worker->status != EAR_OK)
            return;
        keep_chunk(worker);
    }
}

/* Of the states first met in a chunk those stay that still come from there. */
static void phase_settle(prove_worker *worker)
{
    prove_search *search = worker->search;
    prove_chunk *chunk;

    while ((chunk = prove_next_chunk(worker)) != NULL) {
        uint32_t kept = 0;

        for (uint32_t i = 0; i < chunk->found_count; i++) {
            const prove_found *it = &chunk->found[i];
            const prove_record *record = prove_record_at(&search->store, it->number);

            if (atomic_load_explicit(&record->from, memory_order_relaxed) == it->from)
                chunk->found[kept++] = *it;
        }
        chunk->found_count = kept;
    }
}

/* Puts them in order, each chunk's at its place. */
static void phase_order(prove_worker *worker)
{
    prove_search *search = worker->search;
    prove_chunk *chunk;

    while ((chunk = prove_next_chunk(worker)) != NULL) {
        for (uint32_t i = 0; i < chunk->found_count; i++)
            search->order[chunk->found_rank + i] = chunk->found[i].number;
        free(chunk->found);
        chunk->found = NULL;
    }
}

/* ---- layers ---- */

bool prove_room(void **list, size_t *room, uint64_t need, size_t size)
{
    void *moved = need < UINT32_MAX ? base_grown(*list, room, (size_t)need, size) : NULL;

    if (moved)
        *list = moved;
    return moved != NULL;
}

bool prove_order_room(prove_search *search, uint64_t need)
{
    const uint64_t doubled = search->order_room * UINT64_C(2);
    const size_t room = (size_t)(need > doubled ? need : doubled);
    const size_t size = sizeof *search->order;

    if (search->order && need <= search->order_room)
        return true;

    uint32_t *moved =
        base_pages_grow(search->order, search->order_room * size, (room + 1) * size);

    if (!moved)
        return false;
    search->order = moved;
    search->order_room = room + 1;
    return true;
}

static bool add_chunk(prove_search *search, uint32_t first, uint32_t count)
{
    if (!prove_room((void **)&search->chunks, &search->chunk_room,
                    search->chunk_count + UINT64_C(1), sizeof *search->chunks))
        return false;
    search->chunks[search->chunk_count] = (prove_chunk){.first = first, .count = count};
    return prove_deal_add(&search->deal, search->chunk_count++,
                          prove_store_owner(&search->store, search->order[first]));
}

static bool cut_layer(prove_search *search, uint32_t first, uint32_t end)
{
    const uint32_t share = (end - first) / (search->pool.count * 24);
    const uint32_t size = share < CHUNK_LEAST  ? CHUNK_LEAST
                          : share > CHUNK_MOST ? CHUNK_MOST
                                               : share;

    if (!prove_room((void **)&search->layers, &search->layer_room,
                    search->layer_count + UINT64_C(1), sizeof *search->layers))
        return false;
    search->layers[search->layer_count++] = first;
    search->layer_chunk = search->chunk_count;
    for (uint32_t at = first; at < end; at += size)
        if (!add_chunk(search, at, end - at < size ? end - at : size))
            return false;
    return true;
}

static bool workers_fine(const prove_search *search)
{
    for (unsigned i = 0; i < search->pool.count; i++)
        if (search->pool.workers[i].status != EAR_OK ||
            search->pool.workers[i].packer.failed || search->pool.workers[i].seen.failed)
            return false;
    return true;
}

static bool chunks_open(const prove_search *search)
{
    for (unsigned i = 0; i < search->pool.count; i++)
        if (search->pool.workers[i].chunk)
            return true;
    return prove_deal_open(&search->deal);
}

static bool grow(prove_search *search)
{
    const uint64_t states = prove_store_at_least(&search->store, search->pool.count);

    if (prove_search_weight(search, states) + prove_store_grown_bytes(&search->store) >
        search->limits.memory) {
        atomic_store(&search->halt, PROVE_MUCH_MEMORY);
        return true;
    }
    if (!prove_store_grow_begin(&search->store))
        return false;
    atomic_store(&search->next_part, 0);
    prove_pool_run(&search->pool, phase_grow, false);
    prove_store_grow_end(&search->store);
    return true;
}

static bool expand_layer(prove_search *search, bool alone)
{
    prove_deal_begin(&search->deal, search->layer_chunk, search->chunk_count);
    while (chunks_open(search) && atomic_load(&search->halt) == PROVE_PROVED) {
        prove_pool_run(&search->pool, phase_expand, alone);
        if (!workers_fine(search))
            return false;
        if (prove_store_full(&search->store) && !grow(search))
            return false;
    }
    return true;
}

/* Puts the new states in order: by what they come from, then by the order of replies. */
static bool settle_layer(prove_search *search, bool alone)
{
    uint64_t count = search->count;

    prove_deal_begin(&search->deal, search->layer_chunk, search->chunk_count);
    prove_pool_run(&search->pool, phase_settle, alone);
    for (uint32_t c = search->layer_chunk; c < search->chunk_count; c++) {
        search->chunks[c].found_rank = (uint32_t)count;
        count += search->chunks[c].found_count;
    }
    if (count >= PROVE_MOST_STATES || !prove_order_room(search, count))
        return false;
    prove_deal_begin(&search->deal, search->layer_chunk, search->chunk_count);
    prove_pool_run(&search->pool, phase_order, alone);
    search->count = (uint32_t)count;
    return true;
}

/* What this layer has shown counts only when all of it was gone through: else it would
 * depend on which thread was faster. */
static bool keep_seen(prove_search *search)
{
    bool done = true;

    for (unsigned i = 0; i < search->pool.count; i++) {
        prove_worker *worker = &search->pool.workers[i];

        worker->seen.inexact |= worker->packer.inexact;
        done = done && prove_seen_merge(&search->seen, &worker->seen);
        prove_seen_clear(&worker->seen);
    }
    return done;
}

/* Whether this layer might pass the limit, so that what was seen before must be safe. */
static bool is_near_limit(const prove_search *search, uint32_t layer)
{
    const uint64_t ways = (uint64_t)layer * search->fan;
    const uint64_t states = search->count + ways;

    return states > search->limits.states ||
           prove_search_weight(search, states) + ways * 5 > search->limits.memory ||
           search->vars.functions;
}

/* What functions have looked at counts only when the layer was gone through: else it
 * would depend on which thread was faster. */
static bool has_to_stop(prove_search *search)
{
    const prove_why halt = (prove_why)atomic_load(&search->halt);

    if (halt == PROVE_PROVED || halt == PROVE_INEXACT)
        prove_learned(search);
    return halt != PROVE_PROVED || search->outdated;
}

/* When somebody stopped it is no matter of threads alone: what they saw until then is
 * true, and is told, unless functions looked at what no key had told apart. */
static bool keep_stopped(prove_search *search)
{
    return atomic_load(&search->halt) != PROVE_STOPPED || prove_learned(search) ||
           keep_seen(search);
}

bool prove_go_through(prove_search *search)
{
    for (uint32_t first = 0; first < search->count;) {
        const uint32_t end = search->count;
        const bool alone = end - first < ALONE;

        if (is_near_limit(search, end - first) && !keep_seen(search))
            return false;
        if (!cut_layer(search, first, end) || !expand_layer(search, alone))
            return false;
        if (has_to_stop(search))
            return keep_stopped(search);
        if (!settle_layer(search, alone))
            return false;

        const prove_why why = too_much(search, search->count);

        if (why != PROVE_PROVED) {
            atomic_store(&search->halt, why);
            search->count = end;
            return true;
        }
        first = end;
    }
    return keep_seen(search);
}
