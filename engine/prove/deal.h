#ifndef EARSHOT_PROVE_DEAL_H
#define EARSHOT_PROVE_DEAL_H

/*
 * Which thread takes which chunk of states. What a thread has written lies near its
 * processor, and fetching it from another one can take longer than all else that is done
 * with a state. So every chunk belongs to the thread that found its states: a thread
 * takes its own ones first, and then what the others have left. Private to prove.
 *
 *     prove_deal_add(&deal, chunk, prove_store_owner(store, number));
 *     prove_deal_begin(&deal, first, end);
 *     in each thread, until it is PROVE_NO_CHUNK:
 *         chunk = prove_deal_take(&deal, worker);
 */

#include "prove/prove.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PROVE_NO_CHUNK UINT32_MAX

typedef struct prove_hand {
    uint32_t *chunks; /* owned: their numbers, rising */
    uint32_t count;
    size_t room;
    uint32_t first, end; /* places in `chunks` that are dealt now */
    atomic_uint taken;   /* of them */
    char apart[64];      /* another thread's hand is on another cache line */
} prove_hand;

typedef struct prove_deal {
    prove_hand hands[PROVE_MAX_JOBS];
    unsigned jobs; /* hands in use */
} prove_deal;

void prove_deal_release(prove_deal *deal);
/* `chunk` is higher than all before, `owner` below `jobs`. False: out of memory. */
bool prove_deal_add(prove_deal *deal, uint32_t chunk, unsigned owner);
/* From now on those from `first` up to `end` are taken. No thread may take meanwhile. */
void prove_deal_begin(prove_deal *deal, uint32_t first, uint32_t end);
/* The next for this thread; PROVE_NO_CHUNK: all are taken. */
uint32_t prove_deal_take(prove_deal *deal, unsigned worker);
bool prove_deal_open(const prove_deal *deal); /* whether any is left */

#endif
