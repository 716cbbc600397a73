#include "cli/test_suggest.h"

#include "base/fail.h"
#include "cli/say.h"
#include "prove/suggest.h"
#include "sim/look.h"

#include <string.h>

#define LEAST_BYTES 24 /* of a reply's words, so that a beginning is easy to read */

/* One road being written. */
typedef struct writing {
    const cli_suggesting *how;
    const cli_loaded *loaded;
    prove_coverage *coverage; /* of all roads so far */
    ear_session *session;
    base_bytes entries; /* what stands in `play`: each ended by a NUL */
} writing;

static void on_event(void *user, const ear_event *event)
{
    const writing *w = user;

    if (event->kind == EAR_EVENT_REPLY)
        w->coverage->given[event->index] = 1;
}

static bool means(const writing *w, const char *words, size_t index)
{
    ear_error err;
    size_t found;

    return ear_session_find(w->session, words, &found, &err) == EAR_OK && found == index;
}

/* The shortest readable beginning of the words, of whole words, that means this reply
 * alone. False: there is none. */
static bool add_beginning(writing *w, const char *words, size_t index)
{
    const size_t length = strlen(words);
    size_t at = length < LEAST_BYTES ? length : LEAST_BYTES;
    base_bytes part = {0};
    bool fits = false;

    for (; at <= length && !fits; at++) {
        if (at < length && words[at] != ' ')
            continue;
        base_bytes_clear(&part);
        base_bytes_add(&part, words, at);
        fits = means(w, base_bytes_string(&part), index);
    }
    if (fits)
        base_bytes_add(&w->entries, part.at, part.length + 1);
    w->entries.failed |= part.failed;
    base_bytes_release(&part);
    return fits;
}

/* Words that stay the same whenever the reply is met are easier to read than its id. */
static void add_entry(writing *w, uint32_t reply, size_t index)
{
    const ear_scenario *s = w->loaded->scenario;
    const model_words *words = &s->replies[reply].words;
    const char *id = model_string(s, s->details[reply].id);
    const char *text = model_string(s, words->text);

    if (words->function != MODEL_NONE || words->pieces.count > 0 || strchr(text, '\n') ||
        !add_beginning(w, text, index))
        base_bytes_add(&w->entries, id, strlen(id) + 1);
}

static ear_status give(writing *w, unsigned bit, ear_error *err)
{
    const ear_scenario *s = w->loaded->scenario;
    const ear_sink sink = {.event = on_event, .user = w};
    const model_state *state = sim_session_state(w->session);
    size_t index = 0;

    for (unsigned before = 0; before < bit; before++)
        index += state->offered >> before & 1;
    add_entry(w, s->statements[state->statement].item + bit, index);
    return ear_session_choose(w->session, index, &sink, err);
}

static ear_status play(writing *w, const prove_suggestion *road, ear_error *err)
{
    const ear_sink sink = {.event = on_event, .user = w};
    const ear_options options = {.seed = 1, .hooks = w->loaded->hooks};
    ear_status status = ear_session_new(&w->session, w->loaded->scenario, &options, err);

    if (status != EAR_OK)
        return status;
    base_bytes_clear(&w->entries);
    sim_session_watch(w->session, &w->coverage->watch);
    status = ear_session_begin(w->session, &sink, err);
    for (size_t i = 0; status == EAR_OK && i < road->count; i++)
        status = give(w, road->bits[i], err);
    ear_session_free(w->session);
    return status;
}

static void write_lua(const writing *w, const char *name, const char *ends)
{
    base_bytes *out = w->how->out;
    const char *at = base_bytes_string(&w->entries);
    const char *end = at + w->entries.length;

    base_bytes_text(out, "test ");
    base_bytes_quoted(out, name);
    base_bytes_text(out, " {\n  play = {\n");
    for (; at < end; at += strlen(at) + 1) {
        base_bytes_text(out, "    ");
        base_bytes_quoted(out, at);
        base_bytes_text(out, ",\n");
    }
    base_bytes_text(out, "  },\n");
    if (*ends) {
        base_bytes_text(out, "  ends = ");
        base_bytes_quoted(out, ends);
        base_bytes_text(out, ",\n");
    }
    base_bytes_text(out, "}\n");
}

static void write_json(const writing *w, const char *name, const char *ends)
{
    const char *at = base_bytes_string(&w->entries);
    const char *end = at + w->entries.length;
    base_json o = base_json_begin_with("scenario", ear_scenario_id(w->loaded->scenario));
    json_t *entries = json_array();

    base_json_put_text(&o, "name", name);
    for (; at < end; at += strlen(at) + 1)
        base_json_append(&o, entries, base_json_text(at, strlen(at)));
    base_json_put(&o, "play", entries);
    base_json_put_text(&o, "ends", ends);
    base_json_append(w->how->list, w->how->list->json, base_json_take(&o));
}

/* "to kept", "to kept (2)" when there was one before. */
static void name_road(base_bytes *name, const ear_scenario *s,
                      const prove_suggestions *all, size_t road)
{
    const uint32_t outcome = all->roads[road].outcome;
    unsigned number = 1;

    for (size_t i = 0; i < road; i++)
        number += all->roads[i].outcome == outcome;
    if (outcome == MODEL_NONE)
        base_bytes_text(name, "on the way");
    else
        base_bytes_print(name, "to %s", model_string(s, s->moments[outcome].id));
    if (number > 1)
        base_bytes_print(name, " (%u)", number);
}

static ear_status write_road(writing *w, const prove_suggestions *all, size_t road,
                             ear_error *err)
{
    const ear_scenario *s = w->loaded->scenario;
    const uint32_t outcome = all->roads[road].outcome;
    const char *ends =
        outcome == MODEL_NONE ? "" : model_string(s, s->moments[outcome].id);
    const ear_status status = play(w, &all->roads[road], err);
    base_bytes name = {0};

    if (status != EAR_OK)
        return status;
    name_road(&name, s, all, road);
    if (w->how->json)
        write_json(w, base_bytes_string(&name), ends);
    else
        write_lua(w, base_bytes_string(&name), ends);
    w->entries.failed |= name.failed;
    base_bytes_release(&name);
    return EAR_OK;
}

static void write_head(const writing *w, const prove_suggestions *all)
{
    base_bytes *out = w->how->out;

    base_bytes_text(out, "-- ");
    cli_add_name(out, ear_scenario_id(w->loaded->scenario));
    if (all->whole)
        base_bytes_print(out, ": %zu test%s that reach all that a test can reach.\n",
                         all->count, all->count == 1 ? "" : "s");
    else if (all->stopped)
        base_bytes_print(out,
                         ": %zu test%s to what was found until it was stopped; "
                         "more may be reached.\n",
                         all->count, all->count == 1 ? "" : "s");
    else
        base_bytes_print(out,
                         ": %zu test%s; more may be reached than was found in "
                         "%llu states.\n",
                         all->count, all->count == 1 ? "" : "s",
                         (unsigned long long)all->states);
}

static ear_status write_all(writing *w, const prove_goals *goals, bool *whole,
                            ear_error *err)
{
    const ear_scenario *s = w->loaded->scenario;
    prove_suggestions all;
    ear_status status =
        prove_suggest(&all, s, &w->loaded->hooks, goals, w->how->work, err);

    if (status != EAR_OK)
        return status;
    *whole = *whole && all.whole;
    if (!w->how->json)
        write_head(w, &all);
    for (size_t i = 0; status == EAR_OK && i < all.count; i++)
        status = write_road(w, &all, i, err);
    if (status == EAR_OK)
        cli_tally_add(w->how->tally, w->loaded, goals, w->coverage);
    prove_suggestions_release(&all);
    return status;
}

ear_status cli_test_suggest(const cli_suggesting *how, const cli_loaded *loaded,
                            bool *whole, ear_error *err)
{
    prove_coverage coverage = {.given = NULL};
    prove_goals goals = {NULL, 0};
    writing w = {.how = how, .loaded = loaded, .coverage = &coverage};
    ear_status status = prove_coverage_new(&coverage, loaded->scenario, err);

    if (status == EAR_OK)
        status = prove_goals_new(&goals, loaded->scenario, err);
    if (status == EAR_OK)
        status = write_all(&w, &goals, whole, err);
    if (status == EAR_OK && w.entries.failed)
        status = base_fail_memory(err);
    base_bytes_release(&w.entries);
    prove_goals_release(&goals);
    prove_coverage_release(&coverage);
    return status;
}
