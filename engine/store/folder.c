/* The texts of a pack that is a folder: by descriptors, so that no link is followed. */

#include "base/fail.h"
#include "store/file.h"
#include "store/gather.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_BYTES ((size_t)16 * 1024)

static ear_status fail_errno(ear_error *err, const char *path)
{
    const int reason = errno;
    const ear_status status =
        reason == ENOENT || reason == ENOTDIR ? EAR_E_NOT_FOUND : EAR_E_IO;

    return reason == ENOMEM ? base_fail_memory(err)
                            : base_fail(err, status, "'%s' cannot be read: %s", path,
                                        strerror(reason));
}

typedef struct open_file {
    int fd;
    const char *path; /* for messages */
    size_t size; /* that it says it has: only a hint, what is made room for at first */
} open_file;

/* Everything of an open file, within `most`. */
static ear_status read_all(char **out, size_t *length, const open_file *file, size_t most,
                           ear_error *err)
{
    base_bytes bytes = {0};

    base_bytes_reserve_large(&bytes, file->size + READ_BYTES);
    for (;;) {
        char *room = base_bytes_reserve(&bytes, READ_BYTES);
        if (!room)
            break;
        const ssize_t got = read(file->fd, room, bytes.room - bytes.length - 1);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            base_bytes_release(&bytes);
            return fail_errno(err, file->path);
        }
        bytes.length += (size_t)got;
        if (got == 0 || bytes.length > most)
            break;
    }
    if (bytes.failed) {
        base_bytes_release(&bytes);
        return base_fail_memory(err);
    }
    *length = bytes.length;
    if (bytes.length > most) {
        base_bytes_release(&bytes);
        return base_fail(err, EAR_E_LIMIT, "'%s' is larger than %zu bytes", file->path,
                         most);
    }
    bytes.at[bytes.length] = '\0';
    *out = bytes.at;
    return EAR_OK;
}

/* Reads the open file `fd` and closes it. */
static ear_status read_regular(char **out, size_t *length, int fd, const char *path,
                               size_t most, ear_error *err)
{
    struct stat about;
    ear_status status;

    if (fstat(fd, &about) != 0) {
        status = fail_errno(err, path);
    } else if (!S_ISREG(about.st_mode)) {
        status = base_fail(err, EAR_E_IO, "'%s' is no file", path);
    } else if (about.st_size > 0 && (size_t)about.st_size > most) {
        *length = (size_t)about.st_size;
        status = base_fail(err, EAR_E_LIMIT, "'%s' is larger than %zu bytes", path, most);
    } else {
        const open_file file = {fd, path, (size_t)about.st_size};
        status = read_all(out, length, &file, most, err);
    }
    close(fd);
    return status;
}

ear_status store_read_file(char **out, size_t *length, const char *path, size_t most,
                           ear_error *err)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

    if (fd < 0)
        return fail_errno(err, path);
    return read_regular(out, length, fd, path, most, err);
}

/* Adds one text; a link or a device of that name is passed over. */
static ear_status gather_file(store_gather *gather, int folder, const char *part,
                              const char *name)
{
    ear_error why = {.status = EAR_OK};
    char *bytes = NULL;
    size_t length = 0;
    const int fd =
        openat(folder, part, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);

    if (fd < 0)
        return errno == ELOOP || errno == ENXIO ? EAR_OK : fail_errno(gather->err, name);

    struct stat about;
    if (fstat(fd, &about) == 0 && !S_ISREG(about.st_mode)) {
        close(fd);
        return EAR_OK;
    }
    const ear_status status =
        read_regular(&bytes, &length, fd, name, store_text_most(gather), &why);
    if (status == EAR_OK || status == EAR_E_LIMIT)
        return store_gather_add(gather, name, bytes, length);
    if (gather->err)
        *gather->err = why;
    return status;
}

static bool is_folder(int folder, const char *part)
{
    struct stat about;

    return fstatat(folder, part, &about, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISDIR(about.st_mode);
}

static ear_status gather_folder(store_gather *gather, int folder, const char *before,
                                int depth);

static ear_status gather_entry(store_gather *gather, int folder, const char *part,
                               const char *before, int depth)
{
    char name[STORE_NAME_MOST + 2];
    const int length = snprintf(name, sizeof name, "%s%s", before, part);

    if (length < 0 || (size_t)length > STORE_NAME_MOST || !store_name_allowed(name))
        return EAR_OK;
    if (is_folder(folder, part)) {
        const bool wanted =
            depth > 0 || strcmp(part, "lib") == 0 || strcmp(part, "locale") == 0;
        if (!wanted || depth + 1 == STORE_DEPTH_MOST)
            return EAR_OK;
        const int inside =
            openat(folder, part, O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW);
        name[length] = '/';
        name[length + 1] = '\0';
        return inside < 0 ? fail_errno(gather->err, part)
                          : gather_folder(gather, inside, name, depth + 1);
    }
    return store_is_text(name) ? gather_file(gather, folder, part, name) : EAR_OK;
}

/* Takes over `folder`. */
static ear_status gather_folder(store_gather *gather, int folder, const char *before,
                                int depth)
{
    DIR *entries = fdopendir(folder);
    ear_status status = EAR_OK;

    if (!entries) {
        status = fail_errno(gather->err, before);
        close(folder);
        return status;
    }
    while (status == EAR_OK) {
        const char *part = store_folder_next(entries);

        if (!part) {
            status = errno ? fail_errno(gather->err, before) : EAR_OK;
            break;
        }
        status = store_gather_look(gather);
        if (status == EAR_OK)
            status = gather_entry(gather, dirfd(entries), part, before, depth);
    }
    closedir(entries);
    return status;
}

ear_status store_folder_gather(store_gather *gather, const char *path)
{
    const int folder = open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY);

    if (folder < 0)
        return fail_errno(gather->err, path);
    return gather_folder(gather, folder, "", 0);
}
