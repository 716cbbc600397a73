#ifndef EARSHOT_STORE_GATHER_H
#define EARSHOT_STORE_GATHER_H

/* Between pack.c and its sources, folder.c and zip.c: the texts of a pack as they are
 * found. */

#include "base/bytes.h"
#include "store/pack.h"

#define STORE_ENTRIES_MOST 20000 /* files and folders looked at */
#define STORE_DEPTH_MOST   8     /* folders inside folders */

typedef struct store_gather {
    store_file *files; /* names and bytes are malloc'ed */
    size_t count, room;
    size_t bytes;   /* of all */
    size_t entries; /* looked at so far */
    bool large;
    ear_error *err;
} store_gather;

size_t store_text_most(const store_gather *gather);
/* Is it one of those that opening reads? */
bool store_is_text(const char *name);
/* Counts one more entry; EAR_E_LIMIT. */
ear_status store_gather_look(store_gather *gather);
/* Takes a copy of `name`; takes over `bytes` (malloc'ed; NULL: too large) in every case.
 */
ear_status store_gather_add(store_gather *gather, const char *name, char *bytes,
                            size_t length);
void store_gather_release(store_gather *gather);

/* Adds the texts of the folder at `path`. */
ear_status store_folder_gather(store_gather *gather, const char *path);
/* Whether a zip says that it has more than STORE_ENTRIES_MOST entries. */
bool store_zip_is_crowded(const char *path);
/* Adds the texts of a zip, or of the one folder in which they all are. */
ear_status store_zip_gather(store_gather *gather, const char *path);

#endif
