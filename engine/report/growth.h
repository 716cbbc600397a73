#ifndef EARSHOT_REPORT_GROWTH_H
#define EARSHOT_REPORT_GROWTH_H

/*
 * One learner over time. Rows as in tables.h, in the order in which the runs were begun;
 * all borrowed. First against latest: of each figure and each skill, the first run that
 * has it and the last one.
 */

#include "report/tables.h"

#include <earshot/error.h>

typedef struct report_learner {
    const char *name;
    const report_session *sessions;
    size_t session_count;
    const report_skill *skills; /* of those sessions */
    size_t skill_count;
    const struct report_answer *answers; /* only when asked for */
    size_t answer_count;
} report_learner;

/* The session of a run, by its id; NULL: it is none of them. */
const report_session *report_learner_session(const report_learner *learner,
                                             const char *run);

/* A skill at two times: "2 of 7", "5 of 7". */
typedef struct report_grown {
    const char *skill;
    const char *label;
    int32_t points[2], possible[2];
    uint64_t runs; /* that practised it */
} report_grown;

/* In the order in which they were first practised; malloc'ed, the caller frees *out with
 * free(). EAR_E_NOMEM. */
ear_status report_learner_skills(report_grown **out, size_t *count,
                                 const report_learner *learner, ear_error *err);

/* A picture of them run by run, with words beside it; nothing for fewer than two runs. */
void report_learner_curves(base_bytes *out, const report_learner *learner,
                           const report_grown *grown, size_t count);

/* First and latest value of a figure (report_known), in tenths; false: no run has it. */
bool report_learner_figure(int64_t found[2], const report_learner *learner, int figure);
/* "Satisfaction, of 5"; static. */
extern const char *const report_figure_names[REPORT_KNOWN];

/* Both append; out->failed when memory ran out. */
void report_learner_html(base_bytes *out, const report_learner *learner);
void report_learner_text(base_bytes *out, const report_learner *learner);

#endif
