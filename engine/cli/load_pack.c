/* A PATH becomes a pack: its files, what pack.lua says, which scenario is meant. */

#include "base/fail.h"
#include "cli/load_internal.h"
#include "cli/places.h"
#include "model/image.h"
#include "model/names.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *keep(load_pack *whole, const char *text)
{
    return base_arena_copy(&whole->arena, text, strlen(text));
}

/* What else a cached result depends on: this engine, that helper, these limits. */
static ear_status describe_engine(load_pack *whole, ear_error *err)
{
    char text[256];
    struct stat about;

    if (stat(whole->program, &about) != 0)
        memset(&about, 0, sizeof about);
    snprintf(text, sizeof text, "earshot %s model %" PRIu32 " helper %jd %jd.%09ld %s",
             EARSHOT_VERSION, MODEL_VERSION, (intmax_t)about.st_size,
             (intmax_t)about.st_mtim.tv_sec, about.st_mtim.tv_nsec,
             whole->options.large ? "large" : "normal");
    whole->identity = (char *)keep(whole, text);
    return whole->identity ? EAR_OK : base_fail_memory(err);
}

/* Modules that are not there are a matter of the scenarios that use one. */
static ear_status find_places(load_pack *whole, ear_error *err)
{
    char folder[LOAD_PATH_MOST];

    cli_place_helper(whole->program, sizeof whole->program);
    if (!whole->options.no_cache) {
        if (whole->options.cache)
            snprintf(whole->cache, sizeof whole->cache, "%s", whole->options.cache);
        else if (!cli_place_home(whole->cache, sizeof whole->cache, "CACHE", ".cache"))
            whole->cache[0] = '\0';
    }
    if (cli_place_share(folder, sizeof folder, "lib/v1")) {
        const ear_status status = store_modules_open(&whole->modules, folder, err);
        if (status != EAR_OK)
            return status;
    }
    return describe_engine(whole, err);
}

/* --- what pack.lua says --- */

typedef struct record_list {
    const char **at;
    size_t count;
} record_list;

static size_t count_key(const base_bytes *record, const char *key)
{
    size_t count = 0;

    for (size_t at = 0; at < record->length;) {
        const char *name = record->at + at;
        const char *value = name + strlen(name) + 1;

        count += strcmp(name, key) == 0;
        at += strlen(name) + strlen(value) + 2;
    }
    return count;
}

/* The values of a key, in order, copied. */
static ear_status list_key(record_list *out, load_pack *whole, const base_bytes *record,
                           const char *key, ear_error *err)
{
    const size_t room = count_key(record, key);

    out->at = base_arena_alloc(&whole->arena, (room + 1) * sizeof *out->at);
    out->count = 0;
    if (!out->at)
        return base_fail_memory(err);
    for (size_t at = 0; at < record->length;) {
        const char *name = record->at + at;
        const char *value = name + strlen(name) + 1;

        if (strcmp(name, key) == 0) {
            out->at[out->count] = keep(whole, value);
            if (!out->at[out->count++])
                return base_fail_memory(err);
        }
        at += strlen(name) + strlen(value) + 2;
    }
    return EAR_OK;
}

static ear_status read_record(load_pack *whole, const base_bytes *record, ear_error *err)
{
    struct {
        const char *key;
        const char **to;
    } const single[] = {
        {"title", &whole->pack.title},     {"id", &whole->pack.id},
        {"version", &whole->pack.version}, {"language", &whole->pack.language},
        {"licence", &whole->pack.licence},
    };
    record_list list;
    ear_status status = EAR_OK;

    for (size_t i = 0; i < sizeof single / sizeof *single && status == EAR_OK; i++) {
        status = list_key(&list, whole, record, single[i].key, err);
        if (status == EAR_OK && list.count > 0)
            *single[i].to = list.at[0];
    }
    if (status == EAR_OK)
        status = list_key(&list, whole, record, "author", err);
    if (status != EAR_OK)
        return status;
    whole->pack.authors = list.at;
    whole->pack.author_count = list.count;
    status = list_key(&list, whole, record, "scenario", err);
    whole->pack.scenarios = list.at;
    whole->pack.scenario_count = list.count;
    return status;
}

static ear_status run_pack(load_pack *whole, model_findings *findings, ear_error *err)
{
    jail_job job;
    load_run run = {.pack = whole, .job = &job, .name = "pack.lua", .record = true};
    ear_status status = load_job_fill(&job, whole, NULL, findings, err);

    if (status != EAR_OK)
        return status;
    if (job.count > 0)
        status = load_run_file(&run, findings, err);
    if (status == EAR_OK && run.result.length > 0) {
        load_run_keep(&run, run.result.at, run.result.length);
        status = read_record(whole, &run.result, err);
    }
    load_run_release(&run);
    free((void *)job.files);
    return status;
}

/* --- scenarios --- */

/* Where in pack.lua a scenario is named for the nth time, from 0; line 0: nowhere. */
static void find_naming(const load_pack *whole, const char *id, size_t nth,
                        model_finding *out)
{
    const store_file *file = store_pack_find(whole->store, "pack.lua");
    const char *from = file && file->bytes ? file->bytes : "";
    const char *line = from; /* where the line begins */
    const size_t length = strlen(id);

    for (const char *at = strstr(from, id); at; at = strstr(at + 1, id)) {
        if (at == from || !strchr("\"'", at[-1]) || !strchr("\"'", at[length]) ||
            nth-- > 0)
            continue;
        out->line = 1;
        for (const char *c = from; c < at; c++) {
            out->line += *c == '\n';
            line = *c == '\n' ? c + 1 : line;
        }
        out->column = (uint32_t)(at - line) + 1;
        return;
    }
}

/* What the author of pack.lua probably meant by a scenario that has no file. */
static void hint_file(const load_pack *whole, const char *id, char *hint, size_t room)
{
    const size_t length = strlen(id);
    model_nearest near = model_near_begin(id, length);

    if (length > 4 && strcmp(id + length - 4, ".lua") == 0) {
        snprintf(hint, room, "Write it without .lua: \"%.*s\".", (int)(length - 4), id);
        return;
    }
    for (size_t i = 0; i < whole->store->count; i++) {
        const char *name = whole->store->files[i].name;
        const size_t stem = strlen(name) > 4 ? strlen(name) - 4 : 0;

        if (!strchr(name, '/') && strcmp(name + stem, ".lua") == 0 &&
            strcmp(name, "pack.lua") != 0)
            model_near_offer(&near, name, stem);
    }
    if (near.best)
        snprintf(hint, room, "Did you mean '%.*s'?", (int)near.best_length, near.best);
    else
        snprintf(hint, room, "Name a file that lies beside pack.lua, or write this one.");
}

/* How often the scenario was listed before. */
static size_t listed_before(const load_pack *whole, size_t index)
{
    const char *const *all = whole->pack.scenarios;
    size_t times = 0;

    for (size_t i = 0; i < index; i++)
        times += strcmp(all[i], all[index]) == 0;
    return times;
}

static void check_scenario(const load_pack *whole, size_t index, model_findings *findings)
{
    const char *id = whole->pack.scenarios[index];
    const size_t before = listed_before(whole, index);
    char name[STORE_NAME_MOST + 8];
    char message[STORE_NAME_MOST + 80], hint[STORE_NAME_MOST + 80];
    model_finding finding = {
        .code = "E101", .file = "pack.lua", .message = message, .hint = hint};

    snprintf(name, sizeof name, "%s.lua", id);
    if (before > 0) {
        finding.code = "E103";
        snprintf(message, sizeof message, "the scenario '%s' is listed twice", id);
        snprintf(hint, sizeof hint, "Keep one of them.");
    } else if (!store_pack_find(whole->store, name)) {
        snprintf(message, sizeof message, "there is no file '%s' in the pack", name);
        hint_file(whole, id, hint, sizeof hint);
    } else {
        return;
    }
    find_naming(whole, id, before, &finding);
    model_findings_add(findings, &finding);
}

static void check_scenarios(const load_pack *whole, model_findings *findings)
{
    for (size_t i = 0; i < whole->pack.scenario_count; i++)
        check_scenario(whole, i, findings);
}

/* A single file: what it is called is all that is known of its pack. */
static ear_status alone(load_pack *whole, ear_error *err)
{
    const char **one = base_arena_alloc(&whole->arena, sizeof *one);

    if (!one)
        return base_fail_memory(err);
    one[0] = whole->pack.wanted;
    whole->pack.scenarios = one;
    whole->pack.scenario_count = 1;
    return EAR_OK;
}

/* The pack around a file that was named by itself: it may be broken, or somebody else's;
 * then the file stands alone. */
static ear_status read_around(load_pack *whole, ear_error *err)
{
    model_findings theirs = {0};
    ear_status status = run_pack(whole, &theirs, err);

    if (status == EAR_OK && whole->pack.scenario_count == 0)
        status = alone(whole, err);
    model_findings_release(&theirs);
    return status;
}

static ear_status read_pack(load_pack *whole, model_findings *findings, ear_error *err)
{
    if (!whole->store->has_pack)
        return alone(whole, err);
    if (whole->store->by_file)
        return read_around(whole, err);

    const ear_status status = run_pack(whole, findings, err);
    if (status == EAR_OK)
        check_scenarios(whole, findings);
    if (status == EAR_OK && !whole->pack.wanted && whole->pack.scenario_count == 1)
        whole->pack.wanted = whole->pack.scenarios[0];
    return status;
}

/* --- files --- */

static ear_status list_files(load_pack *whole, ear_error *err)
{
    const store_pack *store = whole->store;
    cli_file *files = base_arena_alloc(&whole->arena, (store->count + 1) * sizeof *files);
    const char **watch =
        base_arena_alloc(&whole->arena, (store->count + 1) * sizeof *watch);

    if (!files || !watch)
        return base_fail_memory(err);
    for (size_t i = 0; i < store->count; i++)
        files[i] = (cli_file){store->files[i].name, store->files[i].hash};
    whole->pack.files = files;
    whole->pack.file_count = store->count;
    whole->pack.watch = watch;
    if (store->kind != STORE_FOLDER) {
        watch[0] = store->path;
        whole->pack.watch_count = 1;
        return EAR_OK;
    }
    for (size_t i = 0; i < store->count; i++) {
        char path[LOAD_PATH_MOST];

        snprintf(path, sizeof path, "%s/%s", store->folder, store->files[i].name);
        watch[i] = keep(whole, path);
        if (!watch[i])
            return base_fail_memory(err);
    }
    whole->pack.watch_count = store->count;
    return EAR_OK;
}

static ear_status open_pack(load_pack *whole, const char *path, model_findings *findings,
                            ear_error *err)
{
    ear_status status = find_places(whole, err);

    if (status == EAR_OK)
        status = store_pack_open(&whole->store, path, whole->options.large, err);
    if (status != EAR_OK)
        return status;
    whole->pack.path = whole->store->path;
    whole->pack.wanted = whole->store->wanted;
    status = list_files(whole, err);
    return status == EAR_OK ? read_pack(whole, findings, err) : status;
}

ear_status cli_pack_open(cli_pack **out, const char *path,
                         const cli_load_options *options, model_findings *findings,
                         ear_error *err)
{
    load_pack *whole = calloc(1, sizeof *whole);
    const size_t before = model_findings_count(findings, MODEL_ERROR);
    ear_error why = {.status = EAR_OK};

    if (!whole)
        return base_fail_memory(err);
    if (options)
        whole->options = *options;
    whole->pack.id = whole->pack.version = whole->pack.title = whole->pack.language =
        whole->pack.licence = "";

    ear_status status = open_pack(whole, path, findings, &why);
    if (status == EAR_E_LIMIT) {
        model_findings_add(
            findings,
            &(model_finding){.code = "E002", .file = "pack.lua", .message = why.message});
        status = EAR_OK;
    }
    if (status == EAR_OK && findings->failed)
        status = base_fail_memory(&why);
    if (status != EAR_OK && err)
        *err = why;
    if (status != EAR_OK || model_findings_count(findings, MODEL_ERROR) > before) {
        cli_pack_free(&whole->pack);
        *out = NULL;
        return status;
    }
    *out = &whole->pack;
    return EAR_OK;
}

void cli_pack_free(cli_pack *pack)
{
    load_pack *whole = (load_pack *)pack;

    if (!whole)
        return;
    store_pack_free(whole->store);
    store_pack_free(whole->modules);
    base_arena_release(&whole->arena);
    free(whole);
}

const char *cli_pack_text(const cli_pack *pack, const char *name, size_t *length)
{
    const load_pack *whole = (const load_pack *)pack;
    const store_file *file = store_pack_find(whole->store, name);

    if (!file || !file->bytes)
        return NULL;
    if (length)
        *length = file->length;
    return file->bytes;
}
