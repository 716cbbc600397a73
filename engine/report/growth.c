#include "report/growth.h"

#include "report/names.h"

#include "base/fail.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static void add_skill(report_grown *grown, const report_skill *row)
{
    if (grown->runs++ == 0) {
        grown->skill = row->skill;
        grown->label = row->label ? row->label : "";
        grown->points[0] = row->points;
        grown->possible[0] = row->possible;
    }
    grown->points[1] = row->points;
    grown->possible[1] = row->possible;
}

ear_status report_learner_skills(report_grown **out, size_t *count,
                                 const report_learner *learner, ear_error *err)
{
    report_names names = {0};
    report_grown *grown = NULL;
    size_t made = 0, room = 0;
    bool failed = false;

    for (size_t i = 0; i < learner->skill_count && !failed; i++) {
        const report_skill *row = &learner->skills[i];

        if (row->possible <= 0)
            continue;

        const uint32_t name = report_name(&names, row->skill);
        report_grown *at = NULL;

        if (name == made)
            at = report_grow((void **)&grown, &made, &room, sizeof *grown);
        else if (name != REPORT_NO_NAME)
            at = &grown[name];
        failed = !at;
        if (at)
            add_skill(at, row);
    }
    report_names_release(&names);
    if (failed) {
        free(grown);
        return base_fail_memory(err);
    }
    *out = grown;
    *count = made;
    return EAR_OK;
}

const char *const report_figure_names[REPORT_KNOWN] = {
    "How it felt, of 100", "Satisfaction, of 5", "Likelihood to recommend, of 10",
    "Ease, of 7", "Connection, of 100"};

const report_session *report_learner_session(const report_learner *learner,
                                             const char *run)
{
    for (size_t i = 0; i < learner->session_count; i++)
        if (strcmp(learner->sessions[i].run, run) == 0)
            return &learner->sessions[i];
    return NULL;
}

bool report_learner_figure(int64_t found[2], const report_learner *learner, int figure)
{
    bool any = false;

    for (size_t i = 0; i < learner->session_count; i++) {
        const int64_t value = learner->sessions[i].figures[figure];

        if (value == REPORT_NO_FIGURE)
            continue;
        found[1] = value;
        if (!any)
            found[0] = value;
        any = true;
    }
    return any;
}
