#ifndef EARSHOT_REPORT_GROUP_H
#define EARSHOT_REPORT_GROUP_H

/*
 * Many runs of one pack, for a trainer. Rows go in (tables.h): every session first, then
 * the turns and the signs of these, run by run in playing order. Out come counts, each
 * with the n it is of. Everything is whole numbers, and simulated.
 *
 *   at ease       where the curve stands: sim/mood.h
 *   csat_good     share of 4 and 5, the figure rounded to a whole answer (3.5 is a 4)
 *   NPS           % of 9 and 10 less % of 0 to 6 of `ltr` so rounded; said from n = 10 on
 *   solved        meter `progress` at 90 or more in the end (first-contact resolution)
 *   heard         meter `heard` at 50 or more in the end
 *   fixed, not heard; heard, not fixed     of the runs that have both meters
 *   hardest       the choice, met at least 3 times and with two replies on offer, after
 *                 which the customer was less at ease in the largest share of its
 *                 replies; of equals the one with the lower mean change
 *   first, second a learner's first two runs of a scenario, where both are there
 *   again         what happened at least 3 times and in at least a third of the times it
 *                 could, the largest share first, 6 at most
 */

#include "report/names.h"
#include "report/tables.h"

#include <earshot/error.h>

#define REPORT_NPS_LEAST  10 /* n under which no NPS is said */
#define REPORT_AGAIN_MOST 6
/* Said instead of everything else when there is no run. */
#define REPORT_NO_RUNS                                                                   \
    "Nobody has played it to an ending here yet. Runs from other computers come in "     \
    "with "                                                                              \
    "'earshot runs --import FOLDER'."
#define REPORT_SOLVED 90
#define REPORT_HEARD  50

typedef struct report_cue {
    const char *run;
    const char *scenario;
    const char *text;
    bool asked;  /* a question on the way ("how does she seem?"), not a sign */
    bool caught; /* or answered right */
} report_cue;

/* `n` of the `of` times it could have been. */
typedef struct report_count {
    uint64_t n;
    uint64_t of;
} report_count;

typedef struct report_mean {
    int64_t sum;
    uint64_t n;
} report_mean;

typedef struct report_ending {
    const char *scenario;
    const char *id;
    const char *title;
    const char *rating;
    uint64_t n;
} report_ending;

typedef struct report_choice {
    const char *scenario;
    const char *moment;
    const char *choice;
    const char *title; /* of the moment; "": it has none, or is not known */
    const char *line;  /* what was said last before it; likewise */
    uint32_t nth;      /* choice of its moment, as they were first met, from 1 */
    uint64_t met;      /* replies given at it */
    uint64_t fell;     /* after which she was less at ease */
    int64_t change;    /* of all of them together, millionths */
    uint32_t most;     /* replies that were on offer at once, at most */
    uint32_t options;  /* how many of group->options are its own: */
    const struct report_option_sum *
        *option; /* owned by the group, the most given first */
} report_choice;

typedef struct report_option_sum {
    report_option row;
    uint64_t fell;
    uint32_t choice; /* index into choices */
} report_option_sum;

typedef struct report_sign {
    const char *scenario;
    const char *text;
    bool asked;
    report_count missed;
} report_sign;

/* The same learners' first and second runs. */
typedef struct report_pairs {
    uint64_t n;
    report_mean ease[2];    /* at the end, millionths */
    report_mean csat[2];    /* tenths */
    report_count strong[2]; /* endings */
} report_pairs;

typedef struct report_again {
    const char *sentence;
    report_count count;
} report_again;

/* Results; filled in by report_group_sum(). Read-only, owned by the group. */
typedef struct report_group {
    const char *title; /* of the pack */
    uint64_t runs;
    uint64_t learners; /* names; runs without a name count as none */
    const char *first; /* started, the earliest and the latest; "" without runs */
    const char *last;
    report_ending *endings; /* by scenario, the most frequent first */
    size_t ending_count;
    report_choice *choices; /* in the order in which they were first met */
    size_t choice_count;
    uint32_t hardest;   /* index; UINT32_MAX: none */
    report_sign *signs; /* the most missed first */
    size_t sign_count;
    report_mean figures[REPORT_KNOWN]; /* tenths */
    report_count csat_good;
    report_count promoters, detractors;
    report_count solved;
    report_count fixed_not_heard, heard_not_fixed;
    report_mean rated; /* the trainees' own answers to how heard */
    report_pairs pairs;
    report_again again[REPORT_AGAIN_MOST];
    size_t again_count;
} report_group;

/* Whoever knows the scenarios; each appends what is asked for, nothing when it is not
 * known. */
typedef enum report_ask {
    REPORT_ASK_WORDS, /* of a reply: for those that nobody gave */
    REPORT_ASK_TITLE, /* of the moment in which the reply is */
    REPORT_ASK_LINE   /* what is said last before the choice that the reply belongs to */
} report_ask;
typedef struct report_source {
    void (*tell)(void *user, base_bytes *out, report_ask what, const char *scenario,
                 const char *reply);
    void *user;
} report_source;

/* The caller releases *out with report_group_free(). */
ear_status report_group_new(report_group **out, const char *title, ear_error *err);
void report_group_free(report_group *group); /* NULL is fine */

/* Rows are copied. Refused memory is remembered, and told by report_group_sum(). */
void report_group_session(report_group *group, const report_session *row);
void report_group_turn(report_group *group, const report_turn *row);
void report_group_cue(report_group *group, const report_cue *row);
/* After the last row. `source` may be NULL. EAR_E_NOMEM. */
ear_status report_group_sum(report_group *group, const report_source *source,
                            ear_error *err);
/* Appends how much it is made of: "12 runs, 3 people with a name" and when they were. */
void report_group_size(base_bytes *out, const report_group *group);
/* Appends what a trainer calls the choice: its moment's title, what was said before it in
 * quotation marks, or, where both are unknown, its place. */
bool report_choice_named(const report_choice *choice); /* it is not the place */
void report_choice_name(base_bytes *out, const report_choice *choice);
/* Appends where it stands in the file: "third-bill: red_letter, choice 2". */
void report_choice_place(base_bytes *out, const report_choice *choice);

/* Percent, rounded half up; 0 of nothing. */
int report_share(report_count count);

/* A figure of a group in the words of every page. */
typedef enum report_told_kind {
    REPORT_TOLD_MEAN,
    REPORT_TOLD_SHARE,
    REPORT_TOLD_NPS
} report_told_kind;
typedef struct report_told {
    report_told_kind kind;
    const char *label;
    const char *unit;   /* of a mean: "of 5" */
    report_mean mean;   /* tenths */
    report_count share; /* of NPS: the promoters */
} report_told;
#define REPORT_TOLD_MOST 10
/* Those that there are, in the order of a page; how many. A scenario without meters and
 * kpis has none. */
size_t report_group_told(report_told out[REPORT_TOLD_MOST], const report_group *group);
/* % promoters less % detractors, from the counts, rounded half away from zero. */
int report_nps(const report_group *group);
/* Mean rounded half away from zero; 0 of nothing. */
int64_t report_mean_of(report_mean mean);
/* The same of millionths, in tenths of 100. */
int64_t report_mean_ease(report_mean mean);

/* Both append; out->failed when memory ran out. */
void report_group_html(base_bytes *out, const report_group *group);
void report_group_text(base_bytes *out, const report_group *group);

#endif
