/*
 * The texts of a pack that is a zip, through PhysFS. What a zip says of its sizes is not
 * believed; a file counts by the bytes that come out of it, and reading stops there.
 */

#include "base/fail.h"
#include "store/gather.h"

#include <physfs.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOUNT     "/pack"            /* where the zip appears inside PhysFS */
#define PIECE     ((size_t)64 << 10) /* bytes read at a time */
#define PATH_MOST (sizeof MOUNT + 1 + 2 * (size_t)STORE_NAME_MOST + 2)

/* PhysFS is one per process, so zips take turns. It lives no longer than one call here.
 */
static pthread_mutex_t *turn(void)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

    return &lock;
}

static const char *physfs_reason(void)
{
    const char *reason = PHYSFS_getErrorByCode(PHYSFS_getLastErrorCode());

    return reason ? reason : "unknown error";
}

/* The machine refused; it does not say anything about the zip. */
static bool refused(PHYSFS_ErrorCode code)
{
    return code == PHYSFS_ERR_IO || code == PHYSFS_ERR_OS_ERROR ||
           code == PHYSFS_ERR_PERMISSION || code == PHYSFS_ERR_OUT_OF_MEMORY;
}

static ear_status fail_code(ear_error *err, const char *path, PHYSFS_ErrorCode code)
{
    const char *reason = PHYSFS_getErrorByCode(code);

    reason = reason ? reason : "unknown error";
    if (code == PHYSFS_ERR_OUT_OF_MEMORY)
        return base_fail_memory(err);
    if (code == PHYSFS_ERR_NOT_FOUND)
        return base_fail(err, EAR_E_NOT_FOUND, "'%s' cannot be read: not found", path);
    if (refused(code))
        return base_fail(err, EAR_E_IO, "'%s' cannot be read: %s", path, reason);
    return base_fail(err, EAR_E_FORMAT, "'%s' is damaged or no zip: %s", path, reason);
}

static ear_status fail_zip(ear_error *err, const char *path)
{
    return fail_code(err, path, PHYSFS_getLastErrorCode());
}

static ear_status begin(ear_error *err)
{
    pthread_mutex_lock(turn());
    if (PHYSFS_init(NULL)) {
        /* A link inside a zip can only lead into it; those met are passed over. Without
         * this one bad link would end the listing. */
        PHYSFS_permitSymbolicLinks(1);
        return EAR_OK;
    }
    pthread_mutex_unlock(turn());
    return base_fail(err, EAR_E_IO, "zips cannot be read: %s", physfs_reason());
}

static void finish(void)
{
    PHYSFS_deinit();
    pthread_mutex_unlock(turn());
}

/* Reads on until the end or just past `most`. */
static ear_status read_open(base_bytes *out, PHYSFS_File *file, const char *name,
                            size_t most, ear_error *err)
{
    for (;;) {
        char *room = base_bytes_reserve(out, PIECE);
        if (!room)
            return base_fail_memory(err);

        const PHYSFS_sint64 got = PHYSFS_readBytes(file, room, PIECE);
        if (got < 0)
            return fail_zip(err, name);
        out->length += (size_t)got;
        if (out->length > most)
            return base_fail(err, EAR_E_LIMIT, "'%s' is larger than %zu bytes", name,
                             most);
        if (got == 0) {
            room[0] = '\0';
            return EAR_OK;
        }
    }
}

/* `path` inside PhysFS. */
static ear_status read_entry(char **out, size_t *length, const char *path,
                             const char *name, size_t most, ear_error *err)
{
    base_bytes bytes = {0};
    PHYSFS_File *file = PHYSFS_openRead(path);

    if (!file)
        return fail_zip(err, name);

    const ear_status status = read_open(&bytes, file, name, most, err);
    PHYSFS_close(file);
    *length = bytes.length;
    if (status != EAR_OK) {
        base_bytes_release(&bytes);
        return status;
    }
    *out = bytes.at;
    return EAR_OK;
}

/* A walk through the zip: once to find the folder that everything is in, once to read. */
typedef struct zip_walk {
    store_gather *gather;
    char prefix[STORE_NAME_MOST + 1]; /* "" or "folder/" */
    char before[STORE_NAME_MOST + 2]; /* of the folder being listed, below the prefix */
    int depth;
    ear_status status;
} zip_walk;

static PHYSFS_EnumerateCallbackResult stop(zip_walk *walk, ear_status status)
{
    walk->status = status;
    return status == EAR_OK ? PHYSFS_ENUM_OK : PHYSFS_ENUM_STOP;
}

/* False: it is not there, or cannot be looked at: walk->status. */
static bool look(zip_walk *walk, const char *path, const char *name, PHYSFS_Stat *about)
{
    if (PHYSFS_stat(path, about))
        return true;

    const PHYSFS_ErrorCode code = PHYSFS_getLastErrorCode();

    if (refused(code))
        walk->status = fail_code(walk->gather->err, name, code);
    return false;
}

static ear_status gather_text(zip_walk *walk, const char *path, const char *name)
{
    store_gather *gather = walk->gather;
    ear_error why = {.status = EAR_OK};
    char *bytes = NULL;
    size_t length = 0;
    const ear_status status =
        read_entry(&bytes, &length, path, name, store_text_most(gather), &why);

    if (status == EAR_OK || status == EAR_E_LIMIT)
        return store_gather_add(gather, name, bytes, length);
    if (gather->err)
        *gather->err = why;
    return status;
}

static PHYSFS_EnumerateCallbackResult visit(void *user, const char *folder,
                                            const char *part);

static ear_status gather_below(zip_walk *walk, const char *path, const char *name)
{
    char before[sizeof walk->before];

    if (walk->depth + 1 == STORE_DEPTH_MOST ||
        (walk->depth == 0 && strcmp(name, "lib") != 0 && strcmp(name, "locale") != 0))
        return EAR_OK;
    memcpy(before, walk->before, sizeof before);
    snprintf(walk->before, sizeof walk->before, "%s/", name);
    walk->depth++;
    const int listed = PHYSFS_enumerate(path, visit, walk);
    walk->depth--;
    memcpy(walk->before, before, sizeof before);
    if (!listed && walk->status == EAR_OK)
        return fail_zip(walk->gather->err, name);
    return walk->status;
}

/* Names were looked at one part at a time, so that no path is put together from a part
 * that could lead elsewhere. */
static PHYSFS_EnumerateCallbackResult visit(void *user, const char *folder,
                                            const char *part)
{
    zip_walk *walk = user;
    char name[STORE_NAME_MOST + 1];
    char path[PATH_MOST];
    PHYSFS_Stat about;
    ear_status status = store_gather_look(walk->gather);

    (void)folder;
    if (status != EAR_OK)
        return stop(walk, status);
    const int length = snprintf(name, sizeof name, "%s%s", walk->before, part);
    if (length < 0 || (size_t)length >= sizeof name || strchr(part, '/') ||
        !store_name_allowed(name))
        return PHYSFS_ENUM_OK;
    snprintf(path, sizeof path, MOUNT "/%s%s", walk->prefix, name);
    if (!look(walk, path, name, &about))
        return stop(walk, walk->status); /* else a link to nowhere */
    if (about.filetype == PHYSFS_FILETYPE_DIRECTORY)
        status = gather_below(walk, path, name);
    else if (about.filetype == PHYSFS_FILETYPE_REGULAR && store_is_text(name))
        status = gather_text(walk, path, name);
    return stop(walk, status);
}

/* The only folder at the top that holds a pack.lua. */
static PHYSFS_EnumerateCallbackResult find_prefix(void *user, const char *folder,
                                                  const char *part)
{
    zip_walk *walk = user;
    char path[PATH_MOST];
    PHYSFS_Stat about;

    (void)folder;
    if (strlen(part) >= STORE_NAME_MOST || strchr(part, '/') || !store_name_allowed(part))
        return PHYSFS_ENUM_OK;
    snprintf(path, sizeof path, MOUNT "/%s/pack.lua", part);
    if (!look(walk, path, part, &about) || about.filetype != PHYSFS_FILETYPE_REGULAR)
        return stop(walk, walk->status);
    if (walk->prefix[0] != '\0')
        return stop(walk, EAR_E_FORMAT);
    snprintf(walk->prefix, sizeof walk->prefix, "%s/", part);
    return PHYSFS_ENUM_OK;
}

static ear_status gather_mounted(store_gather *gather, const char *label)
{
    zip_walk walk = {.gather = gather};
    char top[PATH_MOST];
    PHYSFS_Stat about;

    if (!look(&walk, MOUNT "/pack.lua", "pack.lua", &about) && walk.status == EAR_OK)
        PHYSFS_enumerate(MOUNT, find_prefix, &walk);
    if (walk.status != EAR_OK && walk.status != EAR_E_FORMAT)
        return walk.status;
    if (walk.status != EAR_OK)
        return base_fail(gather->err, EAR_E_FORMAT,
                         "'%s' holds several packs; a zip holds one", label);
    snprintf(top, sizeof top, MOUNT "/%s", walk.prefix);
    top[strlen(top) - 1] = '\0'; /* without the last '/' */
    if (!PHYSFS_enumerate(top, visit, &walk) && walk.status == EAR_OK)
        return fail_zip(gather->err, label);
    return walk.status;
}

ear_status store_zip_gather(store_gather *gather, const char *path)
{
    if (store_zip_is_crowded(path))
        return base_fail(gather->err, EAR_E_LIMIT, "the pack has more than %d files",
                         STORE_ENTRIES_MOST);

    ear_status status = begin(gather->err);
    if (status != EAR_OK)
        return status;
    if (PHYSFS_mount(path, MOUNT, 1))
        status = gather_mounted(gather, path);
    else
        status = fail_zip(gather->err, path);
    finish();
    return status;
}
