#ifndef EARSHOT_REPORT_RUN_H
#define EARSHOT_REPORT_RUN_H

/* One run on paper. */

#include "sim/score.h"

#include "base/bytes.h"

/* The best way on from a reply that was given, found by search. */
typedef struct report_road {
    uint32_t turn;     /* the reply in the place of which it begins */
    const char *words; /* what could have been said there */
    const char *why;   /* what the coach says of it; "" */
    bool hold;         /* or rather, not said */
    const char *end;   /* where it leads: title of the outcome */
    uint32_t rating;   /* of that outcome: model_rating */
    const int32_t
        *ease; /* where the curve stands after each of its replies; millionths */
    size_t count;
    bool exact; /* proved to be the best; else found by playing on many times */
} report_road;

/* A reply that was on offer, not given, and what would have come of it. */
typedef struct report_other {
    const char *id;
    const char *words;
    bool hold;
    const char *comes; /* a sentence or two; NULL: not known */
} report_other;

typedef struct report_what_if {
    uint32_t turn; /* the reply that cost most; 0: none did, or it is not known */
    const report_other *others;
    size_t count;
} report_what_if;

/* What somebody wrote on a question of a run. */
typedef struct report_answer {
    const char *run; /* id */
    const char *question;
    const char *answer;
} report_answer;

/* All borrowed; "" where there is none. */
typedef struct report_run {
    const sim_score *score;
    const char *id;       /* of the run */
    const char *learner;  /* a name or a code */
    const char *date;     /* for people: "23 November 2026" */
    const char *pack;     /* id */
    const char *version;  /* of the pack */
    const char *language; /* of the pack's words: "en" */
    uint64_t seed;
    uint32_t rated;   /* how heard the trainee thought she felt, 1 to 7; 0: not said */
    const char *next; /* what to try next, chosen by the trainee */
    const char *note; /* what the reader has to know first: that the pack has changed */
    const report_road *road; /* NULL: not known */
    report_what_if what_if;
    const report_answer *answers; /* what was written for oneself; only when asked for */
    size_t answer_count;
} report_run;

/* Both append; out->failed when memory ran out. */
void report_run_html(base_bytes *out, const report_run *run);
/* The same columns as `turns.csv` of a group (group.h), a row for each reply. */
void report_run_csv(base_bytes *out, const report_run *run);

/* --- for whoever writes a run in another way ---------------------------------------- */

/* "She", "They"; without a pronoun her first name. Appends. */
void report_run_subject(base_bytes *out, const ear_scenario *scenario);
/* "weak" "mixed" "strong"; NULL: the run has not ended. Static. */
const char *report_run_rating(const sim_score *score);
/* "Live chat and phone": where it was played, in that order. Appends. */
void report_run_channels(base_bytes *out, const sim_score *score);
/* "9 min 40 s". Appends. */
void report_run_time(base_bytes *out, uint64_t tenths);
/* The curve in a sentence or two, for whoever does not see it. Appends. */
void report_run_curve_words(base_bytes *out, const sim_score *score);
/* The skills with something to earn, the most of it first; *out has a place for each.
 * Returns how many. */
size_t report_run_skills(uint32_t *out, const sim_score *score);
/* "4.2 of 5"; without a unit "4.2 (1 to 5)". Appends. */
void report_run_figure(base_bytes *out, const ear_scenario *scenario,
                       const sim_figure *figure);

/* --- private to report --- */
void report_run_curve(base_bytes *out, const report_run *run);
void report_run_parts(base_bytes *out, const report_run *run);
/* " lang=\"de\" dir=\"auto\"" for elements that hold words of the pack. */
void report_run_lang(base_bytes *out, const report_run *run);

#endif
