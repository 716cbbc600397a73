#ifndef EARSHOT_STORE_FILE_H
#define EARSHOT_STORE_FILE_H

/* Files of the user's own that must not be lost: whole, synced, or not at all. */

#include <earshot/error.h>

#include <dirent.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#define STORE_PATH_MOST 4096

/* Makes the folder and every one on the way that is missing, for this user alone. False:
 * see errno. */
bool store_folder_make(const char *folder);
/* Makes the names in a folder last. False: see errno. */
bool store_folder_sync(const char *folder);

/* The name of the next entry; NULL: errno is 0 after the last one, else the folder cannot
 * be read on. */
const char *store_folder_next(DIR *entries);

/* False: see errno; how much was written then is unknown. */
bool store_write_all(int fd, const void *bytes, size_t length);
bool store_write_all_at(int fd, const void *bytes, size_t length, off_t at);

/* "FOLDER/NAME"; false when there is no room. */
bool store_path_join(char *out, size_t room, const char *folder, const char *name);

/*
 * Puts a whole file in place: written beside it, synced, renamed, its folder synced.
 * Whatever fails, the file is the old one or the new one. EAR_E_IO.
 */
ear_status store_file_put(const char *path, const void *bytes, size_t length,
                          ear_error *err);

#endif
