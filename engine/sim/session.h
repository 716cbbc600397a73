#ifndef EARSHOT_SIM_SESSION_H
#define EARSHOT_SIM_SESSION_H

/* The inside of an ear_session. Private to sim. */

#include "sim/machine.h"

/* The fixed part of a state, as it was. */
typedef struct sim_fixed {
    uint64_t words[SIM_FIXED / 8];
} sim_fixed;

/* A reply that can be taken back: the fixed part before it, and from where on the log
 * knows the rest. */
typedef struct sim_step {
    sim_fixed before;
    size_t mark;
} sim_step;

struct ear_session {
    sim_play play;
    uint32_t from; /* the moment to begin at */
    bool history;
    sim_step *steps; /* owned */
    size_t steps_count;
    size_t steps_room;
    uint64_t block[]; /* the state: play.layout.bytes */
};

/* --- history.c --- */
/* Notes where the session stands; false: out of memory. */
bool sim_step_add(ear_session *session);
/* Puts back what was before the last step, and forgets it. */
void sim_step_undo(ear_session *session);
void sim_fixed_take(sim_fixed *out, const model_state *state);
void sim_fixed_give(model_state *state, const sim_fixed *from);

/* --- beginning.c --- */
/* Changes the beginnings that `set` names. */
ear_status sim_beginning_set(sim_play *play, const char *set, ear_error *err);

/* --- state_hash.c --- */
uint64_t sim_state_hash(const sim_play *play);

#endif
