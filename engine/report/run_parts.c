/* Under the table: what was practised, signs, steps, figures, roads, and room to write.
 */
#include "model/terms.h"
#include "report/html.h"
#include "report/run.h"
#include "sim/advice.h"

#include <stdlib.h>
#include <string.h>

#define LINES_TO_WRITE_ON 2

static const char *either(const ear_scenario *sc, model_text label, model_text id)
{
    return model_string(sc, label.length ? label : id);
}

static void words(base_bytes *out, const report_run *run, const char *text)
{
    base_bytes_text(out, "<span");
    report_run_lang(out, run);
    base_bytes_char(out, '>');
    report_html_words(out, text);
    base_bytes_text(out, "</span>");
}

static void skill(base_bytes *out, const sim_score *score, uint32_t index)
{
    const ear_scenario *sc = score->scenario;
    const sim_skilled *it = &score->skills[index];

    base_bytes_text(out, "<dt>");
    report_html_text(out, model_string(sc, sc->skills[index].id));
    base_bytes_text(out, "</dt><dd>");
    report_html_boxes(out, it->earned, it->possible);
    base_bytes_print(out, "</dd><dd class=\"number\">%d of %d</dd><dd class=\"small\">",
                     (int)sim_points_told(it->earned), (int)it->possible);
    if (it->best && it->earned > 0)
        base_bytes_print(out, "best at %u", (unsigned)it->best);
    else if (it->missed)
        base_bytes_print(out, "missed at %u", (unsigned)it->missed);
    base_bytes_text(out, "</dd>\n");
}

static void skills(base_bytes *out, const report_run *run)
{
    const uint32_t most = run->score->scenario->count[MODEL_S_SKILLS];
    uint32_t *order = malloc((most ? most : 1) * sizeof *order);
    size_t count;

    if (!order) {
        out->failed = true;
        return;
    }
    count = report_run_skills(order, run->score);
    if (count) {
        report_html_part(out, "practised", "What you practised");
        base_bytes_text(out, "<dl class=\"rows\">\n");
        for (size_t i = 0; i < count; i++)
            skill(out, run->score, order[i]);
        base_bytes_text(out, "</dl>\n");
        report_html_close_part(out);
    }
    free(order);
}

static void road(base_bytes *out, const report_run *run)
{
    const report_road *it = run->road;

    if (!it)
        return;
    report_html_part(out, "road", "The road not taken");
    base_bytes_print(out, "<p>At %u you could have %s: \xE2\x80\x9C", (unsigned)it->turn,
                     it->hold ? "waited" : "said");
    words(out, run, it->words);
    base_bytes_text(out, "\xE2\x80\x9D</p>\n<p>");
    base_bytes_text(out, it->exact ? "The best that could still come of it: "
                                   : "The best that was found to come of it: ");
    words(out, run, it->end);
    base_bytes_print(out, " (%s ending).</p>\n", model_rating_terms[it->rating]);
    report_html_close_part(out);
}

static void what_if(base_bytes *out, const report_run *run)
{
    const report_what_if *it = &run->what_if;

    if (it->turn == 0 || it->count == 0)
        return;
    report_html_part(out, "what-if", "What if");
    base_bytes_print(out,
                     "<p>At %u, which cost most, you could have answered:</p>\n<ul>\n",
                     (unsigned)it->turn);
    for (size_t i = 0; i < it->count; i++) {
        base_bytes_text(out, it->others[i].hold ? "<li>(waited) " : "<li>\xE2\x80\x9C");
        words(out, run, it->others[i].words);
        base_bytes_text(out, it->others[i].hold ? "" : "\xE2\x80\x9D");
        base_bytes_text(out, " <span class=\"soft\">");
        report_html_words(out, it->others[i].comes ? it->others[i].comes : "");
        base_bytes_text(out, "</span></li>\n");
    }
    base_bytes_text(out, "</ul>\n");
    report_html_close_part(out);
}

static void sign(base_bytes *out, const report_run *run, const sim_cue *cue)
{
    base_bytes_print(out, "<li>%s before %u: <em>",
                     cue->caught == SIM_CUE_CAUGHT ? "Caught" : "Missed",
                     (unsigned)cue->point + 1);
    words(out, run, cue->words);
    base_bytes_text(out, "</em></li>\n");
}

static void noticed(base_bytes *out, const report_run *run, const sim_noticed *it)
{
    base_bytes_text(out, "<li>");
    words(out, run, it->question);
    base_bytes_text(out, " You answered: \xE2\x80\x9C");
    words(out, run, it->options[it->option]);
    base_bytes_text(out, "\xE2\x80\x9D.");
    if (it->judged)
        base_bytes_text(out, it->right ? " That is how it looked." : " Look once more.");
    base_bytes_text(out, "</li>\n");
}

static void signs(base_bytes *out, const report_run *run)
{
    const sim_score *score = run->score;
    size_t count = 0;

    for (size_t i = 0; i < score->cue_count; i++)
        count += score->cues[i].caught != SIM_CUE_OPEN;
    for (size_t i = 0; i < score->notice_count; i++)
        count += score->notices[i].option != MODEL_NONE;
    if (count == 0)
        return;
    report_html_part(out, "signs", "Signs caught and missed");
    base_bytes_text(out, "<ul>\n");
    for (size_t i = 0; i < score->cue_count; i++)
        if (score->cues[i].caught != SIM_CUE_OPEN)
            sign(out, run, &score->cues[i]);
    for (size_t i = 0; i < score->notice_count; i++)
        if (score->notices[i].option != MODEL_NONE)
            noticed(out, run, &score->notices[i]);
    base_bytes_text(out, "</ul>\n");
    report_html_close_part(out);
}

/* Steps in the order played: a step that goes on over several replies is told once. */
static void played(base_bytes *out, const sim_score *score)
{
    const ear_scenario *sc = score->scenario;
    const model_step *steps = &sc->steps[sc->info->framework.first];
    uint32_t last = MODEL_NONE;

    base_bytes_text(out, "<p>Played: ");
    for (size_t i = 0; i < score->turn_count; i++) {
        const sim_turn *turn = &score->turns[i];

        if (turn->step == MODEL_NONE || turn->step == last)
            continue;
        base_bytes_text(out, last == MODEL_NONE ? "" : ", ");
        report_html_text(out, model_string(sc, steps[turn->step].name));
        base_bytes_print(out, " (%u)", (unsigned)turn->number);
        last = turn->step;
    }
    base_bytes_text(out, last == MODEL_NONE ? "none of them.</p>\n" : ".</p>\n");
}

static void steps(base_bytes *out, const report_run *run)
{
    const ear_scenario *sc = run->score->scenario;
    const model_range framework = sc->info->framework;

    if (framework.count == 0)
        return;
    report_html_part(out, "steps", "The steps");
    base_bytes_text(out, "<p>Meant: ");
    for (uint32_t i = 0; i < framework.count; i++) {
        base_bytes_text(out, i ? ", " : "");
        report_html_text(out, model_string(sc, sc->steps[framework.first + i].name));
    }
    base_bytes_text(out, ".</p>\n");
    played(out, run->score);
    report_html_close_part(out);
}

static void figures(base_bytes *out, const report_run *run)
{
    const sim_score *score = run->score;
    const ear_scenario *sc = score->scenario;

    if (score->figure_count == 0)
        return;
    report_html_part(out, "figures", "Figures (simulated)");
    base_bytes_text(out, "<dl class=\"pairs\">\n");
    for (size_t i = 0; i < score->figure_count; i++) {
        const model_kpi *kpi = &sc->kpis[score->figures[i].kpi];
        base_bytes value = {0};

        base_bytes_text(out, "<dt>");
        words(out, run, either(sc, kpi->label, kpi->id));
        base_bytes_text(out, "</dt><dd>");
        report_run_figure(&value, sc, &score->figures[i]);
        report_html_text(out, base_bytes_string(&value));
        out->failed |= value.failed;
        base_bytes_release(&value);
        base_bytes_text(out, "</dd>\n");
    }
    base_bytes_text(out, "</dl>\n");
    report_html_close_part(out);
}

static void unsaid(base_bytes *out, const report_run *run)
{
    const sim_score *score = run->score;

    if (score->unsaid_count == 0)
        return;
    report_html_part(out, "unsaid", "Taken back");
    base_bytes_text(out, "<ul>\n");
    for (size_t i = 0; i < score->unsaid_count; i++) {
        base_bytes_print(out, "<li>At %u: ", (unsigned)score->unsaid[i].number);
        words(out, run, score->unsaid[i].words);
        if (*score->unsaid[i].thinks) {
            base_bytes_text(out, " <em>");
            words(out, run, score->unsaid[i].thinks);
            base_bytes_text(out, "</em>");
        }
        base_bytes_text(out, "</li>\n");
    }
    base_bytes_text(out, "</ul>\n");
    report_html_close_part(out);
}

/* What was written is printed only where it was asked for; else there is room to write.
 */
static void questions(base_bytes *out, const report_run *run)
{
    const uint32_t count = run->score->scenario->count[MODEL_S_REFLECTS];

    if (count == 0 && !*run->next)
        return;
    report_html_part(out, "yours", "Your words");
    if (*run->next) {
        base_bytes_text(out, "<p>Chosen to try next: ");
        words(out, run, run->next);
        base_bytes_text(out, "</p>\n");
    }
    base_bytes_text(out, count ? "<ol class=\"ask\">\n" : "");
    for (uint32_t i = 0; i < count; i++) {
        const char *answer = NULL;

        for (size_t k = 0; k < run->answer_count; k++)
            if (strcmp(run->answers[k].question, run->score->reflect[i]) == 0)
                answer = run->answers[k].answer;
        base_bytes_text(out, "<li>");
        words(out, run, run->score->reflect[i]);
        if (answer) {
            base_bytes_text(out, "<p class=\"thought\" dir=\"auto\">");
            report_html_text(out, answer);
            base_bytes_text(out, "</p>");
        }
        for (int line = 0; !answer && line < LINES_TO_WRITE_ON; line++)
            base_bytes_text(out, "<div class=\"write\"></div>");
        base_bytes_text(out, "</li>\n");
    }
    base_bytes_text(out, count ? "</ol>\n" : "");
    report_html_close_part(out);
}

/* What the run's habits suggest. */
static void advice(base_bytes *out, const report_run *run)
{
    const char *tries[SIM_ADVICE_MOST] = {NULL};
    const size_t count = sim_advice(tries, run->score);

    if (count == 0)
        return;
    report_html_part(out, "advice", "What to try next");
    base_bytes_text(out, "<ul>\n");
    for (size_t i = 0; i < count; i++) {
        base_bytes_text(out, "<li>");
        report_html_text(out, tries[i]);
        base_bytes_text(out, "</li>\n");
    }
    base_bytes_text(out, "</ul>\n");
    report_html_close_part(out);
}

void report_run_parts(base_bytes *out, const report_run *run)
{
    base_bytes_text(out, "<div class=\"two\">\n");
    skills(out, run);
    steps(out, run);
    road(out, run);
    what_if(out, run);
    advice(out, run);
    signs(out, run);
    figures(out, run);
    unsaid(out, run);
    base_bytes_text(out, "</div>\n");
    questions(out, run);
}
