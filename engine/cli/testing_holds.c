/* The conditions of a test's `holds`, and the values that one which fails has read. */
#include "cli/testing.h"

#include "model/code.h"
#include "model/counted.h"
#include "model/eval.h"
#include "sim/look.h"

#include <stdlib.h>
#include <string.h>

#define MOST_VALUES 8 /* shown of one condition */

/* What stands beside the values that have been shown. */
typedef struct values {
    cli_trial *trial;
    const ear_scenario *scenario;
    const model_layout *layout;
    model_state *state; /* a copy: chance() draws from it */
    size_t begins;      /* where the message speaks of this condition */
    size_t shown;
} values;

/* A value is said once, however often the condition reads it. */
static bool is_news(const values *v, const char *text)
{
    const char *message = base_bytes_string(&v->trial->verdict->message);

    return v->shown < MOST_VALUES && !strstr(message + v->begins, text);
}

/* "calm is 44"; `call` is "change" for change(calm), NULL for the value itself. */
static void show(values *v, const char *call, const char *name, int64_t value, bool truth)
{
    base_bytes *message = &v->trial->verdict->message;
    base_bytes text = {0};

    base_bytes_print(&text, call ? "%s(%s) is " : "%s%s is ", call ? call : "", name);
    if (truth)
        base_bytes_text(&text, value ? "true" : "false");
    else
        base_bytes_print(&text, "%lld", (long long)value);
    if (text.failed) {
        message->failed = true;
    } else if (is_news(v, base_bytes_string(&text))) {
        base_bytes_print(message, "%s%s", v->shown++ ? ", " : ": ",
                         base_bytes_string(&text));
    }
    base_bytes_release(&text);
}

static void show_counter(values *v, uint32_t op, uint32_t counter)
{
    const char *call;
    const char *name =
        model_counted_name(v->scenario, model_counted_find(v->scenario, counter), &call);
    const uint32_t count = model_words_at(v->state, v->layout->counters)[counter];

    if (op == MODEL_OP_SEEN)
        show(v, "seen", name, count > 0, true);
    else if (op == MODEL_OP_COUNT)
        show(v, call, name, count, false);
    else
        show(v, "since", name,
             count ? (int64_t)v->state->turn -
                         model_words_at(v->state, v->layout->since)[counter]
                   : -1,
             false);
}

static void show_meter(values *v, uint32_t op, uint32_t meter)
{
    const char *name = model_string(v->scenario, v->scenario->meters[meter].id);
    const model_layout *l = v->layout;
    const int32_t now = model_ints(v->state, l->meters)[meter];
    const int32_t start = model_ints(v->state, l->start)[meter];

    if (op == MODEL_OP_START)
        show(v, "start", name, start, false);
    else if (op == MODEL_OP_CHANGE)
        show(v, "change", name, (int64_t)now - start, false);
    else if (op == MODEL_OP_FIRST)
        show(v, "first", name, model_ints(v->state, l->first)[meter], false);
    else if (op == MODEL_OP_LOWEST)
        show(v, "lowest", name, model_ints(v->state, l->lowest)[meter], false);
    else if (op == MODEL_OP_HIGHEST)
        show(v, "highest", name, model_ints(v->state, l->highest)[meter], false);
    else if (op == MODEL_OP_EXTREME)
        show(v, "extreme", name, model_ints(v->state, l->extreme)[meter], false);
    else
        show(v, NULL, name, now, false);
}

static void show_step(values *v, uint32_t op, uint32_t arg)
{
    const ear_scenario *s = v->scenario;
    const model_named names = model_op_names(op);

    if (names == MODEL_NAMES_METER)
        show_meter(v, op, model_op_thing(op, arg));
    else if (names == MODEL_NAMES_FLAG)
        show(v, NULL, model_string(s, s->flags[arg].id),
             model_flags_at(v->state, v->layout)[arg], true);
    else if (names == MODEL_NAMES_COUNTER)
        show_counter(v, op, arg);
    else if (names == MODEL_NAMES_SKILL)
        show(v, "points", model_string(s, s->skills[arg].id),
             model_ints(v->state, v->layout->points)[arg], false);
    else if (op == MODEL_OP_TURN)
        show(v, NULL, "turn", v->state->turn, false);
    else if (op == MODEL_OP_SECONDS || op == MODEL_OP_MINUTES)
        show(v, NULL, "seconds", (int64_t)(v->state->tenths / 10), false);
}

/* Every value that the code reads, in its order. */
static void show_values(values *v, model_code code)
{
    const uint32_t *at = v->scenario->code + code;

    for (; (*at & 0xff) != MODEL_OP_RETURN; at++) {
        const uint32_t op = *at & 0xff;

        show_step(v, op, *at >> 8);
        at += model_op_more(op);
    }
}

/* Adds ": calm is 44, called is false" to the message. */
static void say_values(values *v, model_code code)
{
    v->begins = v->trial->verdict->message.length;
    v->shown = 0;
    if (!(code & MODEL_FUNCTION))
        show_values(v, code);
}

static bool holds_one(values *v, const model_condition *condition)
{
    base_bytes *message = &v->trial->verdict->message;

    if (model_truth(v->scenario, v->layout, v->state, condition->code))
        return true;
    base_bytes_print(message, "%s\"%s\" does not hold", message->length ? "\n" : "",
                     model_string(v->scenario, condition->source));
    say_values(v, condition->code);
    return false;
}

static bool values_begin(values *v, cli_trial *trial)
{
    const model_layout *layout = sim_session_layout(trial->session);

    *v = (values){.trial = trial,
                  .scenario = trial->scenario,
                  .layout = layout,
                  .state = malloc(layout->bytes)};
    if (v->state)
        memcpy(v->state, sim_session_state(trial->session), layout->bytes);
    else
        trial->verdict->message.failed = true;
    return v->state != NULL;
}

void cli_trial_values(cli_trial *trial, model_code code)
{
    values v;

    if (!values_begin(&v, trial))
        return;
    say_values(&v, code);
    free(v.state);
}

bool cli_trial_holds(cli_trial *trial)
{
    const model_range range = trial->test->holds;
    bool all = true;
    values v;

    if (!values_begin(&v, trial))
        return false;
    for (uint32_t i = range.first; i < range.first + range.count; i++)
        all = holds_one(&v, &trial->scenario->conditions[i]) && all;
    free(v.state);
    return all;
}
