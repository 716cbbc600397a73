#ifndef EARSHOT_REPORT_KEPT_H
#define EARSHOT_REPORT_KEPT_H

/*
 * A run as its journal alone tells it: for when its scenario is gone, or is another one
 * now. Less than report/run.h has, and nothing that was not so when it was played. All
 * borrowed; NULL or "": there is none.
 */

#include "report/tables.h"

typedef struct report_kept_figure {
    const char *id;
    const char *label;
    const char *unit;
    int64_t tenths;
} report_kept_figure;

typedef struct report_kept_cue {
    const char *text;
    uint32_t point; /* replies given when it was shown */
    bool caught;
} report_kept_cue;

typedef struct report_kept {
    const char *note;       /* why it is told so: the reader has to know it first */
    const char *date;       /* for people: "23 November 2026" */
    report_session session; /* outcome "": it was not finished */
    int32_t heard;          /* 1 to 7, in tenths; 0: not known */
    const char *next;       /* what its player chose to try */
    /* Of a run that was not finished `said` is the reply's id, and nothing else is known
     * of it: `curve` is false. */
    const report_turn *turns;
    size_t turn_count;
    bool curve; /* the turns have `before` and `after` */
    const report_skill *skills;
    size_t skill_count;
    const report_kept_figure *figures;
    size_t figure_count;
    const report_kept_cue *cues;
    size_t cue_count;
} report_kept;

/* Both append; out->failed when memory ran out. */
void report_kept_html(base_bytes *out, const report_kept *kept);
void report_kept_text(base_bytes *out, const report_kept *kept);

#endif
