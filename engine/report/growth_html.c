/* The page of one learner over time. */
#include "report/growth.h"
#include "report/html.h"
#include "report/run.h"
#include "report/words.h"

#include <inttypes.h>
#include <stdlib.h>

static void head(base_bytes *out, const report_learner *learner)
{
    const size_t n = learner->session_count;

    base_bytes_text(out, "<header>\n<h1 dir=\"auto\">");
    report_html_text(out, learner->name);
    base_bytes_print(out, "</h1>\n<p class=\"about\">%zu %s", n, n == 1 ? "run" : "runs");
    if (n)
        report_period(out, learner->sessions[0].started,
                      learner->sessions[n - 1].started);
    base_bytes_text(out, ". Every figure is simulated.</p>\n</header>\n<main>\n");
}

static void cell(base_bytes *out, const char *text)
{
    base_bytes_text(out, "<td dir=\"auto\">");
    report_html_text(out, text ? text : "");
    base_bytes_text(out, "</td>");
}

static void tenths(base_bytes *out, int64_t value)
{
    if (value == REPORT_NO_FIGURE)
        base_bytes_text(out, "<td class=\"number\">\xE2\x80\x93</td>");
    else
        base_bytes_print(out, "<td class=\"number\">%" PRId64 ".%" PRId64 "</td>",
                         value / 10, value % 10);
}

static void run_row(base_bytes *out, const report_session *run)
{
    base_bytes_text(out, "<tr><th scope=\"row\" class=\"date\">");
    base_bytes_print(out, "%.10s", run->started);
    base_bytes_text(out, "</th>");
    cell(out, run->title && *run->title ? run->title : run->scenario);
    cell(out,
         run->outcome_title && *run->outcome_title ? run->outcome_title : run->outcome);
    cell(out, run->rating);
    base_bytes_print(out, "<td class=\"number\">%d</td><td class=\"number\">%d</td>",
                     (int)(run->ease_at_start / 10000), (int)(run->ease / 10000));
    tenths(out, run->figures[REPORT_CSAT]);
    if (run->rated)
        base_bytes_print(out, "<td class=\"number\">%u</td>", (unsigned)run->rated);
    else
        tenths(out, REPORT_NO_FIGURE);
    base_bytes_text(out, "</tr>\n");
}

static void runs(base_bytes *out, const report_learner *learner)
{
    report_html_part(out, "runs", "Every run");
    base_bytes_text(
        out, "<table class=\"counts\">\n<caption>Runs in the order in which they were "
             "begun</caption>\n<thead><tr><th scope=\"col\">Date</th><th scope=\"col\">"
             "Scenario</th><th scope=\"col\">Ending</th><th scope=\"col\">Kind</th><th "
             "scope=\"col\" class=\"number\">At ease first, of 100</th><th scope=\"col\" "
             "class=\"number\">At ease in the end</th><th scope=\"col\" class=\"number\">"
             "Satisfaction, of 5</th><th scope=\"col\" class=\"number\">Own answer: "
             "heard, of 7</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < learner->session_count; i++)
        run_row(out, &learner->sessions[i]);
    base_bytes_text(out, "</tbody>\n</table>\n");
    report_html_close_part(out);
}

static void skill_row(base_bytes *out, const report_grown *skill)
{
    base_bytes_text(out, "<tr><th scope=\"row\" dir=\"auto\">");
    report_html_text(out, skill->skill);
    base_bytes_text(out, "</th>");
    for (int k = 0; k < 2; k++) {
        base_bytes_text(out, "<td>");
        report_html_boxes(out, skill->points[k], skill->possible[k]);
        base_bytes_print(out, "%d of %d</td>", (int)sim_points_told(skill->points[k]),
                         (int)skill->possible[k]);
    }
    base_bytes_print(out, "<td class=\"number\">%" PRIu64 "</td></tr>\n", skill->runs);
}

static void skills(base_bytes *out, const report_learner *learner)
{
    report_grown *grown = NULL;
    size_t count = 0;

    if (report_learner_skills(&grown, &count, learner, NULL) != EAR_OK) {
        out->failed = true;
        return;
    }
    if (count) {
        report_html_part(out, "skills", "Skills, first against latest");
        report_learner_curves(out, learner, grown, count);
        base_bytes_text(out, "<table class=\"counts\">\n<caption>Skills, first against "
                             "latest</caption>\n<thead><tr><th scope=\"col\">Skill</th>"
                             "<th scope=\"col\">First</th><th scope=\"col\">Latest</th>"
                             "<th scope=\"col\" class=\"number\">Runs</th></tr></thead>\n"
                             "<tbody>\n");
        for (size_t i = 0; i < count; i++)
            skill_row(out, &grown[i]);
        base_bytes_text(out, "</tbody>\n</table>\n");
        report_html_close_part(out);
    }
    free(grown);
}

static void figures(base_bytes *out, const report_learner *learner)
{
    bool begun = false;

    for (int i = 0; i < REPORT_KNOWN; i++) {
        int64_t found[2];

        if (!report_learner_figure(found, learner, i))
            continue;
        if (!begun) {
            report_html_part(out, "figures", "Figures (simulated), first against latest");
            base_bytes_text(out, "<table class=\"counts\">\n<caption>Figures, first "
                                 "against latest</caption>\n<thead><tr><th "
                                 "scope=\"col\">Figure</th><th scope=\"col\" "
                                 "class=\"number\">First</th><th scope=\"col\" "
                                 "class=\"number\">Latest</th></tr></thead>\n<tbody>\n");
        }
        begun = true;
        base_bytes_print(out, "<tr><th scope=\"row\">%s</th>", report_figure_names[i]);
        tenths(out, found[0]);
        tenths(out, found[1]);
        base_bytes_text(out, "</tr>\n");
    }
    if (begun) {
        base_bytes_text(out, "</tbody>\n</table>\n");
        report_html_close_part(out);
    }
}

static void answers(base_bytes *out, const report_learner *learner)
{
    if (learner->answer_count == 0)
        return;
    report_html_part(out, "answers", "Written for oneself");
    base_bytes_text(out, "<ul>\n");
    for (size_t i = 0; i < learner->answer_count; i++) {
        const report_answer *it = &learner->answers[i];
        const report_session *run = report_learner_session(learner, it->run);

        base_bytes_text(out, "<li class=\"whole\" dir=\"auto\"><span class=\"soft\">");
        if (run)
            base_bytes_print(out, "%.10s, ", run->started);
        report_html_words(out, run && run->title ? run->title : it->run);
        base_bytes_text(out, ": ");
        report_html_words(out, it->question);
        base_bytes_text(out, "</span><br>");
        report_html_text(out, it->answer);
        base_bytes_text(out, "</li>\n");
    }
    base_bytes_text(out, "</ul>\n");
    report_html_close_part(out);
}

void report_learner_html(base_bytes *out, const report_learner *learner)
{
    base_bytes title = {0};

    base_bytes_print(&title, "%s: runs over time", learner->name);
    report_html_begin(out, base_bytes_string(&title));
    out->failed |= title.failed;
    base_bytes_release(&title);
    head(out, learner);
    skills(out, learner);
    figures(out, learner);
    runs(out, learner);
    answers(out, learner);
    base_bytes_text(out, "</main>\n");
    report_html_end(out);
}
