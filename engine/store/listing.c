#include "store/listing.h"

#include "base/fail.h"
#include "base/grow.h"
#include "base/hash.h"
#include "store/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ENDING     ".run"
#define ID_LETTERS "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-"
#define IDS_FIRST  1024
#define TIMED_RUN  27 /* letters of "2026-11-27-132305123-k3f9q2" */

bool store_listing_id(store_run_id *out, const char *name)
{
    const size_t length = strspn(name, ID_LETTERS);

    if (length == 0 || length >= sizeof out->text || strcmp(name + length, ENDING) != 0)
        return false;
    snprintf(out->text, sizeof out->text, "%.*s", (int)length, name);
    return true;
}

bool store_listing_path(char *out, size_t room, const char *folder, const char *id)
{
    const int length = snprintf(out, room, "%s/%s" ENDING, folder, id);

    return length > 0 && (size_t)length < room;
}

bool store_listing_add(store_listing *listing, const store_run_id *id)
{
    store_run_id *moved =
        base_grown(listing->at, &listing->room, listing->count + 1, sizeof *moved);

    if (!moved)
        return false;
    listing->at = moved;
    listing->at[listing->count++] = *id;
    return true;
}

/* --- ids by their hashes ------------------------------------------------------------ */

static uint64_t hash_of(const char *id)
{
    const uint64_t hash = base_hash(id, strlen(id), 0);

    return hash ? hash : 1;
}

static uint64_t *slot_of(const store_ids *ids, uint64_t hash)
{
    size_t slot = (size_t)hash & (ids->room - 1);

    while (ids->at[slot] && ids->at[slot] != hash)
        slot = (slot + 1) & (ids->room - 1);
    return &ids->at[slot];
}

static bool has(const store_ids *ids, uint64_t hash)
{
    return ids->count > 0 && *slot_of(ids, hash) != 0;
}

/* From half full to an eighth. */
static bool widen(store_ids *ids)
{
    store_ids wide = {.count = ids->count, .room = ids->room ? 4 * ids->room : IDS_FIRST};

    wide.at = calloc(wide.room, sizeof *wide.at);
    if (!wide.at)
        return false;
    for (size_t i = 0; i < ids->room; i++)
        if (ids->at[i])
            *slot_of(&wide, ids->at[i]) = ids->at[i];
    free(ids->at);
    *ids = wide;
    return true;
}

bool store_ids_add(store_ids *ids, const char *id)
{
    uint64_t *slot;

    if (!id || !*id)
        return true;
    if (2 * (ids->count + 1) > ids->room && !widen(ids))
        return false;
    slot = slot_of(ids, hash_of(id));
    ids->count += *slot == 0;
    *slot = hash_of(id);
    return true;
}

void store_ids_release(store_ids *ids)
{
    free(ids->at);
    *ids = (store_ids){.at = NULL};
}

/* --- listing ------------------------------------------------------------------------ */

static int newest_first(const void *a, const void *b)
{
    return strcmp(((const store_run_id *)b)->text, ((const store_run_id *)a)->text);
}

static ear_status fail_errno(ear_error *err, const char *folder)
{
    return base_fail(err, EAR_E_IO, "'%s' cannot be read: %s", folder, strerror(errno));
}

/* A list that broke off would be taken for all there is. */
static ear_status gather(store_listing *out, DIR *entries, const char *folder,
                         const store_ids *without, ear_error *err)
{
    const char *name;
    store_run_id id;

    while ((name = store_folder_next(entries)))
        if (store_listing_id(&id, name) && !has(without, hash_of(id.text)) &&
            !store_listing_add(out, &id))
            return base_fail_memory(err);
    return errno ? fail_errno(err, folder) : EAR_OK;
}

ear_status store_listing_read_others(store_listing *out, const char *folder,
                                     const store_ids *without, ear_error *err)
{
    DIR *entries = opendir(folder);
    store_listing found = {0};
    ear_status status;

    if (!entries && errno == ENOENT) {
        *out = found;
        return EAR_OK;
    }
    if (!entries)
        return fail_errno(err, folder);
    status = gather(&found, entries, folder, without, err);
    closedir(entries);
    if (status != EAR_OK) {
        store_listing_release(&found);
        return status;
    }
    if (found.count)
        qsort(found.at, found.count, sizeof *found.at, newest_first);
    *out = found;
    return EAR_OK;
}

ear_status store_listing_read(store_listing *out, const char *folder, ear_error *err)
{
    const store_ids none = {.at = NULL};

    return store_listing_read_others(out, folder, &none, err);
}

void store_listing_release(store_listing *listing)
{
    free(listing->at);
    *listing = (store_listing){0};
}

bool store_listing_newest(store_run_id *out, const char *folder)
{
    DIR *entries = opendir(folder);
    const char *name;
    store_run_id id;

    *out = (store_run_id){""};
    while (entries && (name = store_folder_next(entries)))
        if (store_listing_id(&id, name) && strlen(id.text) == TIMED_RUN &&
            strspn(id.text, "0123456789-") >= 21 && strcmp(id.text, out->text) > 0)
            *out = id;
    if (entries)
        closedir(entries);
    return out->text[0] != '\0';
}
