/* What people wrote for themselves: a database of its own, which nothing else reads. */
#include "store/history_internal.h"

#include "base/fail.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static const char version_1[] =
    "CREATE TABLE reflections (run TEXT NOT NULL, learner TEXT NOT NULL,"
    " question TEXT NOT NULL, answer TEXT NOT NULL, wall INTEGER NOT NULL,"
    " PRIMARY KEY (run, question));"
    "CREATE INDEX reflections_by_learner ON reflections (learner, run);";

static const char *const steps[] = {version_1};
static const store_schema schema = {
    .name = "file of what people wrote for themselves",
    .mend = "move it to another folder, and a new one is begun",
    .steps = steps,
    .count = sizeof steps / sizeof *steps,
};

/* `make` false: *out stays NULL where there is none. */
static ear_status open_it(sqlite3 **out, const char *data, bool make, ear_error *err)
{
    char path[STORE_PATH_MOST];

    if (!store_path_join(path, sizeof path, data, "reflections.sqlite"))
        return base_fail(err, EAR_E_IO, "the data folder's name is too long");
    if (!make && access(path, F_OK) != 0)
        return EAR_OK;
    if (make && !store_folder_make(data))
        return base_fail(err, EAR_E_IO, "no folder can be made at '%s': %s", data,
                         strerror(errno));
    return store_db_open(out, path, &schema, err);
}

ear_status store_reflection_keep(const char *data, const store_reflection *reflection,
                                 ear_error *err)
{
    static const char put[] = "INSERT INTO reflections VALUES (?1, ?2, ?3, ?4, ?5)"
                              " ON CONFLICT (run, question) DO UPDATE SET"
                              " answer = excluded.answer, wall = excluded.wall";
    static const char take[] = "DELETE FROM reflections WHERE run = ?1 AND question = ?3";
    const bool empty = !reflection->answer[0];
    sqlite3 *db = NULL;
    store_query query;
    ear_status status = open_it(&db, data, true, err);

    if (status != EAR_OK)
        return status;
    query = store_query_begin(db, &schema, empty ? take : put);
    store_query_text(&query, 1, reflection->run);
    store_query_text(&query, 3, reflection->question);
    if (!empty) {
        store_query_text(&query, 2, reflection->learner ? reflection->learner : "");
        store_query_text(&query, 4, reflection->answer);
        store_query_number(&query, 5, reflection->wall);
    }
    store_query_do(&query);
    status = store_query_end(&query, err);
    store_db_close(db);
    return status;
}

ear_status store_reflection_each_of(const char *data, const char *run,
                                    const char *learner, store_reflection_each *each,
                                    void *user, ear_error *err)
{
    sqlite3 *db = NULL;
    store_query query;
    bool on = true;
    ear_status status = open_it(&db, data, false, err);

    if (status != EAR_OK || !db)
        return status;
    query = store_query_begin(db, &schema,
                              "SELECT run, learner, question, answer, wall"
                              " FROM reflections WHERE (?1 IS NULL OR run = ?1)"
                              " AND (?2 IS NULL OR learner = ?2) ORDER BY run, wall");
    store_query_text(&query, 1, run);
    store_query_text(&query, 2, learner);
    while (on && store_query_row(&query)) {
        const store_reflection one = {.run = store_query_string(&query, 0),
                                      .learner = store_query_string(&query, 1),
                                      .question = store_query_string(&query, 2),
                                      .answer = store_query_string(&query, 3),
                                      .wall = store_query_int(&query, 4)};

        on = each(user, &one);
    }
    status = store_query_end(&query, err);
    store_db_close(db);
    return status;
}

ear_status reflections_forget(const char *data, const char *run, const char *learner,
                              ear_error *err)
{
    sqlite3 *db = NULL;
    store_query query;
    ear_status status = open_it(&db, data, false, err);

    if (status != EAR_OK || !db)
        return status;
    query = store_query_begin(db, &schema,
                              "DELETE FROM reflections WHERE run = ?1 OR learner = ?2");
    store_query_text(&query, 1, run);
    store_query_text(&query, 2, learner);
    store_query_do(&query);
    status = store_query_end(&query, err);
    if (status == EAR_OK)
        status = store_db_do(db, &schema, "PRAGMA wal_checkpoint(TRUNCATE)", err);
    store_db_close(db);
    return status;
}
