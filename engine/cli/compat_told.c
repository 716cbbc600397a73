#include "cli/compat_told.h"

#include "cli/findings.h"

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
static unsigned breaks_of(const cli_comparing *c, const model_change *change)
{
    return c->translated ? change->breaks : change->breaks & ~MODEL_BREAKS_TRANSLATIONS;
}

static void tell_breaks(cli_comparing *c, unsigned breaks)
{
    const bool runs = breaks & MODEL_BREAKS_RUNS;
    const bool translations = breaks & MODEL_BREAKS_TRANSLATIONS;

    cli_look_add(&c->out, &c->page, CLI_FAINT);
    base_bytes_print(&c->out, " [%s%s%s]", runs ? "runs" : "",
                     runs && translations ? ", " : "",
                     translations ? "translations" : "");
    cli_look_add(&c->out, &c->page, CLI_PLAIN);
}

static void print_change(cli_comparing *c, const model_change *change)
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

static void keep_change(cli_comparing *c, const model_change *change)
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

void cli_compat_tell_change(cli_comparing *c, const model_change *change)
{
    const unsigned breaks = breaks_of(c, change);

    c->breaks_runs += (breaks & MODEL_BREAKS_RUNS) != 0;
    c->breaks_translations += (breaks & MODEL_BREAKS_TRANSLATIONS) != 0;
    if (c->json)
        keep_change(c, change);
    else
        print_change(c, change);
}

void cli_compat_tell_paste(cli_comparing *c)
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

void cli_compat_tell_test(cli_comparing *c, const model_test *test,
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

void cli_compat_tell_stop(cli_comparing *c, const cli_compat_stop *stop)
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

void cli_compat_tell_no_scenario(cli_comparing *c, const char *id)
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

bool cli_compat_breaks(const cli_comparing *c)
{
    return c->breaks_runs || c->breaks_translations || c->breaks_tests ||
           c->carried < c->played;
}

static json_t *counts_json(cli_comparing *c)
{
    base_json o = base_json_begin();

    base_json_put(&o, "played", json_integer(c->played));
    base_json_put(&o, "carried", json_integer(c->carried));
    base_json_put(&o, "stops", json_incref(c->runs));
    return base_json_take(&o);
}

static void write_json(cli_comparing *c)
{
    base_json_put(&c->top, "format", json_integer(1));
    base_json_put(&c->top, "changes", json_incref(c->changes));
    base_json_put(&c->top, "tests", json_incref(c->tests));
    base_json_put(&c->top, "runs", counts_json(c));
    base_json_put(&c->top, "renamed", json_incref(c->renamed));
    base_json_put_text(&c->top, "paste", base_bytes_string(&c->paste));
    base_json_put(&c->top, "breaks", json_boolean(cli_compat_breaks(c)));
    cli_json_line(&c->top, &c->out);
    c->top.json = NULL;
}

static void add_count(base_bytes *out, size_t count, const char *one, const char *many)
{
    base_bytes_print(out, "%zu %s", count, count == 1 ? one : many);
}

static void write_summary(cli_comparing *c)
{
    if (!cli_compat_breaks(c)) {
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

void cli_compat_tell_end(cli_comparing *c)
{
    if (c->json)
        write_json(c);
    else
        write_summary(c);
}
