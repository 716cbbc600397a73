/* What the home screen says of the runs that are kept: which can be carried on with, what
 * came of the last ones, which endings were seen, what grew. */
#include "cli/runs.h"
#include "cli/world_runs.h"
#include "model/terms.h"
#include "store/file.h"

#include <stdio.h>
#include <string.h>

#define MOST_PAST 4

/* "PATH#scenario" is how an entry is called; its pack's id stands beside. */
static bool is_entry(const cli_world *world, size_t i, const store_start *start)
{
    const view_entry *entry = &world->entries[i];
    const char *scenario = entry->id ? strrchr(entry->id, '#') : NULL;
    const char *pack = world->entry_pack[i] ? world->entry_pack[i] : "";

    return scenario && start->pack[0] && strcmp(scenario + 1, start->scenario) == 0 &&
           strcmp(pack, start->pack) == 0;
}

static bool see_unfinished(void *user, store_run *run)
{
    cli_world *world = user;

    for (size_t i = 0; i < world->catalogue.count; i++) {
        if (!is_entry(world, i, &run->start))
            continue;
        world->entries[i].unfinished = true;
        if (world->catalogue.carry_on == SIZE_MAX)
            world->catalogue.carry_on = i;
    }
    store_run_free(run);
    return true;
}

/* The run at hand is nobody else's business, but it can be carried on with all the same.
 */
static void see_own(cli_world *world)
{
    if (!cli_record_unfinished(world->record))
        return;
    const store_start own = {.pack = world->now.loaded->pack->id,
                             .scenario = ear_scenario_id(world->now.loaded->scenario)};
    for (size_t i = 0; i < world->catalogue.count; i++)
        if (is_entry(world, i, &own)) {
            world->entries[i].unfinished = true;
            world->catalogue.carry_on = i;
        }
}

static void see_endings(cli_world *world, store_history *history)
{
    for (size_t i = 0; i < world->catalogue.count; i++) {
        view_entry *entry = &world->entries[i];
        const char *scenario = entry->id ? strrchr(entry->id, '#') : NULL;
        const store_filter filter = {.pack = world->entry_pack[i],
                                     .scenario = scenario ? scenario + 1 : "",
                                     .learner = world->learner};

        if (store_history_endings(history, &filter, &entry->endings_seen, NULL) != EAR_OK)
            entry->endings_seen = 0;
        if (entry->endings_seen > entry->endings) /* of what it was once */
            entry->endings_seen = entry->endings;
    }
}

typedef struct curve {
    view_past *past;
    float *at;
    size_t room;
} curve;

static bool add_point(void *user, const store_turn_row *row)
{
    curve *c = user;

    if (c->past->count < c->room)
        c->at[c->past->count++] = (float)row->turn.after / 1e6f;
    return true;
}

static const char *keep(cli_world *world, const char *text)
{
    return base_arena_copy(&world->past_arena, text ? text : "",
                           strlen(text ? text : ""));
}

static bool add_past(void *user, const store_run_row *row)
{
    cli_world *world = user;
    view_past *past = &world->past[world->catalogue.past_count++];
    float *points =
        base_arena_alloc(&world->past_arena, ((size_t)row->turns + 1) * sizeof *points);

    *past = (view_past){.title = keep(world, row->title),
                        .outcome = keep(world, row->outcome_title),
                        .rating = MODEL_MIXED,
                        .curve = points,
                        .count = points ? 1 : 0};
    for (unsigned i = 0; i < 3; i++)
        if (row->rating && strcmp(row->rating, model_rating_terms[i]) == 0)
            past->rating = (model_rating)i;
    world->past_room[world->catalogue.past_count - 1] = (size_t)row->turns + 1;
    if (points)
        points[0] = (float)row->ease_at_start / 1e6f;
    snprintf(world->past_run[world->catalogue.past_count - 1].text, STORE_RUN_ID_MOST,
             "%s", row->id);
    return world->catalogue.past_count < MOST_PAST;
}

static void see_past(cli_world *world, store_history *history)
{
    const store_filter newest = {
        .learner = world->learner, .most = MOST_PAST, .newest_first = true};

    store_history_runs(history, &newest, add_past, world, NULL);
    for (size_t i = 0; i < world->catalogue.past_count; i++) {
        const store_filter one = {.run = world->past_run[i].text};
        view_past *past = &world->past[i];
        curve c = {past, (float *)past->curve, world->past_room[i]};

        if (past->count)
            store_history_turns(history, &one, add_point, &c, NULL);
    }
    world->catalogue.past = world->past;
}

#define MOST_SKILLS  32
#define RUNS_TO_GROW 3 /* fewer say nothing about growth */

typedef struct growing {
    cli_world *world;
    view_growth skills[MOST_SKILLS];
    size_t count;
} growing;

static view_growth *growth_of(growing *g, const char *skill)
{
    for (size_t i = 0; i < g->count; i++)
        if (strcmp(g->skills[i].skill, skill) == 0)
            return &g->skills[i];
    if (g->count == MOST_SKILLS)
        return NULL;
    g->skills[g->count] = (view_growth){.skill = keep(g->world, skill)};
    return g->skills[g->count].skill ? &g->skills[g->count++] : NULL;
}

static bool add_skill(void *user, const store_skill_row *row)
{
    growing *g = user;
    view_growth *grown = row->skill.possible > 0 ? growth_of(g, row->skill.id) : NULL;

    if (!grown)
        return true;
    const size_t latest = grown->runs > 0;

    grown->points[latest] = row->skill.points;
    grown->possible[latest] = row->skill.possible;
    grown->runs++;
    return true;
}

/* The skill that most runs practised; of several the one with most to show. */
static void see_growth(cli_world *world, store_history *history)
{
    const store_filter all = {.learner = world->learner};
    growing g = {.world = world};
    const view_growth *most = NULL;

    if (store_history_skills(history, &all, add_skill, &g, NULL) != EAR_OK)
        return;
    for (size_t i = 0; i < g.count; i++) {
        const view_growth *at = &g.skills[i];

        if (at->runs >= RUNS_TO_GROW &&
            (!most || at->runs > most->runs ||
             (at->runs == most->runs && at->possible[1] > most->possible[1])))
            most = at;
    }
    if (!most)
        return;
    world->growth = *most;
    world->catalogue.growth = &world->growth;
}

/* Without a history the newest journals are looked at one by one. */
static void see_left(cli_world *world, store_history *history)
{
    char data[STORE_PATH_MOST], runs[STORE_PATH_MOST];

    if (history)
        store_history_unfinished(history, NULL, see_unfinished, world, NULL);
    else if (cli_record_folder(data, sizeof data) &&
             store_path_join(runs, sizeof runs, data, "runs"))
        store_run_each_unfinished(runs, NULL, STORE_LOOK_BACK, see_unfinished, world,
                                  NULL);
    see_own(world);
}

void cli_world_look_at_runs(cli_world *world)
{
    store_history *history = NULL;

    if (world->fresh || !world->keep || !world->entries)
        return;
    world->fresh = true;
    world->catalogue.carry_on = SIZE_MAX;
    world->catalogue.past_count = 0;
    world->catalogue.growth = NULL;
    base_arena_release(&world->past_arena);
    for (size_t i = 0; i < world->catalogue.count; i++)
        world->entries[i].unfinished = false;
    cli_history_open(&history, NULL); /* NULL: it cannot be */
    see_left(world, history);
    if (!history)
        return;
    see_endings(world, history);
    see_past(world, history);
    see_growth(world, history);
    store_history_close(history);
}
