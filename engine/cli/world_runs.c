/* The app's host as far as runs are kept: the record of the one being played, one that
 * comes back, and what the home screen says of all of them. */
#include "cli/world_runs.h"

#include "cli/runs.h"
#include "store/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_PAST 4

/* --- the run at hand
 * --------------------------------------------------------------------- */

static void let_go(cli_world *world)
{
    cli_record_close(world->record);
    world->record = NULL;
    cli_resume_release(&world->resume);
    world->resuming = NULL;
    world->fresh = false;
}

static void begin_record(cli_world *world, ear_session *session)
{
    const store_start *was = world->resuming ? &world->resume.run->start : NULL;
    const cli_recorded recorded = {
        .loaded = world->now.loaded,
        .session = session,
        .seed = was ? was->seed : world->options.seed,
        .from = was ? was->from : world->from,
        .set = was ? was->set : world->options.set,
        .learner = cli_world_learner(world),
        .assess = was ? was->assess : world->assess,
    };
    ear_error err = {.status = EAR_OK};

    if (world->keep && session &&
        cli_record_new(&world->record, &recorded, &err) != EAR_OK)
        fprintf(stderr, "earshot: this run is not being kept: %s\n", err.message);
}

const char *cli_world_learner(const cli_world *world)
{
    return world->resuming ? world->resume.run->start.learner : world->learner;
}

void cli_world_look_up_next(cli_world *world)
{
    free(world->next);
    world->next = world->keep ? cli_history_next(cli_world_learner(world)) : NULL;
}

void cli_world_record(cli_world *world, ear_session *session)
{
    let_go(world);
    begin_record(world, session);
}

void cli_world_runs_end(cli_world *world)
{
    let_go(world);
    free(world->entry_pack);
    free(world->next);
    base_bytes_release(&world->chosen);
    base_arena_release(&world->past_arena);
}

static void on_settled(void *user, ear_status status)
{
    cli_world *world = user;

    cli_record_settle(world->record, status);
    world->fresh = false;
}

static bool on_saved(void *user, char *words, size_t room)
{
    cli_world *world = user;
    ear_error err = {.status = EAR_OK};

    if (!cli_record_idle(world->record))
        return false;
    if (!cli_record_wait(world->record, &err))
        snprintf(words, room, "%s", err.message);
    return true;
}

static void on_rated(void *user, uint32_t heard)
{
    cli_world *world = user;

    world->rated = heard;
    cli_record_rated(world->record, heard);
}

static void on_chose(void *user, const char *words)
{
    cli_world *world = user;

    base_bytes_clear(&world->chosen);
    base_bytes_text(&world->chosen, words);
    cli_record_next(world->record, words);
}

static void on_reflected(void *user, size_t question, const char *answer)
{
    cli_world *world = user;
    view_debrief debrief; /* the question as it was read */

    if (!world->debrief)
        return;
    cli_debrief_fill(world->debrief, &debrief);
    if (question < debrief.reflect_count)
        cli_record_reflected(world->record, debrief.reflect[question], answer);
}

/* --- a run that comes back
 * --------------------------------------------------------------- */

ear_status cli_world_resume(cli_world *world, bool *found, ear_session **out,
                            ear_error *err)
{
    ear_status status;

    let_go(world);
    *found = false;
    status = cli_resume_find(&world->resume, world->now.loaded, world->learner, err);
    if (status != EAR_OK || !world->resume.run)
        return status;
    status = cli_resume_session(out, &world->resume, world->now.loaded, err);
    if (status != EAR_OK)
        return status;
    *found = true;
    world->resuming = *out;
    world->from = world->resume.run->start.from;
    begin_record(world, *out);
    return EAR_OK;
}

typedef struct following {
    cli_world *world;
    const view_follow *view;
} following;

static void before(void *user, const store_event *event)
{
    const following *f = user;
    view_did did = VIEW_DID_REPLY;

    if (event->kind == STORE_EVENT_NOTICE) {
        did = VIEW_DID_NOTICE;
        cli_acts_add(&f->world->acts, SIM_ACT_NOTICE, NULL, event->option, 0);
    } else if (event->kind == STORE_EVENT_BACK) {
        did = VIEW_DID_BACK;
        cli_acts_add(&f->world->acts, SIM_ACT_BACK, NULL, 0, 0);
    }
    f->view->before(f->view->user, did, event->option);
}

static ear_status on_resume(void *user, const view_follow *view, view_returned *out,
                            ear_error *err)
{
    cli_world *world = user;
    following f = {world, view};
    const cli_resumed into = {world->now.loaded, world->resuming, world->record};
    const store_follow follow = {view->sink, before, &f};
    base_bytes said = {0};
    ear_status status;

    if (!world->resuming)
        return EAR_OK;
    status = cli_resume_play(&world->resume, &into, &follow, err);
    if (status == EAR_OK)
        cli_resume_words(&world->resume, &said);
    out->stopped = world->resume.replay.diverged;
    if (out->stopped)
        out->in_moment = cli_resume_in_moment(&world->resume, world->resuming);
    snprintf(out->words, sizeof out->words, "%s", base_bytes_string(&said));
    for (char *at = out->words; *at; at++)
        if (*at == '\n')
            *at = ' ';
    base_bytes_release(&said);
    return status;
}

void cli_world_runs(view_host *host)
{
    host->settled = on_settled;
    host->saved = on_saved;
    host->rated = on_rated;
    host->chose = on_chose;
    host->reflected = on_reflected;
    host->resume = on_resume;
}

/* --- the home screen
 * --------------------------------------------------------------------- */

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
    static const char *const ratings[] = {"weak", "mixed", "strong"};
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
        if (row->rating && strcmp(row->rating, ratings[i]) == 0)
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
