#ifndef EARSHOT_PROVE_VALUE_H
#define EARSHOT_PROVE_VALUE_H

/*
 * What a reply is worth: given a run that stands at a choice, what can still come of each
 * reply on offer. The debrief, the report, `rating` and "the road not taken" rest on it.
 *
 *     prove_value *v;
 *     status = prove_value_new(&v, scenario, &work, seed, &err);
 *     status = prove_value_ask(v, &choice, state, layout, &err);     at each choice
 *     ... choice.replies[i].best->outcome, .likely.share[MODEL_STRONG] ...
 *     status = prove_value_road(v, &road, state, layout, &err);
 *     prove_value_free(v);
 *
 * How ends are compared: by the outcome's rating (strong, mixed, weak, and last of all no
 * outcome: a run that gets stuck or can never end), then by the scenario's figures, the
 * one declared first before the next, each by its `better`. Without figures the rating
 * alone counts: which way a meter is good is for an outcome to say. Of roads to equal
 * ends the shortest is given, and of those the one whose reply is written first.
 *
 * Best and worst are what is possible, whatever chance() says. Likely is what comes of it
 * when the rest is played by a newcomer (PROVE_NEWCOMER in players.h).
 *
 * Exact: every state that can follow was looked at. Where that is more than the limits
 * allow, a number of play-outs stands for all of them, and the result says so. The same
 * scenario, seed, state and limits give the same answer; no clock is asked.
 */

#include "model/state.h"
#include "prove/prove.h"

#include <stddef.h>

/* How a run can end. */
typedef struct prove_ending {
    uint32_t outcome;           /* MOMENTS; MODEL_NONE: no outcome is reached */
    int rating;                 /* model_rating; PROVE_NO_OUTCOME */
    const base_number *figures; /* KPIS; NULL without an outcome */
} prove_ending;

#define PROVE_NO_OUTCOME (-1)

/* What becomes of many newcomers. Shares are of all runs, from 0 to 1. */
typedef struct prove_likely {
    uint32_t outcome;      /* the one reached most often; MODEL_NONE: mostly none is */
    double share[3];       /* by model_rating */
    double stuck;          /* those that reach no outcome */
    const double *figures; /* KPIS: the mean of the runs that end; NULL: none does */
} prove_likely;

typedef struct prove_reply_value {
    uint32_t reply;            /* REPLIES */
    unsigned bit;              /* in model_state.offered */
    const prove_ending *best;  /* still open after this reply */
    const prove_ending *worst; /* the same */
    prove_likely likely;
    /* 1 (a novice's) to 4 (an expert's): the reply's own `rating`, its intent's, or else
     * worked out; see prove_value_ask(). */
    unsigned rating;
    bool rated; /* by the pack */
} prove_reply_value;

/* All replies on offer, in the order of the file. */
typedef struct prove_choice_value {
    bool exact;                /* best and worst are proved */
    bool likely_exact;         /* likely was reckoned; else it was played */
    uint32_t played;           /* play-outs for each reply where something is not exact */
    const prove_ending *best;  /* of all replies */
    const prove_ending *worst; /* the same */
    unsigned count;
    prove_reply_value replies[MODEL_MAX_REPLIES];
} prove_choice_value;

/* One reply of a road, and what the meters are after it. */
typedef struct prove_value_step {
    uint32_t reply;        /* REPLIES */
    uint32_t moment;       /* where the run stands then; the outcome at last */
    const int32_t *meters; /* METERS */
} prove_value_step;

typedef struct prove_road_on {
    bool exact;  /* no road ends better, and none that ends as well is shorter */
    bool chance; /* chance() has to go its way somewhere */
    const prove_ending *end;
    const prove_value_step *steps;
    size_t count;
} prove_road_on;

typedef struct prove_value prove_value;

/*
 * `scenario` and `work` (its stop flag, helpers) are borrowed and must outlive *out,
 * which belongs to the thread that made it. Limits left at 0 are PROVE_VALUE_STATES and
 * PROVE_VALUE_MEMORY here; jobs and progress are not used. `seed`: the run's own, which
 * decides the order of shuffled lines, and from which play-outs draw. The caller releases
 * *out with prove_value_free(). Everything that is given out is borrowed until then.
 */
ear_status prove_value_new(prove_value **out, const ear_scenario *scenario,
                           const prove_work *work, uint64_t seed, ear_error *err);
void prove_value_free(prove_value *value); /* NULL is fine */

#define PROVE_VALUE_STATES UINT64_C(200000)
#define PROVE_VALUE_MEMORY (UINT64_C(128) << 20)

/*
 * Fills *out for a state at a choice, laid out by `layout` (sim_session_state() and
 * sim_session_layout() give both; `state` is not changed). States looked at are kept: the
 * first choice of a run pays for those that follow.
 *
 * A rating that is worked out: of the replies on offer, the one with the highest expected
 * rating is 4 and the lowest 1, the others by where they lie between in quarters; where
 * all expect the same the first figure takes the rating's place, and where that is the
 * same too all are 3. A reply that gives away the best rating still open is 2 at most.
 *
 * EAR_E_STATE: not at a choice. EAR_E_LIMIT: the stop flag was set.
 */
ear_status prove_value_ask(prove_value *value, prove_choice_value *out,
                           const model_state *state, const model_layout *layout,
                           ear_error *err);

/* The best way to play on from a state at a choice. */
ear_status prove_value_road(prove_value *value, prove_road_on *out,
                            const model_state *state, const model_layout *layout,
                            ear_error *err);

/* -1, 0, 1: `a` ends worse than, like, better than `b`. */
int prove_ending_compare(const ear_scenario *scenario, const prove_ending *a,
                         const prove_ending *b);

#endif
