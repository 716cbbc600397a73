#include "prove/store.h"

#include "base/fetch.h"
#include "base/pages.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK      256u /* records that a thread takes at once */
#define FIRST_BITS 16u
#define FULL       7u  /* tenths */
#define TOGETHER   32u /* records whose slots are fetched together */

static size_t slot_bytes(uint32_t bits)
{
    return sizeof(uint32_t) << bits;
}

static size_t segment_bytes(const prove_store *store, unsigned segment)
{
    const size_t records = (size_t)PROVE_FIRST_SEGMENT << segment;

    return records * store->stride + records / BLOCK;
}

/* Where the owner of a record's block stands. */
static uint8_t *owner_of(const prove_store *store, uint32_t number)
{
    const unsigned segment = prove_segment_of(number);
    const size_t records = (size_t)PROVE_FIRST_SEGMENT << segment;
    uint8_t *made =
        (uint8_t *)atomic_load_explicit(&store->made[segment], memory_order_relaxed);

    return made + records * store->stride +
           (number - prove_before_segment(segment)) / BLOCK;
}

unsigned prove_store_owner(const prove_store *store, uint32_t number)
{
    return *owner_of(store, number);
}

bool prove_store_make(prove_store *store, uint32_t words, unsigned jobs)
{
    uint32_t bits = FIRST_BITS;

    /* What a state leads to is added in one go, however many that are. */
    while ((1u << bits) / 4 < jobs * 8192u)
        bits++;
    *store = (prove_store){.words = words,
                           .stride = (words + 1) * (uint32_t)sizeof(uint32_t),
                           .slot_bits = bits,
                           .alone = jobs == 1};
    pthread_mutex_init(&store->lock, NULL);
    store->slots = base_pages_take(slot_bytes(bits));
    if (store->slots)
        return true;
    prove_store_release(store);
    return false;
}

void prove_store_release(prove_store *store)
{
    if (!store->stride)
        return;
    for (unsigned i = 0; i < PROVE_SEGMENTS; i++)
        base_pages_give(store->made[i], segment_bytes(store, i));
    pthread_mutex_destroy(&store->lock);
    base_pages_give((void *)store->slots, slot_bytes(store->slot_bits));
    base_pages_give((void *)store->grown, slot_bytes(store->slot_bits + 1));
    *store = (prove_store){0};
}

/* Mixes well enough for the low bits to be a place and the high ones a mark. */
uint64_t prove_store_hash(const prove_store *store, const uint32_t *key)
{
    uint64_t hash = UINT64_C(0x9e3779b97f4a7c15);

    for (uint32_t w = 0; w < store->words; w += 2) {
        const uint64_t high = w + 1 < store->words ? key[w + 1] : 0;

        hash = (hash ^ key[w] ^ high << 32) * UINT64_C(0xff51afd7ed558ccd);
        hash = (hash ^ hash >> 32) * UINT64_C(0xc4ceb9fe1a85ec53);
        hash ^= hash >> 29;
    }
    return hash;
}

/* ---- records ---- */

/* The segment of that record, if it is not there yet. */
static bool make_segment(prove_store *store, uint32_t number)
{
    const unsigned segment = prove_segment_of(number);
    _Atomic(char *) *made = &store->made[segment];

    if (segment >= PROVE_SEGMENTS)
        return false;
    pthread_mutex_lock(&store->lock);
    if (!atomic_load_explicit(made, memory_order_relaxed))
        atomic_store_explicit(made, base_pages_take(segment_bytes(store, segment)),
                              memory_order_release);
    pthread_mutex_unlock(&store->lock);
    return atomic_load_explicit(made, memory_order_relaxed) != NULL;
}

static bool next_block(prove_store *store, prove_block *block)
{
    const uint32_t first = atomic_fetch_add(&store->reserved, BLOCK);

    /* Segments are whole blocks. */
    if (first > PROVE_MOST_STATES || !make_segment(store, first)) {
        atomic_store(&store->failed, true);
        return false;
    }
    block->next = first;
    block->end = first + BLOCK;
    *owner_of(store, first) = block->owner;
    for (uint32_t i = first; i < block->end; i++)
        atomic_store_explicit(&prove_record_at(store, i)->from, PROVE_UNUSED,
                              memory_order_relaxed);
    return true;
}

/* The thread's next free record; NULL: out of memory. */
static prove_record *next_record(prove_store *store, prove_block *block)
{
    if (block->next == block->end && !next_block(store, block))
        return NULL;
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
    base_fetch((const void *)&store->slots[hash & slot_mask(store->slot_bits)]);
}

void prove_store_expect_record(const prove_store *store, uint64_t hash)
{
    const uint32_t mask = slot_mask(store->slot_bits);
    const uint32_t mark = slot_value(store->slot_bits, UINT32_MAX, hash);
    const uint32_t value =
        atomic_load_explicit(&store->slots[hash & mask], memory_order_relaxed);

    if (value == 0)
        base_fetch_own((const void *)&store->slots[hash & mask]);
    else if ((value & ~mask) == (mark & ~mask))
        base_fetch(prove_record_at(store, (value & mask) - 1));
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

/* Tries to put `value` into an empty slot; false: it is not empty (any more). One thread
 * alone need not wait until all it wrote before has arrived. */
static bool claim(const prove_store *store, _Atomic uint32_t *slot, uint32_t value)
{
    uint32_t empty = 0;

    if (store->alone) {
        if (atomic_load_explicit(slot, memory_order_relaxed) != empty)
            return false;
        atomic_store_explicit(slot, value, memory_order_relaxed);
        return true;
    }
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
    if (claim(store, slot, slot_value(store->slot_bits, block->next, hash)))
        return PROVE_NEW;
    atomic_store_explicit(&record->from, PROVE_UNUSED, memory_order_relaxed);
    return PROVE_OLD;
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
    store->grown = base_pages_take(slot_bytes(store->slot_bits + 1));
    return store->grown != NULL;
}

/* At most TOGETHER records. */
static void grow_some(prove_store *store, uint32_t first, uint32_t end)
{
    const uint32_t bits = store->slot_bits + 1;
    const uint32_t mask = slot_mask(bits);
    uint64_t hash[TOGETHER];

    for (uint32_t n = first; n < end; n++) {
        hash[n - first] = prove_store_hash(store, prove_record_at(store, n)->key);
        base_fetch_own((const void *)&store->grown[hash[n - first] & mask]);
    }
    for (uint32_t n = first; n < end; n++) {
        uint32_t at = (uint32_t)hash[n - first] & mask;

        if (atomic_load_explicit(&prove_record_at(store, n)->from,
                                 memory_order_relaxed) == PROVE_UNUSED)
            continue;
        while (!claim(store, &store->grown[at], slot_value(bits, n, hash[n - first])))
            at = (at + 1) & mask;
    }
}

void prove_store_grow_part(prove_store *store, uint32_t first, uint32_t end)
{
    for (uint32_t n = first; n < end; n += TOGETHER)
        grow_some(store, n, end - n < TOGETHER ? end : n + TOGETHER);
}

void prove_store_grow_end(prove_store *store)
{
    base_pages_give((void *)store->slots, slot_bytes(store->slot_bits));
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

uint64_t prove_store_grown_bytes(const prove_store *store)
{
    return slot_bytes(store->slot_bits + 1);
}
