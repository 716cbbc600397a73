#include "cli/record.h"

#include "base/arena.h"
#include "base/fail.h"
#include "cli/places.h"
#include "cli/record_end.h"
#include "cli/record_start.h"
#include "cli/say.h"
#include "sim/look.h"
#include "store/file.h"
#include "store/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* What one call did, until it has settled. */
typedef struct pending {
    const char *reply; /* id, borrowed from the scenario */
    bool noticed, back;
    uint32_t option;
} pending;

struct cli_record {
    cli_recorded of;
    ear_sink inner;
    store_journal *journal; /* NULL: not kept (any more) */
    bool begun;
    bool ended;
    pending now;
    cli_acts acts;
    base_arena arena; /* ids of a run that was read; texts of `of` */
    int32_t *meters;  /* as they were last told to the journal; then one byte a flag */
    uint8_t *flags;
    store_value *changed; /* room for all of them */
    ear_error trouble;    /* that kept the journal from being begun */
    char data[STORE_PATH_MOST];
};

bool cli_record_folder(char *out, size_t room)
{
    return cli_place_home(out, room, "DATA", ".local/share");
}

int64_t cli_record_clock(void)
{
    struct timespec now;

    if (clock_gettime(CLOCK_REALTIME, &now) != 0)
        return 0;
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* --- making one --------------------------------------------------------------------- */

static const char *keep(cli_record *r, const char *text, bool *good)
{
    const char *copy = text ? base_arena_copy(&r->arena, text, strlen(text)) : NULL;

    *good &= !text || copy;
    return copy;
}

static bool make_room(cli_record *r)
{
    const ear_scenario *sc = r->of.loaded->scenario;
    const size_t meters = sc->count[MODEL_S_METERS], flags = sc->count[MODEL_S_FLAGS];
    bool good = true;

    r->meters = calloc(meters + 1, sizeof *r->meters);
    r->flags = calloc(flags + 1, sizeof *r->flags);
    r->changed = calloc(meters + flags + 1, sizeof *r->changed);
    r->of.from = keep(r, r->of.from, &good);
    r->of.set = keep(r, r->of.set, &good);
    r->of.learner = keep(r, r->of.learner, &good);
    return good && r->meters && r->flags && r->changed;
}

static void drop(cli_record *r)
{
    cli_acts_release(&r->acts);
    base_arena_release(&r->arena);
    free(r->meters);
    free(r->flags);
    free(r->changed);
    free(r);
}

ear_status cli_record_new(cli_record **out, const cli_recorded *recorded, ear_error *err)
{
    cli_record *r = calloc(1, sizeof *r);

    if (!r)
        return base_fail_memory(err);
    r->of = *recorded;
    if (!make_room(r)) {
        drop(r);
        return base_fail_memory(err);
    }
    if (!cli_record_folder(r->data, sizeof r->data)) {
        drop(r);
        return base_fail(err, EAR_E_IO, "there is no home folder to keep runs in");
    }
    *out = r;
    return EAR_OK;
}

/* --- listening ---------------------------------------------------------------------- */

void cli_record_hear(cli_record *r, const ear_event *event)
{
    if (r && event->kind == EAR_EVENT_REPLY) {
        const ear_scenario *sc = r->of.loaded->scenario;

        r->now.reply = model_string(sc, sc->details[event->index].id);
    }
}

static void on_event(void *user, const ear_event *event)
{
    cli_record *r = user;

    cli_record_hear(r, event);
    if (r->inner.event)
        r->inner.event(r->inner.user, event);
}

ear_sink cli_record_sink(cli_record *record, ear_sink inner)
{
    if (!record)
        return inner;
    record->inner = inner;
    return (ear_sink){.event = on_event, .user = record, .words = inner.words};
}

/* --- what the journal is told ------------------------------------------------------- */

/* Every value that is not as it was told last (`all`: every meter, every flag that is
 * up).
 */
static store_values take_values(cli_record *r, bool all)
{
    const ear_scenario *sc = r->of.loaded->scenario;
    const model_layout *layout = sim_session_layout(r->of.session);
    const model_state *state = sim_session_state(r->of.session);
    const int32_t *meters = model_ints(state, layout->meters);
    const uint8_t *flags = model_flags_at(state, layout);
    size_t n = 0;

    for (uint32_t i = 0; i < sc->count[MODEL_S_METERS]; i++)
        if (all || meters[i] != r->meters[i])
            r->changed[n++] =
                (store_value){model_string(sc, sc->meters[i].id), meters[i], false};
    for (uint32_t i = 0; i < sc->count[MODEL_S_FLAGS]; i++)
        if (all ? flags[i] != 0 : flags[i] != r->flags[i])
            r->changed[n++] =
                (store_value){model_string(sc, sc->flags[i].id), flags[i] != 0, true};
    memcpy(r->meters, meters, sc->count[MODEL_S_METERS] * sizeof *meters);
    memcpy(r->flags, flags, sc->count[MODEL_S_FLAGS]);
    return (store_values){r->changed, n};
}

static void begin(cli_record *r)
{
    cli_start made;
    char runs[STORE_PATH_MOST];
    const ear_status status = cli_start_make(&made, &r->of, &r->trouble);

    made.start.values = take_values(r, true);
    made.start.hash = ear_session_hash(r->of.session);
    made.start.moment = ear_session_moment(r->of.session);
    if (status == EAR_OK && !store_path_join(runs, sizeof runs, r->data, "runs"))
        base_fail(&r->trouble, EAR_E_IO, "the data folder's name is too long");
    else if (status == EAR_OK)
        store_journal_begin(&r->journal, runs, &made.start, &r->trouble);
    r->begun = true;
    cli_start_release(&made);
}

static void tell_reply(cli_record *r)
{
    const uint64_t hash = ear_session_hash(r->of.session);
    const store_reply reply = {.id = r->now.reply,
                               .hash = hash,
                               .moment = ear_session_moment(r->of.session),
                               .values = take_values(r, false)};

    cli_acts_add(&r->acts, SIM_ACT_REPLY, reply.id, 0, hash);
    store_journal_reply(r->journal, &reply);
}

static void tell_end(cli_record *r)
{
    r->ended = true;
    cli_record_end(r->journal, &r->of, &r->acts);
}

void cli_record_settle(cli_record *r, ear_status status)
{
    pending now;

    if (!r)
        return;
    now = r->now;
    if (status == EAR_OK && !r->begun)
        begin(r);
    if (status == EAR_OK && now.back) {
        take_values(r, false);
        cli_acts_add(&r->acts, SIM_ACT_BACK, NULL, 0, 0);
        store_journal_back(r->journal, ear_session_hash(r->of.session));
    } else if (status == EAR_OK && now.noticed) {
        cli_acts_add(&r->acts, SIM_ACT_NOTICE, NULL, now.option, 0);
        store_journal_notice(r->journal, now.option, ear_session_hash(r->of.session));
    } else if (status == EAR_OK && now.reply) {
        tell_reply(r);
    }
    if (status == EAR_OK && !r->ended && ear_session_ended(r->of.session))
        tell_end(r);
    r->now = (pending){0};
}

void cli_record_noticed(cli_record *r, size_t option)
{
    if (r) {
        r->now.noticed = true;
        r->now.option = (uint32_t)option;
    }
}

void cli_record_took_back(cli_record *r)
{
    if (r)
        r->now.back = true;
}

void cli_record_rated(cli_record *r, uint32_t heard)
{
    if (r)
        store_journal_rated(r->journal, heard);
}

void cli_record_reflected(cli_record *r, const char *question, const char *answer)
{
    store_run_id id;
    ear_error err = {.status = EAR_OK};

    if (!r)
        return;
    id = store_journal_id(r->journal);

    const store_reflection reflection = {.run = id.text,
                                         .learner = r->of.learner,
                                         .question = question,
                                         .answer = answer,
                                         .wall = cli_record_clock()};

    if (id.text[0] && store_reflection_keep(r->data, &reflection, &err) != EAR_OK)
        cli_say("what you wrote could not be kept: %s", err.message);
}

void cli_record_next(cli_record *r, const char *words)
{
    if (r)
        store_journal_next(r->journal, words);
}

/* --- a run that was read ------------------------------------------------------------ */

static void know(cli_record *r, const store_run *run, size_t held)
{
    for (size_t i = 0; i < held; i++) {
        const store_event *event = &run->events[i];
        bool good = true;

        if (event->kind == STORE_EVENT_REPLY)
            cli_acts_add(&r->acts, SIM_ACT_REPLY, keep(r, event->reply.id, &good), 0,
                         event->hash);
        else if (event->kind == STORE_EVENT_NOTICE)
            cli_acts_add(&r->acts, SIM_ACT_NOTICE, NULL, event->option, 0);
        else
            cli_acts_add(&r->acts, SIM_ACT_BACK, NULL, 0, 0);
        r->acts.failed |= !good;
    }
}

ear_status cli_record_continue(cli_record *r, const store_run *run,
                               const store_replay *replay, ear_error *err)
{
    base_bytes changed = {0};
    cli_start made;
    ear_status status;

    if (!r)
        return EAR_OK;
    status = cli_start_make(&made, &r->of, err);
    if (status == EAR_OK) {
        const bool other =
            store_run_changed(&changed, run, made.stamps, made.start.file_count);

        status = store_journal_continue(&r->journal, run,
                                        replay->diverged ? replay->line : run->lines,
                                        other ? &made.start : NULL, err);
    }
    r->begun = true;
    r->now = (pending){0};
    take_values(r, true);
    know(r, run, replay->held);
    base_bytes_release(&changed);
    cli_start_release(&made);
    return status;
}

/* --- waiting ------------------------------------------------------------------------ */

bool cli_record_wait(cli_record *r, ear_error *err)
{
    ear_error why = {.status = EAR_OK};

    if (!r)
        return true;
    if (r->trouble.status != EAR_OK) {
        why = r->trouble;
        r->trouble.status = EAR_OK;
    } else if (store_journal_wait(r->journal, &why)) {
        return true;
    }
    base_fail(err, why.status,
              "this run is not being kept: %.400s. You can play on; it is tried again "
              "with each reply",
              why.message);
    return false;
}

bool cli_record_idle(cli_record *r)
{
    return !r || store_journal_idle(r->journal);
}

store_run_id cli_record_id(cli_record *r)
{
    return r ? store_journal_id(r->journal) : (store_run_id){""};
}

bool cli_record_unfinished(cli_record *r)
{
    return r && !r->ended && store_journal_id(r->journal).text[0];
}

bool cli_record_ended(const cli_record *r)
{
    return r && r->ended;
}

void cli_record_wait_said(cli_record *r)
{
    ear_error err = {.status = EAR_OK};

    if (!cli_record_wait(r, &err))
        cli_say("%s", err.message);
}

void cli_record_close(cli_record *r)
{
    store_run_id id;
    ear_error err = {.status = EAR_OK};

    if (!r)
        return;
    cli_record_wait_said(r);
    id = store_journal_id(r->journal);
    if (store_journal_close(r->journal, NULL) && r->ended && id.text[0] &&
        cli_record_tell_history(r->data, id.text, &err) != EAR_OK)
        cli_say("the run is kept, but %s", err.message);
    drop(r);
}
