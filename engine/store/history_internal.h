#ifndef EARSHOT_STORE_HISTORY_INTERNAL_H
#define EARSHOT_STORE_HISTORY_INTERNAL_H

#include "store/db.h"
#include "store/file.h"
#include "store/history.h"
#include "store/listing.h"

#define HISTORY (&history_schema)

struct store_history {
    sqlite3 *db;
    char data[STORE_PATH_MOST]; /* folder */
    char runs[STORE_PATH_MOST];
    bool caught_up;        /* ... and then `waiting` is known: */
    store_listing waiting; /* journals that are not in it, newest first */
};

extern const store_schema history_schema;

/* Inside a transaction: takes the run's rows away; no learner is left without runs. */
ear_status history_forget(store_history *history, const char *run, ear_error *err);
/* Inside a transaction: as store_history_take(). */
ear_status history_take(store_history *history, const store_run *run, ear_error *err);
/* Takes the journal of run `id`, if it can be read and has ended. */
ear_status history_take_file(store_history *history, const char *id, size_t *taken,
                             ear_error *err);
/* What was removed is to be gone from the disk, too. */
ear_status history_scrub(store_history *history, ear_error *err);

/* reflections.c */
ear_status reflections_forget(const char *data, const char *run, const char *learner,
                              ear_error *err);

#endif
