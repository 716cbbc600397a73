/* What a score says, as lists for the window: all that is known without a search. */
#include "cli/debrief_internal.h"

#include "base/fail.h"
#include "view/portrait.h"

#include <stdio.h>
#include <string.h>

void *cli_debrief_many(cli_debrief *d, size_t count, size_t size)
{
    return base_arena_alloc(&d->arena, (count + 1) * size);
}

static bool fill_points(cli_debrief *d)
{
    const sim_score *s = d->score;

    d->points = cli_debrief_many(d, s->turn_count + 1, sizeof *d->points);
    for (size_t i = 0; d->points && i <= s->turn_count; i++) {
        const sim_point *from = &s->points[i];
        d->points[i] =
            (view_debrief_point){.mood = cli_debrief_share(from->mood.ease),
                                 .tension = cli_debrief_share(from->mood.tension),
                                 .warmth = cli_debrief_share(from->mood.warmth),
                                 .engagement = cli_debrief_share(from->mood.engagement),
                                 .look = from->tone};
        if (i > 0) {
            d->points[i].said = s->turns[i - 1].words;
            d->points[i].thinks = s->turns[i - 1].thinks;
            d->points[i].why = s->turns[i - 1].why;
        }
    }
    return d->points;
}

static const char *label_or_id(const ear_scenario *scenario, model_text label,
                               model_text id)
{
    return model_string(scenario, label.length ? label : id);
}

static bool fill_skills(cli_debrief *d)
{
    const ear_scenario *scenario = d->score->scenario;
    const uint32_t count = scenario->count[MODEL_S_SKILLS];

    d->skills = cli_debrief_many(d, count, sizeof *d->skills);
    for (uint32_t i = 0; d->skills && i < count; i++) {
        const sim_skilled *from = &d->score->skills[i];
        d->skills[i] = (view_debrief_skill){
            .label = model_string(scenario, scenario->skills[i].id),
            .earned = from->earned,
            .possible = from->possible,
            .line = from->best ? d->score->turns[from->best - 1].words : NULL};
    }
    return d->skills;
}

static bool fill_figures(cli_debrief *d)
{
    const ear_scenario *scenario = d->score->scenario;

    d->figures = cli_debrief_many(d, d->score->figure_count, sizeof *d->figures);
    for (size_t i = 0; d->figures && i < d->score->figure_count; i++) {
        const sim_figure *from = &d->score->figures[i];
        const model_kpi *kpi = &scenario->kpis[from->kpi];
        char value[120];
        snprintf(value, sizeof value, "%.1f %s", (double)from->tenths / 10,
                 model_string(scenario, kpi->unit));
        d->figures[i].label = label_or_id(scenario, kpi->label, kpi->id);
        d->figures[i].value = base_arena_copy(&d->arena, value, strlen(value));
        if (!d->figures[i].value)
            return false;
    }
    return d->figures;
}

static bool fill_cues(cli_debrief *d)
{
    d->cues = cli_debrief_many(d, d->score->cue_count, sizeof *d->cues);
    for (size_t i = 0; d->cues && i < d->score->cue_count; i++)
        if (d->score->cues[i].caught != SIM_CUE_OPEN)
            d->cues[d->cue_count++] =
                (view_debrief_cue){.text = d->score->cues[i].words,
                                   .caught = d->score->cues[i].caught == SIM_CUE_CAUGHT};
    return d->cues;
}

static bool fill_steps(cli_debrief *d)
{
    const ear_scenario *scenario = d->score->scenario;
    const uint32_t count = scenario->count[MODEL_S_STEPS];

    d->steps = cli_debrief_many(d, count, sizeof *d->steps);
    for (uint32_t i = 0; d->steps && i < count; i++) {
        d->steps[i] =
            (view_debrief_step){.name = model_string(scenario, scenario->steps[i].name),
                                .turn = d->score->steps[i]};
        for (uint32_t k = 0; k < i; k++)
            d->steps[i].early |=
                d->steps[i].turn &&
                (!d->steps[k].turn || d->steps[k].turn > d->steps[i].turn);
    }
    return d->steps;
}

static bool fill_unsaid(cli_debrief *d)
{
    d->unsaid = cli_debrief_many(d, d->score->unsaid_count, sizeof *d->unsaid);
    for (size_t i = 0; d->unsaid && i < d->score->unsaid_count; i++)
        d->unsaid[i] = (view_debrief_unsaid){.turn = d->score->unsaid[i].number,
                                             .said = d->score->unsaid[i].words,
                                             .thinks = d->score->unsaid[i].thinks};
    return d->unsaid;
}

static bool fill_texts(cli_debrief *d)
{
    const ear_scenario *scenario = d->score->scenario;
    const uint32_t questions = scenario->count[MODEL_S_REFLECTS];

    d->reflect = cli_debrief_many(d, questions, sizeof *d->reflect);
    d->said = cli_debrief_many(d, d->score->debrief_count, sizeof *d->said);
    if (!d->reflect || !d->said)
        return false;
    for (uint32_t i = 0; i < questions; i++)
        d->reflect[i] = model_string(scenario, scenario->reflects[i].text);
    for (size_t i = 0; i < d->score->debrief_count; i++)
        d->said[i] = d->score->debrief[i];
    return true;
}

static bool fill_portrait(cli_debrief *d)
{
    const ear_scenario *scenario = d->score->scenario;
    const char **list = cli_debrief_many(d, VIEW_PORTRAIT_ROOM, sizeof *list);

    if (list)
        view_portrait_of_speaker(scenario, scenario->info->customer, list);
    d->portrait = list;
    return list;
}

ear_status cli_debrief_facts(cli_debrief *d, ear_error *err)
{
    if (!fill_points(d) || !fill_skills(d) || !fill_figures(d) || !fill_cues(d) ||
        !fill_steps(d) || !fill_unsaid(d) || !fill_texts(d) || !fill_portrait(d))
        return base_fail_memory(err);
    return EAR_OK;
}
