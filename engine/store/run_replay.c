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

/* What of the values that the run remembers is another one now; "" when all are the same.
 */
static void say_values(char *out, size_t room, const ear_session *session,
                       const store_event *event)
{
    const store_values *values = &event->reply.values;
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < values->count && used + 80 < room; i++) {
        const store_value *was = &values->at[i];
        const char *before = used ? "; " : "";
        int32_t meter = 0;
        bool flag = false;

        if (was->flag && ear_session_flag(session, was->id, &flag)) {
            if (flag != (was->value != 0))
                used += (size_t)snprintf(out + used, room - used, "%s%.40s was %s, is %s",
                                         before, was->id, was->value ? "true" : "false",
                                         flag ? "true" : "false");
        } else if (!was->flag && ear_session_meter(session, was->id, &meter)) {
            if (meter != was->value)
                used += (size_t)snprintf(out + used, room - used, "%s%.40s was %d, is %d",
                                         before, was->id, (int)was->value, (int)meter);
        } else if (now_called(session, was->id) == was->id) {
            used += (size_t)snprintf(out + used, room - used, "%s%.40s is gone", before,
                                     was->id);
        }
    }
}

static void stop_at_difference(again *it, const store_event *event)
{
    char values[240], where[120] = "", words[512];
    const char *moment = ear_session_moment(it->probe);

    say_values(values, sizeof values, it->probe, event);
    if (strcmp(now_called(it->probe, event->reply.moment), moment) != 0)
        snprintf(where, sizeof where, "%sit led to '%.40s' and now leads to '%.40s'",
                 values[0] ? "; " : "", event->reply.moment, moment);
    snprintf(words, sizeof words,
             "the reply '%.80s' does not do what it did: %.239s%.119s", event->reply.id,
             values, where);
    if (!values[0] && !where[0])
        snprintf(words, sizeof words,
                 "after the reply '%.80s' something is not as it was (the chances drawn, "
                 "points, or a value that did not change then)",
                 event->reply.id);
    stop(it, event, words);
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

/* --- the pack -------------------------------------------------------------------------
 */

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
