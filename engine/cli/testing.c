#include "cli/testing.h"

#include "base/fail.h"
#include "model/eval.h"
#include "sim/look.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

ear_status cli_coverage_new(cli_coverage *out, const ear_scenario *scenario,
                            ear_error *err)
{
    cli_coverage c = {.moments = calloc(scenario->count[MODEL_S_MOMENTS] + 1u, 1),
                      .lines = calloc(scenario->count[MODEL_S_LINES] + 1u, 1),
                      .replies = calloc(scenario->count[MODEL_S_REPLIES] + 1u, 1)};

    if (!c.moments || !c.lines || !c.replies) {
        cli_coverage_release(&c);
        return base_fail_memory(err);
    }
    *out = c;
    return EAR_OK;
}

void cli_coverage_release(cli_coverage *coverage)
{
    free(coverage->moments);
    free(coverage->lines);
    free(coverage->replies);
}

typedef struct trial {
    const ear_scenario *scenario;
    const model_test *test;
    ear_session *session;
    cli_coverage *coverage;
    base_bytes offered; /* of the last choice: id, NUL, words, NUL, ... */
    base_bytes *message;
} trial;

static void add_text(base_bytes *to, ear_text text)
{
    base_bytes_add(to, text.at ? text.at : "", text.length);
    base_bytes_char(to, '\0');
}

static void on_event(void *user, const ear_event *event)
{
    trial *t = user;

    switch (event->kind) {
    case EAR_EVENT_MOMENT:
    case EAR_EVENT_OUTCOME:
        t->coverage->moments[event->index] = 1;
        break;
    case EAR_EVENT_LINE:
        t->coverage->lines[event->index] = 1;
        break;
    case EAR_EVENT_REPLY:
        t->coverage->replies[event->index] = 1;
        break;
    case EAR_EVENT_CHOICE:
        base_bytes_clear(&t->offered);
        for (size_t i = 0; i < event->count; i++) {
            add_text(&t->offered, event->list[i].id);
            add_text(&t->offered, event->list[i].text);
        }
        break;
    default:
        break;
    }
}

static const char *text_at(const trial *t, model_range range, uint32_t i)
{
    return model_string(t->scenario, t->scenario->texts[range.first + i]);
}

/* What was on offer at the last choice, for a message. */
static void say_offered(const trial *t)
{
    const char *at = base_bytes_string(&t->offered);
    const char *end = at + t->offered.length;

    base_bytes_text(t->message, "; on offer there:");
    if (at == end)
        base_bytes_text(t->message, " nothing");
    while (at < end) {
        at += strlen(at) + 1;
        base_bytes_print(t->message, "\n  - %s", at);
        at += strlen(at) + 1;
    }
}

static bool was_offered(const trial *t, const char *words)
{
    const char *at = base_bytes_string(&t->offered);
    const char *end = at + t->offered.length;

    while (at < end) {
        const bool is_id = strcmp(at, words) == 0;

        at += strlen(at) + 1;
        if (is_id || strncmp(at, words, strlen(words)) == 0)
            return true;
        at += strlen(at) + 1;
    }
    return false;
}

static bool play_one(trial *t, uint32_t i)
{
    const char *words = text_at(t, t->test->play, i);
    const ear_sink sink = {.event = on_event, .user = t, .words = true};
    ear_error err = {0};
    size_t index;

    if (ear_session_ended(t->session)) {
        base_bytes_print(t->message, "after %u of %u replies the talk was over, in '%s'",
                         (unsigned)i, (unsigned)t->test->play.count,
                         ear_session_outcome(t->session));
        return false;
    }
    if (ear_session_find(t->session, words, &index, &err) != EAR_OK) {
        base_bytes_print(t->message,
                         "left the road at reply %u of %u, in moment '%s': no reply is "
                         "meant by \"%s\"",
                         (unsigned)i + 1, (unsigned)t->test->play.count,
                         ear_session_moment(t->session), words);
        say_offered(t);
        return false;
    }
    if (ear_session_choose(t->session, index, &sink, &err) == EAR_OK)
        return true;
    base_bytes_print(t->message, "stopped at reply %u, \"%s\": %s", (unsigned)i + 1,
                     words, err.message);
    return false;
}

static bool play_all(trial *t)
{
    const ear_sink sink = {.event = on_event, .user = t, .words = true};
    ear_error err = {0};

    if (ear_session_begin(t->session, &sink, &err) != EAR_OK) {
        base_bytes_print(t->message, "stopped before the first choice: %s", err.message);
        return false;
    }
    for (uint32_t i = 0; i < t->test->play.count; i++)
        if (!play_one(t, i))
            return false;
    return true;
}

static bool ends_well(trial *t)
{
    const char *wanted;

    if (t->test->ends == MODEL_NONE)
        return true;
    wanted = model_string(t->scenario, t->scenario->moments[t->test->ends].id);
    if (!ear_session_ended(t->session)) {
        base_bytes_print(t->message, "did not end in '%s': it stands in moment '%s'",
                         wanted, ear_session_moment(t->session));
        say_offered(t);
        return false;
    }
    if (strcmp(ear_session_outcome(t->session), wanted) == 0)
        return true;
    base_bytes_print(t->message, "ended in '%s', not in '%s'",
                     ear_session_outcome(t->session), wanted);
    return false;
}

static void say_meters(const trial *t)
{
    for (uint32_t i = 0; i < t->scenario->count[MODEL_S_METERS]; i++) {
        const char *id = model_string(t->scenario, t->scenario->meters[i].id);
        int32_t value = 0;

        ear_session_meter(t->session, id, &value);
        base_bytes_print(t->message, "%s%s %d", i ? ", " : "; at the end: ", id,
                         (int)value);
    }
}

/* `state` is a copy: conditions with chance() draw from it. */
static bool conditions_hold(trial *t, model_state *state)
{
    const model_range range = t->test->holds;

    for (uint32_t i = range.first; i < range.first + range.count; i++) {
        const model_condition *condition = &t->scenario->conditions[i];

        if (model_truth(t->scenario, sim_session_layout(t->session), state,
                        condition->code))
            continue;
        base_bytes_print(t->message, "\"%s\" does not hold",
                         model_string(t->scenario, condition->source));
        say_meters(t);
        return false;
    }
    return true;
}

static bool holds(trial *t)
{
    const uint32_t bytes = sim_session_layout(t->session)->bytes;
    model_state *state = malloc(bytes);
    bool all;

    if (!state) {
        t->message->failed = true;
        return false;
    }
    memcpy(state, sim_session_state(t->session), bytes);
    all = conditions_hold(t, state);
    free(state);
    return all;
}

static bool offers(trial *t, model_range range, bool wanted)
{
    for (uint32_t i = 0; i < range.count; i++) {
        const char *words = text_at(t, range, i);

        if (was_offered(t, words) == wanted)
            continue;
        base_bytes_print(t->message, "at the last choice \"%s\" %s", words,
                         wanted ? "was not on offer" : "was on offer");
        say_offered(t);
        return false;
    }
    return true;
}

static double now_milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1000.0 + (double)now.tv_nsec / 1e6;
}

ear_status cli_test_play(cli_verdict *out, const cli_loaded *loaded,
                         const model_test *test, cli_coverage *coverage, ear_error *err)
{
    const double began = now_milliseconds();
    const ear_options options = {.seed = 1, .hooks = loaded->hooks};
    trial t = {.scenario = loaded->scenario,
               .test = test,
               .coverage = coverage,
               .message = &out->message};
    ear_status status;

    *out = (cli_verdict){0};
    status = ear_session_new(&t.session, loaded->scenario, &options, err);

    if (status != EAR_OK)
        return status;
    out->passed = play_all(&t) && ends_well(&t) && holds(&t) &&
                  offers(&t, test->offered, true) && offers(&t, test->not_offered, false);
    if (t.offered.failed || out->message.failed)
        status = base_fail_memory(err);
    ear_session_free(t.session);
    base_bytes_release(&t.offered);
    out->milliseconds = now_milliseconds() - began;
    return status;
}
