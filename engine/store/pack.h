#ifndef EARSHOT_STORE_PACK_H
#define EARSHOT_STORE_PACK_H

/*
 * A pack as files: a folder, a .zip of one, or a scenario file on its own. Knows nothing
 * of what the files say. Opening reads every text of the pack (.lua, and .po under
 * locale/) into memory, within limits.
 *
 * A name is a path inside the pack with '/' between its parts. A file whose name could
 * lead elsewhere (.., a drive, a device, a backslash), or cannot be shown (no UTF-8,
 * control characters), is not part of the pack; nor is a hidden file, nor what is reached
 * through a symbolic link.
 */

#include <earshot/error.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define STORE_FILES_MOST      4096               /* texts in a pack */
#define STORE_NAME_MOST       240                /* bytes of a name inside a pack */
#define STORE_TEXT_MOST       ((size_t)4 << 20)  /* bytes of one text */
#define STORE_ALL_MOST        ((size_t)64 << 20) /* of all of them */
#define STORE_LARGE_TEXT_MOST ((size_t)64 << 20) /* with --limits large */
#define STORE_LARGE_ALL_MOST  ((size_t)256 << 20)

typedef enum store_kind { STORE_ALONE, STORE_FOLDER, STORE_ZIP } store_kind;

typedef struct store_file {
    const char *name;
    const char *bytes; /* NUL-terminated; NULL when it is larger than a text may be */
    size_t length;
    uint64_t hash; /* base_hash, seed 0 */
} store_file;

/* Read-only. Everything is owned by the pack. */
typedef struct store_pack {
    store_kind kind;
    const char *path; /* the folder, zip or file, as given */
    const char
        *folder; /* where a folder's or single file's names begin; the zip itself */
    const char *wanted; /* stem of the scenario that the path names; NULL: none */
    bool by_file;       /* ... by being its file */
    store_file *files;  /* by name; for STORE_ALONE the one file */
    size_t count;
    bool has_pack; /* there is a pack.lua */
} store_pack;

/*
 * Opens "PATH" or "PATH#scenario". A .lua file beside a pack.lua is that pack's scenario.
 * On success the caller releases *out with store_pack_free().
 *   EAR_E_NOT_FOUND  nothing of that name, or a folder without pack.lua
 *   EAR_E_IO         it cannot be read, or is no file (a device, a pipe)
 *   EAR_E_FORMAT     a damaged zip, or one without pack.lua
 *   EAR_E_LIMIT      more texts, or more bytes of them, than a pack may have
 */
ear_status store_pack_open(store_pack **out, const char *path, bool large,
                           ear_error *err);
void store_pack_free(store_pack *pack); /* NULL is fine */

/* The texts of a folder that is no pack: the engine's own modules. */
ear_status store_modules_open(store_pack **out, const char *folder, ear_error *err);

/* NULL when there is none. */
const store_file *store_pack_find(const store_pack *pack, const char *name);

/* May a file inside a pack be called that? See above. */
bool store_name_allowed(const char *name);

/* Reads a file that a person named, following links, at most `most` bytes; the caller
 * frees *out. EAR_E_LIMIT: it is larger, and *length says by how much. */
ear_status store_read_file(char **out, size_t *length, const char *path, size_t most,
                           ear_error *err);

#endif
