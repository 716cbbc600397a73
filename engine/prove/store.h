#ifndef EARSHOT_PROVE_STORE_H
#define EARSHOT_PROVE_STORE_H

/*
 * Every state found, once: a table that any number of threads add to without waiting. A
 * state is its key and the state it was first reached from. Nothing is ever taken out.
 * Private to prove.
 *
 * States have a number (where they lie: it depends on which thread was first) and a rank
 * (their place in the order of finding, which is the same however many threads there
 * are). The lowest rank wins: a state's parent is the one that a single thread, going
 * through the states in order, would have found it from.
 */

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PROVE_FIRST_SEGMENT (1u << 13) /* records; each segment has twice as many */
#define PROVE_SEGMENTS      18u
#define PROVE_MOST_STATES   (UINT64_C(1) << 30)
#define PROVE_UNUSED        UINT32_MAX /* `from` of a record that is no state yet */

typedef struct prove_record {
    _Atomic uint32_t from; /* 1 + rank of the parent; 0: the beginning */
    uint32_t key[];
} prove_record;

typedef struct prove_store {
    uint32_t words;          /* 32-bit words of a key */
    uint32_t stride;         /* bytes of a record */
    _Atomic uint32_t *slots; /* owned; 0: empty, else a number + 1 and some of its hash */
    _Atomic uint32_t *grown; /* owned: the next `slots`, while it is filled */
    _Atomic(char *) made[PROVE_SEGMENTS]; /* owned: records, then the owner of each
                                             block; NULL: not made yet */
    uint32_t slot_bits;                   /* how many: 1 << slot_bits */
    bool alone;                           /* one thread only */
    atomic_bool failed;                   /* out of memory */
    char apart[64];       /* what is written often is not on the cache line of the rest */
    atomic_uint reserved; /* records given out, in blocks */
    pthread_mutex_t lock; /* over the making of segments */
} prove_store;

/* Records of one thread that are not used yet. */
typedef struct prove_block {
    uint32_t next;
    uint32_t end;
    uint8_t owner; /* the thread */
} prove_block;

/* False: out of memory; released all the same. */
bool prove_store_make(prove_store *store, uint32_t words, unsigned jobs);
void prove_store_release(prove_store *store);

/* The thread that added it. */
unsigned prove_store_owner(const prove_store *store, uint32_t number);

typedef enum prove_met {
    PROVE_NEW,     /* not seen before; it comes from `from` now */
    PROVE_LOWERED, /* seen, but from something higher than `from` */
    PROVE_OLD,     /* nothing changed */
    PROVE_REFUSED  /* out of memory */
} prove_met;

uint64_t prove_store_hash(const prove_store *store, const uint32_t *key);
/* Fetches what prove_store_add() will look at: first the slot, then, when that is there,
 * the record. */
void prove_store_expect(const prove_store *store, uint64_t hash);
void prove_store_expect_record(const prove_store *store, uint64_t hash);
prove_met prove_store_add(prove_store *store, prove_block *block, const uint32_t *key,
                          uint64_t hash, uint32_t from, uint32_t *number);

static inline unsigned prove_highest_bit(uint32_t of) /* not 0 */
{
#if defined(__GNUC__)
    return 31u - (unsigned)__builtin_clz(of);
#else
    unsigned bit = 0;

    while (of >>= 1)
        bit++;
    return bit;
#endif
}

/* Which segment a record lies in, and how many records are in those before it. */
static inline unsigned prove_segment_of(uint32_t number)
{
    return prove_highest_bit(number / PROVE_FIRST_SEGMENT + 1);
}

static inline uint32_t prove_before_segment(unsigned segment)
{
    return (PROVE_FIRST_SEGMENT << segment) - PROVE_FIRST_SEGMENT;
}

static inline prove_record *prove_record_at(const prove_store *store, uint32_t number)
{
    const unsigned segment = prove_segment_of(number);
    char *records = atomic_load_explicit(&store->made[segment], memory_order_acquire);

    return (prove_record *)(void *)(records +
                                    (size_t)(number - prove_before_segment(segment)) *
                                        store->stride);
}

/* No thread may add while the table grows. All threads may help: each takes the records
 * from `first` up to `end`, of those that are reserved. */
bool prove_store_grow_begin(prove_store *store);
void prove_store_grow_part(prove_store *store, uint32_t first, uint32_t end);
void prove_store_grow_end(prove_store *store);
/* Full enough to grow. */
bool prove_store_full(const prove_store *store);
/* At least so many states were added; `jobs` threads have records at hand. */
uint64_t prove_store_at_least(const prove_store *store, unsigned jobs);
/* Bytes that so many states take. */
uint64_t prove_store_bytes(const prove_store *store, uint64_t count);
/* Bytes of the next, larger table: both are there while it is filled. */
uint64_t prove_store_grown_bytes(const prove_store *store);

#endif
