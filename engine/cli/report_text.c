#include "cli/report_text.h"

#include "model/terms.h"
#include "sim/advice.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

typedef struct writer {
    base_bytes *out;
    const cli_page *page;
    const report_run *run;
    const sim_score *score;
    const ear_scenario *sc;
    char subject[80]; /* "She" */
} writer;

/* A paragraph; a [beat] in its words is seen as a pause. */
static void para(writer *w, const char *first, unsigned indent, cli_look look,
                 const char *text)
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

static void heading(writer *w, const char *text)
{
    base_bytes_char(w->out, '\n');
    para(w, "", 0, CLI_BOLD, text);
}

/* The same, and releases what was collected. */
static void para_of(writer *w, const char *first, unsigned indent, base_bytes *text)
{
    para(w, first, indent, CLI_PLAIN, base_bytes_string(text));
    w->out->failed |= text->failed;
    base_bytes_release(text);
}

/* --- what was said ------------------------------------------------------------------ */

static void thought(writer *w, const char *thinks)
{
    char first[100];

    if (!*thinks)
        return;
    snprintf(first, sizeof first, "     %s thought: ", w->subject);
    para(w, first, 5, CLI_ITALIC, thinks);
}

static void coach(writer *w, const char *why)
{
    if (*why)
        para(w, "     Coach: ", 5, CLI_PLAIN, why);
}

static void turn(writer *w, const sim_turn *it)
{
    char first[48];

    snprintf(first, sizeof first, " %2u  %s: ", (unsigned)it->number,
             it->hold ? "You waited" : "You said");
    para(w, first, 5, CLI_PLAIN, it->words);
    thought(w, it->thinks);
    for (size_t i = 0; i < it->rule_count; i++)
        thought(w, it->rules[i].thinks);
    coach(w, it->why);
    for (size_t i = 0; i < it->rule_count; i++)
        coach(w, it->rules[i].why);
    if (it->number == w->score->turned)
        para(w, "     ", 5, CLI_BOLD,
             w->score->slipped ? "This is the moment it slipped."
                               : "This is the moment it turned.");
}

static void turns(writer *w)
{
    char title[120];

    if (w->score->turn_count == 0)
        return;
    snprintf(title, sizeof title, "You said, %s thought",
             strcmp(w->subject, "She") == 0    ? "she"
             : strcmp(w->subject, "He") == 0   ? "he"
             : strcmp(w->subject, "They") == 0 ? "they"
                                               : w->subject);
    heading(w, title);
    for (size_t i = 0; i < w->score->turn_count; i++)
        turn(w, &w->score->turns[i]);
    for (size_t i = 0; i < w->score->unsaid_count; i++) {
        const sim_unsaid *it = &w->score->unsaid[i];
        char first[48];

        snprintf(first, sizeof first, "  -  Taken back at %u: ", (unsigned)it->number);
        para(w, first, 5, CLI_FAINT, it->words);
        thought(w, it->thinks);
    }
}

/* --- signs, skills, steps ----------------------------------------------------------- */

static void sign(writer *w, const sim_cue *cue)
{
    char first[48];

    snprintf(first, sizeof first,
             "  %s before %u: ", cue->caught == SIM_CUE_CAUGHT ? "Caught" : "Missed",
             (unsigned)cue->point + 1);
    para(w, first, 4, CLI_ITALIC, cue->words);
}

static void noticed(writer *w, const sim_noticed *it)
{
    base_bytes text = {0};

    base_bytes_print(&text, "%s You answered: \xE2\x80\x9C%s\xE2\x80\x9D.%s",
                     it->question, it->options[it->option],
                     !it->judged ? ""
                     : it->right ? " That is how it looked."
                                 : " Look once more.");
    para_of(w, "  ", 4, &text);
}

static void signs(writer *w)
{
    const sim_score *score = w->score;
    bool any = false;

    for (size_t i = 0; i < score->cue_count; i++) {
        if (score->cues[i].caught == SIM_CUE_OPEN)
            continue;
        if (!any)
            heading(w, "Signs caught and missed");
        any = true;
        sign(w, &score->cues[i]);
    }
    for (size_t i = 0; i < score->notice_count; i++) {
        if (score->notices[i].option == MODEL_NONE)
            continue;
        if (!any)
            heading(w, "Signs caught and missed");
        any = true;
        noticed(w, &score->notices[i]);
    }
}

static void skill(writer *w, uint32_t index)
{
    const model_skill *model = &w->sc->skills[index];
    const sim_skilled *it = &w->score->skills[index];
    base_bytes text = {0};

    base_bytes_print(&text, "%d of %d  %s", (int)sim_points_told(it->earned),
                     (int)it->possible, model_string(w->sc, model->id));
    if (model->label.length)
        base_bytes_print(&text, ": %s", model_string(w->sc, model->label));
    if (it->best && it->earned > 0)
        base_bytes_print(&text, " (best at %u)", (unsigned)it->best);
    else if (it->missed)
        base_bytes_print(&text, " (missed at %u)", (unsigned)it->missed);
    para_of(w, "  ", 10, &text);
}

static void skills(writer *w)
{
    const uint32_t most = w->sc->count[MODEL_S_SKILLS];
    uint32_t *order = malloc((most ? most : 1) * sizeof *order);

    if (!order) {
        w->out->failed = true;
        return;
    }

    const size_t count = report_run_skills(order, w->score);

    if (count)
        heading(w, "What you practised");
    for (size_t i = 0; i < count; i++)
        skill(w, order[i]);
    free(order);
}

static void steps(writer *w)
{
    const model_range framework = w->sc->info->framework;
    const model_step *step = &w->sc->steps[framework.first];
    base_bytes meant = {0}, played = {0};
    uint32_t last = MODEL_NONE;

    if (framework.count == 0)
        return;
    heading(w, "The steps");
    for (uint32_t i = 0; i < framework.count; i++)
        base_bytes_print(&meant, "%s%s", i ? ", " : "",
                         model_string(w->sc, step[i].name));
    for (size_t i = 0; i < w->score->turn_count; i++) {
        const sim_turn *it = &w->score->turns[i];

        if (it->step == MODEL_NONE || it->step == last)
            continue;
        base_bytes_print(&played, "%s%s (%u)", last == MODEL_NONE ? "" : ", ",
                         model_string(w->sc, step[it->step].name), (unsigned)it->number);
        last = it->step;
    }
    if (last == MODEL_NONE)
        base_bytes_text(&played, "none of them");
    para_of(w, "  Meant:  ", 10, &meant);
    para_of(w, "  Played: ", 10, &played);
}

/* --- roads, questions --------------------------------------------------------------- */

static void road(writer *w)
{
    const report_road *it = w->run->road;
    base_bytes text = {0};

    if (!it)
        return;
    heading(w, "The road not taken");
    base_bytes_print(&text, "At %u you could have %s: \xE2\x80\x9C%s\xE2\x80\x9D",
                     (unsigned)it->turn, it->hold ? "waited" : "said", it->words);
    para_of(w, "  ", 2, &text);
    base_bytes_print(&text, "%s: %s (%s ending).",
                     it->exact ? "The best that could still come of it"
                               : "The best that was found to come of it",
                     it->end, model_rating_terms[it->rating]);
    para_of(w, "  ", 2, &text);
}

/* What the run's habits suggest, and what its player chose. */
static void advice(writer *w)
{
    const char *tries[SIM_ADVICE_MOST] = {NULL};
    const size_t count = sim_advice(tries, w->score);

    if (count || *w->run->next)
        heading(w, "What to try next");
    for (size_t i = 0; i < count; i++)
        para(w, "  - ", 4, CLI_PLAIN, tries[i]);
    if (*w->run->next)
        para(w, "  Chosen: ", 4, CLI_PLAIN, w->run->next);
}

static void questions(writer *w)
{
    const uint32_t count = w->sc->count[MODEL_S_REFLECTS];

    if (count)
        heading(w, "To think about");
    for (uint32_t i = 0; i < count; i++) {
        para(w, "  - ", 4, CLI_PLAIN, w->score->reflect[i]);
        for (size_t k = 0; k < w->run->answer_count; k++)
            if (strcmp(w->run->answers[k].question, w->score->reflect[i]) == 0)
                para(w, "    You wrote: ", 4, CLI_ITALIC, w->run->answers[k].answer);
    }
}

static writer begin(base_bytes *out, const cli_page *page, const report_run *run)
{
    writer w = {out, page, run, run->score, run->score->scenario, ""};
    base_bytes subject = {0};

    report_run_subject(&subject, w.sc);
    snprintf(w.subject, sizeof w.subject, "%s", base_bytes_string(&subject));
    out->failed |= subject.failed;
    base_bytes_release(&subject);
    return w;
}

/* --- the head of the page ----------------------------------------------------------- */

static void about(writer *w)
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
    para_of(w, "", 0, &text);
}

static void ending(writer *w)
{
    const sim_score *score = w->score;
    const char *rating = report_run_rating(score);
    base_bytes text = {0};

    if (rating)
        base_bytes_print(&text, "%s (%s)", score->title, rating);
    else
        base_bytes_text(&text, "The conversation was not finished.");
    heading(w, base_bytes_string(&text));
    w->out->failed |= text.failed;
    base_bytes_release(&text);
    if (*score->summary)
        para(w, "  ", 2, CLI_PLAIN, score->summary);
    for (size_t i = 0; i < score->debrief_count; i++)
        para(w, "  ", 2, CLI_PLAIN, score->debrief[i]);
}

static void heard(writer *w)
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
    para_of(w, "  ", 2, &text);
    report_run_curve_words(&text, w->score);
    para_of(w, "  The curve. ", 2, &text);
}

static void what_if(writer *w)
{
    const report_what_if *it = &w->run->what_if;
    base_bytes text = {0};

    if (it->turn == 0 || it->count == 0)
        return;
    heading(w, "What if");
    base_bytes_print(
        &text, "At %u, which cost most, you could have answered:", (unsigned)it->turn);
    para_of(w, "  ", 2, &text);
    for (size_t i = 0; i < it->count; i++) {
        const report_other *other = &it->others[i];

        base_bytes_print(&text,
                         other->hold ? "(waited) %s" : "\xE2\x80\x9C%s\xE2\x80\x9D",
                         other->words);
        para_of(w, "  - ", 4, &text);
        para(w, "    ", 4, CLI_FAINT, other->comes ? other->comes : "");
    }
}

static void figures(writer *w)
{
    if (w->score->figure_count)
        heading(w, "Figures (simulated: a teaching device, not a measurement)");
    for (size_t i = 0; i < w->score->figure_count; i++) {
        const sim_figure *figure = &w->score->figures[i];
        const model_kpi *kpi = &w->sc->kpis[figure->kpi];
        base_bytes text = {0};

        base_bytes_print(
            &text, "%s: ", model_string(w->sc, kpi->label.length ? kpi->label : kpi->id));
        report_run_figure(&text, w->sc, figure);
        para_of(w, "  ", 4, &text);
    }
}

void cli_report_debrief(base_bytes *out, const cli_page *page, const report_run *run)
{
    writer w = begin(out, page, run);

    ending(&w);
    heard(&w);
    road(&w);
    turns(&w);
    signs(&w);
    skills(&w);
    steps(&w);
    figures(&w);
    what_if(&w);
}

void cli_report_text(base_bytes *out, const cli_page *page, const report_run *run)
{
    writer w = begin(out, page, run);

    para(&w, "", 0, CLI_BOLD, ear_scenario_title(w.sc));
    about(&w);
    if (*run->note)
        para(&w, "", 0, CLI_PLAIN, run->note);
    cli_report_debrief(out, page, run);
    advice(&w);
    questions(&w);
}
