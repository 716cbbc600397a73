/* From a file to an image: running it, building it, and which findings stay. */
#include "script/verbs.h"

#include "model/build.h"
#include "model/scenario.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int run_main(lua_State *L)
{
    const uint32_t *file = lua_touserdata(L, 1);

    lua_settop(L, 0);
    lua_createtable(L, 0, 0);
    script_run_file(L, *file);
    return 0;
}

struct advice {
    const char *part; /* of Lua's message */
    const char *hint;
};

static const char *advice_for(const char *message)
{
    static const struct advice all[] = {
        {"(field 'random')", "For luck write when = \"chance(0.5)\"."},
        {"concatenate", "Only texts and numbers can be joined with '..'; is one of them "
                        "not there yet?"},
        {"with a 'number'", "A change stands whole in one pair of quotes: mood = \"calm "
                            "-5\"."},
        {"arithmetic on a string",
         "To join two texts write \"one\" .. \"two\"; to change "
         "a meter write mood = \"calm +5\"."},
        {"attempt to add a 'string'", "To join two texts write \"one\" .. \"two\"; to "
                                      "change a meter write mood = \"calm +5\"."},
        {"arithmetic", "Only numbers can be added, subtracted and so on."},
        {"call a string", "This name is a text and no speaker; is its name used twice?"},
        {"call a nil", "Is the name before the brackets spelled as it was declared?"},
        {"call a", "Only verbs, speakers and functions can be followed by words."},
        {"index a function",
         "Behind a word of the language stands no point: write go = \"next_moment\"."},
        {"index a", "Is the name before the point spelled as it was declared?"},
        {"compare", "Conditions about meters are text: when = \"calm >= 50\"."},
        {"pack.lua holds", "Move it out of pack.lua, into the scenario's own file."},
        {"stack overflow", "Does a function call itself without an end?"},
        {"out of memory", "Make it smaller, or load it with --limits large."},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (strstr(message, all[i].part))
            return all[i].hint;
    }
    return "";
}

static bool has_finding_at(const script_host *host, draft_place place)
{
    const char *file = place.file < host->file_count ? host->files[place.file].shown : "";

    for (size_t i = 0; i < host->findings->count; i++) {
        const model_finding *finding = &host->findings->at[i];

        if (finding->line == place.line && strcmp(finding->file, file) == 0)
            return true;
    }
    return false;
}

/* scenario:new("..."): a word of the language is no table of functions. */
static bool tell_point(script_host *host, draft_place place, const char *message)
{
    static const char start[] = "attempt to index a function value (global '";
    const size_t before = sizeof start - 1;

    if (strncmp(message, start, before) != 0)
        return false;
    const char *name = message + before;
    const script_verb *verb = script_find_verb(name, strcspn(name, "'"));
    if (!verb)
        return false;
    char hint[160];
    const script_spot spot = script_locate_point(host, place);
    script_context context;
    const bool braces =
        script_find_context(&context, host, place, verb->name, strlen(verb->name)) &&
        script_in_braces(&context);
    if (braces)
        snprintf(hint, sizeof hint, "Write %s = \"...\".", verb->name);
    else
        snprintf(hint, sizeof hint, "Write %s.", verb->example);
    script_report(host, "E105", spot.place, spot.column, hint,
                  "behind '%s', a word of the language, stands no point and no colon",
                  verb->name);
    return true;
}

/* The file stopped while it ran. */
static void report_failure(script_host *host, const script_failure *failure,
                           uint32_t file)
{
    draft_place place = {failure->file, failure->line};

    if (place.file == SCRIPT_NO_FILE)
        place = (draft_place){file, 0};
    host->stopped = true;
    if (tell_point(host, place, failure->message))
        return;
    char plain[200];
    const char *said = script_plain(failure->message, plain, sizeof plain);
    /* Else it is what came of that. */
    if (!has_finding_at(host, place) && !host->guessed && !host->absorbed &&
        host->words_lost.count == 0)
        script_report(host, "E105", place, 0, advice_for(failure->message),
                      MODEL_STOPPED "%s", said);
}

static void set_id(script_host *host, const script_file *file)
{
    const char *slash = strrchr(file->name, '/');
    const char *stem = slash ? slash + 1 : file->name;
    size_t length = strlen(stem);

    if (length > 4 && strcmp(stem + length - 4, ".lua") == 0)
        length -= 4;
    host->draft.id = model_draft_text(&host->draft, stem, length);
    host->no_memory |= !host->draft.id.at;
}

/* Runs the file; its mistakes are findings. */
static ear_status run(script_host *host, uint32_t file, ear_error *err)
{
    script_failure failure;

    if (host->files[file].too_long) {
        script_report(host, "E002", (draft_place){file, host->files[file].too_long}, 0,
                      "Split it into modules, or load it with --limits large.",
                      "this file has more than %zu MiB", host->limits.source >> 20);
        host->stopped = true;
        return EAR_OK;
    }
    set_id(host, &host->files[file]);
    if (!script_protect(host, run_main, &file, &failure) && !host->no_memory)
        report_failure(host, &failure, file);
    if (host->no_memory || host->findings->failed || host->later.failed)
        return base_fail_memory(err);
    return EAR_OK;
}

/* Unknown speakers are told unless the file is a piece of something else and has another
 * mistake. */
static void tell_later(script_host *host)
{
    const bool errors = model_findings_count(host->findings, MODEL_ERROR) > 0;

    if (!errors || host->draft.has_scenario) {
        for (size_t i = 0; i < host->later.count; i++)
            model_findings_add(host->findings, &host->later.at[i]);
    }
    model_findings_release(&host->later);
}

/* Whether a finding of the builder speaks of a name that was lost before. */
static bool names_lost(const script_host *host, const model_finding *finding)
{
    char quoted[120];

    if (strcmp(finding->code, "E101") != 0)
        return false;
    for (size_t i = 0; i < host->words_lost.count; i++) {
        const draft_text lost = host->words_lost.at[i];

        snprintf(quoted, sizeof quoted, "'%.*s'",
                 (int)(lost.length < 100 ? lost.length : 100), lost.at);
        if (strstr(finding->message, quoted))
            return true;
    }
    return false;
}

/* Whether it speaks of a name that nothing bears because its declaration has lost it:
 * "There is no outcome 'good'", and some outcome has no id. */
static bool names_nameless(const script_host *host, const model_finding *finding)
{
    for (size_t i = 0; host->nameless && i < script_verb_count; i++) {
        if ((host->nameless & (UINT64_C(1) << i)) &&
            strstr(finding->message, script_verbs[i].name))
            return strcmp(finding->code, "E101") == 0;
    }
    return false;
}

static const script_file *library_of(const script_host *host,
                                     const model_finding *finding)
{
    for (size_t i = 0; i < host->file_count; i++) {
        if (host->files[i].library && strcmp(host->files[i].shown, finding->file) == 0)
            return &host->files[i];
    }
    return NULL;
}

/* What the builder found, which stands behind the rest from `first` on: nothing that
 * comes of a mistake told already, and nothing inside the engine's own modules but what
 * the pack brought about there. */
static void sift(script_host *host, size_t first)
{
    model_findings *list = host->findings;
    size_t kept = first;

    for (size_t i = first; i < list->count; i++) {
        model_finding finding = list->at[i];
        const bool error = model_finding_severity(&finding) == MODEL_ERROR;
        const bool warning = model_finding_severity(&finding) == MODEL_WARNING;
        const script_file *library = library_of(host, &finding);

        if ((host->absorbed && warning) || names_lost(host, &finding) ||
            names_nameless(host, &finding))
            continue;
        if (library) {
            if (!error || library->used.file >= host->file_count)
                continue;
            finding.file = host->files[library->used.file].shown;
            finding.line = library->used.line;
            finding.column = 0;
        }
        list->at[kept++] = finding;
    }
    list->count = kept;
}

static ear_status build(script_host *host, base_bytes *image, ear_error *err)
{
    model_findings *findings = host->findings;
    const size_t before = findings->count;
    const bool errors = model_findings_count(findings, MODEL_ERROR) > 0;

    if (host->stopped || (errors && !host->draft.has_scenario))
        return EAR_OK;
    const ear_status status = model_build(image, &host->draft, findings, err);
    if (status != EAR_OK)
        return status;
    sift(host, before);
    if (model_findings_count(findings, MODEL_ERROR) > 0)
        base_bytes_clear(image);
    return findings->failed ? base_fail_memory(err) : EAR_OK;
}

/* Keeps a copy of the image for calls, when there is anything to call. */
static ear_status keep_image(script_host *host, const base_bytes *image, ear_error *err)
{
    if (image->length == 0 || host->draft.functions == 0)
        return EAR_OK;
    void *copy = malloc(image->length);
    if (!copy)
        return base_fail_memory(err);
    memcpy(copy, image->at, image->length);
    const ear_status status = model_open(&host->scenario, copy, image->length, err);
    if (status != EAR_OK)
        free(copy);
    return status == EAR_OK ? script_open_conversation(host, err) : status;
}

ear_status script_load(script_host *host, const char *name, base_bytes *image,
                       model_findings *findings, ear_error *err)
{
    const uint32_t file = script_find_file(host, name, strlen(name), false);

    if (file == SCRIPT_NO_FILE)
        return base_fail(err, EAR_E_NOT_FOUND, "there is no file '%s'", name);
    host->findings = findings;
    ear_status status = run(host, file, err);
    if (status == EAR_OK) {
        tell_later(host);
        status = build(host, image, err);
    }
    if (status == EAR_OK)
        status = keep_image(host, image, err);
    model_findings_sort(findings);
    host->findings = NULL;
    model_draft_release(&host->draft);
    host->words_lost = (draft_list){NULL, 0};
    host->words_room = 0;
    return status;
}

ear_status script_load_pack(script_host *host, const char *name, base_bytes *out,
                            model_findings *findings, ear_error *err)
{
    const uint32_t file = script_find_file(host, name, strlen(name), false);

    if (file == SCRIPT_NO_FILE)
        return base_fail(err, EAR_E_NOT_FOUND, "there is no file '%s'", name);
    host->findings = findings;
    host->pack = out;
    ear_status status = run(host, file, err);
    if (status == EAR_OK) {
        tell_later(host);
        if (!host->pack_named && model_findings_count(findings, MODEL_ERROR) == 0)
            script_report(host, "E105", (draft_place){file, 1}, 0,
                          "Write pack \"Title\" { id = \"...\", scenarios = { ... } }.",
                          "this file has no `pack`");
        else if (out->length == 0 && model_findings_count(findings, MODEL_ERROR) == 0)
            script_report(host, "E105", host->pack_place, 0,
                          "Write { id = \"my-pack\", scenarios = { \"first-call\" } } "
                          "behind its title.",
                          "this `pack` has no braces");
        if (model_findings_count(findings, MODEL_ERROR) > 0)
            base_bytes_clear(out);
        if (out->failed)
            status = base_fail_memory(err);
    }
    model_findings_sort(findings);
    host->findings = NULL;
    host->pack = NULL;
    model_draft_release(&host->draft);
    return status;
}
