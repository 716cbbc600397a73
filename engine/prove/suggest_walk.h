#ifndef EARSHOT_PROVE_SUGGEST_WALK_H
#define EARSHOT_PROVE_SUGGEST_WALK_H

/*
 * Steps of runs, with the goals that each one reaches. Private to suggest*.c.
 *
 * The search (search.h) does not do for this: its roads lead to outcomes and dead ends,
 * not to the first run in which a line was said or a condition did not hold; it lets
 * chance() fall both ways, and a test's seed lets it fall one way. What of a state makes
 * a difference is the same for both (value_key.h).
 */

#include "prove/suggest.h"
#include "prove/value_key.h"

#define WALK_SEED    1                   /* what tests are played with */
#define WALK_WORK    (UINT64_C(2) << 30) /* for one scenario: some seconds */
#define WALK_RESERVE (UINT64_C(1) << 30) /* of it, what is left for choosing roads */
#define WALK_LAST    (WALK_WORK / 16)    /* when nobody waits any more */
#define WALK_ROADS   200                 /* that are suggested at most */
#define WALK_LONGEST 300                 /* replies of one road */

typedef enum walk_end {
    WALK_CHOICE, /* it stands at a choice */
    WALK_OVER,   /* an outcome was reached */
    WALK_STUCK   /* the run broke off; nothing was reached */
} walk_end;

typedef struct walker {
    const ear_scenario *scenario;
    const prove_goals *goals;
    sim_player *player;          /* owned */
    const model_layout *layout;  /* borrowed from the player */
    prove_coverage coverage;     /* of one step */
    uint32_t *by_byte, *ordered; /* owned: the goals of each byte of `coverage` */
    size_t words;                /* 64-bit words of a set of goals */
    value_key key;               /* what of a state makes a difference */
    unsigned char *room;         /* owned: for one of these */
    const prove_work *asked;     /* borrowed: whether to stop, whom to tell */
    uint64_t work;               /* that may still be done; 1 is about a nanosecond */
    uint64_t told;               /* what was left of it when somebody was told */
    bool memory;                 /* there was none left */
} walker;

/* `w` is zero but for `asked`. */
ear_status walk_open(walker *w, const ear_scenario *scenario, const ear_hooks *hooks,
                     const prove_goals *goals, ear_error *err);
void walk_close(walker *w);

/* Plays to the first choice; the goals of that are added to `met`. */
walk_end walk_begin(walker *w, model_state *state, uint64_t *met, ear_error *err);
/* Gives the reply of that bit, in place; the goals it reaches are added to `met`. */
walk_end walk_step(walker *w, model_state *state, unsigned bit, uint64_t *met);
/* Equal for states at a choice that have the same future in a run of this seed. */
uint64_t walk_key(walker *w, const model_state *state);

static inline bool walk_has(const uint64_t *set, size_t goal)
{
    return set[goal / 64] >> goal % 64 & 1;
}

static inline void walk_put(uint64_t *set, size_t goal)
{
    set[goal / 64] |= UINT64_C(1) << goal % 64;
}

/* How many goals are in both. */
size_t walk_shared(const walker *w, const uint64_t *a, const uint64_t *b);

/* --- suggest_search.c: in breadth --- */
typedef struct walk_node {
    uint32_t parent; /* MODEL_NONE: the first choice */
    uint8_t bit;
} walk_node;

typedef struct walk_map {
    walk_node *nodes; /* owned */
    size_t count, room;
    uint32_t *first; /* for each goal the node that reached it first; MODEL_NONE; owned */
    uint64_t *found; /* the goals that have one; owned */
    bool whole;
} walk_map;

ear_status walk_search(walk_map *map, walker *w, ear_error *err);
void walk_map_release(walk_map *map);
/* The replies that lead to `node`; at most WALK_LONGEST, else 0. */
size_t walk_road(const walk_map *map, uint32_t node, uint8_t *bits);

/* --- suggest_beam.c: many roads side by side, those that gather most --- */
typedef struct walk_found {
    uint8_t bits[WALK_LONGEST];
    size_t count;
    uint32_t outcome;
    size_t gain;   /* how many of the wanted goals */
    uint64_t *met; /* all goals it reaches; the caller's room of w->words */
} walk_found;

/* The best road that begins with `bits`. */
ear_status walk_beam(walk_found *best, walker *w, const uint64_t *wanted,
                     const uint8_t *bits, size_t count, ear_error *err);

#endif
