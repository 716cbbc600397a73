/* The graph of the talk at hand, and playing from one of its moments. */
#include "cli/world_graph.h"

#include "base/fail.h"
#include "cli/world_runs.h"

#include <stdio.h>

void cli_world_graph_end(cli_world *world)
{
    cli_graph_view_free(world->graph);
    world->graph = NULL;
    world->graph_of = NULL;
}

/* Drawn when it is first asked for, and kept for as long as the scenario is the same. */
static ear_status draw_graph(cli_world *world, ear_error *err)
{
    const cli_loaded *loaded = world->now.loaded;
    cli_graph_view *graph = NULL;

    if (!loaded)
        return base_fail(err, EAR_E_STATE, "nothing is being played");
    if (world->graph_of == loaded->scenario)
        return EAR_OK;
    const report_graph_options options = cli_graph_options(world->graph_asked, loaded);
    const ear_status status =
        cli_graph_view_new(&graph, loaded->scenario, &options,
                           world->graph_asked ? REPORT_PAGE : REPORT_WINDOW, err);
    if (status != EAR_OK)
        return status;
    cli_world_graph_end(world);
    world->graph = graph;
    world->graph_of = loaded->scenario;
    return EAR_OK;
}

static const view_graph *host_graph(void *user, char *why, size_t room)
{
    cli_world *world = user;
    ear_error err = {.status = EAR_OK};

    if (draw_graph(world, &err) == EAR_OK)
        return cli_graph_view_of(world->graph);
    snprintf(why, room, "No graph: %s.", err.message);
    return NULL;
}

static ear_status host_open_arriving(void *user, const char *moment, ear_session **out,
                                     view_scenario *scenario, ear_error *err)
{
    cli_world *world = user;
    ear_options options = world->options;

    if (draw_graph(world, NULL) == EAR_OK)
        options.set = cli_graph_view_arriving(world->graph,
                                              model_find_moment(world->graph_of, moment));
    options.hooks = world->now.loaded->hooks;
    options.from = moment;
    cli_world_record(world, NULL); /* a look from the graph is no run */
    const ear_status status =
        ear_session_new(out, world->now.loaded->scenario, &options, err);
    if (status == EAR_OK)
        *scenario = cli_world_scenario(world, moment);
    return status;
}

void cli_world_graph(view_host *host)
{
    host->graph = host_graph;
    host->open_arriving = host_open_arriving;
}
