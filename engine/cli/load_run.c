/* One file of a pack run in the helper, or what that came to the last time. */

#include "base/fail.h"
#include "cli/load_internal.h"
#include "jail/frame.h"

#include <stdlib.h>
#include <string.h>

/* Everything a result depends on: engine, limits, which file is run, every file. */
static store_span *list_identity(const load_run *run, size_t *count)
{
    const jail_job *job = run->job;
    store_span *spans = calloc(job->count * 2 + 2, sizeof *spans);

    if (!spans)
        return NULL;
    spans[0] = (store_span){run->pack->identity, strlen(run->pack->identity) + 1};
    spans[1] = (store_span){run->name, strlen(run->name) + 1};
    for (size_t i = 0; i < job->count; i++) {
        const jail_file *file = &job->files[i];

        spans[2 + 2 * i] = (store_span){file->name, strlen(file->name) + 1};
        spans[3 + 2 * i] = (store_span){file->bytes, file->length + 1}; /* with its NUL */
    }
    *count = job->count * 2 + 2;
    return spans;
}

/* Findings and prints as they came the first time. False: damaged. */
static bool replay_notes(const load_run *run, const base_bytes *notes,
                         model_findings *findings)
{
    const cli_load_options *options = &run->pack->options;
    size_t at = 0;

    while (at < notes->length) {
        jail_frame frame;
        const long took = jail_take_frame(&frame, notes->at + at, notes->length - at);

        if (took <= 0)
            return false;
        at += (size_t)took;
        if (frame.type == JAIL_PRINT && options->print)
            options->print(options->user, (const char *)frame.at, frame.length);
        else if (frame.type == JAIL_FINDING && !jail_get_finding(&frame, findings))
            return false;
    }
    return true;
}

static bool take_cached(load_run *run, model_findings *findings)
{
    store_entry entry;
    size_t spans = 0;
    store_span *identity = run->pack->cache[0] ? list_identity(run, &spans) : NULL;
    const bool found =
        identity && store_cache_get(&entry, run->pack->cache, identity, spans);

    free(identity);
    if (!found)
        return false;
    if (!replay_notes(run, &entry.notes, findings)) {
        base_bytes_release(&entry.notes);
        base_bytes_release(&entry.image);
        return false;
    }
    base_bytes_release(&entry.notes);
    run->result = entry.image;
    run->from_cache = true;
    return true;
}

void load_run_keep(const load_run *run, const void *result, size_t length)
{
    size_t spans = 0;
    store_span *identity = NULL;

    if (!run->from_cache && run->pack->cache[0] && !run->notes.failed)
        identity = list_identity(run, &spans);
    if (identity)
        store_cache_put(run->pack->cache, identity, spans, (store_span){result, length},
                        (store_span){base_bytes_string(&run->notes), run->notes.length});
    free(identity);
}

void load_run_release(load_run *run)
{
    jail_end(run->helper);
    run->helper = NULL;
    base_bytes_release(&run->result);
    base_bytes_release(&run->notes);
}

/* Prints go on to whoever wants them and are kept for the next time. */
static void note_print(void *user, const char *text, size_t length)
{
    load_run *run = user;
    const cli_load_options *options = &run->pack->options;

    if (length <= JAIL_FRAME_MAX)
        jail_put_frame(&run->notes, JAIL_PRINT, text, length);
    if (options->print)
        options->print(options->user, text, length);
}

static void note_findings(load_run *run, const model_findings *found,
                          model_findings *findings)
{
    base_bytes inside = {0};

    for (size_t i = 0; i < found->count; i++) {
        const model_finding *one = &found->at[i];

        base_bytes_clear(&inside);
        jail_put_finding(&inside, one);
        jail_put_frame(&run->notes, JAIL_FINDING, inside.at, inside.length);
        model_findings_add(findings, one);
    }
    run->notes.failed |= inside.failed;
    base_bytes_release(&inside);
}

static ear_status run_helper(load_run *run, model_findings *findings, ear_error *err)
{
    model_findings found = {0};
    jail_job job = *run->job;

    job.print = note_print;
    job.user = run;
    ear_status status = jail_start(&run->helper, &job, err);
    if (status == EAR_OK)
        status = run->record
                     ? jail_load_pack(run->helper, run->name, &run->result, &found, err)
                     : jail_load(run->helper, run->name, &run->result, &found, err);
    if (status == EAR_OK) {
        note_findings(run, &found, findings);
        if (model_findings_count(&found, MODEL_ERROR) > 0)
            base_bytes_release(&run->result);
        jail_set_job(run->helper, run->job);
    }
    model_findings_release(&found);
    return status;
}

ear_status load_run_file(load_run *run, model_findings *findings, ear_error *err)
{
    if (!run->no_cache && take_cached(run, findings))
        return EAR_OK;

    const ear_status status = run_helper(run, findings, err);
    if (status != EAR_OK)
        load_run_release(run);
    return status;
}

/* --- the files of a job --- */

typedef struct job_list {
    jail_file *files;
    size_t count;
    model_findings *findings;
    bool large;
} job_list;

static void refuse_large(job_list *list, const store_file *file)
{
    model_finding what = {
        .code = "E002",
        .file = file->name,
        .message = "the file is larger than 4 MiB, the most that a file may have",
        .hint = "A generated scenario may have more with --limits large."};

    if (list->large) {
        what.message =
            "the file is larger than 64 MiB, the most that --limits large allows";
        what.hint = NULL;
    }
    model_findings_add(list->findings, &what);
}

static void add_file(job_list *list, const store_file *file, bool library)
{
    if (!file->bytes) {
        refuse_large(list, file);
        return;
    }
    list->files[list->count++] = (jail_file){
        .name = file->name,
        .bytes = file->bytes,
        .length = file->length,
        .library = library,
    };
}

static bool is_module(const char *name)
{
    return strncmp(name, "lib/", 4) == 0;
}

ear_status load_job_fill(jail_job *job, const load_pack *pack, const char *scenario,
                         model_findings *findings, ear_error *err)
{
    const store_pack *store = pack->store;
    const size_t modules = pack->modules ? pack->modules->count : 0;
    const char *name = scenario ? scenario : "pack.lua";
    job_list list = {.findings = findings, .large = pack->options.large};

    list.files = calloc(store->count + modules + 1, sizeof *list.files);
    if (!list.files)
        return base_fail_memory(err);
    for (size_t i = 0; i < store->count; i++)
        if (strcmp(store->files[i].name, name) == 0 ||
            (scenario && is_module(store->files[i].name)))
            add_file(&list, &store->files[i], false);
    for (size_t i = 0; scenario && i < modules; i++)
        add_file(&list, &pack->modules->files[i], true);
    *job = (jail_job){
        .program = pack->program,
        .files = list.files,
        .count = list.count,
        .large = pack->options.large,
        .print = pack->options.print,
        .user = pack->options.user,
    };
    return EAR_OK;
}
