/* The history as a file: opened, filled from journals, made anew. */
#include "store/history_internal.h"

#include "base/fail.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * Texts that come back run after run (replies, moments, what was said) stand in `words`
 * once. Ids of runs sort by when they began.
 */
static const char version_1[] =
    "CREATE TABLE words (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);"
    "CREATE TABLE learners (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);"
    "CREATE TABLE runs ("
    "  id TEXT PRIMARY KEY, learner INTEGER REFERENCES learners (id),"
    "  pack TEXT NOT NULL, version TEXT, scenario TEXT NOT NULL, title TEXT, path TEXT,"
    "  engine TEXT, outcome TEXT NOT NULL, outcome_title TEXT, rating TEXT,"
    "  started INTEGER NOT NULL, ended INTEGER NOT NULL, turns INTEGER NOT NULL,"
    "  tenths INTEGER NOT NULL, seed INTEGER NOT NULL, rated INTEGER, assess INTEGER,"
    "  ease_at_start INTEGER, ease INTEGER, heard INTEGER, outcomes INTEGER, next TEXT,"
    "  meters TEXT) WITHOUT ROWID;"
    "CREATE INDEX runs_by_learner ON runs (learner, pack, scenario, id);"
    "CREATE INDEX runs_by_scenario ON runs (pack, scenario, id);"
    "CREATE TABLE figures ("
    "  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, place INTEGER NOT NULL,"
    "  figure TEXT NOT NULL, label TEXT, unit TEXT, tenths INTEGER NOT NULL, least REAL,"
    "  most REAL, lower INTEGER, PRIMARY KEY (run, place)) WITHOUT ROWID;"
    "CREATE TABLE skills ("
    "  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, place INTEGER NOT NULL,"
    "  skill TEXT NOT NULL, label TEXT, points INTEGER NOT NULL,"
    "  possible INTEGER NOT NULL, PRIMARY KEY (run, place)) WITHOUT ROWID;"
    "CREATE TABLE cues ("
    "  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, place INTEGER NOT NULL,"
    "  text TEXT NOT NULL, turn INTEGER NOT NULL, caught INTEGER NOT NULL,"
    "  PRIMARY KEY (run, place)) WITHOUT ROWID;"
    "CREATE TABLE notices ("
    "  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, place INTEGER NOT NULL,"
    "  question TEXT NOT NULL, turn INTEGER NOT NULL, option INTEGER NOT NULL,"
    "  answer TEXT, is_right INTEGER NOT NULL, PRIMARY KEY (run, place)) WITHOUT ROWID;"
    "CREATE TABLE turns ("
    "  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, place INTEGER NOT NULL,"
    "  turn INTEGER NOT NULL, moment INTEGER, choice INTEGER, reply INTEGER, said "
    "INTEGER,"
    "  intent INTEGER, thinks INTEGER, why INTEGER, before INTEGER, after INTEGER,"
    "  rating INTEGER, offered INTEGER, meters TEXT, PRIMARY KEY (run, place))"
    "  WITHOUT ROWID;";

static const char *const steps[] = {version_1};

const store_schema history_schema = {
    .name = "history",
    .mend = "'earshot runs --rebuild' makes it anew from the saved runs",
    .steps = steps,
    .count = sizeof steps / sizeof *steps,
};

static bool place(store_history *history, const char *data, char *path)
{
    return snprintf(history->data, sizeof history->data, "%s", data) <
               (int)sizeof history->data &&
           store_path_join(history->runs, sizeof history->runs, data, "runs") &&
           store_path_join(path, STORE_PATH_MOST, data, "history.sqlite");
}

ear_status store_history_open(store_history **out, const char *data, ear_error *err)
{
    store_history *history = calloc(1, sizeof *history);
    char path[STORE_PATH_MOST];
    ear_status status = EAR_OK;

    if (!history)
        return base_fail_memory(err);
    if (!place(history, data, path))
        status = base_fail(err, EAR_E_IO, "the data folder's name is too long");
    else if (!store_folder_make(data))
        status = base_fail(err, EAR_E_IO, "no folder can be made at '%s': %s", data,
                           strerror(errno));
    if (status == EAR_OK)
        status = store_db_open(&history->db, path, &history_schema, err);
    if (status == EAR_OK)
        *out = history;
    else
        free(history);
    return status;
}

void store_history_close(store_history *history)
{
    if (!history)
        return;
    store_db_close(history->db);
    store_listing_release(&history->waiting);
    free(history);
}

/* --- filling it --------------------------------------------------------------------- */

ear_status store_history_take(store_history *history, const store_run *run,
                              ear_error *err)
{
    ear_status status;

    if (!run->ended)
        return EAR_OK;
    status = store_db_begin(history->db, HISTORY, err);
    if (status == EAR_OK)
        status = store_db_end(history->db, HISTORY, history_take(history, run, err), err);
    return status;
}

ear_status history_take_file(store_history *history, const char *id, size_t *taken,
                             ear_error *err)
{
    char path[STORE_PATH_MOST];
    store_run *run = NULL;
    ear_status status;

    if (!store_listing_path(path, sizeof path, history->runs, id))
        return EAR_OK;
    status = store_run_read(&run, path, err);
    if (status != EAR_OK) /* one bad file must not keep the others out */
        return status == EAR_E_NOMEM ? status : EAR_OK;
    if (run->ended && strcmp(run->id, id) == 0) {
        status = history_take(history, run, err);
        *taken += status == EAR_OK;
    }
    store_run_free(run);
    return status;
}

/* The ids that are in it, from the index that holds least beside them. */
static ear_status find_known(store_ids *known, store_history *history, ear_error *err)
{
    store_query query = store_query_begin(
        history->db, HISTORY, "SELECT id FROM runs INDEXED BY runs_by_scenario");
    bool good = true;

    while (good && store_query_row(&query))
        good = store_ids_add(known, store_query_string(&query, 0));

    const ear_status status = store_query_end(&query, err);
    return status == EAR_OK && !good ? base_fail_memory(err) : status;
}

/* Journals that are not in the history, newest first. */
static ear_status find_new(store_listing *fresh, store_history *history, ear_error *err)
{
    store_ids known = {.at = NULL};
    ear_status status = find_known(&known, history, err);

    if (status == EAR_OK)
        status = store_listing_read_others(fresh, history->runs, &known, err);
    store_ids_release(&known);
    return status;
}

/* What cannot be taken waits: it has not ended. */
static ear_status take_new(store_history *history, size_t *taken, ear_error *err)
{
    store_listing *fresh = &history->waiting;
    size_t kept = 0;
    ear_status status;

    history->caught_up = false;
    store_listing_release(fresh);
    status = find_new(fresh, history, err);
    for (size_t i = 0; i < fresh->count && status == EAR_OK; i++) {
        const size_t before = *taken;

        status = history_take_file(history, fresh->at[i].text, taken, err);
        if (*taken == before)
            fresh->at[kept++] = fresh->at[i];
    }
    fresh->count = kept;
    return status;
}

ear_status store_history_unfinished(store_history *history, const store_which *which,
                                    store_run_seen *each, void *user, ear_error *err)
{
    ear_status status =
        history->caught_up ? EAR_OK : store_history_catch_up(history, NULL, err);
    bool on = true;

    for (size_t i = 0; i < history->waiting.count && status == EAR_OK && on; i++) {
        store_run *run = NULL;

        status = store_run_if_unfinished(&run, history->runs, history->waiting.at[i].text,
                                         which, err);
        if (run)
            on = each(user, run);
    }
    return status;
}

ear_status store_history_catch_up(store_history *history, size_t *taken, ear_error *err)
{
    size_t count = 0;
    ear_status status = store_db_begin(history->db, HISTORY, err);

    if (status == EAR_OK)
        status = store_db_end(history->db, HISTORY, take_new(history, &count, err), err);
    history->caught_up = status == EAR_OK;
    if (taken)
        *taken = status == EAR_OK ? count : 0;
    return status;
}

/* --- made anew ---------------------------------------------------------------------- */

static ear_status take_all(store_history *history, size_t *taken, ear_error *err)
{
    store_listing all = {0};
    ear_status status = store_db_do(history->db, HISTORY,
                                    "DELETE FROM runs; DELETE FROM learners;"
                                    "DELETE FROM words",
                                    err);

    if (status == EAR_OK)
        status = store_listing_read(&all, history->runs, err);
    for (size_t i = all.count; i > 0 && status == EAR_OK; i--)
        status = history_take_file(history, all.at[i - 1].text, taken, err);
    store_listing_release(&all);
    return status;
}

/* A database that cannot be read is kept, but out of the way. */
static ear_status put_aside(const char *data, ear_error *err)
{
    static const char *const tails[] = {"", "-wal", "-shm"};
    char from[STORE_PATH_MOST], to[STORE_PATH_MOST];

    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        if (snprintf(from, sizeof from, "%s/history.sqlite%s", data, tails[i]) >=
                (int)sizeof from ||
            snprintf(to, sizeof to, "%s/history.sqlite.damaged%s", data, tails[i]) >=
                (int)sizeof to)
            return base_fail(err, EAR_E_IO, "the data folder's name is too long");
        if (rename(from, to) != 0 && errno != ENOENT)
            return base_fail(err, EAR_E_IO, "'%s' cannot be put aside: %s", from,
                             strerror(errno));
    }
    return EAR_OK;
}

static ear_status rebuild(const char *data, size_t *count, ear_error *err)
{
    store_history *history = NULL;
    ear_status status = store_history_open(&history, data, err);

    *count = 0;
    if (status != EAR_OK)
        return status;
    status = store_db_begin(history->db, HISTORY, err);
    if (status == EAR_OK)
        status = store_db_end(history->db, HISTORY, take_all(history, count, err), err);
    store_history_close(history);
    return status;
}

/* Damage may show only when what was there is to go. */
ear_status store_history_rebuild(const char *data, size_t *taken, ear_error *err)
{
    size_t count;
    ear_status status = rebuild(data, &count, err);

    if (status == EAR_E_FORMAT) {
        status = put_aside(data, err);
        if (status == EAR_OK)
            status = rebuild(data, &count, err);
    }
    if (taken)
        *taken = status == EAR_OK ? count : 0;
    return status;
}

ear_status history_scrub(store_history *history, ear_error *err)
{
    return store_db_do(history->db, HISTORY, "PRAGMA wal_checkpoint(TRUNCATE)", err);
}
