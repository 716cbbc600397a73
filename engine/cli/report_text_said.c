/* A run's page of text: what was said and thought, signs, skills and steps. */
#include "cli/report_text_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- what was said ------------------------------------------------------------------ */

static void thought(cli_report_writer *w, const char *thinks)
{
    char first[100];

    if (!*thinks)
        return;
    snprintf(first, sizeof first, "     %s thought: ", w->subject);
    cli_report_para(w, first, 5, CLI_ITALIC, thinks);
}

static void coach(cli_report_writer *w, const char *why)
{
    if (*why)
        cli_report_para(w, "     Coach: ", 5, CLI_PLAIN, why);
}

static void turn(cli_report_writer *w, const sim_turn *it)
{
    char first[48];

    snprintf(first, sizeof first, " %2u  %s: ", (unsigned)it->number,
             it->hold ? "You waited" : "You said");
    cli_report_para(w, first, 5, CLI_PLAIN, it->words);
    thought(w, it->thinks);
    for (size_t i = 0; i < it->rule_count; i++)
        thought(w, it->rules[i].thinks);
    coach(w, it->why);
    for (size_t i = 0; i < it->rule_count; i++)
        coach(w, it->rules[i].why);
    if (it->number == w->score->turned)
        cli_report_para(w, "     ", 5, CLI_BOLD,
                        w->score->slipped ? "This is the moment it slipped."
                                          : "This is the moment it turned.");
}

void cli_report_turns(cli_report_writer *w)
{
    char title[120];

    if (w->score->turn_count == 0)
        return;
    snprintf(title, sizeof title, "You said, %s thought",
             strcmp(w->subject, "She") == 0    ? "she"
             : strcmp(w->subject, "He") == 0   ? "he"
             : strcmp(w->subject, "They") == 0 ? "they"
                                               : w->subject);
    cli_report_heading(w, title);
    for (size_t i = 0; i < w->score->turn_count; i++)
        turn(w, &w->score->turns[i]);
    for (size_t i = 0; i < w->score->unsaid_count; i++) {
        const sim_unsaid *it = &w->score->unsaid[i];
        char first[48];

        snprintf(first, sizeof first, "  -  Taken back at %u: ", (unsigned)it->number);
        cli_report_para(w, first, 5, CLI_FAINT, it->words);
        thought(w, it->thinks);
    }
}

/* --- signs, skills, steps ----------------------------------------------------------- */

static void sign(cli_report_writer *w, const sim_cue *cue)
{
    char first[48];

    snprintf(first, sizeof first,
             "  %s before %u: ", cue->caught == SIM_CUE_CAUGHT ? "Caught" : "Missed",
             (unsigned)cue->point + 1);
    cli_report_para(w, first, 4, CLI_ITALIC, cue->words);
}

static void noticed(cli_report_writer *w, const sim_noticed *it)
{
    base_bytes text = {0};

    base_bytes_print(&text, "%s You answered: \xE2\x80\x9C%s\xE2\x80\x9D.%s",
                     it->question, it->options[it->option],
                     !it->judged ? ""
                     : it->right ? " That is how it looked."
                                 : " Look once more.");
    cli_report_para_of(w, "  ", 4, &text);
}

void cli_report_signs(cli_report_writer *w)
{
    const sim_score *score = w->score;
    bool any = false;

    for (size_t i = 0; i < score->cue_count; i++) {
        if (score->cues[i].caught == SIM_CUE_OPEN)
            continue;
        if (!any)
            cli_report_heading(w, "Signs caught and missed");
        any = true;
        sign(w, &score->cues[i]);
    }
    for (size_t i = 0; i < score->notice_count; i++) {
        if (score->notices[i].option == MODEL_NONE)
            continue;
        if (!any)
            cli_report_heading(w, "Signs caught and missed");
        any = true;
        noticed(w, &score->notices[i]);
    }
}

static void skill(cli_report_writer *w, uint32_t index)
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
    cli_report_para_of(w, "  ", 10, &text);
}

void cli_report_skills(cli_report_writer *w)
{
    const uint32_t most = w->sc->count[MODEL_S_SKILLS];
    uint32_t *order = malloc((most ? most : 1) * sizeof *order);

    if (!order) {
        w->out->failed = true;
        return;
    }

    const size_t count = report_run_skills(order, w->score);

    if (count)
        cli_report_heading(w, "What you practised");
    for (size_t i = 0; i < count; i++)
        skill(w, order[i]);
    free(order);
}

void cli_report_steps(cli_report_writer *w)
{
    const model_range framework = w->sc->info->framework;
    const model_step *step = &w->sc->steps[framework.first];
    base_bytes meant = {0}, played = {0};
    uint32_t last = MODEL_NONE;

    if (framework.count == 0)
        return;
    cli_report_heading(w, "The steps");
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
    cli_report_para_of(w, "  Meant:  ", 10, &meant);
    cli_report_para_of(w, "  Played: ", 10, &played);
}
