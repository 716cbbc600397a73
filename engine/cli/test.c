#include "cli/findings.h"
#include "cli/json.h"
#include "cli/junit.h"
#include "cli/open.h"
#include "cli/testing.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const cli_option test_options[] = {
    {"json", NULL, "one object: every test, and what they cover", 0},
    {"coverage", NULL, "list what no test meets", 0},
    {"filter", "TEXT", "only tests with this in their name", 0},
    {"junit", "FILE", "write the results for other tools as well", 0},
    CLI_OPTION_LIMITS,
    {0}};

typedef enum covered { MOMENTS, LINES, REPLIES, OUTCOMES, COVERED } covered;

static const char *const covered_names[] = {"moments", "lines", "replies", "outcomes"};

typedef struct testing {
    const cli_args *args;
    cli_page page;
    bool json;
    cli_object top; /* also collects "out of memory" */
    json_t *tests;
    json_t *missing[COVERED];
    cli_junit junit;
    size_t met[COVERED], all[COVERED];
    size_t passed, failed;
    int code;
} testing;

static void worse(testing *t, int code)
{
    if (code > t->code)
        t->code = code;
}

static void tell_verdict(const testing *t, const char *place, const char *name,
                         const cli_verdict *verdict)
{
    cli_look_print(stdout, &t->page, verdict->passed ? CLI_GREEN : CLI_RED);
    fputs(verdict->passed ? "ok   " : "FAIL ", stdout);
    cli_look_print(stdout, &t->page, CLI_PLAIN);
    printf("%s (%.1f ms)\n", name, verdict->milliseconds);
    if (!verdict->passed)
        printf("%s: %s\n", place, base_bytes_string(&verdict->message));
}

static void keep_verdict(testing *t, const cli_loaded *loaded, const model_test *test,
                         const cli_verdict *verdict)
{
    const ear_scenario *s = loaded->scenario;
    cli_object o = cli_object_begin("scenario", ear_scenario_id(s));

    cli_put_string(&o, "name", model_string(s, test->name));
    cli_put_string(&o, "file", model_string(s, s->files[test->place.file]));
    cli_put(&o, "line", json_integer(test->place.line));
    cli_put(&o, "passed", json_boolean(verdict->passed));
    cli_put(&o, "milliseconds", cli_tenths((int64_t)(verdict->milliseconds * 10.0)));
    cli_put_string(&o, "message", base_bytes_string(&verdict->message));
    cli_append(&t->top, t->tests, cli_object_take(&o));
}

static ear_status run_one(testing *t, const cli_loaded *loaded, const model_test *test,
                          cli_coverage *coverage, ear_error *err)
{
    const ear_scenario *s = loaded->scenario;
    const char *name = model_string(s, test->name);
    char path[512], place[544];
    cli_verdict verdict = {0};
    const ear_status status = cli_test_play(&verdict, loaded, test, coverage, err);

    if (status == EAR_OK) {
        cli_finding_path(path, sizeof path, loaded->pack,
                         model_string(s, s->files[test->place.file]));
        snprintf(place, sizeof place, "%s:%u", path, (unsigned)test->place.line);
        if (verdict.passed)
            t->passed++;
        else
            t->failed++;
        cli_junit_add(&t->junit, ear_scenario_id(s), name, &verdict);
        if (t->json)
            keep_verdict(t, loaded, test, &verdict);
        else
            tell_verdict(t, place, name, &verdict);
    }
    base_bytes_release(&verdict.message);
    return status;
}

static void count(testing *t, covered kind, bool met, const char *id)
{
    t->all[kind]++;
    if (met)
        t->met[kind]++;
    else
        cli_append(&t->top, t->missing[kind], cli_json_text(id, strlen(id)));
}

static void count_coverage(testing *t, const ear_scenario *s, const cli_coverage *c)
{
    for (uint32_t i = 0; i < s->count[MODEL_S_MOMENTS]; i++)
        count(t, s->moments[i].kind == MODEL_OUTCOME ? OUTCOMES : MOMENTS, c->moments[i],
              model_string(s, s->moments[i].id));
    for (uint32_t i = 0; i < s->count[MODEL_S_LINES]; i++)
        count(t, LINES, c->lines[i], model_string(s, s->lines[i].id));
    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++)
        count(t, REPLIES, c->replies[i], model_string(s, s->details[i].id));
}

static bool is_wanted(const testing *t, const ear_scenario *s, const model_test *test)
{
    const char *filter = cli_text(t->args, "filter");

    return !filter || strstr(model_string(s, test->name), filter);
}

static ear_status run_all(testing *t, const cli_loaded *loaded, ear_error *err)
{
    const ear_scenario *s = loaded->scenario;
    cli_coverage coverage;
    ear_status status = cli_coverage_new(&coverage, s, err);

    if (status != EAR_OK)
        return status;
    for (uint32_t i = 0; status == EAR_OK && i < s->count[MODEL_S_TESTS]; i++)
        if (is_wanted(t, s, &s->tests[i]))
            status = run_one(t, loaded, &s->tests[i], &coverage, err);
    count_coverage(t, s, &coverage);
    cli_coverage_release(&coverage);
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

static void test_scenario(testing *t, const cli_pack *pack, const char *id)
{
    const cli_page page = cli_page_of(stderr);
    model_findings findings = {0};
    cli_loaded *loaded = NULL;
    ear_error err = {0};
    ear_status status = cli_load(&loaded, pack, id, &findings, &err);
    const int code = refused(&findings);

    if (code != CLI_DONE) {
        model_findings_sort(&findings);
        cli_findings_print(stderr, &page, pack, &findings, MODEL_ERROR);
        worse(t, code);
    } else if (status == EAR_OK && loaded->scenario) {
        status = run_all(t, loaded, &err);
    }
    if (status != EAR_OK)
        worse(t, cli_failed(&err));
    cli_loaded_free(loaded);
    model_findings_release(&findings);
}

static void test_path(testing *t, const char *path)
{
    const cli_load_options options = cli_load_asked(t->args);
    const cli_page page = cli_page_of(stderr);
    model_findings findings = {0};
    cli_pack *pack = NULL;
    ear_error err = {0};

    if (cli_pack_open(&pack, path, &options, &findings, &err) != EAR_OK) {
        worse(t, cli_failed(&err));
    } else if (!pack) {
        cli_findings_print(stderr, &page, NULL, &findings, MODEL_ERROR);
        worse(t, refused(&findings));
    } else if (pack->wanted) {
        test_scenario(t, pack, pack->wanted);
    } else {
        for (size_t i = 0; i < pack->scenario_count; i++)
            test_scenario(t, pack, pack->scenarios[i]);
    }
    cli_pack_free(pack);
    model_findings_release(&findings);
}

static json_t *coverage_json(const testing *t)
{
    cli_object all = cli_object_begin(NULL, NULL);

    for (int i = 0; i < COVERED; i++) {
        cli_object one = cli_object_begin(NULL, NULL);

        cli_put(&one, "met", json_integer((json_int_t)t->met[i]));
        cli_put(&one, "of", json_integer((json_int_t)t->all[i]));
        if (cli_given(t->args, "coverage"))
            cli_put(&one, "missing", json_incref(t->missing[i]));
        cli_put(&all, covered_names[i], cli_object_take(&one));
    }
    return cli_object_take(&all);
}

static void write_json(testing *t)
{
    base_bytes out = {0};

    cli_put(&t->top, "format", json_integer(1));
    cli_put(&t->top, "tests", json_incref(t->tests));
    cli_put(&t->top, "coverage", coverage_json(t));
    cli_put(&t->top, "passed", json_integer((json_int_t)t->passed));
    cli_put(&t->top, "failed", json_integer((json_int_t)t->failed));
    cli_object_write(&t->top, &out);
    t->top.json = NULL;
    if (!cli_flush(&out, stdout))
        worse(t, CLI_UNREADABLE);
    base_bytes_release(&out);
}

static void write_missing(const testing *t)
{
    for (int i = 0; i < COVERED; i++)
        for (size_t n = 0; n < json_array_size(t->missing[i]); n++)
            printf("  not met: %s %s\n", covered_names[i],
                   json_string_value(json_array_get(t->missing[i], n)));
}

static void write_text(const testing *t)
{
    fputs("covered:", stdout);
    for (int i = 0; i < COVERED; i++)
        printf("%s %zu of %zu %s", i ? "," : "", t->met[i], t->all[i], covered_names[i]);
    fputs("\n", stdout);
    if (cli_given(t->args, "coverage"))
        write_missing(t);
    printf("%zu passed, %zu failed\n", t->passed, t->failed);
}

static void finish(testing *t)
{
    const char *junit = cli_text(t->args, "junit");

    if (t->failed > 0)
        worse(t, CLI_FOUND);
    if (t->json)
        write_json(t);
    else
        write_text(t);
    if (junit && !cli_junit_write(&t->junit, junit)) {
        fprintf(stderr, "earshot: %s cannot be written: %s\n", junit, strerror(errno));
        worse(t, CLI_UNREADABLE);
    }
    cli_junit_release(&t->junit);
    json_decref(t->top.json);
    json_decref(t->tests);
    for (int i = 0; i < COVERED; i++)
        json_decref(t->missing[i]);
}

static int run_test(const cli_args *args)
{
    testing t = {.args = args, .json = cli_given(args, "json")};

    t.page = cli_page_of(stdout);
    t.top = cli_object_begin(NULL, NULL);
    t.tests = json_array();
    for (int i = 0; i < COVERED; i++)
        t.missing[i] = json_array();
    for (size_t i = 0; i < args->count; i++)
        test_path(&t, args->words[i]);
    finish(&t);
    return t.code;
}

const cli_command cli_command_test = {
    .name = "test",
    .argument = "PATH...",
    .help = "plays the pack's own tests, says what they cover",
    .examples = "  earshot test my-pack\n"
                "  earshot test my-pack --filter promise --coverage\n"
                "  earshot test packs/* --junit results.xml\n",
    .options = test_options,
    .least = 1,
    .most = SIZE_MAX,
    .run = run_test,
};
