#include "cli/check_compat.h"

#include "cli/compat_runs.h"
#include "cli/findings.h"
#include "cli/json.h"
#include "cli/open.h"
#include "cli/testing.h"
#include "model/compat.h"

#include <stdio.h>
#include <string.h>

typedef struct comparing {
    const cli_args *args;
    bool json;
    cli_page page;
    cli_opened old, now; /* the scenario at hand in both editions */
    base_bytes out;      /* text not written yet */
    base_bytes paste;    /* renames of the scenario at hand */
    base_json top;       /* also collects "out of memory" */
    json_t *changes, *tests, *runs, *renamed;
    size_t breaks_runs, breaks_translations, breaks_tests;
    unsigned played, carried;
    size_t compared; /* scenarios */
    bool translated; /* one of the packs has translations */
    int code;
} comparing;

static void worse(comparing *c, int code)
{
    if (code > c->code)
        c->code = code;
}

/* --- changes --- */

static const char *kind_name(model_change_kind kind)
{
    static const char *const names[MODEL_CHANGES] = {
        [MODEL_CHANGE_GONE] = "gone",   [MODEL_CHANGE_MOVED] = "moved",
        [MODEL_CHANGE_RANGE] = "range", [MODEL_CHANGE_START] = "start",
        [MODEL_CHANGE_ADDED] = "added", [MODEL_CHANGE_EFFECT] = "effect",
        [MODEL_CHANGE_ROAD] = "road",   [MODEL_CHANGE_RENAMED] = "renamed",
    };
    return names[kind];
}

/* What a change breaks here: a pack without translations has none to break. */
static unsigned breaks_of(const comparing *c, const model_change *change)
{
    return c->translated ? change->breaks : change->breaks & ~MODEL_BREAKS_TRANSLATIONS;
}

static void tell_breaks(comparing *c, unsigned breaks)
{
    const bool runs = breaks & MODEL_BREAKS_RUNS;
    const bool translations = breaks & MODEL_BREAKS_TRANSLATIONS;

    cli_look_add(&c->out, &c->page, CLI_FAINT);
    base_bytes_print(&c->out, " [%s%s%s]", runs ? "runs" : "",
                     runs && translations ? ", " : "",
                     translations ? "translations" : "");
    cli_look_add(&c->out, &c->page, CLI_PLAIN);
}

static void tell_change(comparing *c, const model_change *change)
{
    const unsigned breaks = breaks_of(c, change);
    const cli_loaded *edition = change->in_old ? c->old.loaded : c->now.loaded;

    cli_place_write(&c->out, edition, change->place);
    base_bytes_print(&c->out, ": %s", change->message);
    if (breaks)
        tell_breaks(c, breaks);
    base_bytes_char(&c->out, '\n');
    if (*change->hint)
        base_bytes_print(&c->out, "    %s\n", change->hint);
}

static void keep_change(comparing *c, const model_change *change)
{
    const unsigned breaks = breaks_of(c, change);
    const ear_scenario *s = (change->in_old ? c->old : c->now).loaded->scenario;
    base_json o = base_json_begin_with("scenario", ear_scenario_id(s));
    json_t *list = json_array();

    if (breaks & MODEL_BREAKS_RUNS)
        base_json_append(&o, list, json_string("runs"));
    if (breaks & MODEL_BREAKS_TRANSLATIONS)
        base_json_append(&o, list, json_string("translations"));
    base_json_put_text(&o, "kind", kind_name(change->kind));
    base_json_put_text(&o, "thing", change->thing);
    base_json_put_text(&o, "id", change->id);
    base_json_put_text(&o, "now", change->now);
    base_json_put(&o, "breaks", list);
    base_json_put_text(&o, "edition", change->in_old ? "old" : "new");
    base_json_put_text(&o, "file", model_string(s, s->files[change->place.file]));
    if (change->place.line)
        base_json_put(&o, "line", json_integer(change->place.line));
    base_json_put_text(&o, "message", change->message);
    base_json_put_text(&o, "hint", change->hint);
    base_json_append(&c->top, c->changes, base_json_take(&o));
}

static void add_changes(comparing *c, const model_changes *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const model_change *change = &list->at[i];
        const unsigned breaks = breaks_of(c, change);

        c->breaks_runs += (breaks & MODEL_BREAKS_RUNS) != 0;
        c->breaks_translations += (breaks & MODEL_BREAKS_TRANSLATIONS) != 0;
        if (c->json)
            keep_change(c, change);
        else
            tell_change(c, change);
        if (change->rename)
            c->top.failed |= json_object_set_new(c->renamed, change->id,
                                                 json_string(change->now)) != 0;
    }
    model_changes_renamed(&c->paste, list);
}

static void tell_paste(comparing *c)
{
    const ear_scenario *s = c->now.loaded->scenario;
    char path[512];

    if (c->paste.length == 0)
        return;
    cli_finding_path(path, sizeof path, c->now.pack->path, model_string(s, s->files[0]));
    base_bytes_print(&c->out, "\nPaste this into %s, if that is what happened:\n\n%s\n",
                     path, base_bytes_string(&c->paste));
    base_bytes_clear(&c->paste);
}

/* --- tests --- */

static ear_status play_test(cli_verdict *out, const cli_loaded *loaded, uint32_t test,
                            ear_error *err)
{
    prove_coverage coverage;
    ear_status status = prove_coverage_new(&coverage, loaded->scenario, err);

    *out = (cli_verdict){.passed = false};
    if (status != EAR_OK)
        return status;
    status = cli_test_play(out, loaded, &loaded->scenario->tests[test], &coverage, err);
    prove_coverage_release(&coverage);
    return status;
}

/* Whether the old edition has a test of that name, and it holds there. */
static bool held_before(const comparing *c, const char *name)
{
    const ear_scenario *s = c->old.loaded->scenario;
    cli_verdict verdict;
    ear_error err;
    bool held = false;

    for (uint32_t i = 0; i < s->count[MODEL_S_TESTS] && !held; i++) {
        if (strcmp(model_string(s, s->tests[i].name), name) != 0)
            continue;
        held = play_test(&verdict, c->old.loaded, i, &err) == EAR_OK && verdict.passed;
        cli_verdict_release(&verdict);
    }
    return held;
}

static void tell_broken_test(comparing *c, const model_test *test,
                             const cli_verdict *verdict)
{
    const ear_scenario *s = c->now.loaded->scenario;
    const char *name = model_string(s, test->name);
    base_json o = base_json_begin_with("scenario", ear_scenario_id(s));

    c->breaks_tests++;
    if (c->json) {
        base_json_put_text(&o, "name", name);
        base_json_put_text(&o, "file", model_string(s, s->files[test->place.file]));
        base_json_put(&o, "line", json_integer(test->place.line));
        base_json_put_text(&o, "message", base_bytes_string(&verdict->message));
        base_json_append(&c->top, c->tests, base_json_take(&o));
        return;
    }
    json_decref(o.json);
    cli_place_write(&c->out, c->now.loaded, test->place);
    base_bytes_print(&c->out, ": test \"%s\" held and does not hold now\n    ", name);
    cli_verdict_write(&c->out, verdict, c->now.loaded);
}

static ear_status compare_tests(comparing *c, ear_error *err)
{
    const ear_scenario *s = c->now.loaded->scenario;
    ear_status status = EAR_OK;

    for (uint32_t i = 0; status == EAR_OK && i < s->count[MODEL_S_TESTS]; i++) {
        cli_verdict verdict;

        status = play_test(&verdict, c->now.loaded, i, err);
        if (status == EAR_OK && !verdict.passed &&
            held_before(c, model_string(s, s->tests[i].name)))
            tell_broken_test(c, &s->tests[i], &verdict);
        cli_verdict_release(&verdict);
    }
    return status;
}

/* --- runs --- */

static void tell_stop(comparing *c, const cli_compat_stop *stop)
{
    base_json o;

    if (!c->json) {
        base_bytes_print(&c->out, "    %u at '%s': %s\n", stop->runs, stop->reply,
                         stop->state ? "it leads to another state"
                                     : "it is not on offer");
        return;
    }
    o = base_json_begin_with("scenario", ear_scenario_id(c->now.loaded->scenario));
    base_json_put_text(&o, "reply", stop->reply);
    base_json_put(&o, "runs", json_integer(stop->runs));
    base_json_put_text(&o, "why", stop->state ? "state" : "not on offer");
    base_json_append(&c->top, c->runs, base_json_take(&o));
}

static ear_status compare_runs(comparing *c, ear_error *err)
{
    cli_compat_runs runs;
    const ear_status status = cli_compat_play(&runs, c->old.loaded, c->now.loaded, err);

    if (status != EAR_OK)
        return status;
    c->played += runs.played;
    c->carried += runs.carried;
    if (!c->json && runs.carried < runs.played)
        base_bytes_print(&c->out,
                         "Of %u runs played at random in the old edition %u cannot be "
                         "carried on to their end:\n",
                         runs.played, runs.played - runs.carried);
    for (size_t i = 0; i < runs.stop_count; i++)
        tell_stop(c, &runs.stops[i]);
    return EAR_OK;
}

/* --- two scenarios, two packs --- */

static ear_status compare_loaded(comparing *c, ear_error *err)
{
    model_changes list;
    ear_status status =
        model_compat(&list, c->old.loaded->scenario, c->now.loaded->scenario, err);

    if (status != EAR_OK)
        return status;
    c->compared++;
    add_changes(c, &list);
    model_changes_release(&list);
    status = compare_tests(c, err);
    if (status == EAR_OK)
        status = compare_runs(c, err);
    if (!c->json)
        tell_paste(c);
    return status;
}

static void compare_scenario(comparing *c, const char *old, const char *now)
{
    const cli_load_options options = cli_load_asked(c->args);
    ear_error err = {0};
    int code = cli_open(&c->old, old, &options);

    c->now = (cli_opened){.pack = NULL};
    if (code == -1)
        code = cli_open(&c->now, now, &options);
    if (code != -1)
        worse(c, code);
    else if (compare_loaded(c, &err) != EAR_OK)
        worse(c, cli_failed(&err));
    cli_opened_release(&c->now);
    cli_opened_release(&c->old);
}

static bool has(const cli_pack *pack, const char *scenario)
{
    for (size_t i = 0; i < pack->scenario_count; i++)
        if (strcmp(pack->scenarios[i], scenario) == 0)
            return true;
    return false;
}

static void tell_no_scenario(comparing *c, const char *id)
{
    base_json o = base_json_begin_with("scenario", id);
    json_t *breaks = json_array();

    c->breaks_runs++;
    if (!c->json) {
        base_bytes_print(&c->out, "scenario '%s' is gone [runs]\n", id);
        json_decref(o.json);
        json_decref(breaks);
        return;
    }
    base_json_append(&o, breaks, json_string("runs"));
    base_json_put_text(&o, "kind", "gone");
    base_json_put_text(&o, "thing", "scenario");
    base_json_put_text(&o, "id", id);
    base_json_put(&o, "breaks", breaks);
    base_json_append(&c->top, c->changes, base_json_take(&o));
}

static void compare_all(comparing *c, const cli_pack *old, const cli_pack *now)
{
    base_bytes before = {0}, after = {0};

    for (size_t i = 0; i < old->scenario_count; i++) {
        const char *id = old->scenarios[i];

        if (!has(now, id)) {
            tell_no_scenario(c, id);
            continue;
        }
        base_bytes_clear(&before);
        base_bytes_clear(&after);
        base_bytes_print(&before, "%s#%s", old->path, id);
        base_bytes_print(&after, "%s#%s", now->path, id);
        c->top.failed |= before.failed || after.failed;
        compare_scenario(c, base_bytes_string(&before), base_bytes_string(&after));
    }
    base_bytes_release(&before);
    base_bytes_release(&after);
}

static bool has_translations(const cli_pack *pack)
{
    for (size_t i = 0; i < pack->file_count; i++)
        if (strncmp(pack->files[i].name, "locale/", 7) == 0)
            return true;
    return false;
}

static void compare_packs(comparing *c, const cli_pack *old, const cli_pack *now)
{
    c->translated = has_translations(old) || has_translations(now);
    if (old->wanted && now->wanted) /* each names one: old.lua and new.lua are a pair */
        compare_scenario(c, c->args->words[0], c->args->words[1]);
    else
        compare_all(c, old, now);
}

/* Opens a pack; NULL when that failed, which has been said. */
static cli_pack *open_pack(comparing *c, const char *path)
{
    const cli_load_options options = cli_load_asked(c->args);
    const cli_page page = cli_page_of(stderr);
    model_findings findings = {0};
    cli_pack *pack = NULL;
    ear_error err = {0};

    if (cli_pack_open(&pack, path, &options, &findings, &err) != EAR_OK) {
        worse(c, cli_failed(&err));
    } else if (!pack) {
        cli_findings_print(stderr, &page, &(cli_found_in){path, NULL}, &findings,
                           MODEL_ERROR);
        worse(c, CLI_FOUND);
    }
    model_findings_release(&findings);
    return pack;
}

/* --- the end of it --- */

static bool breaks_anything(const comparing *c)
{
    return c->breaks_runs || c->breaks_translations || c->breaks_tests ||
           c->carried < c->played;
}

static json_t *counts_json(comparing *c)
{
    base_json o = base_json_begin();

    base_json_put(&o, "played", json_integer(c->played));
    base_json_put(&o, "carried", json_integer(c->carried));
    base_json_put(&o, "stops", json_incref(c->runs));
    return base_json_take(&o);
}

static void write_json(comparing *c)
{
    base_json_put(&c->top, "format", json_integer(1));
    base_json_put(&c->top, "changes", json_incref(c->changes));
    base_json_put(&c->top, "tests", json_incref(c->tests));
    base_json_put(&c->top, "runs", counts_json(c));
    base_json_put(&c->top, "renamed", json_incref(c->renamed));
    base_json_put_text(&c->top, "paste", base_bytes_string(&c->paste));
    base_json_put(&c->top, "breaks", json_boolean(breaks_anything(c)));
    cli_json_line(&c->top, &c->out);
    c->top.json = NULL;
}

static void add_count(base_bytes *out, size_t count, const char *one, const char *many)
{
    base_bytes_print(out, "%zu %s", count, count == 1 ? one : many);
}

static void write_summary(comparing *c)
{
    if (!breaks_anything(c)) {
        if (c->compared > 0 && c->code == CLI_DONE)
            base_bytes_text(
                &c->out, "Nothing breaks: saved runs, translations and tests go on.\n");
        return;
    }
    if (c->breaks_runs == 0 && c->carried < c->played)
        base_bytes_text(&c->out,
                        "Nothing written in the scenario says why: a Lua function "
                        "does something else now.\n");
    add_count(&c->out, c->breaks_runs, "change breaks", "changes break");
    base_bytes_text(&c->out, " saved runs, ");
    add_count(&c->out, c->breaks_translations, "breaks", "break");
    base_bytes_text(&c->out, " translations; ");
    add_count(&c->out, c->breaks_tests, "test no longer holds\n",
              "tests no longer hold\n");
}

static void finish(comparing *c)
{
    if (breaks_anything(c))
        worse(c, CLI_FOUND);
    if (c->json)
        write_json(c);
    else
        write_summary(c);
    if (!cli_flush(&c->out, stdout))
        worse(c, CLI_UNREADABLE);
    base_bytes_release(&c->out);
    base_bytes_release(&c->paste);
    json_decref(c->top.json);
    json_decref(c->changes);
    json_decref(c->tests);
    json_decref(c->runs);
    json_decref(c->renamed);
}

int cli_check_compat(const cli_args *args)
{
    comparing c = {.args = args, .json = cli_given(args, "json")};
    cli_pack *old, *now;

    if (args->count != 2)
        return cli_wrong(args->command, "--compat takes two editions: OLD NEW");
    c.page = cli_page_of(stdout);
    c.top = base_json_begin();
    c.changes = json_array();
    c.tests = json_array();
    c.runs = json_array();
    c.renamed = json_object();
    old = open_pack(&c, args->words[0]);
    now = open_pack(&c, args->words[1]);
    if (old && now)
        compare_packs(&c, old, now);
    cli_pack_free(now);
    cli_pack_free(old);
    finish(&c);
    return c.code;
}
