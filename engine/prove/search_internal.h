#ifndef EARSHOT_PROVE_SEARCH_INTERNAL_H
#define EARSHOT_PROVE_SEARCH_INTERNAL_H

/* The inside of a search. Private to prove. */

#include "base/fetch.h"
#include "prove/ask.h"
#include "prove/deal.h"
#include "prove/heap.h"
#include "prove/interval.h"
#include "prove/keys.h"
#include "prove/search.h"
#include "prove/seen.h"
#include "prove/store.h"

/* Where a reply leads: the number of a state, or one of these. */
#define PROVE_OUTCOME UINT32_C(0x80000000) /* | moment */
#define PROVE_BREAKS  UINT32_C(0xfffffffe) /* it cannot go on */
#define PROVE_UNKNOWN UINT32_C(0xffffffff)
#define PROVE_NOTICED 0x40u /* in `by`: the notice was answered rightly before */
#define PROVE_REPLY   0x3fu

/* A state that was first met here, if it still comes from the same one in the end. */
typedef struct prove_found {
    uint32_t number;
    uint32_t from;
} prove_found;

/* Consecutive states of a layer, and where all their replies lead. Its lists are made
 * when all of them are known; they lie in the heap of the thread that went through it. */
typedef struct prove_chunk {
    uint32_t first; /* rank */
    uint32_t count;
    uint32_t done;
    uint32_t found_count, edge_count;
    uint32_t found_rank; /* of the first of them */
    prove_found *found;  /* owned until the layer is settled */
    uint32_t *to;
    uint16_t *edges; /* how many each state has */
    uint8_t *by;     /* which reply of the choice */
    bool at_top;     /* all its states can reach the best that there is */
} prove_chunk;

/* What a thread knows so far of the chunk it works on. All owned. */
typedef struct prove_draft {
    prove_found *found;
    uint32_t *to;
    uint16_t *edges;
    uint8_t *by;
    uint32_t found_count, edge_count;
    size_t found_room, to_room, by_room, edges_room;
} prove_draft;

/* A circle of replies that can be gone round at will. */
#define PROVE_ROUND 4u /* the longest that is looked for */
typedef struct prove_round {
    uint32_t rank;  /* of a state in which it can be begun */
    uint32_t meter; /* that rises */
    uint32_t count;
    uint32_t replies[PROVE_ROUND]; /* REPLIES */
} prove_round;

struct prove_worker;
typedef struct prove_sum_of prove_sum_of; /* after.c */

/* What threads go through on the way back. */
typedef struct prove_sweep {
    uint32_t first; /* chunk */
    uint32_t end;
    float *fresh;   /* owned while it lasts: of a layer, by place */
    uint8_t top;    /* the best that there is */
    uint32_t *open; /* owned while it lasts: chunks in which something can rise */
    uint32_t open_count;
    atomic_bool changed;
} prove_sweep;

/* Threads that do the same thing at the same time; the first is the caller's. */
typedef struct prove_pool {
    struct prove_worker *workers; /* owned */
    unsigned count;
    void (*phase)(struct prove_worker *worker); /* of this round; NULL: to end */
    pthread_mutex_t lock;
    pthread_cond_t begin, end;
    atomic_ullong round;
    atomic_uint busy; /* threads that are not done with it */
} prove_pool;

struct prove_search {
    const ear_scenario *scenario;
    const prove_work *work;
    prove_limits limits;
    model_layout layout;
    prove_reads reads; /* what functions were seen to look at */
    prove_vars vars;
    prove_flow flow;
    prove_live live;
    prove_keys keys;
    prove_store store;
    prove_pool pool;
    prove_seen seen;     /* of everything that is settled, and what was played */
    prove_ranges ranges; /* what can be at most; blank when it is proved */
    prove_heap heaps[PROVE_MAX_JOBS];

    uint32_t *order; /* owned, as pages: rank -> number */
    uint32_t count;  /* states in order */
    size_t order_room;
    uint32_t *layers; /* owned: the rank at which each begins */
    uint32_t layer_count;
    size_t layer_room;
    prove_chunk *chunks; /* owned: all of them, by rank */
    uint32_t chunk_count;
    size_t chunk_room;
    uint32_t layer_chunk;    /* the first chunk of this layer */
    prove_deal deal;         /* of the chunks among threads */
    atomic_uint next_part;   /* of something else, for threads to take */
    uint32_t fan;            /* the most ways from one state */
    atomic_uint circles;     /* without a reply, played to their limit */
    atomic_int halt;         /* prove_why */
    bool learning;           /* plays at random show what functions look at */
    bool outdated;           /* something was looked at that no key had told apart */
    uint32_t renewed;        /* how often it was begun again for that */
    uint64_t renewed_states; /* that were found and left for that */
    char apart[64];          /* what threads write to often is not on its cache line */
    atomic_ullong edges;

    struct {                /* what playing at random has met */
        uint8_t *moments;   /* owned; NULL: it was not played */
        prove_stuck *stuck; /* owned */
        prove_road *roads;  /* owned: one for each */
        uint32_t count;
        uint32_t end; /* runs that are to be played by now */
    } played;
    prove_round *rounds; /* owned */
    uint32_t round_count;
    size_t round_room;
    prove_effect *effects; /* owned: by reply; NULL: not proved */
    _Atomic uint8_t *best; /* owned: by number: the best that can still be reached */
    float *worth;   /* owned: by number: what a player who picks at random comes to */
    size_t numbers; /* of both */
    prove_sweep sweep;
    prove_why why;
};

typedef struct prove_worker {
    prove_search *search;
    sim_player *player;
    model_state *state; /* owned; blank between states */
    prove_asker asker;  /* of the scenario's functions */
    void *handle;
    prove_packer packer;
    prove_block block;
    prove_seen seen;
    model_chances chances;
    prove_chunk *chunk;            /* being worked on; NULL */
    prove_draft draft;             /* of it */
    prove_heap *heap;              /* of the search: it outlives the thread */
    struct prove_waiting *waiting; /* owned: states to be added */
    uint32_t *keys;                /* owned: theirs */
    uint32_t waiting_count;
    prove_sum_of *sums; /* owned while they are noted */
    uint32_t since_told;
    ear_status status;
    ear_error err;
    pthread_t thread;
    unsigned index;
} prove_worker;

/* --- expand.c --- */
ear_status prove_worker_open(prove_worker *worker);
void prove_worker_close(prove_worker *worker);
/* Room for keys as wide as they are now; false: out of memory. */
bool prove_worker_fit(prove_worker *worker);
/* Plays every reply of the state at `rank`. */
void prove_expand(prove_worker *worker, uint32_t rank);
/* Plays the beginning. */
void prove_expand_start(prove_worker *worker);
/* Adds what is waiting. */
void prove_flush(prove_worker *worker);
void prove_worker_refuse(prove_worker *worker);

/* --- search.c --- */
/* The next chunk for this thread, of those that are dealt; NULL: that were all. */
prove_chunk *prove_next_chunk(prove_worker *worker);
/* From the states that are in order to all others; false: out of memory. */
bool prove_go_through(prove_search *search);
/* Room for `need` states in order; false: out of memory. */
bool prove_order_room(prove_search *search, uint64_t need);
/* Room for `need` records in a growing list; false: out of memory. */
bool prove_room(void **list, size_t *room, uint64_t need, size_t size);

/* Bytes that so many states and their ways take. */
uint64_t prove_search_weight(const prove_search *search, uint64_t states);

/* --- road.c --- */
uint32_t prove_statement_of(const prove_search *search, uint32_t rank);
/* Replies up to a state and one more; `from` is 1 + rank, 0: the beginning. */
long prove_depth_of(const prove_search *search, uint32_t from);
/* False: out of memory. The second is one reply longer; `target` is where that leads. */
bool prove_road_to(const prove_search *search, uint32_t from, prove_road *road);
bool prove_road_past(const prove_search *search, uint32_t from, uint8_t reply,
                     uint32_t target, prove_road *road);

/* --- luck.c --- */
/* Notes what a road needs beside its replies. False: out of memory. */
bool prove_road_luck(const prove_search *search, prove_road *road, uint32_t target);

/* --- pool.c --- */
bool prove_pool_make(prove_pool *pool, prove_search *search, unsigned jobs);
void prove_pool_run(prove_pool *pool, void (*phase)(prove_worker *worker), bool alone);
void prove_pool_release(prove_pool *pool);

/* --- after.c --- */
/* What can still be reached from each state. False: out of memory. */
bool prove_look_back(prove_search *search);
/* What a player who picks at random comes to: 0 weak, 0.5 mixed, 1 strong. */
float prove_worth_of(const prove_search *search, uint32_t to);

/* --- best.c --- */
/* Nothing; only a dead end; then PROVE_BEST_RATING + model_rating. */
enum { PROVE_BEST_NONE, PROVE_BEST_BREAK, PROVE_BEST_RATING };
/* False: out of memory. */
bool prove_find_best(prove_search *search);
/* Of where a way leads. */
uint8_t prove_best_of(const prove_search *search, uint32_t to);

/* --- circle.c --- */
/* Finds circles that raise a meter for free. False: out of memory. */
bool prove_go_round(prove_search *search);

/* --- learn.c --- */
/* Plays a little at random, to see what functions look at. */
ear_status prove_learn(prove_search *search, ear_error *err);
/* Takes in what functions have looked at since; true: keys have to tell more apart. */
bool prove_learned(prove_search *search);
/* Whether that is so, and the search may be begun again for it: afterwards it stands at
 * its beginning, with other keys. */
prove_fit prove_renew(prove_search *search, const prove_options *options);

/* --- run.c --- */
/* What has to be told apart, and room for states that are. */
prove_fit prove_search_keys(prove_search *search, const prove_options *options);
/* Forgets every state. */
void prove_search_forget(prove_search *search);

/* --- sample.c --- */
/* One run at random on the worker's blank state, of at most `longest` replies; `replies`
 * may be NULL. */
typedef struct prove_run_end {
    ear_status status;
    ear_error err;
    uint32_t length; /* replies given */
} prove_run_end;
prove_run_end prove_play_run(prove_worker *worker, uint32_t run, uint32_t longest,
                             uint32_t *replies);
/* Plays at random, for what a search that was given up has not seen. */
ear_status prove_sample(prove_search *search, ear_error *err);

static inline const prove_chunk *prove_chunk_of(const prove_search *search, uint32_t rank)
{
    uint32_t low = 0, high = search->chunk_count;

    while (high - low > 1) {
        const uint32_t middle = low + (high - low) / 2;

        if (search->chunks[middle].first <= rank)
            low = middle;
        else
            high = middle;
    }
    return &search->chunks[low];
}

/* The ways from the state at `rank`. */
typedef struct prove_ways {
    const uint32_t *to;
    const uint8_t *by;
    uint32_t count;
} prove_ways;

prove_ways prove_ways_of(const prove_search *search, uint32_t rank);

#define PROVE_AHEAD 24u /* ways whose ends are asked for before they are read */

/* Asks for what is known, `size` bytes by number, of the state where the way at `at` of a
 * chunk leads to. The ends of ways lie anywhere, and half of them were last written to by
 * another thread. */
static inline void prove_fetch_end(const prove_chunk *chunk, uint32_t at,
                                   const void *known, size_t size)
{
    if (at < chunk->edge_count && !(chunk->to[at] & PROVE_OUTCOME))
        base_fetch((const char *)known + chunk->to[at] * size);
}

#endif
