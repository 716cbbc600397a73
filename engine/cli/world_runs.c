/* The app's host as far as runs are kept: the record of the one being played, and one
 * that comes back. */
#include "cli/world_runs.h"
#include "cli/say.h"

#include "cli/runs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- the run at hand ---------------------------------------------------------------- */

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
        cli_say("this run is not being kept: %s", err.message);
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

/* --- a run that comes back ---------------------------------------------------------- */

/* A session for world->resume.run, which host.resume is to play again. */
static ear_status come_back(cli_world *world, ear_session **out, ear_error *err)
{
    const ear_status status =
        cli_resume_session(out, &world->resume, world->now.loaded, err);

    if (status != EAR_OK)
        return status;
    world->resuming = *out;
    world->from = world->resume.run->start.from;
    begin_record(world, *out);
    return EAR_OK;
}

ear_status cli_world_resume(cli_world *world, bool *found, ear_session **out,
                            ear_error *err)
{
    ear_status status;

    let_go(world);
    *found = false;
    status = cli_resume_find(&world->resume, world->now.loaded, world->learner, err);
    if (status != EAR_OK || !world->resume.run)
        return status;
    *found = true;
    return come_back(world, out, err);
}

ear_status cli_world_go_on(cli_world *world, bool *found, ear_session **out,
                           ear_error *err)
{
    store_run_id id;

    *found = cli_record_unfinished(world->record);
    if (!*found)
        return EAR_OK;
    id = cli_record_id(world->record);
    let_go(world);
    const ear_status status = cli_run_named(&world->resume.run, id.text, err);
    return status == EAR_OK ? come_back(world, out, err) : status;
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
