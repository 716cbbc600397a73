#ifndef EARSHOT_PROVE_ASK_H
#define EARSHOT_PROVE_ASK_H

/* Asking a scenario's functions: what they look at is noted, and what they have answered
 * is not asked for again. For one thread. Private to prove. */

#include "prove/recall.h"

typedef struct prove_asker {
    ear_hooks hooks;            /* who answers */
    const prove_reads *known;   /* borrowed: what functions were seen to look at */
    const model_layout *layout; /* borrowed: of the states that they are asked about */
    prove_reads fresh;          /* what is not in `known` */
    prove_recall recall;        /* to be released when `known` becomes more */
} prove_asker;

/* False: out of memory; released all the same. */
bool prove_asker_make(prove_asker *asker, const prove_reads *known,
                      const model_layout *layout);
void prove_asker_release(prove_asker *asker);

/* `counts`: something depends on what the function gives back. Where nothing does, only
 * that it fails is noted. */
ear_status prove_ask(prove_asker *asker, bool counts, const ear_call *call,
                     ear_answer *out, ear_error *err);

#endif
