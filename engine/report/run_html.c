/* The page of one run: as it lies on the table between a trainee and a coach. */
#include "report/html.h"
#include "report/run.h"

#include <inttypes.h>
#include <string.h>

void report_run_lang(base_bytes *out, const report_run *run)
{
    base_bytes_text(out, " dir=\"auto\"");
    if (*run->language && strcmp(run->language, "en") != 0) {
        base_bytes_text(out, " lang=\"");
        report_html_text(out, run->language);
        base_bytes_char(out, '"');
    }
}

/* An element with words of the pack in it, and a line's end. */
static void element(base_bytes *out, const report_run *run, const char *tag,
                    const char *words)
{
    const int name = (int)strcspn(tag, " ");

    base_bytes_print(out, "<%s", tag);
    report_run_lang(out, run);
    base_bytes_char(out, '>');
    report_html_words(out, words);
    base_bytes_print(out, "</%.*s>\n", name, tag);
}

static void about(base_bytes *out, const report_run *run)
{
    const sim_score *score = run->score;

    base_bytes_text(out, "<p class=\"about\">");
    report_run_channels(out, score);
    base_bytes_char(out, '.');
    if (*run->learner) {
        base_bytes_text(out, " Played by ");
        report_html_text(out, run->learner);
    }
    if (*run->date) {
        base_bytes_text(out, *run->learner ? ", " : " ");
        report_html_text(out, run->date);
    }
    base_bytes_text(out, *run->learner || *run->date ? ", " : " ");
    report_run_time(out, score->tenths);
    base_bytes_text(out, " of simulated time.");
    if (*run->version) {
        base_bytes_text(out, " Pack version ");
        report_html_text(out, run->version);
        base_bytes_text(out, ",");
    }
    base_bytes_print(out, "%s %" PRIu64 ".</p>\n", *run->version ? " seed" : " Seed",
                     run->seed);
}

static void head(base_bytes *out, const report_run *run)
{
    base_bytes_text(out, "<header>\n");
    element(out, run, "h1", ear_scenario_title(run->score->scenario));
    report_html_ending(out, report_run_rating(run->score));
    about(out, run);
    base_bytes_text(out, "</header>\n<main>\n");
}

static void heard(base_bytes *out, const report_run *run)
{
    const int32_t tenths = run->score->heard;

    base_bytes_text(out, "<p>How heard did ");
    if (run->score->scenario->info->customer == MODEL_NONE)
        base_bytes_text(out, "the customer");
    else
        report_html_text(out,
                         model_string(run->score->scenario,
                                      run->score->scenario
                                          ->speakers[run->score->scenario->info->customer]
                                          .name));
    base_bytes_text(out, " feel, from 1 to 7?");
    if (run->rated)
        base_bytes_print(out, " You said %u.", (unsigned)run->rated);
    base_bytes_print(out, " The simulated answer is %d.%d.</p>\n", (int)(tenths / 10),
                     (int)(tenths % 10));
}

/* The ending in a sentence, and what the pack has to say about it. */
static void ending(base_bytes *out, const report_run *run)
{
    const sim_score *score = run->score;

    if (*run->note) {
        base_bytes_text(out, "<p class=\"note\">");
        report_html_text(out, run->note);
        base_bytes_text(out, "</p>\n");
    }
    if (score->outcome == MODEL_NONE)
        base_bytes_text(out,
                        "<p class=\"lead\">The conversation was not finished.</p>\n");
    else
        element(out, run, "p class=\"lead\"", score->title);
    if (*score->summary)
        element(out, run, "p class=\"soft\"", score->summary);
    for (size_t i = 0; i < score->debrief_count; i++)
        element(out, run, "p class=\"soft\"", score->debrief[i]);
    if (score->turn_count)
        heard(out, run);
}

/* What a reply and the rules after it say, one under the other. */
static void thought(base_bytes *out, const report_run *run, const sim_turn *turn,
                    bool why)
{
    base_bytes_print(out, "<td%s", why ? "" : " class=\"thought\"");
    report_run_lang(out, run);
    base_bytes_char(out, '>');
    report_html_words(out, why ? turn->why : turn->thinks);
    for (size_t i = 0; i < turn->rule_count; i++) {
        const char *words = why ? turn->rules[i].why : turn->rules[i].thinks;

        if (!*words)
            continue;
        base_bytes_text(out, "<span class=\"also\">");
        report_html_words(out, words);
        base_bytes_text(out, "</span>");
    }
    base_bytes_text(out, "</td>\n");
}

static void turn_row(base_bytes *out, const report_run *run, const sim_turn *turn)
{
    const sim_score *score = run->score;

    base_bytes_print(out, "<tr><th scope=\"row\"><span class=\"n\">%u</span>",
                     (unsigned)turn->number);
    base_bytes_text(out, turn->hold ? "<span class=\"soft\">(you waited)</span> " : "");
    base_bytes_text(out, "<span");
    report_run_lang(out, run);
    base_bytes_char(out, '>');
    report_html_words(out, turn->words);
    base_bytes_text(out, "</span>");
    if (turn->number == score->turned)
        base_bytes_print(out, "<span class=\"turn\">the moment it %s</span>",
                         score->slipped ? "slipped" : "turned");
    base_bytes_text(out, "</th>\n");
    thought(out, run, turn, false);
    thought(out, run, turn, true);
    base_bytes_text(out, "</tr>\n");
}

static void turns(base_bytes *out, const report_run *run)
{
    if (run->score->turn_count == 0)
        return;
    base_bytes_text(out, "<table class=\"run\">\n<caption>What you said, reply by reply, "
                         "what was thought of it, and why</caption>\n"
                         "<thead><tr><th scope=\"col\">You said</th><th scope=\"col\">");

    base_bytes subject = {0};

    report_run_subject(&subject, run->score->scenario);
    report_html_text(out, base_bytes_string(&subject));
    out->failed |= subject.failed;
    base_bytes_release(&subject);
    base_bytes_text(out,
                    " thought</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < run->score->turn_count; i++)
        turn_row(out, run, &run->score->turns[i]);
    base_bytes_text(out, "</tbody>\n</table>\n");
}

void report_run_html(base_bytes *out, const report_run *run)
{
    base_bytes title = {0};

    base_bytes_print(&title, "%s: how the conversation went",
                     ear_scenario_title(run->score->scenario));
    report_html_begin(out, base_bytes_string(&title));
    out->failed |= title.failed;
    base_bytes_release(&title);
    head(out, run);
    ending(out, run);
    report_run_curve(out, run);
    turns(out, run);
    report_run_parts(out, run);
    base_bytes_text(out, "</main>\n");
    report_html_end(out);
}
