/* A score as the window's debrief. */
#include "cli/debrief.h"

#include "base/fail.h"
#include "view/portrait.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cli_debrief {
    sim_record record; /* acts and texts copied into `arena` */
    base_arena arena;
    sim_score *score;
    prove_work work;
    atomic_bool stop;
    void (*found)(void *user);
    void *user;

    pthread_t thread;
    bool running;      /* the thread is to be joined */
    atomic_bool known; /* `roads` are whole: the thread writes them no more */
    cli_roads roads;

    const char *const *portrait;
    view_debrief_point *points;
    view_debrief_skill *skills;
    view_debrief_figure *figures;
    view_debrief_cue *cues;
    size_t cue_count;
    view_debrief_step *steps;
    view_debrief_unsaid *unsaid;
    const char **reflect;
    const char **said;
    view_debrief_other *others;
    float *road; /* the road's curve, with the point where it begins */
    cli_tries tries;
};

/* --- what is known at once ---------------------------------------------------------- */

static void *many(cli_debrief *d, size_t count, size_t size)
{
    return base_arena_alloc(&d->arena, (count + 1) * size);
}

static float share(int32_t millionths)
{
    return (float)millionths / SIM_MOOD_WHOLE;
}

static bool fill_points(cli_debrief *d)
{
    const sim_score *s = d->score;

    d->points = many(d, s->turn_count + 1, sizeof *d->points);
    for (size_t i = 0; d->points && i <= s->turn_count; i++) {
        const sim_point *from = &s->points[i];
        d->points[i] = (view_debrief_point){.mood = share(from->mood.ease),
                                            .tension = share(from->mood.tension),
                                            .warmth = share(from->mood.warmth),
                                            .engagement = share(from->mood.engagement),
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

    d->skills = many(d, count, sizeof *d->skills);
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

    d->figures = many(d, d->score->figure_count, sizeof *d->figures);
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
    d->cues = many(d, d->score->cue_count, sizeof *d->cues);
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

    d->steps = many(d, count, sizeof *d->steps);
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
    d->unsaid = many(d, d->score->unsaid_count, sizeof *d->unsaid);
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

    d->reflect = many(d, questions, sizeof *d->reflect);
    d->said = many(d, d->score->debrief_count, sizeof *d->said);
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
    const char **list = many(d, VIEW_PORTRAIT_ROOM, sizeof *list);

    if (list)
        view_portrait_of_speaker(scenario, scenario->info->customer, list);
    d->portrait = list;
    return list;
}

static ear_status fill_all(cli_debrief *d, ear_error *err)
{
    if (!fill_points(d) || !fill_skills(d) || !fill_figures(d) || !fill_cues(d) ||
        !fill_steps(d) || !fill_unsaid(d) || !fill_texts(d) || !fill_portrait(d))
        return base_fail_memory(err);
    return EAR_OK;
}

/* --- what is found beside it -------------------------------------------------------- */

static void *find(void *user)
{
    cli_debrief *d = user;

    cli_roads_find(&d->roads, &d->record, d->score, &d->work);
    atomic_store(&d->known, true);
    if (d->found && !atomic_load(&d->stop))
        d->found(d->user);
    return NULL;
}

static const char *copied(base_arena *arena, const char *text, bool *failed)
{
    const char *copy = text ? base_arena_copy(arena, text, strlen(text)) : NULL;

    *failed |= text && !copy;
    return copy;
}

/* The thread plays the run again when whoever recorded it may have gone on. */
static ear_status copy_record(cli_debrief *d, const sim_record *from, ear_error *err)
{
    sim_act *acts = many(d, from->count, sizeof *acts);
    bool failed = !acts;

    d->record = *from;
    d->record.hooks = (ear_hooks){NULL, NULL};
    d->record.from = copied(&d->arena, from->from, &failed);
    d->record.set = copied(&d->arena, from->set, &failed);
    for (size_t i = 0; acts && i < from->count; i++) {
        acts[i] = from->acts[i];
        acts[i].id = copied(&d->arena, from->acts[i].id, &failed);
    }
    d->record.acts = acts;
    return failed ? base_fail_memory(err) : EAR_OK;
}

ear_status cli_debrief_new(cli_debrief **out, const cli_look_back *from, ear_error *err)
{
    cli_debrief *d = calloc(1, sizeof *d);

    if (!d)
        return base_fail_memory(err);
    d->found = from->found;
    d->user = from->user;
    d->work = (prove_work){.helpers = from->helpers, .stop = &d->stop};
    ear_status status = copy_record(d, from->record, err);
    if (status == EAR_OK)
        status = sim_score_new(&d->score, from->record, err);
    if (status == EAR_OK)
        status = fill_all(d, err);
    if (status != EAR_OK) {
        cli_debrief_free(d);
        return status;
    }
    d->running = pthread_create(&d->thread, NULL, find, d) == 0;
    if (!d->running)
        atomic_store(&d->known, true); /* without roads, then */
    *out = d;
    return EAR_OK;
}

void cli_debrief_wait(cli_debrief *debrief)
{
    if (debrief->running)
        pthread_join(debrief->thread, NULL);
    debrief->running = false;
}

const sim_score *cli_debrief_score(const cli_debrief *debrief)
{
    return debrief->score;
}

const cli_roads *cli_debrief_roads(cli_debrief *debrief)
{
    cli_debrief_wait(debrief);
    return &debrief->roads;
}

void cli_debrief_stop(cli_debrief *debrief)
{
    if (!debrief)
        return;
    atomic_store(&debrief->stop, true);
    cli_debrief_wait(debrief);
}

void cli_debrief_free(cli_debrief *debrief)
{
    if (!debrief)
        return;
    cli_debrief_stop(debrief);
    cli_roads_release(&debrief->roads);
    sim_score_free(debrief->score);
    base_arena_release(&debrief->arena);
    free(debrief);
}

/* --- as the window wants it --------------------------------------------------------- */

/* The two weakest and the turning reply, in the order in which they were given. */
static void fill_heard(const sim_score *score, uint32_t heard[3])
{
    uint32_t list[3] = {score->weakest[0], score->weakest[1], score->turned};

    for (int i = 0; i < 3; i++)
        for (int k = i + 1; k < 3; k++)
            if (list[k] < list[i]) {
                const uint32_t swap = list[i];
                list[i] = list[k];
                list[k] = swap;
            }
    for (int i = 0; i < 3; i++)
        heard[i] = VIEW_NO_POINT;
    for (int i = 0, n = 0; i < 3; i++)
        if (list[i] > 0 && (i == 0 || list[i] != list[i - 1]))
            heard[n++] = list[i];
}

static void fill_next(cli_debrief *d, view_debrief *out)
{
    const size_t room = sizeof out->next / sizeof *out->next;
    const size_t count =
        cli_tries_of(&d->tries, atomic_load(&d->known) ? &d->roads : NULL, d->score);

    for (size_t i = 0; i < count && i < room; i++)
        out->next[i] = d->tries.at[i];
}

static void fill_road(cli_debrief *d, view_debrief *out)
{
    const report_road *road = &d->roads.road;

    if (road->count == 0)
        return;
    if (!d->road)
        d->road = many(d, road->count + 1, sizeof *d->road);
    if (!d->road)
        return;
    d->road[0] = share(d->score->points[road->turn - 1].mood.ease);
    for (size_t i = 0; i < road->count; i++)
        d->road[i + 1] = share(road->ease[i]);
    out->road = d->road;
    out->road_count = road->count + 1;
    out->road_from = road->turn - 1;
}

static void fill_others(cli_debrief *d, view_debrief *out)
{
    const report_what_if *what_if = &d->roads.what_if;

    if (what_if->turn == 0)
        return;
    if (!d->others)
        d->others = many(d, what_if->count, sizeof *d->others);
    for (size_t i = 0; d->others && i < what_if->count; i++)
        d->others[i] = (view_debrief_other){
            what_if->others[i].id, what_if->others[i].words, what_if->others[i].comes};
    out->others = d->others;
    out->other_count = d->others ? what_if->count : 0;
    out->costly = what_if->turn;
}

static void fill_roads(cli_debrief *d, view_debrief *out)
{
    out->costly = VIEW_NO_POINT;
    out->searching = !atomic_load(&d->known);
    if (out->searching)
        return;
    out->sampled = d->roads.sampled;
    fill_road(d, out);
    fill_others(d, out);
}

void cli_debrief_fill(cli_debrief *debrief, view_debrief *out)
{
    const sim_score *s = debrief->score;
    const ear_scenario *scenario = s->scenario;
    const uint32_t customer = scenario->info->customer;

    *out = (view_debrief){
        .title = s->title,
        .summary = s->summary,
        .rating = s->outcome == MODEL_NONE
                      ? MODEL_MIXED
                      : (model_rating)scenario->moments[s->outcome].rating,
        .customer = customer < scenario->count[MODEL_S_SPEAKERS]
                        ? model_string(scenario, scenario->speakers[customer].name)
                        : "",
        .portrait = debrief->portrait,
        .points = debrief->points,
        .count = s->turn_count + 1,
        .turned = s->turned ? s->turned : VIEW_NO_POINT,
        .slipped = s->slipped,
        .skills = debrief->skills,
        .skill_count = scenario->count[MODEL_S_SKILLS],
        .figures = debrief->figures,
        .figure_count = s->figure_count,
        .cues = debrief->cues,
        .cue_count = debrief->cue_count,
        .framework = model_string(scenario, scenario->info->framework_name),
        .steps = debrief->steps,
        .step_count = scenario->count[MODEL_S_STEPS],
        .unsaid = debrief->unsaid,
        .unsaid_count = s->unsaid_count,
        .reflect = debrief->reflect,
        .reflect_count = scenario->count[MODEL_S_REFLECTS],
        .felt_heard = (float)s->heard / 10,
        .said = debrief->said,
    };
    fill_heard(s, out->heard);
    fill_roads(debrief, out);
    fill_next(debrief, out);
}
