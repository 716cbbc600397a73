#ifndef EARSHOT_PROVE_RECALL_H
#define EARSHOT_PROVE_RECALL_H

/*
 * Answers of functions that need not be asked for again: a function whose reads are known
 * answers the same wherever the run has the same values of them. Asking the helper takes
 * some twenty microseconds, looking the answer up a hundred times less. For one thread.
 * Private to prove.
 */

#include "model/state.h"
#include "prove/reads.h"

#include "base/bytes.h"

/* One answer. */
typedef struct prove_recalled {
    uint64_t hash;
    ear_call_kind kind;
    uint32_t function;
    uint32_t values, count; /* in `values`: of what it looks at */
    uint32_t amounts, amount_count;
    size_t text, text_length;
    int64_t num, den;
    bool truth;
} prove_recalled;

typedef struct prove_recall {
    prove_recalled *at; /* owned, like all that follow */
    uint32_t count;
    size_t room;
    uint32_t *slots; /* answers by their hash; UINT32_MAX: empty */
    uint32_t slot_count;
    int64_t
        *values; /* of all answers; behind them those of the call that was asked last */
    size_t value_count, value_room;
    ear_amount *amounts;
    size_t amount_count, amount_room;
    base_bytes texts;
    prove_recalled asked; /* that call; `count` MODEL_NONE: it cannot be kept */
} prove_recall;

/* Whether a call was answered before: then *out is filled in, its text borrowed until the
 * next call. */
bool prove_recall_find(prove_recall *recall, const prove_reads *known,
                       const model_layout *layout, const ear_call *call, ear_answer *out);
/* Keeps the answer to the call that was not found last, when it has looked at nothing but
 * what is known and drew no lots. Out of memory, it is not kept. */
void prove_recall_keep(prove_recall *recall, const ear_answer *answer);
/* Forgets everything, for other reads. Zeroed at first. */
void prove_recall_release(prove_recall *recall);

#endif
