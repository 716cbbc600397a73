/* From the JSON of a journal's lines to a run. A line without what it needs is none. */
#include "store/run_read.h"

#include "base/grow.h"

#include <string.h>

/* --- the beginning ------------------------------------------------------------------ */

static void take_files(run_reading *reading, store_start *start, const json_t *line)
{
    json_t *files = json_object_get(line, "files");
    store_stamp *stamps = run_room(reading, json_object_size(files), sizeof *stamps);
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
        if (copy && run_hash(value, &hash))
            stamps[start->file_count++] = (store_stamp){copy, hash};
    }
}

static void take_pack(run_reading *reading, store_start *start, const json_t *line)
{
    start->engine = run_text_or_none(reading, line, "engine");
    start->pack = run_text_or_none(reading, line, "pack");
    start->version = run_text_or_none(reading, line, "version");
    start->scenario = run_text_or_none(reading, line, "scenario");
    start->title = run_text_or_none(reading, line, "title");
    start->path = run_text_or_none(reading, line, "path");
    take_files(reading, start, line);
}

static bool on_start(run_reading *reading, const json_t *line, size_t n)
{
    store_start *start = &reading->run.start;

    if (n != 1 || !run_hash(json_object_get(line, "hash"), &start->hash))
        return false;
    take_pack(reading, start, line);
    start->learner = run_text(reading, line, "learner");
    start->from = run_text(reading, line, "from");
    start->set = run_text(reading, line, "set");
    start->seed = (uint64_t)run_number(line, "seed");
    start->assess = json_is_true(json_object_get(line, "assess"));
    start->wall = run_number(line, "wall");
    start->values = run_values(reading, line);
    start->moment = run_text_or_none(reading, line, "moment");
    reading->run.id = run_text_or_none(reading, line, "id");
    return start->scenario[0] != '\0';
}

/* --- what the trainee did ----------------------------------------------------------- */

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

    event.reply.id = run_text_or_none(reading, line, "id");
    if (!event.reply.id[0] || !run_hash(json_object_get(line, "hash"), &event.hash))
        return false;
    event.reply.hash = event.hash;
    event.reply.moment = run_text_or_none(reading, line, "moment");
    event.reply.values = run_values(reading, line);
    return add_event(reading, &event);
}

static bool on_notice(run_reading *reading, const json_t *line, size_t n)
{
    store_event event = {.kind = STORE_EVENT_NOTICE, .n = n};

    event.option = run_small(line, "option") - 1;
    return event.option != UINT32_MAX &&
           run_hash(json_object_get(line, "hash"), &event.hash) &&
           add_event(reading, &event);
}

static bool on_back(run_reading *reading, const json_t *line, size_t n)
{
    store_event event = {.kind = STORE_EVENT_BACK, .n = n};

    return run_hash(json_object_get(line, "hash"), &event.hash) &&
           add_event(reading, &event);
}

/* The run was taken up again: what came after line `keep` no longer counts. */
static bool on_again(run_reading *reading, const json_t *line, size_t n)
{
    const int64_t keep = run_number(line, "keep");
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

/* --- the end ------------------------------------------------------------------------ */

static void take_figures(run_reading *reading, store_end *end, const json_t *list)
{
    store_figure *at = run_room(reading, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        const char *better = json_string_value(json_object_get(one, "better"));

        at[i] = (store_figure){
            .id = run_text_or_none(reading, one, "id"),
            .label = run_text(reading, one, "label"),
            .unit = run_text(reading, one, "unit"),
            .tenths = run_number(one, "tenths"),
            .least = run_real(one, "least"),
            .most = run_real(one, "most"),
            .lower_is_better = better && strcmp(better, "lower") == 0,
        };
    }
    end->figures = at;
    end->figure_count = at ? json_array_size(list) : 0;
}

static void take_skills(run_reading *reading, store_end *end, const json_t *list)
{
    store_skill *at = run_room(reading, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        const json_t *possible = json_object_get(one, "possible");

        at[i] = (store_skill){
            .id = run_text_or_none(reading, one, "id"),
            .label = run_text(reading, one, "label"),
            .points = run_whole(json_object_get(one, "points")),
            .possible = json_is_integer(possible) ? run_whole(possible) : -1,
        };
    }
    end->skills = at;
    end->skill_count = at ? json_array_size(list) : 0;
}

static void take_cues(run_reading *reading, store_end *end, const json_t *list)
{
    store_cue *at = run_room(reading, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);

        at[i] = (store_cue){
            .text = run_text_or_none(reading, one, "text"),
            .turn = run_small(one, "turn"),
            .caught = json_is_true(json_object_get(one, "caught")),
        };
    }
    end->cues = at;
    end->cue_count = at ? json_array_size(list) : 0;
}

static void take_notices(run_reading *reading, store_end *end, const json_t *list)
{
    store_notice *at = run_room(reading, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        const json_t *right = json_object_get(one, "right");
        const uint32_t option = run_small(one, "option");

        at[i] = (store_notice){
            .question = run_text_or_none(reading, one, "question"),
            .turn = run_small(one, "turn"),
            .option = option ? option - 1 : 0,
            .answer = run_text_or_none(reading, one, "answer"),
            .right = json_is_boolean(right) ? json_is_true(right) : -1,
        };
    }
    end->notices = at;
    end->notice_count = at ? json_array_size(list) : 0;
}

static void take_offered(run_reading *reading, store_turn *turn, const json_t *list)
{
    const char **at = run_room(reading, json_array_size(list), sizeof *at);

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
        .turn = run_small(one, "turn"),
        .moment = run_text_or_none(reading, one, "moment"),
        .choice = run_text_or_none(reading, one, "choice"),
        .reply = run_text_or_none(reading, one, "reply"),
        .said = run_text_or_none(reading, one, "said"),
        .intent = run_text(reading, one, "intent"),
        .thinks = run_text(reading, one, "thinks"),
        .why = run_text(reading, one, "why"),
        .before = run_whole(json_object_get(one, "before")),
        .after = run_whole(json_object_get(one, "after")),
        .rating = (int32_t)run_small(one, "rating"),
        .values = run_values(reading, one),
    };

    take_offered(reading, &turn, json_object_get(one, "offered"));
    return turn;
}

static void take_turns(run_reading *reading, store_end *end, const json_t *list)
{
    store_turn *at = run_room(reading, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++)
        at[i] = turn_of(reading, json_array_get(list, i));
    end->turn = at;
    end->turn_count = at ? json_array_size(list) : 0;
}

static bool on_end(run_reading *reading, const json_t *line, size_t n)
{
    store_end *end = &reading->run.end;

    (void)n;
    if (!run_hash(json_object_get(line, "hash"), &end->hash))
        return false;
    end->outcome = run_text_or_none(reading, line, "outcome");
    end->title = run_text_or_none(reading, line, "title");
    end->rating = run_text_or_none(reading, line, "rating");
    end->turns = run_small(line, "turns");
    end->tenths = (uint64_t)run_number(line, "tenths");
    end->wall = run_number(line, "wall");
    end->outcomes = (int32_t)run_small(line, "outcomes");
    end->ease_at_start = run_whole(json_object_get(line, "ease_at_start"));
    end->ease = run_whole(json_object_get(line, "ease"));
    end->heard = run_whole(json_object_get(line, "heard"));
    take_figures(reading, end, json_object_get(line, "figures"));
    take_skills(reading, end, json_object_get(line, "skills"));
    take_cues(reading, end, json_object_get(line, "cues"));
    take_notices(reading, end, json_object_get(line, "notices"));
    take_turns(reading, end, json_object_get(line, "played"));
    reading->run.ended = end->outcome[0] != '\0';
    return reading->run.ended;
}

static bool on_rated(run_reading *reading, const json_t *line, size_t n)
{
    const uint32_t heard = run_small(line, "heard");

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

    if (!event || run_number(line, "n") != (int64_t)n ||
        (n == 1) != !strcmp(event, "start"))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(event, kinds[i].name) == 0)
            return kinds[i].take(reading, line, n) && !reading->no_memory;
    return true; /* of a newer Earshot, and of no matter here */
}
