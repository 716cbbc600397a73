/* What the window knows of the pack being written. */
#include "cli/world_proof.h"

void cli_world_prove_end(cli_world *world)
{
    if (!world->live)
        return;
    cli_live_free(world->live);
    world->live = NULL;
    view_app_found(world->app);
}

void cli_world_prove(cli_world *world, bool saved)
{
    const cli_live_from from = {.loaded = world->now.loaded,
                                .findings = &world->now.findings,
                                .saved = saved,
                                .found = world->found,
                                .user = world->found_user};

    cli_world_prove_end(world);
    world->unproved = false;
    if (from.loaded)
        cli_live_new(&world->live, &from, NULL);
}

void cli_world_opened(cli_world *world)
{
    world->unproved = world->writing;
    if (world->unproved && world->found)
        world->found(world->found_user);
}

void cli_world_woken(cli_world *world)
{
    if (world->unproved)
        cli_world_prove(world, false);
}

static bool host_proof(void *user, bool ask, view_proof *proof)
{
    cli_world *world = user;

    if (ask && !world->live)
        cli_world_prove(world, false);
    if (!world->live)
        return false;
    if (ask && world->patient)
        cli_live_wait(world->live);
    cli_live_fill(world->live, proof);
    return true;
}

void cli_world_proof(view_host *host)
{
    host->proof = host_proof;
}
