#include "store/db.h"

#include "base/fail.h"
#include "store/file.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BUSY_MS 5000 /* another program is given that long */

/* What stands in the way, and the next step. */
static ear_status fail_io(int code, const char *what, const char *path, ear_error *err)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return base_fail(err, EAR_E_IO,
                         "another program keeps the %s '%s' busy; try again when it is "
                         "done",
                         what, path);
    case SQLITE_FULL:
        return base_fail(err, EAR_E_IO,
                         "the disk has no room left for the %s '%s'; make room and try "
                         "again",
                         what, path);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return base_fail(err, EAR_E_IO,
                         "the %s '%s' cannot be written; see that its folder is yours "
                         "and not read-only",
                         what, path);
    default:
        return base_fail(err, EAR_E_IO,
                         "the disk refused the %s '%s' (%s); see that it has room and "
                         "try again",
                         what, path, sqlite3_errstr(code));
    }
}

static ear_status fail_code(int code, const char *path, const store_schema *schema,
                            ear_error *err)
{
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return base_fail_memory(err);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return base_fail(err, EAR_E_FORMAT, "the %s '%s' is damaged; %s", schema->name,
                         path, schema->mend);
    default:
        return code == SQLITE_IOERR_NOMEM ? base_fail_memory(err)
                                          : fail_io(code, schema->name, path, err);
    }
}

static ear_status fail_in(sqlite3 *db, int code, const store_schema *schema,
                          ear_error *err)
{
    return fail_code(code, sqlite3_db_filename(db, "main"), schema, err);
}

ear_status store_db_fail(sqlite3 *db, const store_schema *schema, ear_error *err)
{
    return fail_in(db, sqlite3_extended_errcode(db), schema, err);
}

ear_status store_db_do(sqlite3 *db, const store_schema *schema, const char *sql,
                       ear_error *err)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK)
        return EAR_OK;
    return store_db_fail(db, schema, err);
}

ear_status store_db_begin(sqlite3 *db, const store_schema *schema, ear_error *err)
{
    return store_db_do(db, schema, "BEGIN IMMEDIATE", err);
}

ear_status store_db_end(sqlite3 *db, const store_schema *schema, ear_status status,
                        ear_error *err)
{
    if (status == EAR_OK)
        status = store_db_do(db, schema, "COMMIT", err);
    if (status != EAR_OK && !sqlite3_get_autocommit(db))
        sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    return status;
}

/* --- queries ------------------------------------------------------------------------ */

store_query store_query_begin(sqlite3 *db, const store_schema *schema, const char *sql)
{
    store_query query = {.db = db, .schema = schema};

    query.code = sqlite3_prepare_v2(db, sql, -1, &query.statement, NULL);
    return query;
}

void store_query_text(store_query *query, int place, const char *text)
{
    if (!query->code)
        query->code = sqlite3_bind_text(query->statement, place, text, -1, SQLITE_STATIC);
}

void store_query_number(store_query *query, int place, int64_t number)
{
    if (!query->code)
        query->code = sqlite3_bind_int64(query->statement, place, number);
}

void store_query_real(store_query *query, int place, double number)
{
    if (!query->code)
        query->code = isfinite(number)
                          ? sqlite3_bind_double(query->statement, place, number)
                          : sqlite3_bind_null(query->statement, place);
}

bool store_query_row(store_query *query)
{
    int code;

    if (query->code)
        return false;
    code = sqlite3_step(query->statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        query->code = code;
    return code == SQLITE_ROW;
}

void store_query_again(store_query *query)
{
    if (!query->code)
        sqlite3_reset(query->statement);
}

void store_query_do(store_query *query)
{
    while (store_query_row(query))
        ;
    store_query_again(query);
}

ear_status store_query_end(store_query *query, ear_error *err)
{
    const ear_status status =
        query->code ? fail_in(query->db, query->code, query->schema, err) : EAR_OK;

    sqlite3_finalize(query->statement);
    query->statement = NULL;
    return status;
}

const char *store_query_string(store_query *query, int column)
{
    return (const char *)sqlite3_column_text(query->statement, column);
}

int64_t store_query_int(store_query *query, int column)
{
    return sqlite3_column_int64(query->statement, column);
}

double store_query_double(store_query *query, int column)
{
    if (sqlite3_column_type(query->statement, column) == SQLITE_NULL)
        return (double)NAN;
    return sqlite3_column_double(query->statement, column);
}

/* --- opening ------------------------------------------------------------------------ */

static ear_status version_of(int *out, sqlite3 *db, const store_schema *schema,
                             ear_error *err)
{
    store_query query = store_query_begin(db, schema, "PRAGMA user_version");

    *out = store_query_row(&query) ? (int)store_query_int(&query, 0) : 0;
    return store_query_end(&query, err);
}

/* A whole copy beside it, for whoever has to go back. */
static ear_status keep_copy(sqlite3 *db, const store_schema *schema, int version,
                            ear_error *err)
{
    char path[STORE_PATH_MOST];
    store_query query;

    if (snprintf(path, sizeof path, "%s.v%d", sqlite3_db_filename(db, "main"), version) >=
        (int)sizeof path)
        return base_fail(err, EAR_E_IO, "the path of the %s is too long", schema->name);
    if (unlink(path) != 0 && errno != ENOENT)
        return base_fail(err, EAR_E_IO, "'%s' cannot be replaced: %s", path,
                         strerror(errno));
    query = store_query_begin(db, schema, "VACUUM INTO ?1");
    store_query_text(&query, 1, path);
    store_query_do(&query);
    return store_query_end(&query, err);
}

/* Another program may have made the step in the meantime. */
static ear_status step_up(sqlite3 *db, const store_schema *schema, ear_error *err)
{
    char sql[64];
    int version = 0;
    ear_status status = store_db_begin(db, schema, err);

    if (status == EAR_OK)
        status = version_of(&version, db, schema, err);
    if (status == EAR_OK && version < schema->count) {
        status = store_db_do(db, schema, schema->steps[version], err);
        snprintf(sql, sizeof sql, "PRAGMA user_version = %d", version + 1);
        if (status == EAR_OK)
            status = store_db_do(db, schema, sql, err);
    }
    return store_db_end(db, schema, status, err);
}

static ear_status bring_up_to_date(sqlite3 *db, const store_schema *schema,
                                   ear_error *err)
{
    int version = 0;
    ear_status status = version_of(&version, db, schema, err);

    while (status == EAR_OK && version < schema->count) {
        if (version > 0)
            status = keep_copy(db, schema, version, err);
        if (status == EAR_OK)
            status = step_up(db, schema, err);
        if (status == EAR_OK)
            status = version_of(&version, db, schema, err);
    }
    if (status == EAR_OK && version > schema->count)
        return base_fail(err, EAR_E_STATE,
                         "the %s was written by a newer Earshot (version %d, this one "
                         "knows %d): use that one",
                         schema->name, version, schema->count);
    return status;
}

/* For this user alone; SQLite itself would go by the umask. */
static ear_status make_file(const char *path, const char *name, ear_error *err)
{
    const int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

    if (fd < 0)
        return base_fail(err, EAR_E_IO,
                         "the %s '%s' cannot be opened: %s; see that its folder is yours "
                         "and not read-only",
                         name, path, strerror(errno));
    close(fd);
    return EAR_OK;
}

static ear_status set_up(sqlite3 *db, const store_schema *schema, ear_error *err)
{
    int version = 0;
    ear_status status;

    sqlite3_busy_timeout(db, BUSY_MS);
    /* A newer one is not even touched. */
    status = version_of(&version, db, schema, err);
    if (status == EAR_OK && version <= schema->count)
        status = store_db_do(db, schema,
                             "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                             "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
                             "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY",
                             err);
    return status == EAR_OK ? bring_up_to_date(db, schema, err) : status;
}

ear_status store_db_open(sqlite3 **out, const char *path, const store_schema *schema,
                         ear_error *err)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    sqlite3 *db = NULL;
    ear_status status = make_file(path, schema->name, err);

    if (status != EAR_OK)
        return status;
    if (sqlite3_open_v2(path, &db, flags, NULL) != SQLITE_OK)
        status = db ? fail_code(sqlite3_extended_errcode(db), path, schema, err)
                    : base_fail_memory(err);
    if (status == EAR_OK)
        status = set_up(db, schema, err);
    if (status == EAR_OK)
        *out = db;
    else
        store_db_close(db);
    return status;
}

void store_db_close(sqlite3 *db)
{
    sqlite3_close(db);
}
