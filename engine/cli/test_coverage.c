#include "cli/test_coverage.h"

#include "cli/testing.h"

#include <string.h>

static const char *const kind_names[] = {"moments", "lines", "replies", "outcomes",
                                         "conditions"};
static const char *const goal_words[] = {"moment", "line", "reply", "outcome"};

/* What a statement is called in a list of what was not reached. */
static const char *const statement_words[MODEL_KINDS] = {
    [MODEL_LINE] = "line",       [MODEL_CUE] = "cue",
    [MODEL_SILENCE] = "silence", [MODEL_INFO] = "info",
    [MODEL_NOTE] = "note",       [MODEL_EFFECT] = "set or mood",
    [MODEL_NOTICE] = "notice",   [MODEL_VISIT] = "visit",
    [MODEL_GO] = "go",           [MODEL_SCREEN] = "screen",
    [MODEL_DEBRIEF] = "debrief",
};

cli_tally cli_tally_begin(bool wants_missing, bool several)
{
    cli_tally t = {.wants_missing = wants_missing, .several = several};

    t.missing = base_json_begin();
    for (int i = 0; i < PROVE_GOAL_KINDS; i++)
        base_json_put(&t.missing, kind_names[i], json_array());
    return t;
}

void cli_tally_release(cli_tally *tally)
{
    base_bytes_release(&tally->missing_text);
    json_decref(tally->missing.json);
}

/* Whose goal or condition it is: a word, and an id that may be "". */
static const char *name_goal(const ear_scenario *s, const prove_goal *goal,
                             const char **id)
{
    const model_statement *statement;

    *id = "";
    if (goal->kind == PROVE_REPLIES ||
        (goal->kind == PROVE_CONDITIONS && goal->owner == PROVE_REPLY)) {
        *id = model_string(s, s->details[goal->index].id);
        return "reply";
    }
    if (goal->kind != PROVE_CONDITIONS) {
        *id = model_string(s, goal->kind == PROVE_LINES ? s->lines[goal->index].id
                                                        : s->moments[goal->index].id);
        return goal_words[goal->kind];
    }
    if (goal->owner == PROVE_RULE) {
        *id = model_string(s, s->rules[goal->index].name);
        return "rule";
    }
    statement = &s->statements[goal->index];
    if (statement->kind == MODEL_LINE)
        *id = model_string(s, s->lines[statement->item].id);
    if (statement->kind == MODEL_GO || statement->kind == MODEL_VISIT)
        *id = model_string(s, s->moments[statement->item].id);
    return statement_words[statement->kind];
}

/* `never`: "true" or "false" for a condition, else NULL. */
static void miss(cli_tally *t, const cli_loaded *loaded, const prove_goal *goal,
                 const char *never)
{
    const ear_scenario *s = loaded->scenario;
    const char *id, *what = name_goal(s, goal, &id);
    base_json o = base_json_begin();

    base_bytes_text(&t->missing_text, "  ");
    cli_place_write(&t->missing_text, loaded, goal->place);
    base_bytes_print(&t->missing_text, ": %s%s%s", what, *id ? " " : "", id);
    if (never)
        base_bytes_print(&t->missing_text, ": its condition was never %s", never);
    base_bytes_char(&t->missing_text, '\n');

    base_json_put_text(&o, "scenario", t->several ? ear_scenario_id(s) : NULL);
    base_json_put_text(&o, "of", never ? what : NULL);
    base_json_put_text(&o, "id", id);
    base_json_put_text(&o, "never", never);
    base_json_put_text(&o, "file", model_string(s, s->files[goal->place.file]));
    base_json_put(&o, "line", json_integer(goal->place.line));
    base_json_append(&t->missing,
                     json_object_get(t->missing.json, kind_names[goal->kind]),
                     base_json_take(&o));
}

static void add_condition(cli_tally *t, const cli_loaded *loaded, const prove_goal *goal,
                          const prove_coverage *coverage)
{
    const bool held = prove_goal_met(coverage, goal);
    const bool failed = prove_goal_met(coverage, goal + 1);

    t->all[PROVE_CONDITIONS]++;
    t->met[PROVE_CONDITIONS] += held && failed;
    if (!held && t->wants_missing)
        miss(t, loaded, goal, "true");
    if (!failed && t->wants_missing)
        miss(t, loaded, goal, "false");
}

void cli_tally_add(cli_tally *t, const cli_loaded *loaded, const prove_goals *goals,
                   const prove_coverage *coverage)
{
    for (size_t i = 0; i < goals->count; i++) {
        const prove_goal *goal = &goals->at[i];
        const bool met = prove_goal_met(coverage, goal);

        if (goal->kind == PROVE_CONDITIONS) {
            add_condition(t, loaded, goal, coverage);
            i++; /* that it does not hold is the next goal */
            continue;
        }
        t->all[goal->kind]++;
        t->met[goal->kind] += met;
        if (!met && t->wants_missing)
            miss(t, loaded, goal, NULL);
    }
}

json_t *cli_tally_json(cli_tally *t)
{
    base_json all = base_json_begin();

    for (int i = 0; i < PROVE_GOAL_KINDS; i++) {
        base_json one = base_json_begin();

        base_json_put(&one, "met", json_integer((json_int_t)t->met[i]));
        base_json_put(&one, "of", json_integer((json_int_t)t->all[i]));
        if (t->wants_missing)
            base_json_put(&one, "missing",
                          json_incref(json_object_get(t->missing.json, kind_names[i])));
        base_json_put(&all, kind_names[i], base_json_take(&one));
    }
    all.failed |= t->missing.failed;
    return base_json_take(&all);
}

void cli_tally_write(base_bytes *out, const cli_tally *t)
{
    base_bytes_text(out, "covered:");
    for (int i = 0; i < PROVE_GOAL_KINDS; i++)
        base_bytes_print(out, "%s %zu of %zu %s", i ? "," : "", t->met[i], t->all[i],
                         kind_names[i]);
    base_bytes_text(out, t->all[PROVE_CONDITIONS] ? " both ways\n" : "\n");
    if (t->missing_text.length)
        base_bytes_print(out, "not reached by any test:\n%s",
                         base_bytes_string(&t->missing_text));
}
