#ifndef EARSHOT_SIM_SCORE_INTERNAL_H
#define EARSHOT_SIM_SCORE_INTERNAL_H

/* How a score is made: the run is played again and what a sink is told is kept, stretch
 * by stretch (score_listen.c); then it is judged (score_judge.c). */

#include "base/arena.h"
#include "sim/score.h"

typedef struct listed_cue {
    struct listed_cue *next;
    sim_cue it;
} listed_cue;

typedef struct listed_notice {
    struct listed_notice *next;
    sim_noticed it;
} listed_notice;

typedef struct listed_rule {
    struct listed_rule *next;
    sim_said_rule it;
} listed_rule;

typedef struct listed_text {
    struct listed_text *next;
    const char *it;
} listed_text;

typedef struct listed_unsaid {
    struct listed_unsaid *next;
    sim_unsaid it;
} listed_unsaid;

/*
 * From one choice to the next: the reply that was given at the former (none in the first
 * stretch), what was told, and the choice where it stopped. A reply that is taken back
 * takes its stretch with it. Lists have their newest first.
 */
typedef struct score_stretch {
    sim_turn turn;
    sim_point point;
    listed_rule *rules;
    listed_cue *cues;
    listed_notice *notices;
    size_t rule_count, cue_count, notice_count;
    uint32_t choice; /* STATEMENTS */
    sim_option *options;
    size_t option_count;
    int32_t *possible; /* at that choice, for each skill */
    uint32_t outcome;  /* MOMENTS; MODEL_NONE */
    const char *title;
    listed_text *debrief;
    size_t debrief_count;
    sim_figure *figures;
    size_t figure_count;
} score_stretch;

/* The score and what it is made of, in one arena. */
typedef struct score_maker {
    sim_score score; /* first: sim_score_free() frees the maker */
    base_arena arena;
    ear_session *session;
    score_stretch *stretches;
    size_t now; /* the stretch being played; as many replies stand */
    listed_unsaid *unsaid;
    bool failed; /* out of memory */
} score_maker;

/* Zeroed; NULL, and maker->failed, when out of memory. */
void *score_alloc(score_maker *maker, size_t count, size_t size);
const char *score_text(score_maker *maker, ear_text text); /* never NULL */

/* --- score_listen.c --- */
ear_sink score_sink(score_maker *maker);
/* The stretch has stopped: where its point is, and what is on offer there. */
void score_settle(score_maker *maker);
/* Opens the stretch of a reply that is about to be given, the one at `option` of those
 * told; and closes it when it could not be. */
void score_open(score_maker *maker, size_t option);
void score_drop(score_maker *maker);
/* The last reply is unsaid. */
void score_unsay(score_maker *maker);

/* --- score_judge.c --- */
/* Makes the lists of the score and says what is to be said about the whole. */
void score_judge(score_maker *maker);

#endif
