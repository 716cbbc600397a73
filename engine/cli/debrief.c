/* A score as the window's debrief. */
#include "cli/debrief_internal.h"

#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

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
    sim_act *acts = cli_debrief_many(d, from->count, sizeof *acts);
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
        status = cli_debrief_facts(d, err);
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
        d->road = cli_debrief_many(d, road->count + 1, sizeof *d->road);
    if (!d->road)
        return;
    d->road[0] = cli_debrief_share(d->score->points[road->turn - 1].mood.ease);
    for (size_t i = 0; i < road->count; i++)
        d->road[i + 1] = cli_debrief_share(road->ease[i]);
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
        d->others = cli_debrief_many(d, what_if->count, sizeof *d->others);
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
