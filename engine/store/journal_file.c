#include "store/journal_file.h"

#include "base/fail.h"
#include "store/listing.h"
#include "store/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#define TRIES 16 /* at a name that nobody has */

static ear_status fail_errno(ear_error *err, const char *what, const char *path)
{
    return base_fail(err, EAR_E_IO, "%s '%s': %s", what, path, strerror(errno));
}

/* --- a name ------------------------------------------------------------------------- */

/* Six letters and digits of chance, none of them easily taken for another. */
static void put_chance(char out[7])
{
    static const char letters[] = "23456789abcdefghjkmnpqrstuvwxyz";
    unsigned char bytes[6] = {0};

    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        snprintf((char *)bytes, sizeof bytes, "%x", (unsigned)getpid());
    for (int i = 0; i < 6; i++)
        out[i] = letters[bytes[i] % (sizeof letters - 1)];
    out[6] = '\0';
}

/* "2026-11-27-132305123" */
static bool put_time(char out[32], int64_t ms)
{
    const time_t seconds = (time_t)(ms / 1000);
    struct tm parts;
    char day[18];

    return gmtime_r(&seconds, &parts) &&
           strftime(day, sizeof day, "%Y-%m-%d-%H%M%S", &parts) == 17 &&
           snprintf(out, 32, "%s%03d", day, (int)(ms % 1000)) == 20;
}

/* The time that an id bears, in ms; 0: none. */
static int64_t time_of(const char *id)
{
    int y, month, d, h, m, s, ms;

    if (sscanf(id, "%4d-%2d-%2d-%2d%2d%2d%3d", &y, &month, &d, &h, &m, &s, &ms) != 7)
        return 0;

    /* Days since 1970 by the civil calendar (Hinnant): mktime would ask for a time zone.
     */
    const int64_t year = y - (month <= 2);
    const int64_t era = year / 400;
    const int64_t of_era = year - era * 400;
    const int64_t day = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    const int64_t days =
        era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + day - 719468;

    return (((days * 24 + h) * 60 + m) * 60 + s) * 1000 + ms;
}

/* Runs sort by their names; so a clock that was set back must not show in them. */
static int64_t later_than_all(const char *folder)
{
    struct timespec clock = {0};
    store_run_id newest;

    clock_gettime(CLOCK_REALTIME, &clock);

    const int64_t now = (int64_t)clock.tv_sec * 1000 + clock.tv_nsec / 1000000;
    const int64_t last = store_listing_newest(&newest, folder) ? time_of(newest.text) : 0;

    return last >= now ? last + 1 : now;
}

ear_status journal_file_name(journal_file *file, ear_error *err)
{
    char when[32], chance[7];

    if (!put_time(when, later_than_all(file->folder)))
        return base_fail(err, EAR_E_IO, "the clock cannot be read");
    put_chance(chance);
    snprintf(file->id.text, sizeof file->id.text, "%.20s-%s", when, chance);
    if (!store_listing_path(file->path, sizeof file->path, file->folder, file->id.text))
        return base_fail(err, EAR_E_IO, "the name of the folder '%.200s' is too long",
                         file->folder);
    return EAR_OK;
}

/* --- the file ----------------------------------------------------------------------- */

static bool lock(int fd)
{
    return flock(fd, LOCK_EX | LOCK_NB) == 0;
}

ear_status journal_file_make(journal_file *file, ear_error *err)
{
    ear_status status = EAR_OK;

    if (!store_folder_make(file->folder))
        return fail_errno(err, "no folder can be made at", file->folder);
    for (int i = 0; i < TRIES && status == EAR_OK; i++) {
        status = journal_file_name(file, err);
        if (status != EAR_OK)
            return status;
        file->fd = open(file->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (file->fd >= 0 || errno != EEXIST)
            break;
    }
    if (file->fd < 0)
        return fail_errno(err, "the file cannot be made:", file->path);
    lock(file->fd); /* nobody else knows it yet */
    file->safe = 0;
    return EAR_OK;
}

void journal_file_unmake(journal_file *file)
{
    unlink(file->path);
    journal_file_close(file);
}

/* "ID.damaged" beside "ID.run". */
static ear_status keep_damaged(const char *path, ear_error *err)
{
    char beside[STORE_PATH_MOST];
    const char *dot = strrchr(path, '.');
    char *bytes = NULL;
    size_t length = 0;
    ear_status status;

    if (snprintf(beside, sizeof beside, "%.*s.damaged",
                 dot ? (int)(dot - path) : (int)strlen(path), path) >= (int)sizeof beside)
        return base_fail(err, EAR_E_IO, "the name '%.200s' is too long", path);
    status = store_read_file(&bytes, &length, path, SIZE_MAX / 4, err);
    if (status == EAR_OK)
        status = store_file_put(beside, bytes, length, err);
    free(bytes);
    return status;
}

ear_status journal_file_open(journal_file *file, const char *path, off_t good,
                             bool damaged, ear_error *err)
{
    const int fd = open(path, O_WRONLY | O_CLOEXEC);
    ear_status status = EAR_OK;

    if (fd < 0)
        return fail_errno(err, "the file cannot be opened:", path);
    if (!lock(fd))
        status = base_fail(err, EAR_E_STATE, "another Earshot is playing this run");
    else if (damaged)
        status = keep_damaged(path, err);
    if (status == EAR_OK && ftruncate(fd, good) != 0)
        status = fail_errno(err, "the file cannot be cut to what holds:", path);
    if (status != EAR_OK) {
        close(fd);
        return status;
    }
    snprintf(file->path, sizeof file->path, "%s", path);
    file->fd = fd;
    file->safe = good;
    file->named = true;
    return EAR_OK;
}

/* What was not made safe would be read as a torn line. If the disk refuses this too, the
 * reader drops it. */
static void cut(const journal_file *file)
{
    if (ftruncate(file->fd, file->safe) != 0)
        return;
}

static ear_status add(journal_file *file, const base_bytes *lines, ear_error *err)
{
    if (!store_write_all_at(file->fd, lines->at, lines->length, file->safe) ||
        fdatasync(file->fd) != 0)
        return fail_errno(err, "the file refused:", file->path);
    if (!file->named && !store_folder_sync(file->folder))
        return fail_errno(err, "the folder refused:", file->folder);
    file->named = true;
    return EAR_OK;
}

ear_status journal_file_add(journal_file *file, const base_bytes *lines, ear_error *err)
{
    const ear_status status = add(file, lines, err);

    if (status == EAR_OK)
        file->safe += (off_t)lines->length;
    else
        cut(file);
    return status;
}

void journal_file_close(journal_file *file)
{
    if (file->fd >= 0)
        close(file->fd);
    file->fd = -1;
}
