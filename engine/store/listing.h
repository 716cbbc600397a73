#ifndef EARSHOT_STORE_LISTING_H
#define EARSHOT_STORE_LISTING_H

/* The runs in a folder by their names, which sort by when they began. */

#include "store/file.h"
#include "store/journal.h"

typedef struct store_listing {
    store_run_id *at; /* owned */
    size_t count, room;
} store_listing;

/* Newest first. A folder that is not there has none. The caller releases *out with
 * store_listing_release(). */
ear_status store_listing_read(store_listing *out, const char *folder, ear_error *err);

/*
 * Ids by their hashes alone: a hundred thousand of them are looked up without touching as
 * many names. Two ids with one hash would be taken for one another: among a hundred
 * thousand that is once in two thousand million histories, and making the history anew
 * finds the run that it hid.
 */
typedef struct store_ids {
    uint64_t *at; /* owned; 0: nothing there */
    size_t count, room;
} store_ids;

/* False: no memory. NULL and "" are no ids. */
bool store_ids_add(store_ids *ids, const char *id);
void store_ids_release(store_ids *ids);
/* store_listing_read() without these. */
ear_status store_listing_read_others(store_listing *out, const char *folder,
                                     const store_ids *without, ear_error *err);
/* False: no memory. */
bool store_listing_add(store_listing *listing, const store_run_id *id);
void store_listing_release(store_listing *listing);
/* The newest one that bears a time; false: there is none. */
bool store_listing_newest(store_run_id *out, const char *folder);
/* Is it the name of a journal? Its id then. */
bool store_listing_id(store_run_id *out, const char *name);
/* FOLDER/ID.run */
bool store_listing_path(char *out, size_t room, const char *folder, const char *id);

#endif
