#include "store/journal_lines.h"

#include "base/hash.h"
#include "store/json.h"

#include <inttypes.h>

static void frame(base_bytes *out, const base_bytes *json)
{
    if (json->failed)
        out->failed = true;
    else
        base_bytes_print(out, "%08" PRIx32 " %zu %s\n",
                         base_crc32(json->at, json->length), json->length, json->at);
}

static void finish(base_bytes *out, base_json *o)
{
    base_bytes json = {0};

    base_json_write(o, 0, &json);
    frame(out, &json);
    base_bytes_release(&json);
}

static base_json begin(size_t n, const char *event)
{
    base_json o = base_json_begin();

    base_json_put(&o, "n", json_integer((json_int_t)n));
    base_json_put_text(&o, "event", event);
    return o;
}

static void put_pack(base_json *o, const store_start *start)
{
    base_json files = base_json_begin();

    base_json_put_text(o, "engine", start->engine);
    base_json_put_text(o, "pack", start->pack);
    base_json_put_text(o, "version", start->version);
    base_json_put_text(o, "scenario", start->scenario);
    base_json_put_text(o, "title", start->title);
    base_json_put_text(o, "path", start->path);
    for (size_t i = 0; i < start->file_count; i++)
        store_json_hash(&files, start->files[i].name, start->files[i].hash);
    base_json_put(o, "files", base_json_take(&files));
    base_json_put(o, "wall", json_integer(start->wall));
}

void store_line_start_rest(base_bytes *out, const store_start *start)
{
    base_json o = base_json_begin();

    put_pack(&o, start);
    base_json_put_text(&o, "learner", start->learner);
    base_json_put_text(&o, "from", start->from);
    base_json_put_text(&o, "set", start->set);
    base_json_put(&o, "seed", json_integer((json_int_t)start->seed));
    if (start->assess)
        base_json_put(&o, "assess", json_true());
    base_json_put_text(&o, "moment", start->moment);
    store_json_values(&o, "values", start->values);
    store_json_hash(&o, "hash", start->hash);
    base_json_write(&o, 0, out);
}

void store_line_start(base_bytes *out, const base_bytes *rest, const char *id)
{
    base_bytes json = {0};

    base_bytes_print(&json, "{\"n\":1,\"event\":\"start\",\"format\":%d,\"id\":\"%s\",%s",
                     STORE_RUN_FORMAT, id, base_bytes_string(rest) + 1);
    frame(out, &json);
    base_bytes_release(&json);
}

void store_line_again(base_bytes *out, size_t n, size_t keep, const store_start *start)
{
    base_json o = begin(n, "again");

    base_json_put(&o, "keep", json_integer((json_int_t)keep));
    if (start)
        put_pack(&o, start);
    finish(out, &o);
}

void store_line_reply(base_bytes *out, size_t n, const store_reply *reply)
{
    base_json o = begin(n, "reply");

    base_json_put_text(&o, "id", reply->id);
    base_json_put_text(&o, "moment", reply->moment);
    store_json_values(&o, "values", reply->values);
    store_json_hash(&o, "hash", reply->hash);
    finish(out, &o);
}

void store_line_notice(base_bytes *out, size_t n, uint32_t option, uint64_t hash)
{
    base_json o = begin(n, "notice");

    base_json_put(&o, "option", json_integer((json_int_t)option + 1));
    store_json_hash(&o, "hash", hash);
    finish(out, &o);
}

void store_line_back(base_bytes *out, size_t n, uint64_t hash)
{
    base_json o = begin(n, "back");

    store_json_hash(&o, "hash", hash);
    finish(out, &o);
}

void store_line_rated(base_bytes *out, size_t n, uint32_t heard)
{
    base_json o = begin(n, "rated");

    base_json_put(&o, "heard", json_integer(heard));
    finish(out, &o);
}

void store_line_next(base_bytes *out, size_t n, const char *words)
{
    base_json o = begin(n, "next");

    base_json_put_text(&o, "words", words);
    finish(out, &o);
}

/* --- the end ------------------------------------------------------------------------ */

static void put_figures(base_json *o, const store_end *end)
{
    json_t *list = json_array();

    for (size_t i = 0; i < end->figure_count; i++) {
        const store_figure *figure = &end->figures[i];
        base_json one = base_json_begin();

        base_json_put_text(&one, "id", figure->id);
        base_json_put_text(&one, "label", figure->label);
        base_json_put_text(&one, "unit", figure->unit);
        base_json_put(&one, "tenths", json_integer(figure->tenths));
        store_json_real(&one, "least", figure->least);
        store_json_real(&one, "most", figure->most);
        if (figure->lower_is_better)
            base_json_put_text(&one, "better", "lower");
        base_json_append(o, list, base_json_take(&one));
    }
    base_json_put(o, "figures", list);
}

static void put_skills(base_json *o, const store_end *end)
{
    json_t *list = json_array();

    for (size_t i = 0; i < end->skill_count; i++) {
        const store_skill *skill = &end->skills[i];
        base_json one = base_json_begin();

        base_json_put_text(&one, "id", skill->id);
        base_json_put_text(&one, "label", skill->label);
        base_json_put(&one, "points", json_integer(skill->points));
        if (skill->possible >= 0)
            base_json_put(&one, "possible", json_integer(skill->possible));
        base_json_append(o, list, base_json_take(&one));
    }
    base_json_put(o, "skills", list);
}

static void put_cues(base_json *o, const store_end *end)
{
    json_t *list = json_array();

    for (size_t i = 0; i < end->cue_count; i++) {
        const store_cue *cue = &end->cues[i];
        base_json one = base_json_begin();

        base_json_put_text(&one, "text", cue->text);
        base_json_put(&one, "turn", json_integer(cue->turn));
        base_json_put(&one, "caught", json_boolean(cue->caught));
        base_json_append(o, list, base_json_take(&one));
    }
    base_json_put(o, "cues", list);
}

static void put_notices(base_json *o, const store_end *end)
{
    json_t *list = json_array();

    for (size_t i = 0; i < end->notice_count; i++) {
        const store_notice *notice = &end->notices[i];
        base_json one = base_json_begin();

        base_json_put_text(&one, "question", notice->question);
        base_json_put(&one, "turn", json_integer(notice->turn));
        base_json_put(&one, "option", json_integer((json_int_t)notice->option + 1));
        base_json_put_text(&one, "answer", notice->answer);
        if (notice->right >= 0)
            base_json_put(&one, "right", json_boolean(notice->right));
        base_json_append(o, list, base_json_take(&one));
    }
    base_json_put(o, "notices", list);
}

static json_t *turn_json(const store_turn *turn)
{
    base_json one = base_json_begin();
    json_t *offered = json_array();

    base_json_put(&one, "turn", json_integer(turn->turn));
    base_json_put_text(&one, "moment", turn->moment);
    base_json_put_text(&one, "choice", turn->choice);
    base_json_put_text(&one, "reply", turn->reply);
    base_json_put_text(&one, "said", turn->said);
    base_json_put_text(&one, "intent", turn->intent);
    base_json_put_text(&one, "thinks", turn->thinks);
    base_json_put_text(&one, "why", turn->why);
    base_json_put(&one, "before", json_integer(turn->before));
    base_json_put(&one, "after", json_integer(turn->after));
    if (turn->rating)
        base_json_put(&one, "rating", json_integer(turn->rating));
    for (size_t i = 0; i < turn->offered_count; i++)
        base_json_append(&one, offered, json_string(turn->offered[i]));
    base_json_put(&one, "offered", offered);
    store_json_values(&one, "values", turn->values);
    return base_json_take(&one);
}

static void put_turns(base_json *o, const store_end *end)
{
    json_t *list = json_array();

    for (size_t i = 0; i < end->turn_count; i++)
        base_json_append(o, list, turn_json(&end->turn[i]));
    base_json_put(o, "played", list);
}

void store_line_end(base_bytes *out, size_t n, const store_end *end)
{
    base_json o = begin(n, "end");

    base_json_put_text(&o, "outcome", end->outcome);
    base_json_put_text(&o, "title", end->title);
    base_json_put_text(&o, "rating", end->rating);
    base_json_put(&o, "turns", json_integer(end->turns));
    base_json_put(&o, "tenths", json_integer((json_int_t)end->tenths));
    base_json_put(&o, "wall", json_integer(end->wall));
    base_json_put(&o, "outcomes", json_integer(end->outcomes));
    base_json_put(&o, "ease_at_start", json_integer(end->ease_at_start));
    base_json_put(&o, "ease", json_integer(end->ease));
    base_json_put(&o, "heard", json_integer(end->heard));
    put_figures(&o, end);
    put_skills(&o, end);
    put_cues(&o, end);
    put_notices(&o, end);
    put_turns(&o, end);
    store_json_hash(&o, "hash", end->hash);
    finish(out, &o);
}
