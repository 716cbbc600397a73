#ifndef EARSHOT_PROVE_AHEAD_H
#define EARSHOT_PROVE_AHEAD_H

/*
 * How the best and the worst player choose. Where every state could be looked at before
 * play began, they know how each reply can end. Elsewhere they try a few play-outs after
 * each reply. Private to prove.
 */

#include "prove/prove.h"
#include "sim/play.h"

/* Made once; shared by all threads, and no longer changed. */
typedef struct prove_ahead prove_ahead;

/* `scenario` and `work` are borrowed. The caller releases *out with prove_ahead_free(),
 * when all lookers are gone. */
ear_status prove_ahead_new(prove_ahead **out, const ear_scenario *scenario,
                           const prove_work *work, uint64_t seed, ear_error *err);
void prove_ahead_free(prove_ahead *ahead); /* NULL is fine */
bool prove_ahead_sees_all(const prove_ahead *ahead);

/* What one thread needs to look. `hooks` are copied. Released with prove_looker_free().
 */
typedef struct prove_looker prove_looker;
ear_status prove_looker_new(prove_looker **out, const prove_ahead *ahead,
                            const ear_hooks *hooks, ear_error *err);
void prove_looker_free(prove_looker *looker); /* NULL is fine */

/* What is looked for. */
typedef struct prove_wish {
    bool best;      /* else the worst */
    uint64_t fresh; /* replies on offer that are not worn out: what play-outs try */
} prove_wish;

/* The reply (a bit on offer at `state`) that can still end best, or worst, by the
 * shortest way; the first of those that are alike. `random` moves where play-outs are
 * tried. */
ear_status prove_look(prove_looker *looker, unsigned *bit, const model_state *state,
                      const prove_wish *wish, uint64_t *random, ear_error *err);

#endif
