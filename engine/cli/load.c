/* A scenario of an opened pack: from the cache or the helper to something to play. */

#include "cli/load.h"
#include "base/fail.h"
#include "cli/load_internal.h"
#include "model/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cli_hooks {
    jail_caller *caller;
    jail_job job; /* of its helper */
};

/* What a cli_loaded points to, behind it. */
typedef struct load_whole {
    cli_loaded loaded; /* first */
    char name[STORE_NAME_MOST + 8];
    jail_job job; /* its files are freed with this */
    jail_caller *caller;
} load_whole;

static ear_status name_wanted(const load_pack *whole, ear_error *err)
{
    char list[320] = "";
    size_t at = 0;

    for (size_t i = 0; i < whole->pack.scenario_count && at < sizeof list; i++) {
        const int length = snprintf(list + at, sizeof list - at, "%s%s", i ? ", " : "",
                                    whole->pack.scenarios[i]);
        at += length > 0 ? (size_t)length : 0;
    }
    if (whole->pack.scenario_count == 0)
        return base_fail(err, EAR_E_NOT_FOUND, "'%s' holds no scenario",
                         whole->pack.path);
    return base_fail(err, EAR_E_ARG,
                     "'%s' holds several scenarios; say which, as in '%s#%s': %s",
                     whole->pack.path, whole->pack.path, whole->pack.scenarios[0], list);
}

static ear_status not_there(const load_pack *whole, const char *id, ear_error *err)
{
    model_nearest near = model_near_begin(id, strlen(id));

    for (size_t i = 0; i < whole->pack.scenario_count; i++)
        model_near_offer(&near, whole->pack.scenarios[i],
                         strlen(whole->pack.scenarios[i]));
    if (near.best)
        return base_fail(err, EAR_E_NOT_FOUND,
                         "'%s' has no scenario '%s'; did you mean '%.*s'?",
                         whole->pack.path, id, (int)near.best_length, near.best);
    return base_fail(err, EAR_E_NOT_FOUND, "'%s' has no scenario '%s'", whole->pack.path,
                     id);
}

/* The name of the file that holds the scenario. */
static ear_status find_file(char *name, size_t room, const load_pack *whole,
                            const char *id, ear_error *err)
{
    const store_pack *store = whole->store;

    if (!id)
        id = whole->pack.wanted;
    if (!id)
        return name_wanted(whole, err);
    if (strlen(id) > STORE_NAME_MOST)
        return not_there(whole, "...", err);
    snprintf(name, room, "%s.lua", id);
    if (store->kind == STORE_ALONE && store->count == 1 &&
        strcmp(id, whole->pack.wanted) == 0)
        snprintf(name, room, "%s", store->files[0].name); /* whatever it ends with */
    if (strchr(name, '/') || (store->has_pack && strcmp(name, "pack.lua") == 0) ||
        !store_pack_find(store, name))
        return not_there(whole, id, err);
    return EAR_OK;
}

/* The bytes of an image become a scenario, or a finding: only a helper that was led
 * astray sends bytes that do not hold. */
static ear_status open_image(load_whole *whole, load_run *run, model_findings *findings,
                             ear_error *err)
{
    ear_error why;
    const ear_status status =
        model_open(&whole->loaded.scenario, run->result.at, run->result.length, &why);

    if (status == EAR_OK) {
        run->result = (base_bytes){0}; /* the scenario's now */
        return EAR_OK;
    }
    if (status == EAR_E_NOMEM)
        return base_fail_memory(err);
    if (!run->from_cache)
        model_findings_add(
            findings,
            &(model_finding){.code = "E002",
                             .file = whole->name,
                             .message = "loading was led astray: what it came to does "
                                        "not hold"});
    return EAR_OK;
}

static ear_status run_file(load_whole *whole, load_run *run, model_findings *findings,
                           ear_error *err)
{
    ear_status status = load_run_file(run, findings, err);

    if (status == EAR_OK && run->result.length > 0)
        status = open_image(whole, run, findings, err);
    if (status != EAR_OK || !whole->loaded.scenario)
        return status;
    whole->loaded.from_cache = run->from_cache;
    load_run_keep(run, whole->loaded.scenario->header,
                  (size_t)whole->loaded.scenario->header->bytes);
    return EAR_OK;
}

/* A cached image that does not hold is made anew. */
static ear_status run_twice(load_whole *whole, load_run *run, model_findings *findings,
                            ear_error *err)
{
    ear_status status = run_file(whole, run, findings, err);

    if (status == EAR_OK && run->from_cache && !whole->loaded.scenario) {
        load_run_release(run);
        run->from_cache = false;
        run->no_cache = true;
        status = run_file(whole, run, findings, err);
    }
    return status;
}

static ear_status prepare_calls(load_whole *whole, load_run *run, ear_error *err)
{
    const ear_status status = jail_caller_new(&whole->caller, &whole->job, whole->name,
                                              whole->loaded.scenario, err);

    if (status != EAR_OK)
        return status;
    whole->loaded.hooks = jail_caller_hooks(whole->caller);
    if (run->helper && whole->loaded.scenario->info->functions > 0) {
        jail_caller_adopt(whole->caller, run->helper);
        run->helper = NULL;
    }
    return EAR_OK;
}

static ear_status load(load_whole *whole, const load_pack *pack, const char *id,
                       model_findings *findings, ear_error *err)
{
    const size_t before = model_findings_count(findings, MODEL_ERROR);
    load_run run = {.pack = pack, .job = &whole->job, .name = whole->name};
    ear_status status = find_file(whole->name, sizeof whole->name, pack, id, err);

    if (status == EAR_OK)
        status = load_job_fill(&whole->job, pack, whole->name, findings, err);
    if (status == EAR_OK && model_findings_count(findings, MODEL_ERROR) == before)
        status = run_twice(whole, &run, findings, err);
    if (status == EAR_OK && whole->loaded.scenario)
        status = prepare_calls(whole, &run, err);
    if (status == EAR_OK && findings->failed)
        status = base_fail_memory(err);
    load_run_release(&run);
    return status;
}

ear_status cli_load(cli_loaded **out, const cli_pack *pack, const char *id,
                    model_findings *findings, ear_error *err)
{
    load_whole *whole = calloc(1, sizeof *whole);

    if (!whole)
        return base_fail_memory(err);
    whole->loaded.pack = pack;

    const ear_status status = load(whole, (const load_pack *)pack, id, findings, err);
    if (status != EAR_OK) {
        cli_loaded_free(&whole->loaded);
        return status;
    }
    *out = &whole->loaded;
    return EAR_OK;
}

void cli_loaded_free(cli_loaded *loaded)
{
    load_whole *whole = (load_whole *)loaded;

    if (!whole)
        return;
    jail_caller_free(whole->caller);
    ear_scenario_free(whole->loaded.scenario);
    free((void *)whole->job.files);
    free(whole);
}

ear_status cli_hooks_new(cli_hooks **out, const cli_loaded *loaded, ear_error *err)
{
    const load_whole *whole = (const load_whole *)loaded;
    cli_hooks *hooks = calloc(1, sizeof *hooks);

    if (!hooks)
        return base_fail_memory(err);

    hooks->job = whole->job;
    hooks->job.print = NULL; /* thousands of calls would print the same */

    const ear_status status =
        jail_caller_new(&hooks->caller, &hooks->job, whole->name, loaded->scenario, err);
    if (status != EAR_OK) {
        free(hooks);
        return status;
    }
    *out = hooks;
    return EAR_OK;
}

ear_hooks cli_hooks_of(cli_hooks *hooks)
{
    return jail_caller_hooks(hooks->caller);
}

void cli_hooks_free(cli_hooks *hooks)
{
    if (!hooks)
        return;
    jail_caller_free(hooks->caller);
    free(hooks);
}
