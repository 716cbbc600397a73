/* Questions to the history. A filter becomes conditions only where it says something, so
 * that an index can be used; its values are bound, never written into the SQL. */
#include "store/history_question.h"

#include "base/fail.h"

#include <jansson.h>
#include <string.h>

/* How every question begins: which run it is. */
#define OF_RUN         "r.id, l.name, r.pack, r.version, r.scenario"
#define OF_RUN_COLUMNS 5

/* --- filters ------------------------------------------------------------------------ */

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

ear_status history_question_begin(store_history *history, history_question *a,
                                  const char *columns, ear_error *err)
{
    static const store_filter any = {.run = NULL};
    base_bytes sql = {0};

    if (!a->filter)
        a->filter = &any;
    base_bytes_print(&sql,
                     "SELECT " OF_RUN "%s FROM runs r LEFT JOIN learners l"
                     " ON l.id = r.learner",
                     columns);
    add_conditions(&sql, a->filter);
    base_bytes_print(&sql, " ORDER BY r.id%s", a->filter->newest_first ? " DESC" : "");
    if (a->filter->most)
        base_bytes_print(&sql, " LIMIT %u", (unsigned)a->filter->most);
    if (sql.failed) {
        base_bytes_release(&sql);
        return base_fail_memory(err);
    }
    a->runs = store_query_begin(history->db, HISTORY, sql.at);
    bind(&a->runs, a->filter);
    base_bytes_release(&sql);
    return EAR_OK;
}

void history_question_run(history_question *a)
{
    a->run = (store_run_row){.id = store_query_string(&a->runs, 0),
                             .learner = store_query_string(&a->runs, 1),
                             .pack = store_query_string(&a->runs, 2),
                             .version = store_query_string(&a->runs, 3),
                             .scenario = store_query_string(&a->runs, 4)};
}

ear_status history_question_end(history_question *a, ear_error *err)
{
    ear_status status = store_query_end(&a->runs, err);
    const ear_status own = store_query_end(&a->parts, status == EAR_OK ? err : NULL);

    status = status == EAR_OK ? own : status;
    return status == EAR_OK && a->failed ? base_fail_memory(err) : status;
}

/* --- what stands in a row ----------------------------------------------------------- */

static void *room_for(history_question *a, size_t count, size_t size)
{
    void *at = base_arena_alloc(&a->arena, (count ? count : 1) * size);

    a->failed |= !at;
    return at;
}

static const char *copy(history_question *a, const char *text)
{
    const char *at = base_arena_copy(&a->arena, text, strlen(text));

    a->failed |= !at;
    return at;
}

/* The numbers and truths of {"calm":38,"called":true}. */
static store_values values_at(history_question *a, int column)
{
    const char *text = store_query_string(&a->runs, column);
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

/* --- runs --------------------------------------------------------------------------- */

static const char *text_of(history_question *a, int column)
{
    return store_query_string(&a->runs, column);
}

static int64_t number_of(history_question *a, int column)
{
    return store_query_int(&a->runs, column);
}

static void run_row(history_question *a)
{
    store_run_row *run = &a->run;
    int c = OF_RUN_COLUMNS;

    history_question_run(a);
    run->title = text_of(a, c++);
    run->path = text_of(a, c++);
    run->engine = text_of(a, c++);
    run->outcome = text_of(a, c++);
    run->outcome_title = text_of(a, c++);
    run->rating = text_of(a, c++);
    run->started = number_of(a, c++);
    run->ended = number_of(a, c++);
    run->turns = (uint32_t)number_of(a, c++);
    run->tenths = (uint64_t)number_of(a, c++);
    run->seed = (uint64_t)number_of(a, c++);
    run->rated = (uint32_t)number_of(a, c++);
    run->assess = number_of(a, c++) != 0;
    run->ease_at_start = (int32_t)number_of(a, c++);
    run->ease = (int32_t)number_of(a, c++);
    run->heard = (int32_t)number_of(a, c++);
    run->outcomes = (int32_t)number_of(a, c++);
    run->next = text_of(a, c++);
    run->meters = values_at(a, c++);
    run->nth = run->learner ? (uint32_t)number_of(a, c) : 0;
    a->stopped = !a->failed && !a->each.run(a->user, run);
}

#define RUN_COLUMNS                                                                      \
    ", r.title, r.path, r.engine, r.outcome, r.outcome_title, r.rating, r.started,"      \
    " r.ended, r.turns, r.tenths, r.seed, r.rated, r.assess, r.ease_at_start, r.ease,"   \
    " r.heard, r.outcomes, r.next, r.meters, "

/* Which run of that scenario it is for its learner. Counting one by one is quick for a
 * few; over many, in one go: that is right as long as no run of a learner's is left out.
 */
ear_status store_history_runs(store_history *history, const store_filter *filter,
                              store_run_each *each, void *user, ear_error *err)
{
    static const char few[] =
        RUN_COLUMNS "(SELECT count(*) FROM runs b WHERE b.learner = r.learner"
                    " AND b.pack = r.pack AND b.scenario = r.scenario AND b.id <= r.id)";
    static const char many[] =
        RUN_COLUMNS "row_number() OVER (PARTITION BY r.learner, r.pack, r.scenario"
                    " ORDER BY r.id)";
    const bool some =
        filter && (filter->run || filter->most || filter->since || filter->until);
    history_question a = {.filter = filter, .user = user, .each.run = each};
    const ear_status status = history_question_begin(history, &a, some ? few : many, err);

    if (status != EAR_OK)
        return status;
    while (!a.stopped && !a.failed && store_query_row(&a.runs)) {
        run_row(&a);
        base_arena_release(&a.arena);
    }
    return history_question_end(&a, err);
}
