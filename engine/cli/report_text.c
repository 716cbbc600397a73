#include "cli/report_text.h"

#include "cli/report_text_internal.h"

#include "model/terms.h"
#include "sim/advice.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

void cli_report_para(cli_report_writer *w, const char *first, unsigned indent,
                     cli_look look, const char *text)
{
    base_bytes words = {0};
    const char *at = text;

    for (const char *beat; (beat = strstr(at, "[beat]")); at = beat + strlen("[beat]")) {
        base_bytes_add(&words, at, (size_t)(beat - at));
        base_bytes_text(&words, "\xE2\x80\xA6"); /* … */
    }
    base_bytes_text(&words, at);
    cli_wrap(w->out, w->page,
             &(cli_block){.first = first, .indent = indent, .look = look},
             base_bytes_string(&words), words.length);
    w->out->failed |= words.failed;
    base_bytes_release(&words);
}

void cli_report_heading(cli_report_writer *w, const char *text)
{
    base_bytes_char(w->out, '\n');
    cli_report_para(w, "", 0, CLI_BOLD, text);
}

void cli_report_para_of(cli_report_writer *w, const char *first, unsigned indent,
                        base_bytes *text)
{
    cli_report_para(w, first, indent, CLI_PLAIN, base_bytes_string(text));
    w->out->failed |= text->failed;
    base_bytes_release(text);
}

/* --- roads, questions --------------------------------------------------------------- */

static void road(cli_report_writer *w)
{
    const report_road *it = w->run->road;
    base_bytes text = {0};

    if (!it)
        return;
    cli_report_heading(w, "The road not taken");
    base_bytes_print(&text, "At %u you could have %s: \xE2\x80\x9C%s\xE2\x80\x9D",
                     (unsigned)it->turn, it->hold ? "waited" : "said", it->words);
    cli_report_para_of(w, "  ", 2, &text);
    base_bytes_print(&text, "%s: %s (%s ending).",
                     it->exact ? "The best that could still come of it"
                               : "The best that was found to come of it",
                     it->end, model_rating_terms[it->rating]);
    cli_report_para_of(w, "  ", 2, &text);
}

/* What the run's habits suggest, and what its player chose. */
static void advice(cli_report_writer *w)
{
    const char *tries[SIM_ADVICE_MOST] = {NULL};
    const size_t count = sim_advice(tries, w->score);

    if (count || *w->run->next)
        cli_report_heading(w, "What to try next");
    for (size_t i = 0; i < count; i++)
        cli_report_para(w, "  - ", 4, CLI_PLAIN, tries[i]);
    if (*w->run->next)
        cli_report_para(w, "  Chosen: ", 4, CLI_PLAIN, w->run->next);
}

static void questions(cli_report_writer *w)
{
    const uint32_t count = w->sc->count[MODEL_S_REFLECTS];

    if (count)
        cli_report_heading(w, "To think about");
    for (uint32_t i = 0; i < count; i++) {
        cli_report_para(w, "  - ", 4, CLI_PLAIN, w->score->reflect[i]);
        for (size_t k = 0; k < w->run->answer_count; k++)
            if (strcmp(w->run->answers[k].question, w->score->reflect[i]) == 0)
                cli_report_para(w, "    You wrote: ", 4, CLI_ITALIC,
                                w->run->answers[k].answer);
    }
}

static cli_report_writer begin(base_bytes *out, const cli_page *page,
                               const report_run *run)
{
    cli_report_writer w = {out, page, run, run->score, run->score->scenario, ""};
    base_bytes subject = {0};

    report_run_subject(&subject, w.sc);
    snprintf(w.subject, sizeof w.subject, "%s", base_bytes_string(&subject));
    out->failed |= subject.failed;
    base_bytes_release(&subject);
    return w;
}

/* --- the head of the page ----------------------------------------------------------- */

static void about(cli_report_writer *w)
{
    base_bytes text = {0};

    if (*w->run->learner)
        base_bytes_print(&text, "Played by %s, ", w->run->learner);
    if (*w->run->date)
        base_bytes_print(&text, "%s, ", w->run->date);
    report_run_time(&text, w->score->tenths);
    base_bytes_text(&text, " of simulated time. ");
    if (*w->run->version)
        base_bytes_print(&text, "Pack version %s, seed %" PRIu64 ".", w->run->version,
                         w->run->seed);
    else
        base_bytes_print(&text, "Seed %" PRIu64 ".", w->run->seed);
    cli_report_para_of(w, "", 0, &text);
}

static void ending(cli_report_writer *w)
{
    const sim_score *score = w->score;
    const char *rating = report_run_rating(score);
    base_bytes text = {0};

    if (rating)
        base_bytes_print(&text, "%s (%s)", score->title, rating);
    else
        base_bytes_text(&text, "The conversation was not finished.");
    cli_report_heading(w, base_bytes_string(&text));
    w->out->failed |= text.failed;
    base_bytes_release(&text);
    if (*score->summary)
        cli_report_para(w, "  ", 2, CLI_PLAIN, score->summary);
    for (size_t i = 0; i < score->debrief_count; i++)
        cli_report_para(w, "  ", 2, CLI_PLAIN, score->debrief[i]);
}

static void heard(cli_report_writer *w)
{
    const int32_t tenths = w->score->heard;
    base_bytes text = {0};

    if (w->score->turn_count == 0)
        return;
    base_bytes_text(&text, "How heard did the customer feel, from 1 to 7? ");
    if (w->run->rated)
        base_bytes_print(&text, "You said %u. ", (unsigned)w->run->rated);
    base_bytes_print(&text, "The simulated answer is %d.%d.", (int)(tenths / 10),
                     (int)(tenths % 10));
    cli_report_para_of(w, "  ", 2, &text);
    report_run_curve_words(&text, w->score);
    cli_report_para_of(w, "  The curve. ", 2, &text);
}

static void what_if(cli_report_writer *w)
{
    const report_what_if *it = &w->run->what_if;
    base_bytes text = {0};

    if (it->turn == 0 || it->count == 0)
        return;
    cli_report_heading(w, "What if");
    base_bytes_print(
        &text, "At %u, which cost most, you could have answered:", (unsigned)it->turn);
    cli_report_para_of(w, "  ", 2, &text);
    for (size_t i = 0; i < it->count; i++) {
        const report_other *other = &it->others[i];

        base_bytes_print(&text,
                         other->hold ? "(waited) %s" : "\xE2\x80\x9C%s\xE2\x80\x9D",
                         other->words);
        cli_report_para_of(w, "  - ", 4, &text);
        cli_report_para(w, "    ", 4, CLI_FAINT, other->comes ? other->comes : "");
    }
}

static void figures(cli_report_writer *w)
{
    if (w->score->figure_count)
        cli_report_heading(w,
                           "Figures (simulated: a teaching device, not a measurement)");
    for (size_t i = 0; i < w->score->figure_count; i++) {
        const sim_figure *figure = &w->score->figures[i];
        const model_kpi *kpi = &w->sc->kpis[figure->kpi];
        base_bytes text = {0};

        base_bytes_print(
            &text, "%s: ", model_string(w->sc, kpi->label.length ? kpi->label : kpi->id));
        report_run_figure(&text, w->sc, figure);
        cli_report_para_of(w, "  ", 4, &text);
    }
}

void cli_report_debrief(base_bytes *out, const cli_page *page, const report_run *run)
{
    cli_report_writer w = begin(out, page, run);

    ending(&w);
    heard(&w);
    road(&w);
    cli_report_turns(&w);
    cli_report_signs(&w);
    cli_report_skills(&w);
    cli_report_steps(&w);
    figures(&w);
    what_if(&w);
}

void cli_report_text(base_bytes *out, const cli_page *page, const report_run *run)
{
    cli_report_writer w = begin(out, page, run);

    cli_report_para(&w, "", 0, CLI_BOLD, ear_scenario_title(w.sc));
    about(&w);
    if (*run->note)
        cli_report_para(&w, "", 0, CLI_PLAIN, run->note);
    cli_report_debrief(out, page, run);
    advice(&w);
    questions(&w);
}
