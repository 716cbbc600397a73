#include "cli/world.h"

#include "base/fail.h"
#include "base/utf8.h"
#include "cli/level.h"
#include "cli/open.h"
#include "cli/places.h"
#include "cli/proving.h"
#include "cli/world_after.h"
#include "cli/world_graph.h"
#include "cli/world_proof.h"
#include "cli/world_runs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The clock is the window's; calls from here happen at the time it gave last. */
#define AT_THE_LAST_TIME 0

static void close_talk(cli_talk_open *talk)
{
    cli_loaded_free(talk->loaded);
    cli_pack_free(talk->pack);
    model_findings_release(&talk->findings);
    *talk = (cli_talk_open){.pack = NULL};
}

/* The first finding that keeps it from being played; NULL. */
static const model_finding *stopping(const model_findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        if (cli_stops_play(&findings->at[i]))
            return &findings->at[i];
    return NULL;
}

static ear_status load(cli_world *world, cli_talk_open *out, const char *path,
                       ear_error *err)
{
    model_findings *findings = &out->findings;
    ear_status status = cli_pack_open(&out->pack, path, &world->load, findings, err);

    if (status == EAR_OK && out->pack)
        status = cli_load(&out->loaded, out->pack, NULL, findings, err);
    if (status != EAR_OK)
        return status;
    const model_finding *stop = stopping(findings);
    if (stop || !out->loaded || !out->loaded->scenario)
        return base_fail(err, EAR_E_FORMAT, "%s: %s", path,
                         stop ? stop->message : "there is nothing to play");
    return EAR_OK;
}

/* Whoever named the pack, or has it in a folder of their own, may be there to write it;
 * whoever practises with a lesson or is assessed sees nothing behind it. */
static bool may_write(const cli_world *world)
{
    const store_start *was = world->resuming ? &world->resume.run->start : NULL;
    char own[CLI_WORLD_PATH];

    if (world->assess || world->learner || (was && (was->assess || was->learner)))
        return false;
    if (world->named)
        return true;
    return cli_place_home(own, sizeof own, "DATA", ".local/share") &&
           strncmp(world->path, own, strlen(own)) == 0;
}

view_scenario cli_world_scenario(const cli_world *world, const char *from)
{
    const store_start *was = world->resuming ? &world->resume.run->start : NULL;

    return (view_scenario){.model = world->now.loaded->scenario,
                           .path = world->path,
                           .seed = was ? was->seed : world->options.seed,
                           .assess = was ? was->assess : world->assess,
                           .author = may_write(world),
                           .level = world->level,
                           .from = from,
                           .next = from ? NULL : world->next};
}

/* Of the talk at hand, from its start or from `from`. */
static ear_status make_session(cli_world *world, const char *from, ear_session **out,
                               ear_error *err)
{
    ear_options options = world->options;

    options.hooks = world->now.loaded->hooks;
    options.from = from ? from : options.from;
    world->from = options.from;
    cli_world_listen(world);
    return ear_session_new(out, world->now.loaded->scenario, &options, err);
}

static ear_status new_session(cli_world *world, const char *from, ear_session **out,
                              ear_error *err)
{
    const ear_status status = make_session(world, from, out, err);

    cli_world_record(world, status == EAR_OK ? *out : NULL);
    return status;
}

/* The run that was left, or a new one where there is none. */
static ear_status open_session(cli_world *world, bool resume, ear_session **out,
                               ear_error *err)
{
    bool found = false;
    ear_status status = EAR_OK;

    if (resume) {
        cli_world_listen(world);
        status = cli_world_resume(world, &found, out, err);
    }
    if (status == EAR_OK && !found)
        status = new_session(world, NULL, out, err);
    if (status == EAR_OK)
        cli_world_look_up_next(world);
    return status;
}

/* Puts `talk` in the place of the one at hand, which the app may still be looking at. */
static void take(cli_world *world, cli_talk_open talk, const char *path)
{
    cli_world_prove_end(world);
    if (world->before.loaded && world->graph_of == world->before.loaded->scenario)
        cli_world_graph_end(world);
    close_talk(&world->before);
    world->before = world->now;
    world->now = talk;
    if (path != world->path)
        snprintf(world->path, sizeof world->path, "%s", path);
}

/* --- the host ----------------------------------------------------------------------- */

static const view_catalogue *host_catalogue(void *user)
{
    return cli_world_catalogue(user);
}

static ear_status host_open(void *user, const char *id, bool resume, ear_session **out,
                            view_scenario *scenario, ear_error *err)
{
    cli_world *world = user;
    cli_talk_open talk = {.pack = NULL};
    ear_status status = EAR_OK;

    if (id) {
        status = load(world, &talk, id, err);
        if (status == EAR_OK) {
            take(world, talk, id);
            world->named = false;
        } else {
            close_talk(&talk);
        }
    } else if (!world->now.loaded)
        return base_fail(err, EAR_E_STATE, "nothing is being played");
    if (status == EAR_OK)
        status = open_session(world, resume, out, err);
    if (status == EAR_OK)
        *scenario = cli_world_scenario(world, NULL);
    return status;
}

static ear_status host_open_at(void *user, const char *moment, ear_session **out,
                               view_scenario *scenario, ear_error *err)
{
    cli_world *world = user;
    const ear_status status = new_session(world, moment, out, err);

    if (status == EAR_OK)
        *scenario = cli_world_scenario(world, moment);
    return status;
}

static void host_reload(void *user)
{
    cli_world_reload(user);
}

/* --- reading again ------------------------------------------------------------------ */

/* The source lines around the mistake, from the pack as it lies on the disk. */
static void source_lines(const cli_pack *pack, const model_finding *f, base_bytes *out,
                         view_problem *problem)
{
    size_t length;
    const char *text = pack ? cli_pack_text(pack, f->file, &length) : NULL;
    int line = 1;
    const int first = (int)f->line > 3 ? (int)f->line - 2 : 1;

    problem->first_line = first;
    for (; text && *text && line < first + 6; line++) {
        const size_t n = strcspn(text, "\n");
        if (line >= first) {
            base_utf8_clean(out, text, n);
            base_bytes_char(out, '\n');
        }
        text += n + (text[n] == '\n');
    }
    problem->lines = base_bytes_string(out);
}

static void show_problem(cli_world *world, const cli_pack *pack,
                         const model_findings *findings, const ear_error *err)
{
    const model_finding *stop = stopping(findings);
    base_bytes lines = {0};
    view_problem problem = {.title = err->message};
    char place[CLI_WORLD_PATH];

    if (stop) {
        snprintf(place, sizeof place, "%s, line %u", stop->file, (unsigned)stop->line);
        problem.title = stop->message;
        problem.place = place;
        problem.why = stop->hint;
        problem.file = stop->file;
        problem.line = (int)stop->line;
        source_lines(pack, stop, &lines, &problem);
    }
    view_app_problem(world->app, &problem, AT_THE_LAST_TIME);
    base_bytes_release(&lines);
}

/* For the talk that was read again. A run that is under way goes on in its journal. One
 * that has ended stays as it was played: shown in the new version it is a look at it, as
 * from the graph, and no run. */
static ear_status session_again(cli_world *world, ear_session **out, ear_error *err)
{
    const bool kept = world->record && !cli_record_ended(world->record);
    bool found = false;
    ear_status status = EAR_OK;

    cli_world_listen(world);
    status = cli_world_go_on(world, &found, out, err);
    if (status == EAR_OK && !found && kept)
        return new_session(world, NULL, out, err);
    if (status == EAR_OK && !found) {
        cli_world_record(world, NULL);
        return make_session(world, NULL, out, err);
    }
    return status;
}

void cli_world_reload(cli_world *world)
{
    cli_talk_open talk = {.pack = NULL};
    ear_error err = {.status = EAR_OK};
    ear_session *session = NULL;

    if (!world->path[0])
        return;
    if (load(world, &talk, world->path, &err) != EAR_OK) {
        show_problem(world, talk.pack, &talk.findings, &err);
        close_talk(&talk);
    } else {
        take(world, talk, world->path);
        if (session_again(world, &session, &err) == EAR_OK) {
            const view_scenario scenario = cli_world_scenario(world, NULL);
            view_app_reloaded(world->app, session, &scenario, AT_THE_LAST_TIME, &err);
        }
        cli_world_prove(world, true);
    }
}

/* --- beginning and end -------------------------------------------------------------- */

ear_status cli_world_begin(cli_world *world, ear_error *err)
{
    view_host host = {.user = world,
                      .catalogue = host_catalogue,
                      .open = host_open,
                      .open_at = host_open_at,
                      .reload = host_reload};

    *world = (cli_world){.options = {.seed = (uint64_t)time(NULL), .history = true}};
    cli_world_settings(&host);
    cli_world_graph(&host);
    cli_world_after(&host);
    cli_world_author(&host);
    cli_world_runs(&host);
    cli_world_proof(&host);
    const ear_status status = view_app_new(&world->app, &host, err);
    if (status == EAR_OK)
        cli_world_read_settings(world);
    return status;
}

ear_status cli_world_welcome(cli_world *world, ear_error *err)
{
    const view_catalogue *list = cli_world_catalogue(world);
    const char *first = NULL;

    if (!world->first_time)
        return EAR_OK;
    for (size_t i = 0; list && i < list->count; i++)
        if (strstr(list->entries[i].id, "hello-customer"))
            first = list->entries[i].id;
    return view_app_welcome(world->app, first, err);
}

void cli_world_end(cli_world *world)
{
    cli_world_prove_end(world);
    view_app_free(world->app);
    cli_world_runs_end(world);
    cli_world_graph_end(world);
    cli_world_listen(world);
    close_talk(&world->now);
    close_talk(&world->before);
    base_arena_release(&world->arena);
    free(world->entries);
}

void cli_world_voice(cli_world *world, const char *voice)
{
    char line[64];

    if (!voice)
        return;
    snprintf(line, sizeof line, "voice = %s\n", voice);
    view_app_ask(world->app, line);
}

void cli_world_asked(cli_world *world, const cli_args *args)
{
    view_level level;

    world->load = cli_load_asked(args);
    world->options.seed = cli_number(args, "seed", world->options.seed);
    world->options.from = cli_text(args, "from");
    world->options.set = cli_text(args, "set");
    world->assess = cli_given(args, "assess");
    world->learner = cli_text(args, "learner");
    world->resume_first = cli_given(args, "resume");
    world->keep = !cli_given(args, "no-save");
    world->writing = !world->assess && !world->learner;
    cli_world_voice(world, cli_text(args, "voice"));
    if (cli_level_asked(&level, args))
        world->level = (uint8_t)(level + 1);
}

int cli_world_play(cli_world *world, const char *path)
{
    cli_opened opened;
    ear_error err = {.status = EAR_OK};
    ear_session *session = NULL;
    const int code = cli_open(&opened, path, &world->load);

    if (code != -1) {
        cli_opened_release(&opened);
        return code;
    }
    world->named = true;
    take(world, (cli_talk_open){opened.pack, opened.loaded, opened.findings}, path);
    ear_status status = open_session(world, world->resume_first, &session, &err);
    const view_scenario scenario = cli_world_scenario(world, NULL);
    if (status == EAR_OK && world->resuming)
        status = view_app_resume(world->app, session, &scenario, AT_THE_LAST_TIME, &err);
    else if (status == EAR_OK)
        status = view_app_play(world->app, session, &scenario, AT_THE_LAST_TIME, &err);
    if (status == EAR_OK) {
        cli_world_opened(world);
        return -1;
    }
    const int failed = cli_failed(&err);
    return status == EAR_E_NOT_FOUND ? CLI_USAGE : failed;
}
