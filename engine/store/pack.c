#include "store/pack.h"

#include "base/arena.h"
#include "base/fail.h"
#include "base/grow.h"
#include "base/hash.h"
#include "store/gather.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* The pack with what its pointers point to. */
typedef struct whole_pack {
    store_pack pack; /* first */
    base_arena arena;
    store_gather gather;
} whole_pack;

/* PATH and "#scenario" apart. */
typedef struct asked {
    char *path;
    const char *scenario; /* NULL: none was named */
    bool any_folder;      /* one without pack.lua will do */
} asked;

size_t store_text_most(const store_gather *gather)
{
    return gather->large ? STORE_LARGE_TEXT_MOST : STORE_TEXT_MOST;
}

ear_status store_gather_look(store_gather *gather)
{
    if (++gather->entries > STORE_ENTRIES_MOST)
        return base_fail(gather->err, EAR_E_LIMIT, "the pack has more than %d files",
                         STORE_ENTRIES_MOST);
    return EAR_OK;
}

static ear_status make_room(store_gather *gather)
{
    if (gather->count == STORE_FILES_MOST)
        return base_fail(gather->err, EAR_E_LIMIT, "the pack has more than %d texts",
                         STORE_FILES_MOST);

    store_file *moved =
        base_grown(gather->files, &gather->room, gather->count + 1, sizeof *moved);
    if (!moved)
        return base_fail_memory(gather->err);
    gather->files = moved;
    return EAR_OK;
}

static ear_status add(store_gather *gather, const char *name, char *bytes, size_t length)
{
    const size_t most = gather->large ? STORE_LARGE_ALL_MOST : STORE_ALL_MOST;
    const ear_status status = make_room(gather);

    if (status != EAR_OK)
        return status;
    if (bytes && length > most - gather->bytes)
        return base_fail(gather->err, EAR_E_LIMIT,
                         "the texts of the pack are larger than %zu MiB together",
                         most >> 20);

    char *copy = strdup(name);
    if (!copy)
        return base_fail_memory(gather->err);
    gather->files[gather->count++] = (store_file){
        .name = copy,
        .bytes = bytes,
        .length = length,
        .hash = bytes ? base_hash(bytes, length, 0) : 0,
    };
    gather->bytes += bytes ? length : 0;
    return EAR_OK;
}

ear_status store_gather_add(store_gather *gather, const char *name, char *bytes,
                            size_t length)
{
    const ear_status status = add(gather, name, bytes, length);

    if (status != EAR_OK)
        free(bytes);
    return status;
}

void store_gather_release(store_gather *gather)
{
    for (size_t i = 0; i < gather->count; i++) {
        free((char *)gather->files[i].name);
        free((char *)gather->files[i].bytes);
    }
    free(gather->files);
    *gather = (store_gather){.files = NULL};
}

void store_pack_free(store_pack *pack)
{
    whole_pack *whole = (whole_pack *)pack;

    if (!whole)
        return;
    store_gather_release(&whole->gather);
    base_arena_release(&whole->arena);
    free(whole);
}

/* A name that exists as it stands may hold a '#' of its own. */
static ear_status take_apart(asked *out, const char *path, ear_error *err)
{
    struct stat about;
    char *copy = strdup(path);

    if (!copy)
        return base_fail_memory(err);
    out->path = copy;
    if (out->any_folder)
        return EAR_OK;
    char *hash = stat(path, &about) == 0 ? NULL : strrchr(copy, '#');
    if (hash) {
        *hash = '\0';
        out->scenario = hash + 1;
    }
    return EAR_OK;
}

static bool ends_like(const char *name, const char *end)
{
    const size_t length = strlen(name);
    const size_t wanted = strlen(end);

    return length > wanted && strcasecmp(name + length - wanted, end) == 0;
}

static const char *keep(whole_pack *whole, const char *text, size_t length)
{
    return base_arena_copy(&whole->arena, text, length);
}

static ear_status open_folder(whole_pack *whole, const char *folder)
{
    whole->pack.kind = STORE_FOLDER;
    whole->pack.folder = keep(whole, folder, strlen(folder));
    return store_folder_gather(&whole->gather, folder);
}

static bool is_absent(void)
{
    return errno == ENOENT || errno == ENOTDIR;
}

static ear_status fail_errno(ear_error *err, const char *path)
{
    return base_fail(err, EAR_E_IO, "'%s' cannot be read: %s", path, strerror(errno));
}

static ear_status open_zip(whole_pack *whole, const char *path)
{
    whole->pack.kind = STORE_ZIP;
    whole->pack.folder = keep(whole, path, strlen(path));
    return store_zip_gather(&whole->gather, path);
}

/* A scenario file: of the pack whose pack.lua lies beside it, or alone. */
static ear_status open_file(whole_pack *whole, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const size_t stem = strlen(name) - (ends_like(name, ".lua") ? 4 : 0);
    char beside[4096];
    struct stat about;
    char *bytes = NULL;
    size_t length = 0;

    snprintf(beside, sizeof beside, "%.*s", slash ? (int)(slash - path + 1) : 2,
             slash ? path : "./");
    const size_t folder = strlen(beside);
    snprintf(beside + folder, sizeof beside - folder, "pack.lua");
    const bool named =
        stem > 0 && strcmp(name + stem, ".lua") == 0 && store_name_allowed(name);
    const bool there = named && stat(beside, &about) == 0;
    /* Without its pack the file would be another scenario. */
    if (named && !there && !is_absent())
        return fail_errno(whole->gather.err, beside);
    const bool packed = there && S_ISREG(about.st_mode);
    beside[folder] = '\0';
    if (!packed || strcmp(name, "pack.lua") != 0) {
        whole->pack.wanted = keep(whole, name, stem);
        whole->pack.by_file = true;
    }
    if (packed)
        return open_folder(whole, beside);

    ear_error *err = whole->gather.err;
    ear_error why = {.status = EAR_OK};
    const ear_status status =
        store_read_file(&bytes, &length, path, store_text_most(&whole->gather), &why);

    whole->pack.folder = keep(whole, beside, folder);
    if (status == EAR_OK || status == EAR_E_LIMIT)
        return store_gather_add(&whole->gather, name, bytes, length);
    if (err)
        *err = why;
    return status;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const store_file *)a)->name, ((const store_file *)b)->name);
}

/* A link to the scenario that a person named is followed, though it is no part of the
 * pack. */
static ear_status add_wanted(whole_pack *whole, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    char *bytes = NULL;
    size_t length = 0;

    for (size_t i = 0; i < whole->gather.count; i++)
        if (strcmp(whole->gather.files[i].name, name) == 0)
            return EAR_OK;

    ear_error why = {.status = EAR_OK};
    const ear_status status =
        store_read_file(&bytes, &length, path, store_text_most(&whole->gather), &why);
    if (status == EAR_OK || status == EAR_E_LIMIT)
        return store_gather_add(&whole->gather, name, bytes, length);
    if (whole->gather.err)
        *whole->gather.err = why;
    return status;
}

static ear_status open_any(whole_pack *whole, const asked *what)
{
    struct stat about;

    if (stat(what->path, &about) != 0)
        return is_absent() ? base_fail(whole->gather.err, EAR_E_NOT_FOUND,
                                       "there is no '%s'", what->path)
                           : fail_errno(whole->gather.err, what->path);
    if (S_ISDIR(about.st_mode))
        return open_folder(whole, what->path);
    if (S_ISREG(about.st_mode) && ends_like(what->path, ".zip"))
        return open_zip(whole, what->path);

    const ear_status status = open_file(whole, what->path);
    return status == EAR_OK ? add_wanted(whole, what->path) : status;
}

static ear_status settle(whole_pack *whole, const asked *what)
{
    store_pack *pack = &whole->pack;

    if (whole->gather.count > 0)
        qsort(whole->gather.files, whole->gather.count, sizeof *whole->gather.files,
              by_name);
    pack->files = whole->gather.files;
    pack->count = whole->gather.count;
    pack->path = keep(whole, what->path, strlen(what->path));
    if (what->scenario && !pack->wanted)
        pack->wanted = keep(whole, what->scenario, strlen(what->scenario));
    pack->has_pack = pack->kind != STORE_ALONE && store_pack_find(pack, "pack.lua");
    if (!pack->path || !pack->folder || (what->scenario && !pack->wanted))
        return base_fail_memory(whole->gather.err);
    if (what->any_folder)
        return EAR_OK;
    if (what->scenario && pack->by_file && strcmp(pack->wanted, what->scenario) != 0)
        return base_fail(whole->gather.err, EAR_E_NOT_FOUND,
                         "'%s' is the one scenario '%s'; another of its pack is named "
                         "with the pack's folder: FOLDER#%s",
                         pack->path, pack->wanted, what->scenario);
    if (pack->kind == STORE_ZIP && !pack->has_pack)
        return base_fail(whole->gather.err, EAR_E_FORMAT,
                         "'%s' is no pack: it has no pack.lua", pack->path);
    if (pack->kind == STORE_FOLDER && !pack->has_pack)
        return base_fail(whole->gather.err, EAR_E_NOT_FOUND,
                         "'%s' is no pack: it has no pack.lua; a scenario alone is named "
                         "by its file, NAME.lua",
                         pack->path);
    return EAR_OK;
}

static ear_status open_asked(store_pack **out, const char *path, bool large,
                             bool any_folder, ear_error *err)
{
    whole_pack *whole = calloc(1, sizeof *whole);
    asked what = {.any_folder = any_folder};

    if (!whole)
        return base_fail_memory(err);
    whole->gather.large = large;
    whole->gather.err = err;

    ear_status status = take_apart(&what, path, err);
    if (status == EAR_OK)
        status = open_any(whole, &what);
    if (status == EAR_OK)
        status = settle(whole, &what);
    free(what.path);
    whole->gather.err = NULL;
    if (status != EAR_OK) {
        store_pack_free(&whole->pack);
        return status;
    }
    *out = &whole->pack;
    return EAR_OK;
}

ear_status store_pack_open(store_pack **out, const char *path, bool large, ear_error *err)
{
    return open_asked(out, path, large, false, err);
}

ear_status store_modules_open(store_pack **out, const char *folder, ear_error *err)
{
    return open_asked(out, folder, false, true, err);
}

const store_file *store_pack_find(const store_pack *pack, const char *name)
{
    const store_file key = {.name = name};

    if (pack->count == 0)
        return NULL;
    return bsearch(&key, pack->files, pack->count, sizeof key, by_name);
}
