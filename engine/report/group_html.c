/* The page of many runs: what a trainer takes to the next session. */
#include "report/group.h"
#include "report/html.h"
#include "report/words.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define BAR 120 /* px of a whole bar */

static void bar(base_bytes *out, report_count count)
{
    const int full = report_share(count) * BAR / 100;

    base_bytes_print(out,
                     "<svg aria-hidden=\"true\" width=\"%d\" height=\"12\" viewBox=\"0 0 "
                     "%d 12\"><rect x=\".5\" y=\".5\" width=\"%d\" height=\"11\" "
                     "fill=\"none\" stroke=\"#1b2130\"/><rect y=\"0\" width=\"%d\" "
                     "height=\"12\" fill=\"#1b2130\"/></svg>",
                     BAR, BAR, BAR - 1, full);
}

static void count_cells(base_bytes *out, report_count count)
{
    base_bytes_print(out,
                     "<td class=\"number\">%" PRIu64 " of %" PRIu64
                     "</td><td class=\"number\">%d %%</td><td>",
                     count.n, count.of, report_share(count));
    bar(out, count);
    base_bytes_text(out, "</td>");
}

static void table(base_bytes *out, const char *caption, const char *first,
                  const char *counted)
{
    base_bytes_text(out, "<table class=\"counts\">\n<caption>");
    report_html_text(out, caption);
    base_bytes_text(out, "</caption>\n<thead><tr><th scope=\"col\">");
    report_html_text(out, first);
    base_bytes_text(out, "</th><th scope=\"col\" class=\"number\">");
    report_html_text(out, counted);
    base_bytes_text(out, "</th><th scope=\"col\" class=\"number\">Share</th>"
                         "<th scope=\"col\"><span class=\"quiet\">As a bar</span></th>");
}

static void table_end(base_bytes *out)
{
    base_bytes_text(out, "</tbody>\n</table>\n");
}

static void row_head(base_bytes *out, const char *words)
{
    base_bytes_text(out, "<tr><th scope=\"row\" dir=\"auto\">");
    report_html_words(out, words);
    base_bytes_text(out, "</th>");
}

static void head(base_bytes *out, const report_group *group)
{
    base_bytes_text(out, "<header>\n<h1 dir=\"auto\">");
    report_html_text(out, group->title);
    base_bytes_text(out, "</h1>\n<p class=\"about\">");
    report_group_size(out, group);
    base_bytes_text(out, ". Every figure is simulated.</p>\n</header>\n<main>\n");
}

static void again(base_bytes *out, const report_group *group)
{
    report_html_part(out, "again", "Again and again");
    if (group->again_count == 0)
        base_bytes_text(out, "<p>Nothing went wrong at least three times and in a third "
                             "of the times it could have.</p>\n");
    else
        base_bytes_text(out, "<ol>\n");
    for (size_t i = 0; i < group->again_count; i++) {
        base_bytes_text(out, "<li>");
        report_html_words(out, group->again[i].sentence);
        base_bytes_print(out, " <strong>%" PRIu64 " of %" PRIu64 "</strong></li>\n",
                         group->again[i].count.n, group->again[i].count.of);
    }
    base_bytes_text(out, group->again_count ? "</ol>\n" : "");
    report_html_close_part(out);
}

static void endings(base_bytes *out, const report_group *group)
{
    report_html_part(out, "endings", "How it ended");
    table(out, "Endings, and how many runs reached each", "Ending", "Runs");
    base_bytes_text(out, "<th scope=\"col\">Kind</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < group->ending_count; i++) {
        const report_ending *ending = &group->endings[i];

        row_head(out, *ending->title ? ending->title : ending->id);
        count_cells(out, (report_count){ending->n, group->runs});
        base_bytes_text(out, "<td>");
        report_html_text(out, ending->rating);
        base_bytes_text(out, "</td></tr>\n");
    }
    table_end(out);
    report_html_close_part(out);
}

static void share(base_bytes *out, const char *label, report_count count)
{
    base_bytes_print(out, "<dt>%s</dt><dd>%d %% (%" PRIu64 " of %" PRIu64 ")</dd>\n",
                     label, report_share(count), count.n, count.of);
}

static void mean(base_bytes *out, const report_told *told)
{
    const int64_t tenths = report_mean_of(told->mean);

    base_bytes_print(
        out, "<dt>%s, mean</dt><dd>%" PRId64 ".%" PRId64 " %s (n = %" PRIu64 ")</dd>\n",
        told->label, tenths / 10, tenths % 10, told->unit, told->mean.n);
}

static void nps(base_bytes *out, const report_group *group)
{
    const uint64_t n = group->promoters.of;

    base_bytes_text(out, "<dt>NPS: 9 and 10 less 0 to 6</dt><dd>");
    if (n < REPORT_NPS_LEAST)
        base_bytes_print(out, "not said under n = %d (n = %" PRIu64 ")", REPORT_NPS_LEAST,
                         n);
    else
        base_bytes_print(out, "%+d (n = %" PRIu64 ")", report_nps(group), n);
    base_bytes_text(out, "</dd>\n");
}

static void figures(base_bytes *out, const report_group *group)
{
    report_told told[REPORT_TOLD_MOST];
    const size_t count = report_group_told(told, group);

    if (count == 0)
        return;
    report_html_part(out, "figures", "Figures (simulated)");
    base_bytes_text(out, "<dl class=\"pairs\">\n");
    for (size_t i = 0; i < count; i++) {
        if (told[i].kind == REPORT_TOLD_MEAN)
            mean(out, &told[i]);
        else if (told[i].kind == REPORT_TOLD_SHARE)
            share(out, told[i].label, told[i].share);
        else
            nps(out, group);
    }
    base_bytes_text(out, "</dl>\n");
    report_html_close_part(out);
}

static void pair_row(base_bytes *out, const char *label, int64_t one, int64_t two)
{
    base_bytes_print(out,
                     "<tr><th scope=\"row\">%s</th><td class=\"number\">%" PRId64
                     ".%" PRId64 "</td><td class=\"number\">%" PRId64 ".%" PRId64
                     "</td></tr>\n",
                     label, one / 10, one % 10, two / 10, two % 10);
}

static void pairs(base_bytes *out, const report_group *group)
{
    const report_pairs *it = &group->pairs;

    if (it->n == 0)
        return;
    report_html_part(out, "pairs", "First run against second");
    base_bytes_print(out,
                     "<p>Of everybody who played a scenario twice (n = %" PRIu64
                     ").</p>\n<table class=\"counts\">\n<caption>First run against second"
                     "</caption>\n<thead><tr><th scope=\"col\">At the end</th><th "
                     "scope=\"col\" class=\"number\">First</th><th scope=\"col\" "
                     "class=\"number\">Second</th></tr></thead>\n<tbody>\n",
                     it->n);
    pair_row(out, "How much at ease, of 100", report_mean_ease(it->ease[0]),
             report_mean_ease(it->ease[1]));
    if (it->csat[0].n)
        pair_row(out, "Satisfaction, of 5", report_mean_of(it->csat[0]),
                 report_mean_of(it->csat[1]));
    base_bytes_print(out,
                     "<tr><th scope=\"row\">Strong endings</th><td class=\"number\">%d %%"
                     "</td><td class=\"number\">%d %%</td></tr>\n",
                     report_share(it->strong[0]), report_share(it->strong[1]));
    table_end(out);
    report_html_close_part(out);
}

static void options(base_bytes *out, const report_choice *choice)
{
    table(out, "Share of each reply", "Reply", "Given");
    base_bytes_text(out, "<th scope=\"col\" class=\"number\">Less at ease after</th></tr>"
                         "</thead>\n<tbody>\n");
    for (uint32_t i = 0; i < choice->options; i++) {
        const report_option_sum *option = choice->option[i];

        row_head(out, option->row.words);
        count_cells(out, (report_count){option->row.given, option->row.offered});
        base_bytes_print(out,
                         "<td class=\"number\">%" PRIu64 " of %" PRIu64 "</td></tr>\n",
                         option->fell, option->row.given);
    }
    table_end(out);
}

static void written(base_bytes *out, void (*what)(base_bytes *, const report_choice *),
                    const report_choice *choice)
{
    base_bytes text = {0};

    what(&text, choice);
    report_html_text(out, base_bytes_string(&text));
    out->failed |= text.failed;
    base_bytes_release(&text);
}

static void choices(base_bytes *out, const report_group *group)
{
    if (group->choice_count == 0)
        return;
    report_html_part(out, "choices", "Reply by reply");
    for (size_t i = 0; i < group->choice_count; i++) {
        const report_choice *choice = &group->choices[i];
        const report_count fell = {choice->fell, choice->met};

        base_bytes_text(out, "<section class=\"whole\">\n<h3>");
        written(out, report_choice_name, choice);
        base_bytes_print(out, "%s</h3>\n<p class=\"soft\">",
                         i == group->hardest ? " (the hardest choice)" : "");
        if (report_choice_named(choice)) {
            base_bytes_text(out, "<small>");
            written(out, report_choice_place, choice);
            base_bytes_text(out, "</small><br>");
        }
        base_bytes_print(out,
                         "Met %" PRIu64 " %s; the customer was less at "
                         "ease after %" PRIu64 " of %" PRIu64 " replies (%d %%).</p>\n",
                         choice->met, choice->met == 1 ? "time" : "times", fell.n,
                         fell.of, report_share(fell));
        options(out, choice);
        base_bytes_text(out, "</section>\n");
    }
    report_html_close_part(out);
}

static void sign_head(base_bytes *out, const report_sign *sign)
{
    base_bytes text = {0};

    base_bytes_print(&text, "%s%s", sign->asked ? "Asked: " : "", sign->text);
    row_head(out, base_bytes_string(&text));
    out->failed |= text.failed;
    base_bytes_release(&text);
}

static void signs(base_bytes *out, const report_group *group)
{
    if (group->sign_count == 0)
        return;
    report_html_part(out, "signs", "Signs missed");
    table(out, "Signs, and how often each was missed", "Sign", "Missed");
    base_bytes_text(out, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < group->sign_count; i++) {
        sign_head(out, &group->signs[i]);
        count_cells(out, group->signs[i].missed);
        base_bytes_text(out, "</tr>\n");
    }
    table_end(out);
    report_html_close_part(out);
}

void report_group_html(base_bytes *out, const report_group *group)
{
    base_bytes title = {0};

    base_bytes_print(&title, "%s: %" PRIu64 " runs", group->title, group->runs);
    report_html_begin(out, base_bytes_string(&title));
    out->failed |= title.failed;
    base_bytes_release(&title);
    head(out, group);
    if (group->runs == 0) {
        base_bytes_text(out, "<p>" REPORT_NO_RUNS "</p>\n");
    } else {
        again(out, group);
        endings(out, group);
        figures(out, group);
        pairs(out, group);
        choices(out, group);
        signs(out, group);
    }
    base_bytes_text(out, "</main>\n");
    report_html_end(out);
}
