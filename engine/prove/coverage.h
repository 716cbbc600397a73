#ifndef EARSHOT_PROVE_COVERAGE_H
#define EARSHOT_PROVE_COVERAGE_H

/*
 * What there is to reach in a scenario, and what has been reached: moments, outcomes,
 * lines, replies, and every condition both ways. What stands in the engine's own modules
 * is nobody's to cover and is left out.
 */

#include "sim/play.h"

/* What playing marks. One block, owned; released with prove_coverage_release(). */
typedef struct prove_coverage {
    sim_watch watch; /* for sim_player_watch() or sim_session_watch() */
    uint8_t *given;  /* REPLIES: 1 when it was given; whoever plays marks it */
    size_t bytes;    /* of the block, which begins at watch.statements */
} prove_coverage;

ear_status prove_coverage_new(prove_coverage *out, const ear_scenario *scenario,
                              ear_error *err);
void prove_coverage_clear(prove_coverage *coverage);
void prove_coverage_release(prove_coverage *coverage);

typedef enum prove_goal_kind {
    PROVE_MOMENTS,
    PROVE_LINES,
    PROVE_REPLIES,
    PROVE_OUTCOMES,
    PROVE_CONDITIONS, /* two goals each: that it holds, then that it does not */
    PROVE_GOAL_KINDS
} prove_goal_kind;

/* Whose condition it is. */
typedef enum prove_owner { PROVE_STATEMENT, PROVE_REPLY, PROVE_RULE } prove_owner;

typedef struct prove_goal {
    uint32_t kind; /* prove_goal_kind */
    uint32_t
        index; /* MOMENTS, LINES or REPLIES; for a condition, of its owner's section */
    uint32_t owner; /* prove_owner, of a condition */
    uint32_t at;    /* where it is marked: byte of the block */
    uint8_t bit;
    model_place place;
} prove_goal;

/* In the order of the files; owned. */
typedef struct prove_goals {
    prove_goal *at;
    size_t count;
} prove_goals;

ear_status prove_goals_new(prove_goals *out, const ear_scenario *scenario,
                           ear_error *err);
void prove_goals_release(prove_goals *goals);

static inline bool prove_goal_met(const prove_coverage *coverage, const prove_goal *goal)
{
    return (coverage->watch.statements[goal->at] & goal->bit) != 0;
}

#endif
