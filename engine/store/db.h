#ifndef EARSHOT_STORE_DB_H
#define EARSHOT_STORE_DB_H

/* A database of the user's own: safe on the disk, shared by programs, brought up to date.
 */

#include <earshot/error.h>

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How its tables came to be: step i makes version i + 1 out of version i. Only ever added
 * to. */
typedef struct store_schema {
    const char *name; /* for people: "history" */
    const char *mend; /* what to do when it is damaged */
    const char *const *steps;
    int count;
} store_schema;

/*
 * Opens or makes it. Before an older one is changed a copy of it is kept as PATH.v1, ...
 *   EAR_E_STATE   it is from a newer Earshot
 *   EAR_E_FORMAT  it is damaged, or no database
 *   EAR_E_IO      the disk refused, or another program kept it busy
 * The caller closes *out with store_db_close().
 */
ear_status store_db_open(sqlite3 **out, const char *path, const store_schema *schema,
                         ear_error *err);
void store_db_close(sqlite3 *db); /* NULL is fine */

/* The error that `db` has just had, in words. */
ear_status store_db_fail(sqlite3 *db, const store_schema *schema, ear_error *err);
/* Runs statements that give no rows. */
ear_status store_db_do(sqlite3 *db, const store_schema *schema, const char *sql,
                       ear_error *err);
/* Between them all or nothing; ending gives back `status`, or what committing came to. */
ear_status store_db_begin(sqlite3 *db, const store_schema *schema, ear_error *err);
ear_status store_db_end(sqlite3 *db, const store_schema *schema, ear_status status,
                        ear_error *err);

/* One statement with its values: texts and numbers by their places from 1. */
typedef struct store_query {
    sqlite3 *db;
    const store_schema *schema;
    sqlite3_stmt *statement; /* owned */
    int code; /* of SQLite: the first failure; 0: none. Nothing is done then */
} store_query;

store_query store_query_begin(sqlite3 *db, const store_schema *schema, const char *sql);
/* NULL binds NULL. Borrowed until the query ends or is done again. */
void store_query_text(store_query *query, int place, const char *text);
void store_query_number(store_query *query, int place, int64_t number);
void store_query_real(store_query *query, int place, double number); /* NAN: NULL */
/* True: there is a row. */
bool store_query_row(store_query *query);
/* Makes it ready for other values, wherever it is. */
void store_query_again(store_query *query);
/* Runs it to its end and makes it ready for other values. */
void store_query_do(store_query *query);
ear_status store_query_end(store_query *query, ear_error *err);
/* Of the row: NULL where it has none. Borrowed until the next row. */
const char *store_query_string(store_query *query, int column);
int64_t store_query_int(store_query *query, int column);
double store_query_double(store_query *query, int column); /* NAN where it has none */

#endif
