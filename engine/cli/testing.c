#include "cli/testing.h"

#include "base/fail.h"
#include "cli/findings.h"
#include "cli/say.h"
#include "sim/look.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static void add_text(base_bytes *to, ear_text text)
{
    base_bytes_add(to, text.at ? text.at : "", text.length);
    base_bytes_char(to, '\0');
}

static void on_event(void *user, const ear_event *event)
{
    cli_trial *t = user;

    if (event->kind == EAR_EVENT_REPLY)
        t->coverage->given[event->index] = 1;
    if (event->kind != EAR_EVENT_CHOICE)
        return;
    base_bytes_clear(&t->offered);
    for (size_t i = 0; i < event->count; i++) {
        add_text(&t->offered, event->list[i].id);
        add_text(&t->offered, event->list[i].text);
    }
}

static const char *text_at(const cli_trial *t, model_range range, uint32_t i)
{
    return model_string(t->scenario, t->scenario->texts[range.first + i]);
}

/* Notes where the run stands, and what is on offer there or was at the last choice. */
static void stands(cli_trial *t, bool asked)
{
    const ear_scenario *s = t->scenario;
    const model_state *state = sim_session_state(t->session);
    cli_verdict *v = t->verdict;

    v->moment = state->moment;
    v->at = state->phase == MODEL_PHASE_CHOICE ? s->statements[state->statement].place
                                               : s->moments[state->moment].place;
    v->asked = asked;
    if (asked)
        base_bytes_add(&v->offered, base_bytes_string(&t->offered), t->offered.length);
}

static bool was_offered(const cli_trial *t, const char *words)
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

static void say_over(cli_trial *t, uint32_t step)
{
    base_bytes_print(
        &t->verdict->message,
        "step %u of %u: the conversation was over before it, in outcome '%s'",
        (unsigned)step + 1, (unsigned)t->test->play.count,
        ear_session_outcome(t->session));
    stands(t, false);
}

static void say_broken(cli_trial *t, uint32_t step, const char *words,
                       const ear_error *err)
{
    base_bytes_print(
        &t->verdict->message, "step %u of %u: \"%s\" cannot be played on from: %s",
        (unsigned)step + 1, (unsigned)t->test->play.count, words, err->message);
    if (err->line > 0)
        base_bytes_print(&t->verdict->message, " (%s, line %d)", err->file, err->line);
    stands(t, false);
}

static bool play_one(cli_trial *t, uint32_t step)
{
    const char *words = text_at(t, t->test->play, step);
    const ear_sink sink = {.event = on_event, .user = t, .words = true};
    ear_error err = {0};
    ear_status status;
    size_t index;

    t->verdict->step = step + 1;
    if (ear_session_ended(t->session)) {
        say_over(t, step);
        return false;
    }
    status = ear_session_find(t->session, words, &index, &err);
    if (status == EAR_E_NOT_FOUND) {
        stands(t, true);
        cli_trial_lost(t, step, words);
        return false;
    }
    if (status == EAR_OK)
        status = ear_session_choose(t->session, index, &sink, &err);
    if (status != EAR_OK) {
        say_broken(t, step, words, &err);
        return false;
    }
    t->verdict->step = 0;
    return true;
}

static bool play_all(cli_trial *t)
{
    const ear_sink sink = {.event = on_event, .user = t, .words = true};
    ear_error err = {0};

    if (ear_session_begin(t->session, &sink, &err) != EAR_OK) {
        base_bytes_print(&t->verdict->message, "before the first choice: %s",
                         err.message);
        return false;
    }
    for (uint32_t i = 0; i < t->test->play.count; i++)
        if (!play_one(t, i))
            return false;
    return true;
}

static bool ends_well(cli_trial *t)
{
    base_bytes *message = &t->verdict->message;
    const char *wanted;

    if (t->test->ends == MODEL_NONE)
        return true;
    wanted = model_string(t->scenario, t->scenario->moments[t->test->ends].id);
    if (!ear_session_ended(t->session)) {
        base_bytes_print(message,
                         "the conversation is not over: the test says it ends in '%s'",
                         wanted);
        base_bytes_text(&t->verdict->hint, "Add the next reply to play.");
        stands(t, true);
        return false;
    }
    if (strcmp(ear_session_outcome(t->session), wanted) == 0)
        return true;
    base_bytes_print(message, "it ends in '%s', and the test says in '%s'",
                     ear_session_outcome(t->session), wanted);
    stands(t, false);
    return false;
}

static bool offers(cli_trial *t, model_range range, bool wanted)
{
    bool all = true;

    for (uint32_t i = 0; i < range.count; i++) {
        const char *words = text_at(t, range, i);

        if (was_offered(t, words) == wanted)
            continue;
        base_bytes_print(&t->verdict->message, "%sat the last choice \"%s\" was %s",
                         t->verdict->message.length ? "\n" : "", words,
                         wanted ? "not on offer"
                                : "on offer, and the test says it is not");
        if (wanted)
            cli_trial_near(t, words);
        if (!t->verdict->asked)
            stands(t, true);
        all = false;
    }
    return all;
}

/* Everything about the end is said, not only what is wrong first. */
static bool judge(cli_trial *t)
{
    bool good = ends_well(t);

    good = cli_trial_holds(t) && good;
    good = offers(t, t->test->offered, true) && good;
    return offers(t, t->test->not_offered, false) && good;
}

static double now_milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1000.0 + (double)now.tv_nsec / 1e6;
}

ear_status cli_test_play(cli_verdict *out, const cli_loaded *loaded,
                         const model_test *test, prove_coverage *coverage, ear_error *err)
{
    const double began = now_milliseconds();
    const ear_options options = {.seed = 1, .hooks = loaded->hooks};
    cli_trial t = {
        .scenario = loaded->scenario, .test = test, .coverage = coverage, .verdict = out};
    ear_status status;

    *out = (cli_verdict){.moment = MODEL_NONE};
    status = ear_session_new(&t.session, loaded->scenario, &options, err);
    if (status != EAR_OK)
        return status;
    sim_session_watch(t.session, &coverage->watch);
    out->passed = play_all(&t) && judge(&t);
    if (t.offered.failed || out->message.failed || out->offered.failed)
        status = base_fail_memory(err);
    ear_session_free(t.session);
    base_bytes_release(&t.offered);
    out->milliseconds = now_milliseconds() - began;
    return status;
}

void cli_verdict_release(cli_verdict *verdict)
{
    base_bytes_release(&verdict->message);
    base_bytes_release(&verdict->hint);
    base_bytes_release(&verdict->offered);
}

void cli_place_write(base_bytes *out, const cli_loaded *loaded, model_place place)
{
    const ear_scenario *s = loaded->scenario;
    char path[512];

    cli_finding_path(path, sizeof path, loaded->pack->path,
                     model_string(s, s->files[place.file]));
    cli_add_name(out, path);
    base_bytes_print(out, ":%u", (unsigned)place.line);
}

static void write_offered(base_bytes *out, const base_bytes *offered)
{
    const char *at = base_bytes_string(offered);
    const char *end = at + offered->length;

    base_bytes_text(out, at == end ? "    (nothing)\n" : "");
    while (at < end) {
        const char *words = at + strlen(at) + 1;

        base_bytes_print(out, "    \"%s\"  %s\n", words, at);
        at = words + strlen(words) + 1;
    }
}

/* Further lines of a message belong to the place before its first. */
static void write_message(base_bytes *out, const char *message)
{
    for (; *message; message++) {
        base_bytes_char(out, *message);
        if (*message == '\n')
            base_bytes_text(out, "  ");
    }
    base_bytes_char(out, '\n');
}

void cli_verdict_write(base_bytes *out, const cli_verdict *verdict,
                       const cli_loaded *loaded)
{
    const ear_scenario *s = loaded->scenario;

    write_message(out, base_bytes_string(&verdict->message));
    if (verdict->moment != MODEL_NONE) {
        const model_moment *moment = &s->moments[verdict->moment];

        base_bytes_print(out, "  The conversation stood in %s '%s', at ",
                         moment->kind == MODEL_OUTCOME ? "outcome" : "moment",
                         model_string(s, moment->id));
        cli_place_write(out, loaded, verdict->at);
        base_bytes_text(out, ".\n");
    }
    if (verdict->asked) {
        base_bytes_text(out, "  On offer at the last choice:\n");
        write_offered(out, &verdict->offered);
    }
    if (verdict->hint.length)
        base_bytes_print(out, "  %s\n", base_bytes_string(&verdict->hint));
}
