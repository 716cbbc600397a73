#include "store/file.h"

#include "base/fail.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool store_path_join(char *out, size_t room, const char *folder, const char *name)
{
    const int length = snprintf(out, room, "%s/%s", folder, name);

    return length > 0 && (size_t)length < room;
}

static bool make_one(const char *path)
{
    return mkdir(path, 0700) == 0 || errno == EEXIST;
}

bool store_folder_make(const char *folder)
{
    char path[STORE_PATH_MOST];

    if (snprintf(path, sizeof path, "%s", folder) >= (int)sizeof path) {
        errno = ENAMETOOLONG;
        return false;
    }
    for (char *at = path + 1; *at; at++) {
        if (*at != '/')
            continue;
        *at = '\0';
        make_one(path); /* the last one tells what is wrong */
        *at = '/';
    }
    return make_one(path);
}

bool store_folder_sync(const char *folder)
{
    const int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return false;
    /* Some file systems know no such thing; there names last by themselves. */
    const bool good = fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP;
    const int reason = errno;
    close(fd);
    errno = reason;
    return good;
}

const char *store_folder_next(DIR *entries)
{
    errno = 0;

    const struct dirent *entry = readdir(entries);
    return entry ? entry->d_name : NULL;
}

bool store_write_all(int fd, const void *bytes, size_t length)
{
    const char *at = bytes;

    while (length > 0) {
        const ssize_t wrote = write(fd, at, length);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote == 0)
            errno = ENOSPC;
        if (wrote <= 0)
            return false;
        at += wrote;
        length -= (size_t)wrote;
    }
    return true;
}

bool store_write_all_at(int fd, const void *bytes, size_t length, off_t at)
{
    return lseek(fd, at, SEEK_SET) == at && store_write_all(fd, bytes, length);
}

/* Into the temporary file; it is closed either way. */
static bool fill(int fd, const void *bytes, size_t length)
{
    const bool good = store_write_all(fd, bytes, length) && fsync(fd) == 0;
    const int reason = errno;
    const bool closed = close(fd) == 0;

    if (!good)
        errno = reason;
    return good && closed;
}

static bool sync_folder_of(const char *path)
{
    char folder[STORE_PATH_MOST];
    const char *slash = strrchr(path, '/');

    if (!slash)
        return store_folder_sync(".");
    snprintf(folder, sizeof folder, "%.*s", slash == path ? 1 : (int)(slash - path),
             path);
    return store_folder_sync(folder);
}

ear_status store_file_put(const char *path, const void *bytes, size_t length,
                          ear_error *err)
{
    char temporary[STORE_PATH_MOST];
    int fd = -1;

    if (snprintf(temporary, sizeof temporary, "%s.XXXXXX", path) >= (int)sizeof temporary)
        errno = ENAMETOOLONG;
    else
        fd = mkstemp(temporary);
    if (fd >= 0 && fill(fd, bytes, length) && rename(temporary, path) == 0 &&
        sync_folder_of(path))
        return EAR_OK;

    const int reason = errno;
    if (fd >= 0)
        unlink(temporary);
    return base_fail(err, EAR_E_IO, "'%s' cannot be written: %s", path, strerror(reason));
}
