#include "cli/stream.h"

#include "model/scenario.h"
#include "store/run.h"

#include <string.h>

static void put_text(base_json *o, const char *key, ear_text text)
{
    if (text.at)
        base_json_put(o, key, base_json_text(text.at, text.length));
}

json_t *cli_stream_meters(const cli_stream *stream)
{
    const ear_scenario *scenario = stream->scenario;
    base_json o = base_json_begin();

    for (uint32_t i = 0; i < scenario->count[MODEL_S_METERS]; i++) {
        const char *id = model_string(scenario, scenario->meters[i].id);
        int32_t value = 0;

        ear_session_meter(stream->session, id, &value);
        base_json_put(&o, id, json_integer(value));
    }
    return base_json_take(&o);
}

json_t *cli_stream_flags(const cli_stream *stream)
{
    const ear_scenario *scenario = stream->scenario;
    base_json o = base_json_begin();

    for (uint32_t i = 0; i < scenario->count[MODEL_S_FLAGS]; i++) {
        const char *id = model_string(scenario, scenario->flags[i].id);
        bool value = false;

        ear_session_flag(stream->session, id, &value);
        base_json_put(&o, id, json_boolean(value));
    }
    return base_json_take(&o);
}

static void on_start(const cli_stream *stream, base_json *o, const ear_event *event)
{
    (void)event;
    base_json_put(o, "format", json_integer(1));
    base_json_put_text(o, "pack", stream->pack);
    base_json_put_text(o, "version", stream->version);
    base_json_put_text(o, "scenario", ear_scenario_id(stream->scenario));
    base_json_put(o, "seed", json_integer((json_int_t)stream->seed));
    if (stream->resumed)
        base_json_put(o, "resumed", json_integer(*stream->resumed));
    base_json_put(o, "meters", cli_stream_meters(stream));
    base_json_put(o, "flags", cli_stream_flags(stream));
}

static void on_screen(const cli_stream *stream, base_json *o, const ear_event *event)
{
    json_t *all = json_array();

    for (size_t i = 0; i < event->count; i++) {
        const ear_item *item = &event->list[i];
        json_t *row = json_array();

        base_json_append(o, row, base_json_text(item->label.at, item->label.length));
        base_json_append(o, row, base_json_text(item->text.at, item->text.length));
        base_json_append(o, all, row);
    }
    (void)stream;
    base_json_put(o, "rows", all);
}

static void on_notice(const cli_stream *stream, base_json *o, const ear_event *event)
{
    json_t *options = json_array();

    for (size_t i = 0; i < event->count; i++) {
        const ear_text text = event->list[i].text;

        base_json_append(o, options, base_json_text(text.at, text.length));
    }
    put_text(o, "text", event->text);
    base_json_put(o, "options", options);
    (void)stream;
}

static void on_choice(const cli_stream *stream, base_json *o, const ear_event *event)
{
    json_t *replies = json_array();

    for (size_t i = 0; i < event->count; i++) {
        const ear_item *item = &event->list[i];
        base_json reply = base_json_begin();

        put_text(&reply, "id", item->id);
        put_text(&reply, "text", item->text);
        base_json_put(&reply, "kind", json_string(item->hold ? "hold" : "say"));
        if (item->hold)
            base_json_put(&reply, "seconds", cli_json_tenths(item->tenths));
        base_json_append(o, replies, base_json_take(&reply));
    }
    (void)stream;
    base_json_put(o, "replies", replies);
}

static void put_cause(const cli_stream *stream, base_json *o, const ear_event *event)
{
    static const char *const names[] = {"reply", "intent", "rule:", "drift", "statement"};
    base_bytes cause = {0};

    base_bytes_text(&cause, names[event->cause]);
    if (event->cause == EAR_CAUSE_RULE)
        base_bytes_text(&cause, model_string(stream->scenario,
                                             stream->scenario->rules[event->rule].name));
    o->failed |= cause.failed;
    base_json_put_text(o, "cause", base_bytes_string(&cause));
    base_bytes_release(&cause);
}

static void on_line(const cli_stream *stream, base_json *o, const ear_event *event)
{
    (void)stream;
    put_text(o, "id", event->id);
    put_text(o, "who", event->who);
    put_text(o, "tone", event->tone);
    put_text(o, "text", event->text);
}

static void on_mood(const cli_stream *stream, base_json *o, const ear_event *event)
{
    put_text(o, "meter", event->id);
    base_json_put(o, "from", json_integer(event->from));
    base_json_put(o, "to", json_integer(event->to));
    put_cause(stream, o, event);
}

static void on_flag(const cli_stream *stream, base_json *o, const ear_event *event)
{
    put_text(o, "id", event->id);
    base_json_put(o, "to", json_boolean(event->to != 0));
    put_cause(stream, o, event);
}

static void on_reply(const cli_stream *stream, base_json *o, const ear_event *event)
{
    (void)stream;
    put_text(o, "id", event->id);
    base_json_put(o, "turn", json_integer(event->turn));
    put_text(o, "thinks", event->thinks);
    put_text(o, "why", event->why);
}

static void on_rule(const cli_stream *stream, base_json *o, const ear_event *event)
{
    (void)stream;
    put_text(o, "name", event->text);
    put_text(o, "thinks", event->thinks);
    put_text(o, "why", event->why);
}

static void on_outcome(const cli_stream *stream, base_json *o, const ear_event *event)
{
    (void)stream;
    put_text(o, "id", event->id);
    put_text(o, "title", event->text);
    put_text(o, "rating", event->word);
}

static void on_kpi(const cli_stream *stream, base_json *o, const ear_event *event)
{
    (void)stream;
    put_text(o, "id", event->id);
    base_json_put(o, "value", cli_json_number(event->number));
}

static void on_moment(const cli_stream *stream, base_json *o, const ear_event *event)
{
    (void)stream;
    put_text(o, "id", event->id);
}

static void on_words(const cli_stream *stream, base_json *o, const ear_event *event)
{
    (void)stream;
    put_text(o, "text", event->text);
}

static void on_silence(const cli_stream *stream, base_json *o, const ear_event *event)
{
    (void)stream;
    base_json_put(o, "seconds", cli_json_tenths((int64_t)event->tenths));
}

static void on_info(const cli_stream *stream, base_json *o, const ear_event *event)
{
    (void)stream;
    put_text(o, "text", event->text);
    put_text(o, "status", event->word);
}

static void on_skill(const cli_stream *stream, base_json *o, const ear_event *event)
{
    (void)stream;
    put_text(o, "id", event->id);
    base_json_put(o, "points", json_integer(event->to));
}

typedef struct event_row {
    const char *name;
    void (*fill)(const cli_stream *stream, base_json *o,
                 const ear_event *event); /* adds what stands after "event"; NULL: not
                                             told like this */
} event_row;

/* The facilitator's notes are no part of the stream; `end` is written by itself. */
static const event_row rows[] = {
    [EAR_EVENT_START] = {"start", on_start},
    [EAR_EVENT_MOMENT] = {"moment", on_moment},
    [EAR_EVENT_LINE] = {"line", on_line},
    [EAR_EVENT_CUE] = {"cue", on_words},
    [EAR_EVENT_SILENCE] = {"silence", on_silence},
    [EAR_EVENT_INFO] = {"info", on_info},
    [EAR_EVENT_SCREEN] = {"screen", on_screen},
    [EAR_EVENT_NOTICE] = {"notice", on_notice},
    [EAR_EVENT_NOTE] = {"note", NULL},
    [EAR_EVENT_CHOICE] = {"choice", on_choice},
    [EAR_EVENT_REPLY] = {"reply", on_reply},
    [EAR_EVENT_RULE] = {"rule", on_rule},
    [EAR_EVENT_MOOD] = {"mood", on_mood},
    [EAR_EVENT_FLAG] = {"flag", on_flag},
    [EAR_EVENT_SKILL] = {"skill", on_skill},
    [EAR_EVENT_OUTCOME] = {"outcome", on_outcome},
    [EAR_EVENT_DEBRIEF] = {"debrief", on_words},
    [EAR_EVENT_KPI] = {"kpi", on_kpi},
    [EAR_EVENT_END] = {"end", NULL},
};

static void on_event(void *user, const ear_event *event)
{
    const event_row *row = &rows[event->kind];
    const bool wordless = !event->thinks.at && !event->why.at;
    cli_stream *stream = user;
    base_json o;

    if (event->kind == EAR_EVENT_END)
        stream->ended = true;
    if (!row->fill || (event->kind == EAR_EVENT_RULE && wordless))
        return;
    o = base_json_begin_with("event", row->name);
    row->fill(stream, &o, event);
    cli_json_line(&o, &stream->out);
}

ear_sink cli_stream_sink(cli_stream *stream)
{
    return (ear_sink){.event = on_event, .user = stream, .words = true};
}

void cli_stream_end(cli_stream *stream)
{
    base_json o = base_json_begin_with("event", "end");

    base_json_put(&o, "turns", json_integer(ear_session_turn(stream->session)));
    base_json_put(&o, "seconds",
                  cli_json_tenths((int64_t)ear_session_tenths(stream->session)));
    base_json_put(&o, "meters", cli_stream_meters(stream));
    cli_json_line(&o, &stream->out);
}

void cli_stream_diverged(cli_stream *stream, const store_replay *replay)
{
    base_json o = base_json_begin_with("event", "diverged");

    base_json_put_text(&o, "reply", replay->reply);
    base_json_put(&o, "resumed", json_integer(replay->replies));
    base_json_put_text(&o, "message", replay->why);
    cli_json_line(&o, &stream->out);
}

void cli_stream_error(cli_stream *stream, const char *code, const ear_error *err)
{
    base_json o = base_json_begin_with("event", "error");

    base_json_put_text(&o, "code", code);
    base_json_put_text(&o, "message", err->message);
    base_json_put_text(&o, "file", err->file);
    if (err->line > 0)
        base_json_put(&o, "line", json_integer(err->line));
    cli_json_line(&o, &stream->out);
}

const char *cli_stream_code(ear_status status)
{
    switch (status) {
    case EAR_E_SCRIPT:
        return CLI_E_LUA;
    case EAR_E_LIMIT:
        return CLI_E_LIMIT;
    case EAR_E_NOMEM:
        return CLI_E_MEMORY;
    default:
        return CLI_E_STUCK;
    }
}
