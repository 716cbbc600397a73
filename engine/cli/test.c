#include "cli/findings.h"
#include "cli/open.h"
#include "cli/proving.h"
#include "cli/say.h"
#include "cli/test_coverage.h"
#include "cli/test_suggest.h"
#include "cli/testing_told.h"

#include "base/utf8.h"
#include "model/names.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const cli_option test_options[] = {
    {"json", NULL, "one object: every test, and what they cover", 0},
    {"coverage", NULL, "list what no test reaches, with its place", 0},
    {"filter", "TEXT", "only tests with this in their name", 0},
    {"suggest", NULL, "write tests that reach all that can be reached, to paste", 0},
    {"junit", "FILE", "write the results for other tools as well", 0},
    CLI_OPTION_LIMITS,
    {0}};

typedef struct testing {
    const cli_args *args;
    cli_page page;
    bool json, suggest;
    const char *filter; /* NULL: every test */
    base_bytes out;     /* text not written yet */
    base_json top;      /* also collects "out of memory" */
    json_t *tests;
    cli_tally tally;
    cli_junit junit;
    base_bytes names; /* of all tests, each ended by a NUL: for "did you mean" */
    size_t loaded, passed, failed, played;
    cli_proving proving; /* of suggestions */
    bool whole;          /* they reach all that can be reached */
    int code;
} testing;

static void worse(testing *t, int code)
{
    if (code > t->code)
        t->code = code;
}

static void tell(testing *t, const cli_loaded *loaded, const model_test *test,
                 const cli_verdict *verdict)
{
    if (t->json) {
        base_json_append(&t->top, t->tests, cli_verdict_json(loaded, test, verdict));
        return;
    }
    cli_verdict_tell(&t->out, &t->page, loaded, test, verdict);
    t->top.failed |= !cli_flush(&t->out, stdout);
}

static ear_status run_one(testing *t, const cli_loaded *loaded, const model_test *test,
                          prove_coverage *coverage, ear_error *err)
{
    cli_verdict verdict;
    const ear_status status = cli_test_play(&verdict, loaded, test, coverage, err);

    if (status == EAR_OK) {
        t->passed += verdict.passed;
        t->failed += !verdict.passed;
        cli_verdict_junit(&t->junit, loaded, test, &verdict);
        tell(t, loaded, test, &verdict);
    }
    cli_verdict_release(&verdict);
    return status;
}

/* Whether `text` begins with `part`, whatever the case of either. */
static bool begins(const char *text, const char *part)
{
    size_t t = 0, p = 0;
    const size_t text_length = strlen(text), part_length = strlen(part);

    while (p < part_length) {
        uint32_t a, b;

        if (t == text_length)
            return false;
        t += base_utf8_read(&a, text + t, text_length - t);
        p += base_utf8_read(&b, part + p, part_length - p);
        if (base_lower(a) != base_lower(b))
            return false;
    }
    return true;
}

static bool is_wanted(testing *t, const char *name)
{
    if (!t->filter)
        return true;
    base_bytes_add(&t->names, name, strlen(name) + 1);
    for (const char *at = name; *at; at++)
        if (begins(at, t->filter))
            return true;
    return *t->filter == '\0';
}

static ear_status run_tests(testing *t, const cli_loaded *loaded,
                            prove_coverage *coverage, ear_error *err)
{
    const ear_scenario *s = loaded->scenario;
    ear_status status = EAR_OK;

    for (uint32_t i = 0; status == EAR_OK && i < s->count[MODEL_S_TESTS]; i++) {
        if (!is_wanted(t, model_string(s, s->tests[i].name)))
            continue;
        t->played++;
        status = run_one(t, loaded, &s->tests[i], coverage, err);
    }
    return status;
}

static ear_status run_all(testing *t, const cli_loaded *loaded, ear_error *err)
{
    prove_coverage coverage = {.given = NULL};
    prove_goals goals = {NULL, 0};
    ear_status status = prove_coverage_new(&coverage, loaded->scenario, err);

    t->loaded++;

    if (status == EAR_OK)
        status = prove_goals_new(&goals, loaded->scenario, err);
    if (status == EAR_OK)
        status = run_tests(t, loaded, &coverage, err);
    if (status == EAR_OK)
        cli_tally_add(&t->tally, loaded, &goals, &coverage);
    prove_goals_release(&goals);
    prove_coverage_release(&coverage);
    return status;
}

/* The exit code for findings that keep a scenario from being played, or CLI_DONE. */
static int refused(const model_findings *findings)
{
    int code = CLI_DONE;

    for (size_t i = 0; i < findings->count; i++) {
        if (strcmp(findings->at[i].code, "E001") == 0)
            return CLI_UNREADABLE;
        if (cli_stops_play(&findings->at[i]))
            code = CLI_FOUND;
    }
    return code;
}

/* What keeps a scenario from being tested is told as `check` tells it. */
static void refuse(testing *t, const cli_found_in *in, const char *id,
                   model_findings *findings)
{
    const cli_page page = cli_page_of(stderr);
    const cli_junit_case result = {.scenario = id,
                                   .name = "can be played",
                                   .why = findings->at[0].message,
                                   .error = true};

    model_findings_sort(findings);
    cli_findings_print(stderr, &page, in, findings, MODEL_ERROR);
    cli_junit_add(&t->junit, &result);
    worse(t, refused(findings));
}

static ear_status suggest(testing *t, const cli_loaded *loaded, ear_error *err)
{
    base_json list = {.json = t->tests};
    const cli_suggesting how = {.json = t->json,
                                .out = &t->out,
                                .list = &list,
                                .tally = &t->tally,
                                .work = &t->proving.work};
    const ear_status status = cli_test_suggest(&how, loaded, &t->whole, err);

    cli_proving_wipe(&t->proving);
    t->top.failed |= list.failed;
    return status;
}

static void test_scenario(testing *t, const cli_pack *pack, const char *id)
{
    model_findings findings = {0};
    cli_loaded *loaded = NULL;
    ear_error err = {0};

    if (t->suggest && prove_stopped(&t->proving.work))
        return;
    ear_status status = cli_load(&loaded, pack, id, &findings, &err);
    if (refused(&findings) != CLI_DONE)
        refuse(t, &(cli_found_in){pack->path, pack}, id, &findings);
    else if (status == EAR_OK && loaded->scenario)
        status = t->suggest ? suggest(t, loaded, &err) : run_all(t, loaded, &err);
    if (status != EAR_OK)
        worse(t, cli_failed(&err));
    cli_loaded_free(loaded);
    model_findings_release(&findings);
}

static void test_path(testing *t, const char *path)
{
    const cli_load_options options = cli_load_asked(t->args);
    model_findings findings = {0};
    cli_pack *pack = NULL;
    ear_error err = {0};

    if (cli_pack_open(&pack, path, &options, &findings, &err) != EAR_OK) {
        worse(t, cli_failed(&err));
    } else if (!pack) {
        refuse(t, &(cli_found_in){path, NULL}, path, &findings);
    } else if (pack->wanted) {
        test_scenario(t, pack, pack->wanted);
    } else {
        t->tally.several = true;
        for (size_t i = 0; i < pack->scenario_count; i++)
            test_scenario(t, pack, pack->scenarios[i]);
    }
    cli_pack_free(pack);
    model_findings_release(&findings);
}

static void put_counts(testing *t)
{
    base_json_put(&t->top, "passed", json_integer((json_int_t)t->passed));
    base_json_put(&t->top, "failed", json_integer((json_int_t)t->failed));
}

static void write_json(testing *t)
{
    base_json_put(&t->top, "format", json_integer(1));
    base_json_put(&t->top, t->suggest ? "suggested" : "tests", json_incref(t->tests));
    base_json_put(&t->top, "coverage", cli_tally_json(&t->tally));
    if (t->suggest)
        base_json_put(&t->top, "complete", json_boolean(t->whole));
    else
        put_counts(t);
    cli_json_line(&t->top, &t->out);
    t->top.json = NULL;
}

static void write_text(testing *t)
{
    if (t->loaded == 0 || (t->filter && t->played == 0))
        return;
    if (t->played == 0)
        base_bytes_text(&t->out, "There are no tests yet. One is written so:\n"
                                 "  test \"a good start\" { play = { \"the words of a "
                                 "reply\" }, ends = \"an outcome\" }\n");
    cli_tally_write(&t->out, &t->tally);
    base_bytes_print(&t->out, "%zu passed, %zu failed\n", t->passed, t->failed);
}

/* What the suggested tests cover: in comments, so that all of it can be pasted. */
static void write_reached(testing *t)
{
    base_bytes text = {0};
    const char *at;

    cli_tally_write(&text, &t->tally);
    at = base_bytes_string(&text);
    while (*at) {
        const size_t length = strcspn(at, "\n");

        base_bytes_print(&t->out, "-- %.*s\n", (int)length, at);
        at += length + (at[length] == '\n');
    }
    t->out.failed |= text.failed;
    base_bytes_release(&text);
}

/* A filter that fits no test is a slip: a build must not pass because of it. */
static void complain_filter(testing *t)
{
    const char *at = base_bytes_string(&t->names);
    const char *end = at + t->names.length;
    model_nearest near = model_near_begin(t->filter, strlen(t->filter));

    for (; at < end; at += strlen(at) + 1)
        model_near_offer(&near, at, strlen(at));
    if (near.best)
        worse(t, cli_wrong(t->args->command,
                           "no test has '%s' in its name; did you mean '%s'?", t->filter,
                           near.best));
    else
        worse(t, cli_wrong(t->args->command, "no test has '%s' in its name", t->filter));
}

static void finish(testing *t)
{
    const char *junit = cli_text(t->args, "junit");

    if (t->failed > 0)
        worse(t, CLI_FOUND);
    if (t->filter && t->played == 0 && !t->suggest && t->code == CLI_DONE)
        complain_filter(t);
    if (t->json)
        write_json(t);
    else if (t->suggest)
        write_reached(t);
    else
        write_text(t);
    if (!cli_flush(&t->out, stdout))
        worse(t, CLI_UNREADABLE);
    if (junit && !cli_junit_write(&t->junit, junit)) {
        cli_say("%s cannot be written: %s", junit, strerror(errno));
        worse(t, CLI_UNREADABLE);
    }
}

static void release(testing *t)
{
    cli_junit_release(&t->junit);
    cli_tally_release(&t->tally);
    base_bytes_release(&t->out);
    base_bytes_release(&t->names);
    json_decref(t->top.json);
    json_decref(t->tests);
}

static int run_test(const cli_args *args)
{
    testing t = {.args = args, .json = cli_given(args, "json")};

    t.page = cli_page_of(stdout);
    t.suggest = cli_given(args, "suggest");
    t.filter = cli_text(args, "filter");
    t.top = base_json_begin();
    t.tests = json_array();
    t.tally = cli_tally_begin(t.suggest || cli_given(args, "coverage"), args->count > 1);
    t.whole = true;
    if (t.suggest)
        cli_proving_begin(&t.proving, (prove_limits){0},
                          "% of the work it may take, looking for roads");
    for (size_t i = 0; i < args->count; i++)
        test_path(&t, args->words[i]);
    finish(&t);
    release(&t);
    return t.suggest && cli_proving_end(&t.proving) ? CLI_STOPPED : t.code;
}

const cli_command cli_command_test = {
    .name = "test",
    .argument = "PATH...",
    .help = "plays the pack's own tests, says what they cover",
    .examples = "  earshot test my-pack\n"
                "  earshot test my-pack --filter promise --coverage\n"
                "  earshot test my-pack --suggest\n"
                "  earshot test packs/* --junit results.xml\n",
    .options = test_options,
    .least = 1,
    .most = SIZE_MAX,
    .run = run_test,
};
