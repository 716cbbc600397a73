#include "store/journal_lines.h"

#include "base/hash.h"
#include "store/json.h"

#include <inttypes.h>

static int add_bytes(const char *bytes, size_t length, void *user)
{
    return base_bytes_add(user, bytes, length) ? 0 : -1;
}

static void frame(base_bytes *out, const base_bytes *json)
{
    if (json->failed)
        out->failed = true;
    else
        base_bytes_print(out, "%08" PRIx32 " %zu %s\n",
                         base_crc32(json->at, json->length), json->length, json->at);
}

/* The object as text; it is released. */
static void dump(base_bytes *out, store_object *o)
{
    const size_t flags = JSON_COMPACT | JSON_REAL_PRECISION(15);
    json_t *value = store_object_take(o);

    if (!value || json_dump_callback(value, add_bytes, out, flags) != 0)
        out->failed = true;
    json_decref(value);
}

static void finish(base_bytes *out, store_object *o)
{
    base_bytes json = {0};

    dump(&json, o);
    frame(out, &json);
    base_bytes_release(&json);
}

static store_object begin(size_t n, const char *event)
{
    store_object o = store_object_begin();

    store_put_number(&o, "n", (int64_t)n);
    store_put_text(&o, "event", event);
    return o;
}

static void put_pack(store_object *o, const store_start *start)
{
    store_object files = store_object_begin();

    store_put_text(o, "engine", start->engine);
    store_put_text(o, "pack", start->pack);
    store_put_text(o, "version", start->version);
    store_put_text(o, "scenario", start->scenario);
    store_put_text(o, "title", start->title);
    store_put_text(o, "path", start->path);
    for (size_t i = 0; i < start->file_count; i++)
        store_put_hash(&files, start->files[i].name, start->files[i].hash);
    store_put(o, "files", store_object_take(&files));
    store_put_number(o, "wall", start->wall);
}

void store_line_start_rest(base_bytes *out, const store_start *start)
{
    store_object o = store_object_begin();

    put_pack(&o, start);
    store_put_text(&o, "learner", start->learner);
    store_put_text(&o, "from", start->from);
    store_put_text(&o, "set", start->set);
    store_put_number(&o, "seed", (int64_t)start->seed);
    if (start->assess)
        store_put(&o, "assess", json_true());
    store_put_text(&o, "moment", start->moment);
    store_put_values(&o, "values", start->values);
    store_put_hash(&o, "hash", start->hash);
    dump(out, &o);
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
    store_object o = begin(n, "again");

    store_put_number(&o, "keep", (int64_t)keep);
    if (start)
        put_pack(&o, start);
    finish(out, &o);
}

void store_line_reply(base_bytes *out, size_t n, const store_reply *reply)
{
    store_object o = begin(n, "reply");

    store_put_text(&o, "id", reply->id);
    store_put_text(&o, "moment", reply->moment);
    store_put_values(&o, "values", reply->values);
    store_put_hash(&o, "hash", reply->hash);
    finish(out, &o);
}

void store_line_notice(base_bytes *out, size_t n, uint32_t option, uint64_t hash)
{
    store_object o = begin(n, "notice");

    store_put_number(&o, "option", (int64_t)option + 1);
    store_put_hash(&o, "hash", hash);
    finish(out, &o);
}

void store_line_back(base_bytes *out, size_t n, uint64_t hash)
{
    store_object o = begin(n, "back");

    store_put_hash(&o, "hash", hash);
    finish(out, &o);
}

void store_line_rated(base_bytes *out, size_t n, uint32_t heard)
{
    store_object o = begin(n, "rated");

    store_put_number(&o, "heard", heard);
    finish(out, &o);
}

void store_line_next(base_bytes *out, size_t n, const char *words)
{
    store_object o = begin(n, "next");

    store_put_text(&o, "words", words);
    finish(out, &o);
}

/* --- the end ------------------------------------------------------------------------ */

static void put_figures(store_object *o, const store_end *end)
{
    json_t *list = json_array();

    for (size_t i = 0; i < end->figure_count; i++) {
        const store_figure *figure = &end->figures[i];
        store_object one = store_object_begin();

        store_put_text(&one, "id", figure->id);
        store_put_text(&one, "label", figure->label);
        store_put_text(&one, "unit", figure->unit);
        store_put_number(&one, "tenths", figure->tenths);
        store_put_real(&one, "least", figure->least);
        store_put_real(&one, "most", figure->most);
        if (figure->lower_is_better)
            store_put_text(&one, "better", "lower");
        store_append(o, list, store_object_take(&one));
    }
    store_put(o, "figures", list);
}

static void put_skills(store_object *o, const store_end *end)
{
    json_t *list = json_array();

    for (size_t i = 0; i < end->skill_count; i++) {
        const store_skill *skill = &end->skills[i];
        store_object one = store_object_begin();

        store_put_text(&one, "id", skill->id);
        store_put_text(&one, "label", skill->label);
        store_put_number(&one, "points", skill->points);
        if (skill->possible >= 0)
            store_put_number(&one, "possible", skill->possible);
        store_append(o, list, store_object_take(&one));
    }
    store_put(o, "skills", list);
}

static void put_cues(store_object *o, const store_end *end)
{
    json_t *list = json_array();

    for (size_t i = 0; i < end->cue_count; i++) {
        const store_cue *cue = &end->cues[i];
        store_object one = store_object_begin();

        store_put_text(&one, "text", cue->text);
        store_put_number(&one, "turn", cue->turn);
        store_put(&one, "caught", json_boolean(cue->caught));
        store_append(o, list, store_object_take(&one));
    }
    store_put(o, "cues", list);
}

static void put_notices(store_object *o, const store_end *end)
{
    json_t *list = json_array();

    for (size_t i = 0; i < end->notice_count; i++) {
        const store_notice *notice = &end->notices[i];
        store_object one = store_object_begin();

        store_put_text(&one, "question", notice->question);
        store_put_number(&one, "turn", notice->turn);
        store_put_number(&one, "option", (int64_t)notice->option + 1);
        store_put_text(&one, "answer", notice->answer);
        if (notice->right >= 0)
            store_put(&one, "right", json_boolean(notice->right));
        store_append(o, list, store_object_take(&one));
    }
    store_put(o, "notices", list);
}

static json_t *turn_json(const store_turn *turn)
{
    store_object one = store_object_begin();
    json_t *offered = json_array();

    store_put_number(&one, "turn", turn->turn);
    store_put_text(&one, "moment", turn->moment);
    store_put_text(&one, "choice", turn->choice);
    store_put_text(&one, "reply", turn->reply);
    store_put_text(&one, "said", turn->said);
    store_put_text(&one, "intent", turn->intent);
    store_put_text(&one, "thinks", turn->thinks);
    store_put_text(&one, "why", turn->why);
    store_put_number(&one, "before", turn->before);
    store_put_number(&one, "after", turn->after);
    if (turn->rating)
        store_put_number(&one, "rating", turn->rating);
    for (size_t i = 0; i < turn->offered_count; i++)
        store_append(&one, offered, json_string(turn->offered[i]));
    store_put(&one, "offered", offered);
    store_put_values(&one, "values", turn->values);
    return store_object_take(&one);
}

static void put_turns(store_object *o, const store_end *end)
{
    json_t *list = json_array();

    for (size_t i = 0; i < end->turn_count; i++)
        store_append(o, list, turn_json(&end->turn[i]));
    store_put(o, "played", list);
}

void store_line_end(base_bytes *out, size_t n, const store_end *end)
{
    store_object o = begin(n, "end");

    store_put_text(&o, "outcome", end->outcome);
    store_put_text(&o, "title", end->title);
    store_put_text(&o, "rating", end->rating);
    store_put_number(&o, "turns", end->turns);
    store_put_number(&o, "tenths", (int64_t)end->tenths);
    store_put_number(&o, "wall", end->wall);
    store_put_number(&o, "outcomes", end->outcomes);
    store_put_number(&o, "ease_at_start", end->ease_at_start);
    store_put_number(&o, "ease", end->ease);
    store_put_number(&o, "heard", end->heard);
    put_figures(&o, end);
    put_skills(&o, end);
    put_cues(&o, end);
    put_notices(&o, end);
    put_turns(&o, end);
    store_put_hash(&o, "hash", end->hash);
    finish(out, &o);
}
