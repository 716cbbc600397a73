/* From the JSON of a journal's lines to a run. Every line is a stranger's: what is not of
 * the right kind is left out, and a line without what it needs is none. */
#include "store/run_read.h"

#include "base/grow.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *run_text(run_reading *reading, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    const char *copy;

    if (!json_is_string(value))
        return NULL;
    copy = base_arena_copy(&reading->arena, json_string_value(value),
                           json_string_length(value));
    reading->no_memory |= !copy;
    return copy;
}

/* The same, "" where there is none. */
static const char *text_or_none(run_reading *reading, const json_t *object,
                                const char *key)
{
    const char *text = run_text(reading, object, key);

    return text ? text : "";
}

static int64_t number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

static uint32_t small(const json_t *object, const char *key)
{
    const int64_t value = number(object, key);

    return value < 0 || value > UINT32_MAX ? 0 : (uint32_t)value;
}

static int32_t whole(const json_t *value)
{
    const int64_t number_of = json_integer_value(value);

    return number_of < INT32_MIN || number_of > INT32_MAX ? 0 : (int32_t)number_of;
}

static double real(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);

    return json_is_number(value) ? json_number_value(value) : (double)NAN;
}

static bool hash_of(const json_t *value, uint64_t *out)
{
    const char *digits = json_string_value(value);
    char *end = NULL;

    if (!digits || strlen(digits) != 16 || strspn(digits, "0123456789abcdef") != 16)
        return false;
    *out = strtoull(digits, &end, 16);
    return true;
}

static void *room_for(run_reading *reading, size_t count, size_t size)
{
    void *at = base_arena_alloc(&reading->arena, (count ? count : 1) * size);

    reading->no_memory |= !at;
    return at;
}

static store_values values_of(run_reading *reading, const json_t *object)
{
    json_t *all = json_object_get(object, "values");
    store_value *at = room_for(reading, json_object_size(all), sizeof *at);
    size_t count = 0;
    const char *id;
    json_t *value;

    if (!at)
        return (store_values){0};
    json_object_foreach(all, id, value)
    {
        char *copy = base_arena_copy(&reading->arena, id, strlen(id));

        reading->no_memory |= !copy;
        if (copy && json_is_boolean(value))
            at[count++] = (store_value){copy, json_is_true(value), true};
        else if (copy && json_is_integer(value))
            at[count++] = (store_value){copy, whole(value), false};
    }
    return (store_values){at, count};
}

/* --- the beginning -------------------------------------------------------------------
 */

static void take_files(run_reading *reading, store_start *start, const json_t *line)
{
    json_t *files = json_object_get(line, "files");
    store_stamp *stamps = room_for(reading, json_object_size(files), sizeof *stamps);
    const char *name;
    json_t *value;

    start->files = stamps;
    start->file_count = 0;
    if (!stamps)
        return;
    json_object_foreach(files, name, value)
    {
        uint64_t hash;
        const char *copy = base_arena_copy(&reading->arena, name, strlen(name));

        reading->no_memory |= !copy;
        if (copy && hash_of(value, &hash))
            stamps[start->file_count++] = (store_stamp){copy, hash};
    }
}

static void take_pack(run_reading *reading, store_start *start, const json_t *line)
{
    start->engine = text_or_none(reading, line, "engine");
    start->pack = text_or_none(reading, line, "pack");
    start->version = text_or_none(reading, line, "version");
    start->scenario = text_or_none(reading, line, "scenario");
    start->title = text_or_none(reading, line, "title");
    start->path = text_or_none(reading, line, "path");
    take_files(reading, start, line);
}

static bool on_start(run_reading *reading, const json_t *line, size_t n)
{
    store_start *start = &reading->run.start;

    if (n != 1 || !hash_of(json_object_get(line, "hash"), &start->hash))
        return false;
    take_pack(reading, start, line);
    start->learner = run_text(reading, line, "learner");
    start->from = run_text(reading, line, "from");
    start->set = run_text(reading, line, "set");
    start->seed = (uint64_t)number(line, "seed");
    start->assess = json_is_true(json_object_get(line, "assess"));
    start->wall = number(line, "wall");
    start->values = values_of(reading, line);
    start->moment = text_or_none(reading, line, "moment");
    reading->run.id = text_or_none(reading, line, "id");
    return start->scenario[0] != '\0';
}

/* --- what the trainee did -------------------------------------------------------------
 */

static bool add_event(run_reading *reading, const store_event *event)
{
    store_event *moved = base_grown(reading->events, &reading->room,
                                    reading->run.count + 1, sizeof *moved);

    if (!moved) {
        reading->no_memory = true;
        return false;
    }
    reading->events = moved;
    reading->events[reading->run.count++] = *event;
    return true;
}

static bool on_reply(run_reading *reading, const json_t *line, size_t n)
{
    store_event event = {.kind = STORE_EVENT_REPLY, .n = n};

    event.reply.id = text_or_none(reading, line, "id");
    if (!event.reply.id[0] || !hash_of(json_object_get(line, "hash"), &event.hash))
        return false;
    event.reply.hash = event.hash;
    event.reply.moment = text_or_none(reading, line, "moment");
    event.reply.values = values_of(reading, line);
    return add_event(reading, &event);
}

static bool on_notice(run_reading *reading, const json_t *line, size_t n)
{
    store_event event = {.kind = STORE_EVENT_NOTICE, .n = n};

    event.option = small(line, "option") - 1;
    return event.option != UINT32_MAX &&
           hash_of(json_object_get(line, "hash"), &event.hash) &&
           add_event(reading, &event);
}

static bool on_back(run_reading *reading, const json_t *line, size_t n)
{
    store_event event = {.kind = STORE_EVENT_BACK, .n = n};

    return hash_of(json_object_get(line, "hash"), &event.hash) &&
           add_event(reading, &event);
}

/* The run was taken up again: what came after line `keep` no longer counts. */
static bool on_again(run_reading *reading, const json_t *line, size_t n)
{
    const int64_t keep = number(line, "keep");
    store_run *run = &reading->run;

    if (keep < 1 || (uint64_t)keep >= n)
        return false;
    while (run->count > 0 && reading->events[run->count - 1].n > (size_t)keep)
        run->count--;
    if (json_object_get(line, "files"))
        take_pack(reading, &run->start, line);
    run->ended = false;
    run->rated = 0;
    run->next = NULL;
    return true;
}

/* --- the end --------------------------------------------------------------------------
 */

static void take_figures(run_reading *reading, store_end *end, const json_t *list)
{
    store_figure *at = room_for(reading, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        const char *better = json_string_value(json_object_get(one, "better"));

        at[i] = (store_figure){
            .id = text_or_none(reading, one, "id"),
            .label = run_text(reading, one, "label"),
            .unit = run_text(reading, one, "unit"),
            .tenths = number(one, "tenths"),
            .least = real(one, "least"),
            .most = real(one, "most"),
            .lower_is_better = better && strcmp(better, "lower") == 0,
        };
    }
    end->figures = at;
    end->figure_count = at ? json_array_size(list) : 0;
}

static void take_skills(run_reading *reading, store_end *end, const json_t *list)
{
    store_skill *at = room_for(reading, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        const json_t *possible = json_object_get(one, "possible");

        at[i] = (store_skill){
            .id = text_or_none(reading, one, "id"),
            .label = run_text(reading, one, "label"),
            .points = whole(json_object_get(one, "points")),
            .possible = json_is_integer(possible) ? whole(possible) : -1,
        };
    }
    end->skills = at;
    end->skill_count = at ? json_array_size(list) : 0;
}

static void take_cues(run_reading *reading, store_end *end, const json_t *list)
{
    store_cue *at = room_for(reading, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);

        at[i] = (store_cue){
            .text = text_or_none(reading, one, "text"),
            .turn = small(one, "turn"),
            .caught = json_is_true(json_object_get(one, "caught")),
        };
    }
    end->cues = at;
    end->cue_count = at ? json_array_size(list) : 0;
}

static void take_notices(run_reading *reading, store_end *end, const json_t *list)
{
    store_notice *at = room_for(reading, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        const json_t *right = json_object_get(one, "right");
        const uint32_t option = small(one, "option");

        at[i] = (store_notice){
            .question = text_or_none(reading, one, "question"),
            .turn = small(one, "turn"),
            .option = option ? option - 1 : 0,
            .answer = text_or_none(reading, one, "answer"),
            .right = json_is_boolean(right) ? json_is_true(right) : -1,
        };
    }
    end->notices = at;
    end->notice_count = at ? json_array_size(list) : 0;
}

static void take_offered(run_reading *reading, store_turn *turn, const json_t *list)
{
    const char **at = room_for(reading, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++) {
        const char *id = json_string_value(json_array_get(list, i));

        at[i] = base_arena_copy(&reading->arena, id ? id : "", id ? strlen(id) : 0);
        reading->no_memory |= !at[i];
    }
    turn->offered = at;
    turn->offered_count = at ? json_array_size(list) : 0;
}

static store_turn turn_of(run_reading *reading, const json_t *one)
{
    store_turn turn = {
        .turn = small(one, "turn"),
        .moment = text_or_none(reading, one, "moment"),
        .choice = text_or_none(reading, one, "choice"),
        .reply = text_or_none(reading, one, "reply"),
        .said = text_or_none(reading, one, "said"),
        .intent = run_text(reading, one, "intent"),
        .thinks = run_text(reading, one, "thinks"),
        .why = run_text(reading, one, "why"),
        .before = whole(json_object_get(one, "before")),
        .after = whole(json_object_get(one, "after")),
        .rating = (int32_t)small(one, "rating"),
        .values = values_of(reading, one),
    };

    take_offered(reading, &turn, json_object_get(one, "offered"));
    return turn;
}

static void take_turns(run_reading *reading, store_end *end, const json_t *list)
{
    store_turn *at = room_for(reading, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++)
        at[i] = turn_of(reading, json_array_get(list, i));
    end->turn = at;
    end->turn_count = at ? json_array_size(list) : 0;
}

static bool on_end(run_reading *reading, const json_t *line, size_t n)
{
    store_end *end = &reading->run.end;

    (void)n;
    if (!hash_of(json_object_get(line, "hash"), &end->hash))
        return false;
    end->outcome = text_or_none(reading, line, "outcome");
    end->title = text_or_none(reading, line, "title");
    end->rating = text_or_none(reading, line, "rating");
    end->turns = small(line, "turns");
    end->tenths = (uint64_t)number(line, "tenths");
    end->wall = number(line, "wall");
    end->outcomes = (int32_t)small(line, "outcomes");
    end->ease_at_start = whole(json_object_get(line, "ease_at_start"));
    end->ease = whole(json_object_get(line, "ease"));
    end->heard = whole(json_object_get(line, "heard"));
    take_figures(reading, end, json_object_get(line, "figures"));
    take_skills(reading, end, json_object_get(line, "skills"));
    take_cues(reading, end, json_object_get(line, "cues"));
    take_notices(reading, end, json_object_get(line, "notices"));
    take_turns(reading, end, json_object_get(line, "played"));
    reading->run.ended = true;
    return end->outcome[0] != '\0';
}

static bool on_rated(run_reading *reading, const json_t *line, size_t n)
{
    const uint32_t heard = small(line, "heard");

    (void)n;
    if (heard < 1 || heard > 7)
        return false;
    reading->run.rated = heard;
    return true;
}

static bool on_next(run_reading *reading, const json_t *line, size_t n)
{
    (void)n;
    reading->run.next = run_text(reading, line, "words");
    return !reading->no_memory;
}

typedef struct line_kind {
    const char *name;
    bool (*take)(run_reading *reading, const json_t *line, size_t n);
} line_kind;

bool run_decode(run_reading *reading, const json_t *line, size_t n)
{
    static const line_kind kinds[] = {
        {"start", on_start}, {"reply", on_reply}, {"notice", on_notice},
        {"back", on_back},   {"again", on_again}, {"end", on_end},
        {"rated", on_rated}, {"next", on_next},
    };
    const char *event = json_string_value(json_object_get(line, "event"));

    if (!event || number(line, "n") != (int64_t)n || (n == 1) != !strcmp(event, "start"))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(event, kinds[i].name) == 0)
            return kinds[i].take(reading, line, n) && !reading->no_memory;
    return true; /* of a newer Earshot, and of no matter here */
}
