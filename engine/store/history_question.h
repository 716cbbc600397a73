#ifndef EARSHOT_STORE_HISTORY_QUESTION_H
#define EARSHOT_STORE_HISTORY_QUESTION_H

/* A question to the history, and how its answers are handed out one at a time. Private to
 * history_ask.c and history_parts.c. */

#include "store/history_words.h"

#include "base/arena.h"

typedef struct history_question {
    const store_filter *filter;
    store_query runs;  /* which run it is; for store_history_runs() all of it */
    store_query parts; /* what stands under a run, of one run at a time */
    base_arena arena;  /* of the row at hand */
    bool failed;       /* out of memory */
    bool stopped;      /* who asked has enough */
    void *user;
    store_run_row run;
    history_words words; /* of turns */
    union {
        store_run_each *run;
        store_figure_each *figure;
        store_skill_each *skill;
        store_turn_each *turn;
        store_cue_each *cue;
        store_notice_each *notice;
    } each;
} history_question;

/* The runs that the filter wants, in its order, with these columns more; ended by
 * history_question_end(). */
ear_status history_question_begin(store_history *history, history_question *a,
                                  const char *columns, ear_error *err);
/* Fills a->run from the row at hand: which run it is. */
void history_question_run(history_question *a);
/* Ends both queries; the first failure counts. */
ear_status history_question_end(history_question *a, ear_error *err);

#endif
