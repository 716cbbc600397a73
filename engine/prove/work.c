/* What a piece of work may use when nobody says. */
#include "prove/prove.h"

#include "model/scenario.h"

#include "base/fail.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define SMALL_MEMORY (UINT64_C(256) << 20) /* when the machine does not say */

/* Free memory, in bytes; 0: not known. */
static uint64_t free_memory(void)
{
    FILE *file = fopen("/proc/meminfo", "r");
    char line[128];
    unsigned long long kib = 0;

    if (!file)
        return 0;
    while (fgets(line, sizeof line, file))
        if (sscanf(line, "MemAvailable: %llu", &kib) == 1)
            break;
    fclose(file);
    return (uint64_t)kib << 10;
}

static unsigned cores(void)
{
    const long online = sysconf(_SC_NPROCESSORS_ONLN);

    return online < 1 ? 1 : (unsigned)online;
}

void prove_limits_fill(prove_limits *limits)
{
    const uint64_t memory = limits->memory ? 0 : free_memory() / 4;

    if (!limits->states)
        limits->states = PROVE_STATES;
    if (!limits->memory)
        limits->memory = memory ? memory : SMALL_MEMORY;
    if (!limits->jobs)
        limits->jobs = cores();
    if (limits->jobs > PROVE_MAX_JOBS)
        limits->jobs = PROVE_MAX_JOBS;
}

ear_status prove_helper_open(const prove_work *work, const ear_scenario *scenario,
                             ear_hooks *hooks, void **handle, ear_error *err)
{
    memset(hooks, 0, sizeof *hooks);
    *handle = NULL;
    if (scenario->info->functions == 0)
        return EAR_OK;
    if (!work->helpers.open)
        return base_fail(err, EAR_E_ARG,
                         "the scenario has Lua functions and nobody to answer them");
    return work->helpers.open(work->helpers.user, hooks, handle, err);
}

void prove_helper_close(const prove_work *work, void *handle)
{
    if (handle)
        work->helpers.close(work->helpers.user, handle);
}
