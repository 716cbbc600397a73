#ifndef EARSHOT_PROVE_READS_H
#define EARSHOT_PROVE_READS_H

/*
 * What each Lua function of a scenario was seen to look at. A function depends on the run
 * alone, and what it looks at next depends only on what it has read so far. So where two
 * states agree on all that a function was ever seen to look at, it looks at the same
 * things in both and answers the same. Private to prove.
 */

#include "model/scenario.h"

#include <earshot/session.h>

#define PROVE_READ_SHIFT 28u

typedef struct prove_read_list {
    uint32_t *at; /* owned: kind and index in one number, rising */
    uint32_t count;
    size_t room;
    bool anything; /* it may look at anything */
    bool failed;   /* it failed where nothing depends on its words */
} prove_read_list;

typedef struct prove_reads {
    const ear_scenario *scenario;
    prove_read_list *of; /* owned: by number of the function, from 1 */
    bool any;            /* something is in it */
    bool drawn;          /* a function drew lots */
    bool refused;        /* out of memory */
} prove_reads;

/* False: out of memory; released all the same. */
bool prove_reads_make(prove_reads *reads, const ear_scenario *scenario);
void prove_reads_release(prove_reads *reads);

/* Notes what a call has looked at and `known` has not. True: that was nothing. */
bool prove_reads_note(prove_reads *reads, const prove_reads *known, uint32_t function,
                      const ear_answer *answer);
/* From now on a function may look at anything. */
void prove_reads_anything(prove_reads *reads, uint32_t function);
/* Notes that a function failed on whose words nothing depends: it has to be asked. */
void prove_reads_failed(prove_reads *reads, uint32_t function);
/* Puts `more` in, and empties it. True: something was new. Out of memory: `refused`. */
bool prove_reads_take(prove_reads *into, prove_reads *more);

/* Of an entry of a list. */
static inline ear_read prove_read_of(uint32_t entry)
{
    return (ear_read){entry >> PROVE_READ_SHIFT, entry & ((1u << PROVE_READ_SHIFT) - 1)};
}

#endif
