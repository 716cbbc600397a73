/* Questions to the history. A filter becomes conditions only where it says something, so
 * that an index can be used; its values are bound, never written into the SQL. */
#include "store/history_internal.h"

#include "base/arena.h"
#include "base/fail.h"

#include <jansson.h>
#include <string.h>

/* What the rows of a question are made into, one at a time. */
typedef struct asking {
    store_query query;
    base_arena arena; /* of the row at hand */
    bool failed;      /* out of memory */
    bool stopped;     /* who asked has enough */
    void *user;
    store_run_row run;
    union {
        store_run_each *run;
        store_figure_each *figure;
        store_skill_each *skill;
        store_turn_each *turn;
        store_cue_each *cue;
        store_notice_each *notice;
    } each;
} asking;

/* How every question begins: which run it is. */
#define OF_RUN         "r.id, l.name, r.pack, r.version, r.scenario"
#define OF_RUN_COLUMNS 5

typedef struct question {
    const char *columns; /* after OF_RUN */
    const char *from;    /* joins */
    const char *order;   /* inside a run */
    void (*row)(asking *a);
} question;

/* --- filters
 * ------------------------------------------------------------------------------ */

static void add_conditions(base_bytes *sql, const store_filter *f)
{
    base_bytes_text(sql, " WHERE 1");
    if (f->run)
        base_bytes_text(sql, " AND r.id = ?1");
    if (f->learner)
        base_bytes_text(sql, *f->learner ? " AND r.learner = (SELECT id FROM learners"
                                           " WHERE name = ?2)"
                                         : " AND r.learner IS NULL");
    if (f->pack)
        base_bytes_text(sql, " AND r.pack = ?3");
    if (f->scenario)
        base_bytes_text(sql, " AND r.scenario = ?4");
    if (f->path)
        base_bytes_text(sql, " AND (r.pack <> '' OR r.path = ?5)");
    if (f->since)
        base_bytes_text(sql, " AND r.started >= ?6");
    if (f->until)
        base_bytes_text(sql, " AND r.started < ?7");
}

/* Numbered places that a statement does not have are passed over. */
static void bind(store_query *query, const store_filter *f)
{
    const char *texts[] = {f->run, f->learner, f->pack, f->scenario, f->path};
    const int places = query->code ? 0 : sqlite3_bind_parameter_count(query->statement);

    for (int i = 0; i < 5; i++)
        if (i < places)
            store_query_text(query, i + 1, texts[i]);
    if (places > 5)
        store_query_number(query, 6, f->since);
    if (places > 6)
        store_query_number(query, 7, f->until);
}

static ear_status ask(store_history *history, const store_filter *filter,
                      const question *q, asking *a, ear_error *err)
{
    static const store_filter any = {.run = NULL};
    const store_filter *f = filter ? filter : &any;
    base_bytes sql = {0};
    ear_status status;

    base_bytes_print(&sql,
                     "SELECT " OF_RUN ", %s FROM runs r LEFT JOIN learners l"
                     " ON l.id = r.learner %s",
                     q->columns, q->from);
    add_conditions(&sql, f);
    base_bytes_print(&sql, " ORDER BY r.id%s%s", f->newest_first ? " DESC" : "",
                     q->order);
    if (f->most)
        base_bytes_print(&sql, " LIMIT %u", (unsigned)f->most);
    if (sql.failed) {
        base_bytes_release(&sql);
        return base_fail_memory(err);
    }
    a->query = store_query_begin(history->db, HISTORY, sql.at);
    bind(&a->query, f);
    while (!a->stopped && !a->failed && store_query_row(&a->query)) {
        q->row(a);
        base_arena_release(&a->arena);
    }
    status = store_query_end(&a->query, err);
    base_bytes_release(&sql);
    return status == EAR_OK && a->failed ? base_fail_memory(err) : status;
}

/* --- what stands in a row
 * ----------------------------------------------------------------- */

static const char *text_at(asking *a, int column)
{
    return store_query_string(&a->query, column);
}

static int64_t number_at(asking *a, int column)
{
    return store_query_int(&a->query, column);
}

static void take_which(asking *a)
{
    a->run = (store_run_row){.id = text_at(a, 0),
                             .learner = text_at(a, 1),
                             .pack = text_at(a, 2),
                             .version = text_at(a, 3),
                             .scenario = text_at(a, 4)};
}

static void *room_for(asking *a, size_t count, size_t size)
{
    void *at = base_arena_alloc(&a->arena, (count ? count : 1) * size);

    a->failed |= !at;
    return at;
}

static const char *copy(asking *a, const char *text)
{
    const char *at = base_arena_copy(&a->arena, text, strlen(text));

    a->failed |= !at;
    return at;
}

/* The numbers and truths of {"calm":38,"called":true}. */
static store_values values_at(asking *a, int column)
{
    const char *text = text_at(a, column);
    json_t *all = text ? json_loads(text, 0, NULL) : NULL;
    store_value *at = room_for(a, json_object_size(all), sizeof *at);
    size_t count = 0;
    const char *id;
    json_t *value;

    json_object_foreach(all, id, value)
    {
        if (at && json_is_boolean(value))
            at[count++] = (store_value){copy(a, id), json_is_true(value), true};
        else if (at && json_is_integer(value))
            at[count++] =
                (store_value){copy(a, id), (int32_t)json_integer_value(value), false};
    }
    json_decref(all);
    return (store_values){at, count};
}

static void offered_at(asking *a, store_turn *turn, int column)
{
    const char *text = text_at(a, column);
    json_t *list = text ? json_loads(text, 0, NULL) : NULL;
    const char **at = room_for(a, json_array_size(list), sizeof *at);

    for (size_t i = 0; at && i < json_array_size(list); i++) {
        const char *id = json_string_value(json_array_get(list, i));

        at[i] = copy(a, id ? id : "");
    }
    turn->offered = at;
    turn->offered_count = at ? json_array_size(list) : 0;
    json_decref(list);
}

/* --- runs
 * --------------------------------------------------------------------------------- */

static void run_row(asking *a)
{
    store_run_row *run = &a->run;
    int c = OF_RUN_COLUMNS;

    take_which(a);
    run->title = text_at(a, c++);
    run->path = text_at(a, c++);
    run->engine = text_at(a, c++);
    run->outcome = text_at(a, c++);
    run->outcome_title = text_at(a, c++);
    run->rating = text_at(a, c++);
    run->started = number_at(a, c++);
    run->ended = number_at(a, c++);
    run->turns = (uint32_t)number_at(a, c++);
    run->tenths = (uint64_t)number_at(a, c++);
    run->seed = (uint64_t)number_at(a, c++);
    run->rated = (uint32_t)number_at(a, c++);
    run->assess = number_at(a, c++) != 0;
    run->ease_at_start = (int32_t)number_at(a, c++);
    run->ease = (int32_t)number_at(a, c++);
    run->heard = (int32_t)number_at(a, c++);
    run->outcomes = (int32_t)number_at(a, c++);
    run->next = text_at(a, c++);
    run->meters = values_at(a, c++);
    run->nth = run->learner ? (uint32_t)number_at(a, c) : 0;
    a->stopped = !a->failed && !a->each.run(a->user, run);
}

#define RUN_COLUMNS                                                                      \
    "r.title, r.path, r.engine, r.outcome, r.outcome_title, r.rating, r.started,"        \
    " r.ended, r.turns, r.tenths, r.seed, r.rated, r.assess, r.ease_at_start, r.ease,"   \
    " r.heard, r.outcomes, r.next, r.meters, "

/* Which run of that scenario it is for its learner. Counting one by one is quick for a
 * few; over many, in one go: that is right as long as no run of a learner's is left out.
 */
ear_status store_history_runs(store_history *history, const store_filter *filter,
                              store_run_each *each, void *user, ear_error *err)
{
    static const question few = {
        RUN_COLUMNS "(SELECT count(*) FROM runs b WHERE b.learner = r.learner"
                    " AND b.pack = r.pack AND b.scenario = r.scenario AND b.id <= r.id)",
        "", "", run_row};
    static const question many = {
        RUN_COLUMNS "row_number() OVER (PARTITION BY r.learner, r.pack, r.scenario"
                    " ORDER BY r.id)",
        "", "", run_row};
    const bool some =
        filter && (filter->run || filter->most || filter->since || filter->until);
    asking a = {.user = user, .each.run = each};

    return ask(history, filter, some ? &few : &many, &a, err);
}

/* --- what stands under a run
 * -------------------------------------------------------------- */

static void figure_row(asking *a)
{
    store_figure_row row = {.run = &a->run};
    int c = OF_RUN_COLUMNS;

    take_which(a);
    row.figure.id = text_at(a, c++);
    row.figure.label = text_at(a, c++);
    row.figure.unit = text_at(a, c++);
    row.figure.tenths = number_at(a, c++);
    row.figure.least = store_query_double(&a->query, c++);
    row.figure.most = store_query_double(&a->query, c++);
    row.figure.lower_is_better = number_at(a, c) != 0;
    a->stopped = !a->each.figure(a->user, &row);
}

ear_status store_history_figures(store_history *history, const store_filter *filter,
                                 store_figure_each *each, void *user, ear_error *err)
{
    static const question q = {
        "d.figure, d.label, d.unit, d.tenths, d.least, d.most, d.lower",
        "JOIN figures d ON d.run = r.id", ", d.place", figure_row};
    asking a = {.user = user, .each.figure = each};

    return ask(history, filter, &q, &a, err);
}

static void skill_row(asking *a)
{
    store_skill_row row = {.run = &a->run};
    int c = OF_RUN_COLUMNS;

    take_which(a);
    row.skill.id = text_at(a, c++);
    row.skill.label = text_at(a, c++);
    row.skill.points = (int32_t)number_at(a, c++);
    row.skill.possible = (int32_t)number_at(a, c);
    a->stopped = !a->each.skill(a->user, &row);
}

ear_status store_history_skills(store_history *history, const store_filter *filter,
                                store_skill_each *each, void *user, ear_error *err)
{
    static const question q = {"d.skill, d.label, d.points, d.possible",
                               "JOIN skills d ON d.run = r.id", ", d.place", skill_row};
    asking a = {.user = user, .each.skill = each};

    return ask(history, filter, &q, &a, err);
}

static void cue_row(asking *a)
{
    store_cue_row row = {.run = &a->run};
    int c = OF_RUN_COLUMNS;

    take_which(a);
    row.cue.text = text_at(a, c++);
    row.cue.turn = (uint32_t)number_at(a, c++);
    row.cue.caught = number_at(a, c) != 0;
    a->stopped = !a->each.cue(a->user, &row);
}

ear_status store_history_cues(store_history *history, const store_filter *filter,
                              store_cue_each *each, void *user, ear_error *err)
{
    static const question q = {"d.text, d.turn, d.caught", "JOIN cues d ON d.run = r.id",
                               ", d.place", cue_row};
    asking a = {.user = user, .each.cue = each};

    return ask(history, filter, &q, &a, err);
}

static void notice_row(asking *a)
{
    store_notice_row row = {.run = &a->run};
    int c = OF_RUN_COLUMNS;

    take_which(a);
    row.notice.question = text_at(a, c++);
    row.notice.turn = (uint32_t)number_at(a, c++);
    row.notice.option = (uint32_t)number_at(a, c++);
    row.notice.answer = text_at(a, c++);
    row.notice.right = (int32_t)number_at(a, c);
    a->stopped = !a->each.notice(a->user, &row);
}

ear_status store_history_notices(store_history *history, const store_filter *filter,
                                 store_notice_each *each, void *user, ear_error *err)
{
    static const question q = {"d.question, d.turn, d.option, d.answer, d.is_right",
                               "JOIN notices d ON d.run = r.id", ", d.place", notice_row};
    asking a = {.user = user, .each.notice = each};

    return ask(history, filter, &q, &a, err);
}

static void turn_row(asking *a)
{
    store_turn_row row = {.run = &a->run};
    store_turn *turn = &row.turn;
    int c = OF_RUN_COLUMNS;

    take_which(a);
    turn->turn = (uint32_t)number_at(a, c++);
    turn->moment = text_at(a, c++);
    turn->choice = text_at(a, c++);
    turn->reply = text_at(a, c++);
    turn->said = text_at(a, c++);
    turn->intent = text_at(a, c++);
    turn->thinks = text_at(a, c++);
    turn->why = text_at(a, c++);
    turn->before = (int32_t)number_at(a, c++);
    turn->after = (int32_t)number_at(a, c++);
    turn->rating = (int32_t)number_at(a, c++);
    offered_at(a, turn, c++);
    turn->values = values_at(a, c);
    a->stopped = !a->failed && !a->each.turn(a->user, &row);
}

ear_status store_history_turns(store_history *history, const store_filter *filter,
                               store_turn_each *each, void *user, ear_error *err)
{
    static const question q = {
        "d.turn, w1.text, w2.text, w3.text, w4.text, w5.text, w6.text, w7.text, d.before,"
        " d.after, d.rating, w8.text, d.meters",
        "JOIN turns d ON d.run = r.id LEFT JOIN words w1 ON w1.id = d.moment"
        " LEFT JOIN words w2 ON w2.id = d.choice LEFT JOIN words w3 ON w3.id = d.reply"
        " LEFT JOIN words w4 ON w4.id = d.said LEFT JOIN words w5 ON w5.id = d.intent"
        " LEFT JOIN words w6 ON w6.id = d.thinks LEFT JOIN words w7 ON w7.id = d.why"
        " LEFT JOIN words w8 ON w8.id = d.offered",
        ", d.place", turn_row};
    asking a = {.user = user, .each.turn = each};

    return ask(history, filter, &q, &a, err);
}
