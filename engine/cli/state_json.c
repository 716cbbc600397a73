/* The answer to {"state":true}. */

#include "cli/stream.h"

#include "cli/json.h"
#include "sim/look.h"

typedef struct counting {
    const ear_scenario *scenario;
    const model_layout *layout;
    const model_state *state;
    base_json to;
} counting;

static void put_count(counting *c, model_thing thing, uint32_t index, model_text id)
{
    const model_id what = {.thing = thing, .index = index};
    const uint32_t counter = model_counter_of(c->scenario, what);
    const uint32_t *counters = model_words_at(c->state, c->layout->counters);

    if (counter < c->layout->kept && counters[counter] > 0)
        base_json_put(&c->to, model_string(c->scenario, id),
                      json_integer(counters[counter]));
}

static void put_line(counting *c, uint32_t line)
{
    if (line != MODEL_NONE)
        put_count(c, MODEL_THING_LINE, line, c->scenario->lines[line].id);
}

static void put_statement(counting *c, const model_statement *statement)
{
    const ear_scenario *s = c->scenario;

    if (statement->kind == MODEL_LINE)
        put_line(c, statement->item);
    if (statement->kind != MODEL_CHOICE)
        return;
    for (uint32_t r = statement->item; r < statement->item + statement->count; r++) {
        put_count(c, MODEL_THING_REPLY, r, s->details[r].id);
        put_line(c, s->replies[r].answer);
    }
}

/* Moments, outcomes, lines and replies that were reached, in reading order. */
static json_t *counts_json(const cli_stream *stream)
{
    const ear_scenario *s = stream->scenario;
    counting c = {.scenario = s,
                  .layout = sim_session_layout(stream->session),
                  .state = sim_session_state(stream->session),
                  .to = base_json_begin()};

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        const model_range range = s->moments[m].statements;

        put_count(&c, MODEL_THING_MOMENT, m, s->moments[m].id);
        for (uint32_t i = range.first; i < range.first + range.count; i++)
            put_statement(&c, &s->statements[i]);
    }
    return base_json_take(&c.to);
}

static json_t *points_json(const cli_stream *stream)
{
    const ear_scenario *s = stream->scenario;
    const model_layout *layout = sim_session_layout(stream->session);
    const int32_t *points =
        model_ints(sim_session_state(stream->session), layout->points);
    base_json o = base_json_begin();

    for (uint32_t i = 0; i < s->count[MODEL_S_SKILLS]; i++)
        base_json_put(&o, model_string(s, s->skills[i].id), json_integer(points[i]));
    return base_json_take(&o);
}

void cli_stream_state(cli_stream *stream)
{
    base_json o = base_json_begin_with("event", "state");

    base_json_put(&o, "turn", json_integer(ear_session_turn(stream->session)));
    base_json_put(&o, "seconds",
                  cli_json_tenths((int64_t)ear_session_tenths(stream->session)));
    base_json_put_text(&o, "moment", ear_session_moment(stream->session));
    base_json_put(&o, "meters", cli_stream_meters(stream));
    base_json_put(&o, "flags", cli_stream_flags(stream));
    base_json_put(&o, "points", points_json(stream));
    base_json_put(&o, "counts", counts_json(stream));
    cli_json_line(&o, &stream->out);
}
