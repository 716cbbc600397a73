#ifndef EARSHOT_SIM_SCORE_H
#define EARSHOT_SIM_SCORE_H

/*
 * What a run came to, for whoever looks back: the debrief, the report, the history. It is
 * found by playing the run again, so a journal is all it needs. Everything in it is
 * simulated: a teaching device, not a measurement of people, and is called so wherever it
 * is shown. Each figure can be worked out again from the events (formulas below; also in
 * scripts/REFERENCE.md); all of it is whole numbers.
 */

#include "sim/mood.h"

#include <earshot/session.h>

/* Something the trainee did. */
typedef enum sim_act_kind {
    SIM_ACT_REPLY,  /* id */
    SIM_ACT_NOTICE, /* option: from 0, to the notice that was asked last */
    SIM_ACT_BACK    /* took the last reply back */
} sim_act_kind;

typedef struct sim_act {
    sim_act_kind kind;
    const char *id; /* of the reply, as it is or was called (`renamed`) */
    uint32_t option;
    uint64_t hash; /* ear_session_hash() after a reply; 0: not known, not compared */
} sim_act;

/* A run as it was played. All borrowed; `scenario` until the score is gone. */
typedef struct sim_record {
    const ear_scenario *scenario;
    ear_hooks hooks;
    uint64_t seed;
    const char *from; /* as in ear_options; NULL */
    const char *set;
    const sim_act *acts;
    size_t count;
} sim_record;

/* --- what came of it; texts are never NULL, "" where there is none ------------------ */

/* Point 0 is where the first reply was asked for, point n where the run stood when it had
 * played on after reply n: at the next choice, or at the end. */
typedef struct sim_point {
    sim_mood mood;
    int32_t change;        /* of mood.ease since the point before; 0 at point 0 */
    const int32_t *meters; /* a value for each meter */
    const char *tone;      /* of the customer's last line before it */
    uint32_t channel;      /* model_channel there */
} sim_point;

/* A reply that was on offer. */
typedef struct sim_option {
    uint32_t reply; /* REPLIES */
    const char *words;
} sim_option;

/* A rule that happened after the reply and says something. */
typedef struct sim_said_rule {
    uint32_t rule; /* RULES */
    const char *thinks;
    const char *why;
} sim_said_rule;

/* Reply n of the run: from point n - 1 to point n. */
typedef struct sim_turn {
    uint32_t number; /* from 1 */
    uint32_t reply;  /* REPLIES */
    uint32_t choice; /* STATEMENTS: the choice at which it was given */
    uint32_t moment; /* MOMENTS: where that choice stands */
    uint32_t intent; /* INTENTS; MODEL_NONE */
    uint32_t step;   /* of the framework, from 0, that it counts for; MODEL_NONE */
    uint32_t rating; /* 1 to 4: the reply's own, else its intent's; 0: neither says */
    bool hold;
    const char *words;
    const char *thinks;
    const char *why;
    const sim_said_rule *rules;
    size_t rule_count;
    const sim_option *options; /* what was on offer, as it was told; this one too */
    size_t option_count;
    const int32_t *earned;   /* points for each skill that came of it, rules' too */
    const int32_t *possible; /* for each skill: the most that this choice offered */
} sim_turn;

/* A reply that was taken back: it stood between point n - 1 and what then came. */
typedef struct sim_unsaid {
    uint32_t number; /* which reply of the run it would have been */
    uint32_t reply;
    const char *words;
    const char *thinks;
    const char *why;
    sim_mood mood; /* where it had led */
} sim_unsaid;

typedef enum sim_caught {
    SIM_CUE_OPEN, /* it names no answer, or nothing on offer answered it */
    SIM_CUE_MISSED,
    SIM_CUE_CAUGHT
} sim_caught;

/* A sign that was shown before reply point + 1. It is caught when that reply has one of
 * the intents in its `answered_by`, and missed when another reply on offer had one. */
typedef struct sim_cue {
    uint32_t cue; /* CUES */
    uint32_t point;
    sim_caught caught;
    const char *words;
} sim_cue;

typedef struct sim_noticed {
    uint32_t notice; /* NOTICES */
    uint32_t point;
    uint32_t option; /* what was answered, from 0; MODEL_NONE: nothing */
    bool judged;     /* one of its answers is right */
    bool right;      /* judged, and answered so */
    const char *question;
    const char *const *options; /* as many as the notice has */
} sim_noticed;

/*
 * "5 of 7": points earned out of the most that the choices met on this road offered.
 *   earned    what the run's points are in the end: replies, intents, rules, notices
 *   possible  for each choice met, the most points (intent's and own) that a reply on
 *             offer would have given, not under 0 and not under what was earned there; 1
 *             for each notice that was asked and can be answered rightly
 */
typedef struct sim_skilled {
    int32_t earned;
    int32_t possible;
    uint32_t best;   /* turn that earned most of it, the first of these; 0: none */
    uint32_t missed; /* turn where most of it was left lying, the first; 0: none */
} sim_skilled;

/* Points as people are told them: "0 of 2" where more was lost than earned. Data keeps
 * them as they are. */
int32_t sim_points_told(int32_t points);

/* A figure of the pack, in tenths. */
typedef struct sim_figure {
    uint32_t kpi; /* KPIS */
    int64_t tenths;
} sim_figure;

typedef struct sim_score {
    const ear_scenario *scenario;
    const sim_point *points; /* turn_count + 1 */
    const sim_turn *turns;   /* those that stand; turns[n - 1] is reply n */
    size_t turn_count;
    const sim_unsaid *unsaid; /* in the order in which they were taken back */
    size_t unsaid_count;
    const sim_cue *cues;
    size_t cue_count;
    const sim_noticed *notices;
    size_t notice_count;
    const sim_skilled *skills; /* one for each skill of the scenario */
    const sim_figure *figures; /* one for each kpi, once the run has ended */
    size_t figure_count;
    /* For each step of the framework: the turn that first counted for it; 0: none. */
    const uint32_t *steps;

    uint32_t outcome;  /* MOMENTS; MODEL_NONE: it has not ended */
    const char *title; /* of the outcome */
    const char *summary;
    const char *const *debrief; /* what the pack says afterwards */
    size_t debrief_count;
    const char *const *reflect; /* questions to think about; one for each REFLECT */
    uint64_t tenths;            /* simulated time */

    /*
     * The turn of the largest rise of `ease` after the lowest point (the first of these).
     * If nothing rises after it, `slipped`: the turn of the largest fall. 0: it was
     * level.
     */
    uint32_t turned;
    bool slipped;
    uint32_t costly; /* the turn of the largest fall, the first of these; 0: none fell */
    /* The two turns whose change is the least, `turned` left aside, in the order played.
     * 0: there are fewer. */
    uint32_t weakest[2];
    /*
     * How heard did she feel, 1 to 7, in tenths: 1 + 6 * share at the end of the meter
     * "heard"; without one, of `engagement`.
     */
    int32_t heard;

    size_t held; /* acts that held; fewer than there are: it stopped before the next */
    char stopped[512]; /* why, for a person; "" */
} sim_score;

/*
 * Plays `record` again. An act that does not hold (the reply is not on offer any more,
 * the state differs, nothing was asked) ends it there: that is told in *out, and no
 * error. The caller releases *out with sim_score_free(). EAR_E_NOT_FOUND   `from` or
 * `set` name something unknown EAR_E_STUCK, EAR_E_SCRIPT, EAR_E_LIMIT   it does not get
 * to its first choice
 */
ear_status sim_score_new(sim_score **out, const sim_record *record, ear_error *err);
void sim_score_free(sim_score *score); /* NULL is fine */

#endif
