#ifndef EARSHOT_VIEW_DEBRIEF_H
#define EARSHOT_VIEW_DEBRIEF_H

#include "model/image.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What a run came to, ready to draw. Filled in by whoever knows (replay, search); texts
 * are borrowed from there. Absent texts are NULL, absent lists have count 0, absent
 * points are VIEW_NO_POINT: the screen leaves the part out.
 */

#define VIEW_NO_POINT UINT32_MAX

/* Point 0 is the start, point n the state after reply n. */
typedef struct view_debrief_point {
    float mood;       /* 0 tense .. 1 at ease: where the curve stands */
    float tension;    /* 0 .. 1 */
    float warmth;     /* -1 .. 1 */
    float engagement; /* 0 .. 1 */
    const char *look; /* tone of her next line; NULL */
    const char *said; /* the reply; NULL at the start */
    const char *thinks;
    const char *why;
} view_debrief_point;

typedef struct view_debrief_other {
    const char *id;    /* of a reply that was not given at a point */
    const char *said;  /* its words */
    const char *comes; /* what would have come of it; NULL: not known yet */
} view_debrief_other;

typedef struct view_debrief_skill {
    const char *label;
    int32_t earned, possible;
    const char *line; /* where it showed; NULL */
} view_debrief_skill;

typedef struct view_debrief_figure {
    const char *label;
    const char *value; /* "4.2 of 5" */
} view_debrief_figure;

typedef struct view_debrief_cue {
    const char *text;
    bool caught;
} view_debrief_cue;

/* A step of the framework, in the order meant. */
typedef struct view_debrief_step {
    const char *name;
    uint32_t turn; /* the reply that first took it; 0: none did */
    bool early;    /* taken before a step that was meant to come first */
} view_debrief_step;

/* A reply that was taken back: both roads stay. */
typedef struct view_debrief_unsaid {
    uint32_t turn; /* where it had stood */
    const char *said;
    const char *thinks; /* "" */
} view_debrief_unsaid;

typedef struct view_debrief {
    const char *title;   /* outcome in a sentence */
    const char *summary; /* the pack's own question or words */
    model_rating rating;
    const char *customer;                              /* for her face */
    const char *const *portrait;                       /* as view_entry */
    const char *words_low, *words_middle, *words_high; /* "upset", "wary", "at ease" */
    const view_debrief_point *points;
    size_t count;
    uint32_t turned;   /* point of the moment it turned; VIEW_NO_POINT */
    bool slipped;      /* it was the moment it slipped instead */
    const float *road; /* mood at each point of the road not taken, from `road_from` */
    size_t road_count;
    uint32_t road_from;
    bool searching;      /* the road and the others are still being looked for */
    bool sampled;        /* they come from trying, not from a look at every road */
    uint32_t heard[3];   /* points of "you said, she heard"; VIEW_NO_POINT: fewer */
    const char *next[2]; /* what to try next; NULL: fewer. One of them may be chosen */
    const view_debrief_skill *skills;
    size_t skill_count;
    const view_debrief_figure *figures;
    size_t figure_count;
    const view_debrief_cue *cues;
    size_t cue_count;
    const char *framework; /* its name */
    const view_debrief_step *steps;
    size_t step_count;
    const view_debrief_unsaid *unsaid;
    size_t unsaid_count;
    uint32_t costly; /* the reply that cost most: whose others are told; VIEW_NO_POINT */
    const view_debrief_other *others;
    size_t other_count;
    const char *const *reflect; /* questions */
    size_t reflect_count;
    float felt_heard;        /* the model's answer, 1 .. 7; 0: not known */
    const char *const *said; /* the outcome's `debrief` words, NULL at the end; or NULL */
} view_debrief;

#endif
