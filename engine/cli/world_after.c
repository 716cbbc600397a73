/* The app's host when a talk is over: what was done is kept while it is played, and
 * looked back at when it has ended. */
#include "cli/world_after.h"

#include "cli/proving.h"
#include "cli/record.h"

#include <string.h>

void cli_world_listen(cli_world *world)
{
    cli_acts_release(&world->acts);
    world->acts = (cli_acts){0};
    cli_debrief_free(world->debrief);
    world->debrief = NULL;
    world->rated = 0;
    base_bytes_clear(&world->chosen);
}

sim_record cli_world_record_of(const cli_world *world)
{
    const store_start *was = world->resuming ? &world->resume.run->start : NULL;

    return (sim_record){.scenario = world->now.loaded->scenario,
                        .hooks = world->now.loaded->hooks,
                        .seed = was ? was->seed : world->options.seed,
                        .from = world->from,
                        .set = was ? was->set : world->options.set,
                        .acts = world->acts.at,
                        .count = world->acts.count};
}

/* The search begins with the end of the run, while its last words are being read. */
static void look_back(cli_world *world)
{
    const sim_record record = cli_world_record_of(world);
    const cli_look_back from = {.record = &record,
                                .helpers = cli_prove_helpers(world->now.loaded),
                                .found = world->found,
                                .user = world->found_user};

    world->ended_at = cli_record_clock();
    if (!world->debrief && !world->acts.failed)
        cli_debrief_new(&world->debrief, &from, NULL);
}

static const char *reply_id(const cli_world *world, const ear_event *event)
{
    const ear_scenario *scenario = world->now.loaded->scenario;

    return model_string(scenario, scenario->details[event->index].id);
}

static void on_event(void *user, const ear_event *event)
{
    cli_world *world = user;

    cli_record_hear(world->record, event);
    if (event->kind == EAR_EVENT_REPLY)
        cli_acts_add(&world->acts, SIM_ACT_REPLY, reply_id(world, event), 0, 0);
    else if (event->kind == EAR_EVENT_END)
        look_back(world);
}

static void on_noticed(void *user, uint32_t notice, uint32_t option)
{
    cli_world *world = user;

    (void)notice;
    cli_record_noticed(world->record, option);
    cli_acts_add(&world->acts, SIM_ACT_NOTICE, NULL, option, 0);
}

static void on_back(void *user)
{
    cli_world *world = user;

    cli_record_took_back(world->record);
    cli_acts_add(&world->acts, SIM_ACT_BACK, NULL, 0, 0);
}

static bool on_debrief(void *user, view_debrief *debrief)
{
    cli_world *world = user;

    if (!world->debrief)
        return false;
    if (world->patient)
        cli_debrief_wait(world->debrief);
    cli_debrief_fill(world->debrief, debrief);
    return true;
}

void cli_world_after(view_host *host)
{
    host->event = on_event;
    host->noticed = on_noticed;
    host->took_back = on_back;
    host->debrief = on_debrief;
    host->report = cli_world_report;
}
