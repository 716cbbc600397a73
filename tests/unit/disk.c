#define _GNU_SOURCE /* RTLD_NEXT, O_TMPFILE, and the names that end in 64 */

#include "disk.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A test has to be heard by the calls somewhere. 0: nothing is refused. */
static atomic_size_t refused_at, asked;
static _Atomic(const char *) refused = "", only;

void disk_refuse(size_t n)
{
    if (n != 0) {
        asked = 0;
        refused = "";
    }
    refused_at = n;
}

void disk_refuse_only(const char *call)
{
    only = call;
}

size_t disk_asked(void)
{
    return asked;
}

const char *disk_refused(void)
{
    return refused;
}

static bool refuse(const char *call, int reason)
{
    const size_t at = refused_at;
    const char *wanted = only;

    if (at == 0 || (wanted && strcmp(wanted, call) != 0) ||
        atomic_fetch_add(&asked, 1) + 1 != at)
        return false;
    refused = call;
    errno = reason;
    return true;
}

/* Libraries ask for chance. */
static bool is_disk(const char *path)
{
    return strncmp(path, "/dev/", 5) != 0;
}

/* The C library's own. */
#define NEXT(name) ((__typeof__(&(name)))(intptr_t)dlsym(RTLD_NEXT, #name))

static mode_t mode_of(int flags, va_list more)
{
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
}

#define OPEN(name)                                                                       \
    int name(const char *path, int flags, ...)                                           \
    {                                                                                    \
        va_list more;                                                                    \
                                                                                         \
        va_start(more, flags);                                                           \
        const mode_t mode = mode_of(flags, more);                                        \
        va_end(more);                                                                    \
        return is_disk(path) && refuse("open", EIO) ? -1                                 \
                                                    : NEXT(name)(path, flags, mode);     \
    }

#define OPENAT(name)                                                                     \
    int name(int folder, const char *path, int flags, ...)                               \
    {                                                                                    \
        va_list more;                                                                    \
                                                                                         \
        va_start(more, flags);                                                           \
        const mode_t mode = mode_of(flags, more);                                        \
        va_end(more);                                                                    \
        return refuse("open", EIO) ? -1 : NEXT(name)(folder, path, flags, mode);         \
    }

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

int mkstemp(char *path)
{
    return refuse("open", EIO) ? -1 : NEXT(mkstemp)(path);
}

ssize_t read(int fd, void *bytes, size_t length)
{
    return refuse("read", EIO) ? -1 : NEXT(read)(fd, bytes, length);
}

ssize_t pread64(int fd, void *bytes, size_t length, off64_t at)
{
    return refuse("read", EIO) ? -1 : NEXT(pread64)(fd, bytes, length, at);
}

/* Half of it is written: that is how a disk fills up. */
ssize_t write(int fd, const void *bytes, size_t length)
{
    if (!refuse("write", ENOSPC))
        return NEXT(write)(fd, bytes, length);
    if (NEXT(write)(fd, bytes, length / 2) >= 0)
        errno = ENOSPC;
    return -1;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at)
{
    if (!refuse("write", ENOSPC))
        return NEXT(pwrite64)(fd, bytes, length, at);
    if (NEXT(pwrite64)(fd, bytes, length / 2, at) >= 0)
        errno = ENOSPC;
    return -1;
}

int fsync(int fd)
{
    (void)fd;
    return refuse("fsync", EIO) ? -1 : 0;
}

int fdatasync(int fd)
{
    (void)fd;
    return refuse("fsync", EIO) ? -1 : 0;
}

int ftruncate(int fd, off_t length)
{
    return refuse("ftruncate", EIO) ? -1 : NEXT(ftruncate)(fd, length);
}

int ftruncate64(int fd, off64_t length)
{
    return refuse("ftruncate", EIO) ? -1 : NEXT(ftruncate64)(fd, length);
}

int rename(const char *from, const char *to)
{
    return refuse("rename", EIO) ? -1 : NEXT(rename)(from, to);
}

int unlink(const char *path)
{
    return refuse("unlink", EIO) ? -1 : NEXT(unlink)(path);
}

int mkdir(const char *path, mode_t mode)
{
    return refuse("mkdir", EIO) ? -1 : NEXT(mkdir)(path, mode);
}

int stat(const char *path, struct stat *about)
{
    return refuse("stat", EIO) ? -1 : NEXT(stat)(path, about);
}

int fstat(int fd, struct stat *about)
{
    return refuse("fstat", EIO) ? -1 : NEXT(fstat)(fd, about);
}

DIR *opendir(const char *path)
{
    return refuse("opendir", EIO) ? NULL : NEXT(opendir)(path);
}

struct dirent *readdir(DIR *folder)
{
    return refuse("readdir", EIO) ? NULL : NEXT(readdir)(folder);
}
