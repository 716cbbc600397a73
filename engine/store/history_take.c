/* A run becomes rows. */
#include "store/history_internal.h"

#include "base/fail.h"
#include "store/json.h"

#include <stdlib.h>
#include <string.h>

/* --- what rows need ----------------------------------------------------------------- */

typedef struct taking {
    sqlite3 *db;
    const store_run *run;
    store_query add, find; /* of words */
} taking;

/* The number of a text that comes back; -1: there is none. */
static int64_t word(taking *t, const char *text)
{
    int64_t id = -1;

    if (!text || !*text)
        return -1;
    store_query_text(&t->add, 1, text);
    store_query_do(&t->add);
    store_query_text(&t->find, 1, text);
    if (store_query_row(&t->find))
        id = store_query_int(&t->find, 0);
    store_query_do(&t->find);
    return id;
}

static void bind_word(taking *t, store_query *query, int place, const char *text)
{
    const int64_t id = word(t, text);

    if (id >= 0)
        store_query_number(query, place, id);
    else
        store_query_text(query, place, NULL);
}

/* The list or object as text, malloc'ed; NULL: no memory. Releases it. */
static char *text_of(json_t *value)
{
    char *text = value ? json_dumps(value, JSON_COMPACT) : NULL;

    json_decref(value);
    return text;
}

static char *values_text(store_values values)
{
    base_json o = base_json_begin();

    store_json_each(&o, values);
    return text_of(base_json_take(&o));
}

static char *offered_text(const store_turn *turn)
{
    base_json o = base_json_begin();
    json_t *list = json_array();

    for (size_t i = 0; i < turn->offered_count; i++)
        base_json_append(&o, list, json_string(turn->offered[i]));
    if (o.failed) {
        json_decref(list);
        list = NULL;
    }
    json_decref(base_json_take(&o));
    return text_of(list);
}

/* --- the rows of a run -------------------------------------------------------------- */

static ear_status take_learner(taking *t, ear_error *err)
{
    store_query query = store_query_begin(
        t->db, HISTORY, "INSERT INTO learners (name) VALUES (?1) ON CONFLICT DO NOTHING");

    store_query_text(&query, 1, t->run->start.learner);
    store_query_do(&query);
    return store_query_end(&query, err);
}

static void bind_start(store_query *query, const store_run *run)
{
    const store_start *start = &run->start;

    store_query_text(query, 1, run->id);
    store_query_text(query, 2, start->learner && *start->learner ? start->learner : NULL);
    store_query_text(query, 3, start->pack);
    store_query_text(query, 4, start->version);
    store_query_text(query, 5, start->scenario);
    store_query_text(query, 6, start->title);
    store_query_text(query, 7, start->path);
    store_query_text(query, 8, start->engine);
    store_query_number(query, 12, start->wall);
    store_query_number(query, 16, (int64_t)start->seed);
    store_query_number(query, 18, start->assess);
}

static void bind_end(store_query *query, const store_run *run)
{
    const store_end *end = &run->end;

    store_query_text(query, 9, end->outcome);
    store_query_text(query, 10, end->title);
    store_query_text(query, 11, end->rating);
    store_query_number(query, 13, end->wall);
    store_query_number(query, 14, end->turns);
    store_query_number(query, 15, (int64_t)end->tenths);
    store_query_number(query, 17, run->rated);
    store_query_number(query, 19, end->ease_at_start);
    store_query_number(query, 20, end->ease);
    store_query_number(query, 21, end->heard);
    store_query_number(query, 22, end->outcomes);
    store_query_text(query, 23, run->next);
}

static ear_status take_run(taking *t, ear_error *err)
{
    const store_end *end = &t->run->end;
    const store_values none = {0};
    char *meters =
        values_text(end->turn_count ? end->turn[end->turn_count - 1].values : none);
    store_query query = store_query_begin(
        t->db, HISTORY,
        "INSERT INTO runs (id, learner, pack, version, scenario, title, path, engine,"
        " outcome, outcome_title, rating, started, ended, turns, tenths, seed, rated,"
        " assess, ease_at_start, ease, heard, outcomes, next, meters)"
        " VALUES (?1, (SELECT id FROM learners WHERE name = ?2), ?3, ?4, ?5, ?6, ?7, ?8,"
        " ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, "
        "?24)");
    ear_status status;

    bind_start(&query, t->run);
    bind_end(&query, t->run);
    store_query_text(&query, 24, meters);
    store_query_do(&query);
    status = store_query_end(&query, err);
    if (status == EAR_OK && !meters)
        status = base_fail_memory(err);
    free(meters);
    return status;
}

static ear_status take_figures(taking *t, ear_error *err)
{
    store_query query = store_query_begin(
        t->db, HISTORY,
        "INSERT INTO figures VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");

    store_query_text(&query, 1, t->run->id);
    for (size_t i = 0; i < t->run->end.figure_count; i++) {
        const store_figure *figure = &t->run->end.figures[i];

        store_query_number(&query, 2, (int64_t)i);
        store_query_text(&query, 3, figure->id);
        store_query_text(&query, 4, figure->label);
        store_query_text(&query, 5, figure->unit);
        store_query_number(&query, 6, figure->tenths);
        store_query_real(&query, 7, figure->least);
        store_query_real(&query, 8, figure->most);
        store_query_number(&query, 9, figure->lower_is_better);
        store_query_do(&query);
    }
    return store_query_end(&query, err);
}

static ear_status take_skills(taking *t, ear_error *err)
{
    store_query query = store_query_begin(
        t->db, HISTORY, "INSERT INTO skills VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    store_query_text(&query, 1, t->run->id);
    for (size_t i = 0; i < t->run->end.skill_count; i++) {
        const store_skill *skill = &t->run->end.skills[i];

        store_query_number(&query, 2, (int64_t)i);
        store_query_text(&query, 3, skill->id);
        store_query_text(&query, 4, skill->label);
        store_query_number(&query, 5, skill->points);
        store_query_number(&query, 6, skill->possible);
        store_query_do(&query);
    }
    return store_query_end(&query, err);
}

static ear_status take_cues(taking *t, ear_error *err)
{
    store_query query =
        store_query_begin(t->db, HISTORY, "INSERT INTO cues VALUES (?1, ?2, ?3, ?4, ?5)");

    store_query_text(&query, 1, t->run->id);
    for (size_t i = 0; i < t->run->end.cue_count; i++) {
        const store_cue *cue = &t->run->end.cues[i];

        store_query_number(&query, 2, (int64_t)i);
        store_query_text(&query, 3, cue->text);
        store_query_number(&query, 4, cue->turn);
        store_query_number(&query, 5, cue->caught);
        store_query_do(&query);
    }
    return store_query_end(&query, err);
}

static ear_status take_notices(taking *t, ear_error *err)
{
    store_query query = store_query_begin(
        t->db, HISTORY, "INSERT INTO notices VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    store_query_text(&query, 1, t->run->id);
    for (size_t i = 0; i < t->run->end.notice_count; i++) {
        const store_notice *notice = &t->run->end.notices[i];

        store_query_number(&query, 2, (int64_t)i);
        store_query_text(&query, 3, notice->question);
        store_query_number(&query, 4, notice->turn);
        store_query_number(&query, 5, notice->option);
        store_query_text(&query, 6, notice->answer);
        store_query_number(&query, 7, notice->right);
        store_query_do(&query);
    }
    return store_query_end(&query, err);
}

static void take_turn(taking *t, store_query *query, size_t i)
{
    const store_turn *turn = &t->run->end.turn[i];
    char *offered = offered_text(turn);
    char *meters = values_text(turn->values);

    store_query_number(query, 2, (int64_t)i);
    store_query_number(query, 3, turn->turn);
    bind_word(t, query, 4, turn->moment);
    bind_word(t, query, 5, turn->choice);
    bind_word(t, query, 6, turn->reply);
    bind_word(t, query, 7, turn->said);
    bind_word(t, query, 8, turn->intent);
    bind_word(t, query, 9, turn->thinks);
    bind_word(t, query, 10, turn->why);
    store_query_number(query, 11, turn->before);
    store_query_number(query, 12, turn->after);
    store_query_number(query, 13, turn->rating);
    bind_word(t, query, 14, offered);
    store_query_text(query, 15, meters);
    store_query_do(query);
    free(offered);
    free(meters);
}

/* Ends a further query; the first failure counts. */
static ear_status also(ear_status status, store_query *query, ear_error *err)
{
    const ear_status own = store_query_end(query, status == EAR_OK ? err : NULL);

    return status == EAR_OK ? own : status;
}

static ear_status take_turns(taking *t, ear_error *err)
{
    store_query query = store_query_begin(t->db, HISTORY,
                                          "INSERT INTO turns VALUES (?1, ?2, ?3, ?4, ?5, "
                                          "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
                                          " ?14, ?15)");
    ear_status status;

    t->add = store_query_begin(
        t->db, HISTORY, "INSERT INTO words (text) VALUES (?1) ON CONFLICT DO NOTHING");
    t->find = store_query_begin(t->db, HISTORY, "SELECT id FROM words WHERE text = ?1");
    store_query_text(&query, 1, t->run->id);
    for (size_t i = 0; i < t->run->end.turn_count; i++)
        take_turn(t, &query, i);
    status = store_query_end(&query, err);
    status = also(status, &t->add, err);
    return also(status, &t->find, err);
}

ear_status history_take(store_history *history, const store_run *run, ear_error *err)
{
    static ear_status (*const parts[])(taking *, ear_error *) = {
        take_run, take_figures, take_skills, take_cues, take_notices, take_turns,
    };
    taking t = {.db = history->db, .run = run};
    ear_status status = history_forget(history, run->id, err);

    if (status == EAR_OK && run->start.learner && *run->start.learner)
        status = take_learner(&t, err);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == EAR_OK; i++)
        status = parts[i](&t, err);
    return status;
}

ear_status history_forget(store_history *history, const char *run, ear_error *err)
{
    store_query query =
        store_query_begin(history->db, HISTORY, "DELETE FROM runs WHERE id = ?1");
    ear_status status;

    store_query_text(&query, 1, run);
    store_query_do(&query);
    status = store_query_end(&query, err);
    if (status != EAR_OK || sqlite3_changes(history->db) == 0)
        return status;
    return store_db_do(history->db, HISTORY,
                       "DELETE FROM learners WHERE id NOT IN"
                       " (SELECT learner FROM runs WHERE learner IS NOT NULL)",
                       err);
}
