/* One learner over time as plain text. */
#include "report/growth.h"

#include "base/utf8.h"
#include "report/run.h"

#include <inttypes.h>
#include <stdlib.h>

static void text_runs(base_bytes *out, const report_learner *learner)
{
    for (size_t i = 0; i < learner->session_count; i++) {
        const report_session *run = &learner->sessions[i];

        base_bytes_print(out, "  %.10s  %s: %s (%s), at ease %d of 100\n", run->started,
                         run->title && *run->title ? run->title : run->scenario,
                         run->outcome_title && *run->outcome_title ? run->outcome_title
                                                                   : run->outcome,
                         run->rating, (int)(run->ease / 10000));
    }
}

static void text_skills(base_bytes *out, const report_learner *learner)
{
    report_grown *grown = NULL;
    size_t count = 0;

    if (report_learner_skills(&grown, &count, learner, NULL) != EAR_OK) {
        out->failed = true;
        return;
    }
    base_bytes_text(out, count ? "\nSkills, first against latest\n" : "");
    for (size_t i = 0; i < count; i++)
        base_bytes_print(
            out, "  %s: %d of %d, then %d of %d (%" PRIu64 " %s)\n", grown[i].skill,
            (int)sim_points_told(grown[i].points[0]), (int)grown[i].possible[0],
            (int)sim_points_told(grown[i].points[1]), (int)grown[i].possible[1],
            grown[i].runs, grown[i].runs == 1 ? "run" : "runs");
    free(grown);
}

static void text_answers(base_bytes *out, const report_learner *learner)
{
    base_bytes_text(out, learner->answer_count ? "\nWritten for oneself\n" : "");
    for (size_t i = 0; i < learner->answer_count; i++) {
        const report_answer *it = &learner->answers[i];
        const report_session *run = report_learner_session(learner, it->run);

        base_bytes_print(out, "  %.10s  %s: %s\n    %s\n", run ? run->started : "",
                         run && run->title ? run->title : it->run, it->question,
                         it->answer);
    }
}

static void write_all(base_bytes *out, const report_learner *learner)
{
    bool begun = false;

    base_bytes_print(out, "%s, %zu %s\n", learner->name, learner->session_count,
                     learner->session_count == 1 ? "run" : "runs");
    text_runs(out, learner);
    text_skills(out, learner);
    for (int i = 0; i < REPORT_KNOWN; i++) {
        int64_t found[2];

        if (!report_learner_figure(found, learner, i))
            continue;
        if (!begun)
            base_bytes_text(out, "\nFigures (simulated), first against latest\n");
        begun = true;
        base_bytes_print(out,
                         "  %s: %" PRId64 ".%" PRId64 ", then %" PRId64 ".%" PRId64 "\n",
                         report_figure_names[i], found[0] / 10, found[0] % 10,
                         found[1] / 10, found[1] % 10);
    }
    text_answers(out, learner);
}

/* What packs and people wrote is cleaned for the terminal all at once. */
void report_learner_text(base_bytes *out, const report_learner *learner)
{
    base_bytes raw = {0};

    write_all(&raw, learner);
    base_utf8_clean_of(out, &raw);
}
