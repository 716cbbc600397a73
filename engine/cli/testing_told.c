/* A verdict as a line, as JSON and for other tools. */
#include "cli/testing_told.h"

#include <string.h>

void cli_verdict_tell(base_bytes *out, const cli_page *page, const cli_loaded *loaded,
                      const model_test *test, const cli_verdict *verdict)
{
    cli_look_add(out, page, verdict->passed ? CLI_GREEN : CLI_RED);
    base_bytes_text(out, verdict->passed ? "ok   " : "FAIL ");
    cli_look_add(out, page, CLI_PLAIN);
    base_bytes_print(out, "%s (%.1f ms)\n", model_string(loaded->scenario, test->name),
                     verdict->milliseconds);
    if (!verdict->passed) {
        cli_place_write(out, loaded, test->place);
        base_bytes_text(out, ": ");
        cli_verdict_write(out, verdict, loaded);
    }
}

static json_t *offered_json(const base_bytes *offered)
{
    const char *at = base_bytes_string(offered);
    const char *end = at + offered->length;
    base_json all = {.json = json_array()};

    all.failed = !all.json;
    while (at < end) {
        const char *words = at + strlen(at) + 1;
        base_json one = base_json_begin_with("id", at);

        base_json_put_text(&one, "text", words);
        base_json_append(&all, all.json, base_json_take(&one));
        at = words + strlen(words) + 1;
    }
    return base_json_take(&all);
}

/* Where a failed test stood. */
static void put_stand(base_json *o, const ear_scenario *s, const cli_verdict *verdict)
{
    if (verdict->step)
        base_json_put(o, "step", json_integer(verdict->step));
    if (verdict->moment != MODEL_NONE) {
        base_json at =
            base_json_begin_with("file", model_string(s, s->files[verdict->at.file]));

        base_json_put(&at, "line", json_integer(verdict->at.line));
        base_json_put_text(o, "moment", model_string(s, s->moments[verdict->moment].id));
        base_json_put(o, "at", base_json_take(&at));
    }
    if (verdict->asked)
        base_json_put(o, "offered", offered_json(&verdict->offered));
    base_json_put_text(o, "hint", base_bytes_string(&verdict->hint));
}

json_t *cli_verdict_json(const cli_loaded *loaded, const model_test *test,
                         const cli_verdict *verdict)
{
    const ear_scenario *s = loaded->scenario;
    base_json o = base_json_begin_with("scenario", ear_scenario_id(s));

    base_json_put_text(&o, "name", model_string(s, test->name));
    base_json_put_text(&o, "file", model_string(s, s->files[test->place.file]));
    base_json_put(&o, "line", json_integer(test->place.line));
    base_json_put(&o, "passed", json_boolean(verdict->passed));
    base_json_put(&o, "milliseconds",
                  cli_json_tenths((int64_t)(verdict->milliseconds * 10.0)));
    base_json_put_text(&o, "message", base_bytes_string(&verdict->message));
    if (!verdict->passed)
        put_stand(&o, s, verdict);
    return base_json_take(&o);
}

void cli_verdict_junit(cli_junit *junit, const cli_loaded *loaded, const model_test *test,
                       const cli_verdict *verdict)
{
    const ear_scenario *s = loaded->scenario;
    base_bytes why = {0};
    cli_junit_case result = {
        .scenario = ear_scenario_id(s),
        .name = model_string(s, test->name),
        .file = model_string(s, s->files[test->place.file]),
        .line = test->place.line,
        .milliseconds = verdict->milliseconds,
    };

    if (!verdict->passed) {
        cli_verdict_write(&why, verdict, loaded);
        result.why = base_bytes_string(&why);
    }
    cli_junit_add(junit, &result);
    base_bytes_release(&why);
}
