/* Playing a saved run again, and finding where it no longer is what it was. */
#include "base/fail.h"
#include "sim/look.h"
#include "store/run.h"

#include <stdio.h>
#include <string.h>

typedef struct again {
    store_replay *out;
    ear_session *session;
    ear_session *probe; /* tries a reply before it is given */
    const store_follow *with;
} again;

static void stop(again *it, const store_event *event, const char *why)
{
    it->out->diverged = true;
    it->out->reply = event->reply.id;
    snprintf(it->out->why, sizeof it->out->why, "%s", why);
}

static const char *now_called(const ear_session *session, const char *id)
{
    return model_newest_name(sim_session_scenario(session), id);
}

static void differ(again *it, const store_difference *one)
{
    store_replay *out = it->out;

    if (out->difference_count < STORE_DIFFERENCES_MOST)
        out->differences[out->difference_count++] = *one;
}

/* What the reply changed, as the run remembers; NULL: it left this one as it was. */
static const store_value *remembered(const again *it, const store_event *event,
                                     const char *id, bool flag)
{
    const store_values *values = &event->reply.values;

    for (size_t i = 0; i < values->count; i++)
        if (values->at[i].flag == flag &&
            strcmp(now_called(it->session, values->at[i].id), id) == 0)
            return &values->at[i];
    return NULL;
}

static void compare_meters(again *it, const store_event *event)
{
    const ear_scenario *sc = sim_session_scenario(it->session);

    for (uint32_t i = 0; i < sc->count[MODEL_S_METERS]; i++) {
        const char *id = model_string(sc, sc->meters[i].id);
        const store_value *told = remembered(it, event, id, false);
        store_difference one = {.id = id};

        ear_session_meter(it->session, id, &one.was);
        ear_session_meter(it->probe, id, &one.is);
        one.was = told ? told->value : one.was;
        if (one.was != one.is)
            differ(it, &one);
    }
}

static void compare_flags(again *it, const store_event *event)
{
    const ear_scenario *sc = sim_session_scenario(it->session);

    for (uint32_t i = 0; i < sc->count[MODEL_S_FLAGS]; i++) {
        const char *id = model_string(sc, sc->flags[i].id);
        const store_value *told = remembered(it, event, id, true);
        bool was = false, is = false;

        ear_session_flag(it->session, id, &was);
        ear_session_flag(it->probe, id, &is);
        was = told ? told->value != 0 : was;
        if (was != is)
            differ(it, &(store_difference){.id = id, .flag = true, .was = was, .is = is});
    }
}

static void find_gone(again *it, const store_event *event)
{
    for (size_t i = 0; i < event->reply.values.count; i++) {
        const store_value *value = &event->reply.values.at[i];
        const char *id = now_called(it->session, value->id);
        int32_t meter;
        bool flag;

        if (!ear_session_meter(it->session, id, &meter) &&
            !ear_session_flag(it->session, id, &flag))
            differ(it, &(store_difference){.id = value->id,
                                           .flag = value->flag,
                                           .gone = true,
                                           .was = value->value});
    }
}

static void say_difference(base_bytes *out, const store_difference *one)
{
    base_bytes_print(out, "%s%.60s ", out->length ? "; " : "", one->id);
    if (one->gone)
        base_bytes_text(out, "is gone");
    else if (one->flag)
        base_bytes_print(out, "was %s, is %s", one->was ? "true" : "false",
                         one->is ? "true" : "false");
    else
        base_bytes_print(out, "was %d, is %d", (int)one->was, (int)one->is);
}

static void stop_at_difference(again *it, const store_event *event)
{
    const char *led = now_called(it->probe, event->reply.moment);
    const char *leads = ear_session_moment(it->probe);
    base_bytes words = {0};
    char why[512];

    compare_meters(it, event);
    compare_flags(it, event);
    find_gone(it, event);
    for (size_t i = 0; i < it->out->difference_count; i++)
        say_difference(&words, &it->out->differences[i]);
    if (strcmp(led, leads) != 0)
        base_bytes_print(&words, "%sit led to '%s' and now leads to '%s'",
                         words.length ? "; " : "", event->reply.moment, leads);
    if (words.length == 0)
        base_bytes_text(&words, "the points, or the chances drawn, are others");
    snprintf(why, sizeof why, "the reply '%.100s' does not do what it did: %.350s",
             event->reply.id, base_bytes_string(&words));
    stop(it, event, why);
    base_bytes_release(&words);
}

/* True: the reply held, and has been given. */
static ear_status give(again *it, const store_event *event, ear_error *err)
{
    ear_error own = {.status = EAR_OK};
    char words[512];
    size_t index;
    ear_status status;

    if (!sim_session_find_id(it->session, event->reply.id, &index)) {
        snprintf(words, sizeof words, "the reply '%.120s' is not on offer any more",
                 event->reply.id);
        stop(it, event, words);
        return EAR_OK;
    }
    ear_session_assign(it->probe, it->session);
    status = ear_session_choose(it->probe, index, NULL, &own);
    if (status == EAR_E_NOMEM)
        return base_fail_memory(err);
    if (status != EAR_OK) {
        snprintf(words, sizeof words,
                 "the reply '%.80s' cannot be played on from: %.300s", event->reply.id,
                 own.message);
        stop(it, event, words);
    } else if (ear_session_hash(it->probe) != event->hash) {
        stop_at_difference(it, event);
    } else {
        if (it->with->before)
            it->with->before(it->with->user, event);
        status = ear_session_choose(it->session, index, &it->with->sink, err);
    }
    return it->out->diverged ? EAR_OK : status;
}

/* An answer or a taking back that does not fit leaves the state as it is; the next reply
 * then shows whether that matters. */
static ear_status follow(again *it, const store_event *event, ear_error *err)
{
    ear_status status = EAR_OK;

    if (event->kind == STORE_EVENT_REPLY)
        return give(it, event, err);
    if (it->with->before)
        it->with->before(it->with->user, event);
    if (event->kind == STORE_EVENT_BACK)
        status = ear_session_back(it->session, &it->with->sink, err);
    else
        status = ear_session_notice(it->session, event->option, &it->with->sink, err);
    return status == EAR_E_NOMEM ? status : EAR_OK;
}

ear_status store_run_replay(store_replay *out, ear_session *session, const store_run *run,
                            const store_follow *with, ear_error *err)
{
    static const store_follow nobody = {.before = NULL};
    again it = {.out = out, .session = session, .with = with ? with : &nobody};
    ear_status status = ear_session_copy(&it.probe, session, err);

    *out = (store_replay){.line = 1};
    for (size_t i = 0; i < run->count && status == EAR_OK; i++) {
        status = follow(&it, &run->events[i], err);
        if (status != EAR_OK || out->diverged)
            break;
        out->held++;
        out->line = run->events[i].n;
        if (run->events[i].kind == STORE_EVENT_REPLY)
            out->replies++;
        else if (run->events[i].kind == STORE_EVENT_BACK && out->replies)
            out->replies--;
    }
    ear_session_free(it.probe);
    return status;
}

/* --- the pack ----------------------------------------------------------------------- */

static const store_stamp *stamp_of(const store_stamp *files, size_t count,
                                   const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].name, name) == 0)
            return &files[i];
    return NULL;
}

static void say(base_bytes *out, const char *name, const char *what)
{
    base_bytes_print(out, "%s%s %s", out->length ? ", " : "", name, what);
}

bool store_run_changed(base_bytes *out, const store_run *run, const store_stamp *files,
                       size_t count)
{
    const store_start *start = &run->start;

    if (!start->pack[0] && start->file_count == 1 && count == 1) {
        if (start->files[0].hash != files[0].hash) /* a file alone may bear any name */
            say(out, files[0].name, "changed");
        return out->length > 0;
    }
    for (size_t i = 0; i < start->file_count; i++) {
        const store_stamp *now = stamp_of(files, count, start->files[i].name);

        if (!now)
            say(out, start->files[i].name, "is gone");
        else if (now->hash != start->files[i].hash)
            say(out, start->files[i].name, "changed");
    }
    for (size_t i = 0; i < count; i++)
        if (!stamp_of(start->files, start->file_count, files[i].name))
            say(out, files[i].name, "is new");
    return out->length > 0;
}
