#ifndef EARSHOT_MODEL_STATE_H
#define EARSHOT_MODEL_STATE_H

/*
 * What one run of a scenario has come to, as one flat block without pointers: copied with
 * memcpy, compared with memcmp, sent to the helper as it is. Its size and the places of
 * its arrays follow from the scenario alone (model_layout). Conditions read it (eval.h);
 * only sim writes it.
 */

#include "model/scenario.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct model_return {
    uint32_t statement; /* where to go on when the visited moment is over */
    uint32_t go;        /* or, if not MODEL_NONE, the moment to go to */
} model_return;

typedef enum model_phase {
    MODEL_PHASE_NEW,     /* nothing played yet */
    MODEL_PHASE_PLAYING, /* between choices; never seen outside sim */
    MODEL_PHASE_CHOICE,  /* waiting for a reply */
    MODEL_PHASE_ENDED    /* an outcome was reached */
} model_phase;

typedef struct model_state {
    uint64_t random;  /* base_random state */
    uint64_t tenths;  /* simulated time, tenths of a second */
    uint64_t offered; /* bit i: reply i of the choice at `statement` is on offer */
    uint32_t turn;    /* replies given */
    uint32_t phase;   /* model_phase */
    uint32_t moment;
    uint32_t statement;
    uint32_t reply;   /* the reply just given, while rules are asked; else MODEL_NONE */
    uint32_t intent;  /* its intent; MODEL_NONE */
    uint32_t notice;  /* NOTICES: asked and not answered; MODEL_NONE */
    uint32_t rows;    /* how many rows the screen has */
    uint32_t depth;   /* of `visits` */
    uint32_t channel; /* model_channel now */
    model_return visits[MODEL_MAX_DEPTH];
} model_state;

/* Outcomes of chance() that are given instead of drawn, so that every branch can be
 * played on purpose. Probabilities of at most 0 or at least 1 decide themselves. */
#define MODEL_CHANCES 64u
typedef struct model_chances {
    uint64_t outcomes; /* bit n: what the n-th question is told; false from 64 on */
    uint32_t asked;    /* how many questions there were so far */
    base_number *odds; /* [MODEL_CHANCES]: what each asked for; borrowed; NULL */
} model_chances;

/* Byte offsets of the arrays behind a model_state. */
typedef struct model_layout {
    uint32_t meters; /* int32_t [meters] values; then the same for: */
    uint32_t start;
    uint32_t first;
    uint32_t lowest;
    uint32_t highest;
    uint32_t extreme;
    uint32_t gained;   /* by step 2 of the reply just given */
    uint32_t points;   /* int32_t [skills] */
    uint32_t since;    /* uint32_t [since_counters]: turn when last reached */
    uint32_t counters; /* uint32_t [kept counters] */
    uint32_t cells;    /* uint32_t [rows]: CELLS index now shown in row r; MODEL_NONE */
    uint32_t order;    /* uint32_t [rows]: row shown at position i */
    uint32_t flags;    /* uint8_t [flags] */
    uint32_t bytes;    /* of the whole block, a multiple of 8 */
    uint32_t kept;     /* how many counters the block has */
    model_chances *chances; /* borrowed; NULL: chance() draws from state->random */
} model_layout;

/* `every_counter`: the record's counters too; else only the live ones. */
model_layout model_layout_of(const ear_scenario *scenario, bool every_counter);

/* Makes `state` (layout->bytes, 8-byte aligned) the beginning of a run. */
void model_state_begin(model_state *state, const ear_scenario *scenario,
                       const model_layout *layout, uint64_t seed);

static inline int32_t *model_ints(const model_state *state, uint32_t offset)
{
    return (int32_t *)((char *)state + offset);
}

static inline uint32_t *model_words_at(const model_state *state, uint32_t offset)
{
    return (uint32_t *)((char *)state + offset);
}

static inline uint8_t *model_flags_at(const model_state *state,
                                      const model_layout *layout)
{
    return (uint8_t *)((char *)state + layout->flags);
}

#endif
