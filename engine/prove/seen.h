#ifndef EARSHOT_PROVE_SEEN_H
#define EARSHOT_PROVE_SEEN_H

/* What was met on the way through all states: by each thread for itself, then put
 * together. Private to prove. */

#include "sim/play.h"

#define PROVE_NEVER UINT32_MAX

/* A way that breaks off. */
typedef struct prove_stuck {
    uint8_t why;        /* sim_stuck; SIM_NOT_STUCK: the pack's Lua failed */
    uint8_t reply;      /* of the choice it comes from */
    uint32_t moment;    /* where it broke off */
    uint32_t statement; /* the empty choice; else MODEL_NONE */
    uint32_t from;      /* 1 + rank of the last state before it; 0: the beginning */
    ear_error err;
} prove_stuck;

typedef struct prove_seen {
    const ear_scenario *scenario;
    sim_watch watch;     /* owned arrays */
    uint8_t *choices;    /* owned, by statement: PROVE_ALIKE, PROVE_DIFFERENT */
    uint32_t *reached;   /* owned, by moment: an outcome's first `from`; PROVE_NEVER */
    uint8_t *reached_by; /* owned: the reply that reached it first */
    int32_t *low;        /* owned: moments x meters; NULL: too many to keep */
    int32_t *high;
    prove_stuck *stuck; /* owned: one for each place */
    uint32_t stuck_count;
    size_t stuck_room;
    bool inexact; /* something was left out or not told apart */
    bool failed;  /* out of memory */
} prove_seen;

#define PROVE_ALIKE     1 /* two replies did the same */
#define PROVE_DIFFERENT 2 /* two replies did not */

/* False: out of memory; released all the same. */
bool prove_seen_make(prove_seen *seen, const ear_scenario *scenario);
void prove_seen_release(prove_seen *seen);
/* Puts `more` in. False: out of memory. */
bool prove_seen_merge(prove_seen *into, const prove_seen *more);
/* Only what was met, not where it came from. */
void prove_seen_join_marks(prove_seen *into, const prove_seen *more);
/* How much was met: it grows when something new is. */
uint64_t prove_seen_marks(const prove_seen *seen);
/* Forgets everything. */
void prove_seen_clear(prove_seen *seen);

/* What a way breaking off came from and why; kept if it is new or comes from less. */
void prove_seen_stuck(prove_seen *seen, const prove_stuck *stuck);
void prove_seen_meters(prove_seen *seen, uint32_t moment, const int32_t *values);

#endif
