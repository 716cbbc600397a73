#ifndef EARSHOT_REPORT_TABLES_H
#define EARSHOT_REPORT_TABLES_H

/*
 * Rows of what runs came to, as plain values, and the four tables for spreadsheets that
 * are made of them (csv.h). Where the rows come from is not known here: the command reads
 * them from the history. All text is borrowed; NULL or "": there is none.
 */

#include "base/bytes.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Figures are in tenths; a figure that the run does not have: */
#define REPORT_NO_FIGURE INT64_MIN

/* Those of the customer model, by their ids. */
typedef enum report_known {
    REPORT_FELT,
    REPORT_CSAT,
    REPORT_LTR,
    REPORT_CES,
    REPORT_CONNECTION,
    REPORT_KNOWN
} report_known;
/* REPORT_KNOWN: it is none of them. */
report_known report_known_of(const char *figure);

/* sessions.csv: one ended run. */
typedef struct report_session {
    const char *run; /* id */
    const char *learner;
    uint32_t nth;         /* this learner's n-th run of the scenario; 0: not known */
    const char *started;  /* "2026-11-27T13:23:05Z" */
    const char *pack;     /* id */
    const char *version;  /* of the pack */
    const char *scenario; /* id */
    const char *title;    /* of the scenario */
    const char *outcome;  /* id */
    const char *outcome_title;
    const char *rating; /* "strong" "mixed" "weak" */
    uint32_t turns;
    uint64_t tenths; /* simulated time */
    uint64_t seed;
    bool assess;
    int32_t ease_at_start; /* millionths: 0 tense .. 1,000,000 at ease */
    int32_t ease;          /* at the end */
    uint32_t rated;   /* how heard the trainee thought the customer felt; 0: not said */
    int32_t progress; /* the meters of these names at the end; under 0: there is none */
    int32_t heard;
    int64_t figures[REPORT_KNOWN];
    const char *others; /* further figures: "speed=3.5 care=4" */
} report_session;

/* turns.csv: one reply. */
typedef struct report_turn {
    const char *run;
    const char *learner;
    const char *pack;
    const char *version;
    const char *scenario;
    uint32_t turn; /* from 1 */
    const char *moment;
    const char *choice; /* id of the first reply written in it */
    const char *reply;
    const char *said;
    const char *intent;
    uint32_t rating; /* 1 to 4; 0: not known */
    int32_t before;  /* where the curve stood; millionths */
    int32_t after;
    const char *const *offered; /* ids of the replies on offer */
    size_t offered_count;
    const char *thinks;
    const char *why;
} report_turn;

/* skills.csv: one skill of one run. */
typedef struct report_skill {
    const char *run;
    const char *learner;
    const char *pack;
    const char *version;
    const char *scenario;
    const char *skill;
    const char *label;
    int32_t points;
    int32_t possible; /* under 0: not known */
} report_skill;

/* options.csv: one reply, over all runs. */
typedef struct report_option {
    const char *pack;
    const char *scenario;
    const char *moment;
    const char *choice;
    const char *reply;
    const char *words;
    uint64_t offered; /* how often it was on offer */
    uint64_t given;
} report_option;

void report_sessions_header(base_bytes *out);
void report_sessions_row(base_bytes *out, const report_session *row);
void report_turns_header(base_bytes *out);
void report_turns_row(base_bytes *out, const report_turn *row);
void report_skills_header(base_bytes *out);
void report_skills_row(base_bytes *out, const report_skill *row);
void report_options_header(base_bytes *out);
void report_options_row(base_bytes *out, const report_option *row);

#endif
