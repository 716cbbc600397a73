/* Which of the saved runs. */
#include "base/fail.h"
#include "store/listing.h"
#include "store/run.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static ear_status several(const char *id, ear_error *err)
{
    return base_fail(err, EAR_E_NOT_FOUND,
                     "several saved runs begin with '%.60s'; 'earshot runs' lists them",
                     id);
}

/* Without the ending that the file has: an id may be copied from a folder's listing. */
static size_t stem(const char *id)
{
    const size_t length = strlen(id);

    return length > 4 && strcmp(id + length - 4, ".run") == 0 ? length - 4 : length;
}

ear_status store_run_find(char *out, size_t room, const char *folder, const char *id,
                          ear_error *err)
{
    store_listing all;
    const store_run_id *found = NULL;
    const size_t length = stem(id);
    ear_status status = store_listing_read(&all, folder, err);

    if (status != EAR_OK)
        return status;
    for (size_t i = 0; i < all.count && status == EAR_OK; i++) {
        if (strncmp(all.at[i].text, id, length) != 0)
            continue;
        if (all.at[i].text[length] == '\0') {
            found = &all.at[i];
            break;
        }
        if (found)
            status = several(id, err);
        found = &all.at[i];
    }
    if (status == EAR_OK && (!found || !*id))
        status =
            base_fail(err, EAR_E_NOT_FOUND,
                      "there is no saved run '%.60s'; 'earshot runs' lists them", id);
    if (status == EAR_OK && !store_listing_path(out, room, folder, found->text))
        status = base_fail(err, EAR_E_IO, "the name of the folder is too long");
    store_listing_release(&all);
    return status;
}

static bool same(const char *wanted, const char *own)
{
    return !wanted || strcmp(wanted, own ? own : "") == 0;
}

bool store_run_fits(const store_run *run, const store_which *which)
{
    if (!which)
        return true;
    if (!same(which->pack, run->start.pack) ||
        !same(which->scenario, run->start.scenario) ||
        !same(which->learner, run->start.learner))
        return false;
    return !which->path || run->start.pack[0] || same(which->path, run->start.path);
}

/* Another program that plays it holds a lock on it. */
static bool being_played(const char *path)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return false;
    const bool locked = flock(fd, LOCK_SH | LOCK_NB) != 0;
    close(fd);
    return locked;
}

ear_status store_run_if_unfinished(store_run **run, const char *folder, const char *id,
                                   const store_which *which, ear_error *err)
{
    char path[STORE_PATH_MOST];
    store_run *read = NULL;

    if (!store_listing_path(path, sizeof path, folder, id))
        return EAR_OK;
    const ear_status status = store_run_read(&read, path, err);

    if (status == EAR_E_NOMEM)
        return status;
    if (status != EAR_OK)
        return EAR_OK;
    if (!read->ended && store_run_fits(read, which) && !being_played(path))
        *run = read;
    else
        store_run_free(read);
    return EAR_OK;
}

ear_status store_run_each_unfinished(const char *folder, const store_which *which,
                                     size_t look, store_run_seen *each, void *user,
                                     ear_error *err)
{
    store_listing all;
    ear_status status = store_listing_read(&all, folder, err);
    bool on = status == EAR_OK;

    if (!on)
        return status;
    for (size_t i = 0; on && i < all.count && (look == 0 || i < look); i++) {
        store_run *run = NULL;

        status = store_run_if_unfinished(&run, folder, all.at[i].text, which, err);
        on = status == EAR_OK;
        if (run)
            on = each(user, run);
    }
    store_listing_release(&all);
    return status;
}

static bool take_first(void *user, store_run *run)
{
    *(store_run **)user = run;
    return false;
}

ear_status store_run_unfinished(store_run **out, const char *folder,
                                const store_which *which, ear_error *err)
{
    store_run *found = NULL;
    const ear_status status = store_run_each_unfinished(folder, which, STORE_LOOK_BACK,
                                                        take_first, &found, err);

    *out = found;
    return status;
}
