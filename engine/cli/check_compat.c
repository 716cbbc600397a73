#include "cli/check_compat.h"

#include "cli/compat_told.h"
#include "cli/findings.h"
#include "cli/open.h"

#include <string.h>

static void worse(cli_comparing *c, int code)
{
    if (code > c->code)
        c->code = code;
}

/* --- changes --- */

static void add_changes(cli_comparing *c, const model_changes *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const model_change *change = &list->at[i];

        cli_compat_tell_change(c, change);
        if (change->rename)
            c->top.failed |= json_object_set_new(c->renamed, change->id,
                                                 json_string(change->now)) != 0;
    }
    model_changes_renamed(&c->paste, list);
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
static bool held_before(const cli_comparing *c, const char *name)
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

static ear_status compare_tests(cli_comparing *c, ear_error *err)
{
    const ear_scenario *s = c->now.loaded->scenario;
    ear_status status = EAR_OK;

    for (uint32_t i = 0; status == EAR_OK && i < s->count[MODEL_S_TESTS]; i++) {
        cli_verdict verdict;

        status = play_test(&verdict, c->now.loaded, i, err);
        if (status == EAR_OK && !verdict.passed &&
            held_before(c, model_string(s, s->tests[i].name)))
            cli_compat_tell_test(c, &s->tests[i], &verdict);
        cli_verdict_release(&verdict);
    }
    return status;
}

/* --- runs --- */

static ear_status compare_runs(cli_comparing *c, ear_error *err)
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
        cli_compat_tell_stop(c, &runs.stops[i]);
    return EAR_OK;
}

/* --- two scenarios, two packs --- */

static ear_status compare_loaded(cli_comparing *c, ear_error *err)
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
        cli_compat_tell_paste(c);
    return status;
}

static void compare_scenario(cli_comparing *c, const char *old, const char *now)
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

static void compare_all(cli_comparing *c, const cli_pack *old, const cli_pack *now)
{
    base_bytes before = {0}, after = {0};

    for (size_t i = 0; i < old->scenario_count; i++) {
        const char *id = old->scenarios[i];

        if (!has(now, id)) {
            cli_compat_tell_no_scenario(c, id);
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

static void compare_packs(cli_comparing *c, const cli_pack *old, const cli_pack *now)
{
    c->translated = has_translations(old) || has_translations(now);
    if (old->wanted && now->wanted) /* each names one: old.lua and new.lua are a pair */
        compare_scenario(c, c->args->words[0], c->args->words[1]);
    else
        compare_all(c, old, now);
}

/* Opens a pack; NULL when that failed, which has been said. */
static cli_pack *open_pack(cli_comparing *c, const char *path)
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

static void finish(cli_comparing *c)
{
    if (cli_compat_breaks(c))
        worse(c, CLI_FOUND);
    cli_compat_tell_end(c);
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
    cli_comparing c = {.args = args, .json = cli_given(args, "json")};
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
