#include "prove/store.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK      256u /* records that a thread takes at once */
#define FIRST_BITS 16u
#define FULL       7u /* tenths */

bool prove_store_make(prove_store *store, uint32_t words, unsigned jobs)
{
    uint32_t bits = FIRST_BITS;

    /* What a state leads to is added in one go, however many that are. */
    while ((1u << bits) / 4 < jobs * 8192u)
        bits++;
    *store = (prove_store){.words = words,
                           .stride = (words + 1) * (uint32_t)sizeof(uint32_t),
                           .slot_bits = bits};
    pthread_mutex_init(&store->lock, NULL);
    store->made = calloc(PROVE_SEGMENTS, sizeof *store->made);
    store->slots = calloc((size_t)1 << bits, sizeof *store->slots);
    if (store->made && store->slots)
        return true;
    prove_store_release(store);
    return false;
}

void prove_store_release(prove_store *store)
{
    if (!store->stride)
        return;
    for (uint32_t i = 0; store->made && i < PROVE_SEGMENTS; i++) {
        if (!store->made[i])
            break;
        free(store->made[i]);
    }
    pthread_mutex_destroy(&store->lock);
    free(store->made);
    free((void *)store->slots);
    free((void *)store->grown);
    *store = (prove_store){0};
}

uint64_t prove_store_hash(const prove_store *store, const uint32_t *key)
{
    return base_hash(key, store->words * sizeof *key, 0);
}

/* ---- records ---- */

/* All segments up to `last`. */
static bool make_segments(prove_store *store, uint32_t last)
{
    bool done = last < PROVE_SEGMENTS;

    pthread_mutex_lock(&store->lock);
    for (uint32_t i = last; done && !store->made[i]; i--) {
        char *segment = malloc((size_t)PROVE_SEGMENT * store->stride);

        done = segment != NULL;
        atomic_store_explicit(&store->made[i], segment, memory_order_release);
        if (i == 0)
            break;
    }
    pthread_mutex_unlock(&store->lock);
    return done;
}

/* The thread's next free record; NULL: out of memory. */
static prove_record *next_record(prove_store *store, prove_block *block)
{
    if (block->next == block->end) {
        const uint32_t first = atomic_fetch_add(&store->reserved, BLOCK);

        if (first > PROVE_MOST_STATES ||
            !make_segments(store, (first + BLOCK - 1) >> PROVE_SEGMENT_BITS)) {
            atomic_store(&store->failed, true);
            return NULL;
        }
        block->next = first;
        block->end = first + BLOCK;
    }
    return prove_record_at(store, block->next);
}

/* ---- the table ---- */

/* A slot has the number, and in the bits left over some of the hash. */
static inline uint32_t slot_value(uint32_t bits, uint32_t number, uint64_t hash)
{
    return (uint32_t)(hash >> 32) >> bits << bits | (number + 1);
}

static inline uint32_t slot_mask(uint32_t bits)
{
    return (uint32_t)((UINT64_C(1) << bits) - 1);
}

void prove_store_expect(const prove_store *store, uint64_t hash)
{
#if defined(__GNUC__)
    __builtin_prefetch((const void *)&store->slots[hash & slot_mask(store->slot_bits)]);
#else
    (void)store;
    (void)hash;
#endif
}

static bool is_same(const prove_store *store, const prove_record *record,
                    const uint32_t *key)
{
    for (uint32_t w = 0; w < store->words; w++)
        if (record->key[w] != key[w])
            return false;
    return true;
}

/* The lower of two parents stays. */
static prove_met lower(prove_record *record, uint32_t from)
{
    uint32_t was = atomic_load_explicit(&record->from, memory_order_relaxed);

    while (from < was)
        if (atomic_compare_exchange_weak(&record->from, &was, from))
            return PROVE_LOWERED;
    return PROVE_OLD;
}

/* Tries to put the record `number` into an empty slot; false: another thread was first.
 */
static bool claim(_Atomic uint32_t *slot, uint32_t value)
{
    uint32_t empty = 0;

    return atomic_compare_exchange_strong_explicit(
        slot, &empty, value, memory_order_release, memory_order_acquire);
}

static prove_met add_new(prove_store *store, prove_block *block, _Atomic uint32_t *slot,
                         const uint32_t *key, uint64_t hash, uint32_t from)
{
    prove_record *record = next_record(store, block);

    if (!record)
        return PROVE_REFUSED;
    atomic_store_explicit(&record->from, from, memory_order_relaxed);
    memcpy(record->key, key, store->words * sizeof *key);
    if (!claim(slot, slot_value(store->slot_bits, block->next, hash)))
        return PROVE_OLD;
    return PROVE_NEW;
}

prove_met prove_store_add(prove_store *store, prove_block *block, const uint32_t *key,
                          uint64_t hash, uint32_t from, uint32_t *number)
{
    const uint32_t mask = slot_mask(store->slot_bits);
    const uint32_t mark = slot_value(store->slot_bits, UINT32_MAX, hash);

    for (uint32_t at = (uint32_t)hash & mask;;) {
        _Atomic uint32_t *slot = &store->slots[at];
        const uint32_t value = atomic_load_explicit(slot, memory_order_acquire);

        if (value == 0) {
            const prove_met met = add_new(store, block, slot, key, hash, from);

            if (met == PROVE_NEW)
                *number = block->next++;
            if (met != PROVE_OLD)
                return met;
            continue; /* look again: somebody has just filled it */
        }
        if ((value & ~mask) == (mark & ~mask)) {
            prove_record *record = prove_record_at(store, (value & mask) - 1);

            if (is_same(store, record, key)) {
                *number = (value & mask) - 1;
                return lower(record, from);
            }
        }
        at = (at + 1) & mask;
    }
}

/* ---- growing ---- */

bool prove_store_full(const prove_store *store)
{
    const uint64_t slots = UINT64_C(1) << store->slot_bits;

    return atomic_load_explicit(&store->reserved, memory_order_relaxed) >=
           slots / 10 * FULL;
}

bool prove_store_grow_begin(prove_store *store)
{
    if (store->slot_bits >= 31)
        return false;
    store->grown = calloc((size_t)2 << store->slot_bits, sizeof *store->grown);
    return store->grown != NULL;
}

void prove_store_grow_part(prove_store *store, uint32_t first, uint32_t end)
{
    const uint32_t bits = store->slot_bits + 1;

    for (uint32_t i = first; i < end; i++) {
        const uint32_t value =
            atomic_load_explicit(&store->slots[i], memory_order_relaxed);

        if (value == 0)
            continue;

        const uint32_t number = (value & slot_mask(store->slot_bits)) - 1;
        const uint64_t hash =
            prove_store_hash(store, prove_record_at(store, number)->key);
        uint32_t at = (uint32_t)hash & slot_mask(bits);

        while (!claim(&store->grown[at], slot_value(bits, number, hash)))
            at = (at + 1) & slot_mask(bits);
    }
}

void prove_store_grow_end(prove_store *store)
{
    free((void *)store->slots);
    store->slots = store->grown;
    store->grown = NULL;
    store->slot_bits++;
}

uint64_t prove_store_at_least(const prove_store *store, unsigned jobs)
{
    const uint64_t out = atomic_load_explicit(&store->reserved, memory_order_relaxed);

    return out > (uint64_t)jobs * BLOCK ? out - (uint64_t)jobs * BLOCK : 0;
}

uint64_t prove_store_bytes(const prove_store *store, uint64_t count)
{
    uint64_t slots = UINT64_C(1) << FIRST_BITS;

    while (slots / 10 * FULL <= count)
        slots *= 2;
    return count * store->stride + slots * sizeof *store->slots;
}
