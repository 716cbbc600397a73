#include "store/cache.h"
#include "base/hash.h"
#include "store/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC       UINT64_C(0x3148434143524145) /* "EARCACH1" */
#define PATH_MOST   4096
#define NAME_LENGTH 22 /* sixteen digits and ".image" */
#define IMAGE_MOST  (UINT64_C(4) << 30)
#define LOOKED_AT   ((size_t)4 * STORE_CACHE_KEPT) /* entries at a time */
#define NOTES_MOST  (UINT64_C(256) << 20)

typedef struct cache_head {
    uint64_t magic;
    uint64_t identity; /* bytes; they follow, then the notes, then the image */
    uint64_t notes;
    uint64_t image;
    uint64_t checksum; /* of notes and image */
} cache_head;

static uint64_t hash_all(const store_span *spans, size_t count)
{
    uint64_t hash = MAGIC;

    for (size_t i = 0; i < count; i++)
        hash = base_hash(spans[i].at, spans[i].length, hash);
    return hash;
}

static uint64_t length_all(const store_span *spans, size_t count)
{
    uint64_t length = 0;

    for (size_t i = 0; i < count; i++)
        length += spans[i].length;
    return length;
}

static bool entry_path(char *to, size_t room, const char *folder, uint64_t hash)
{
    const int length = snprintf(to, room, "%s/%016" PRIx64 ".image", folder, hash);

    return length > 0 && (size_t)length < room;
}

static bool read_exactly(int fd, void *to, size_t length)
{
    char *at = to;

    while (length > 0) {
        const ssize_t got = read(fd, at, length);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        length -= (size_t)got;
    }
    return true;
}

/* The next bytes of the file are those of the span. */
static bool same_span(int fd, store_span span, char *room, size_t room_bytes)
{
    const char *at = span.at;
    size_t left = span.length;

    while (left > 0) {
        const size_t part = left < room_bytes ? left : room_bytes;

        if (!read_exactly(fd, room, part) || memcmp(room, at, part) != 0)
            return false;
        at += part;
        left -= part;
    }
    return true;
}

static bool same_identity(int fd, const store_span *identity, size_t spans)
{
    const size_t room_bytes = (size_t)256 * 1024;
    char *room = malloc(room_bytes);
    bool same = room != NULL;

    for (size_t i = 0; same && i < spans; i++)
        same = same_span(fd, identity[i], room, room_bytes);
    free(room);
    return same;
}

/* What the head says fits the size of the file. */
static bool plausible(const cache_head *head, const struct stat *about, uint64_t identity)
{
    return head->magic == MAGIC && head->identity == identity &&
           head->notes <= NOTES_MOST && head->image <= IMAGE_MOST && head->image > 0 &&
           about->st_size >= 0 &&
           (uint64_t)about->st_size ==
               sizeof *head + head->identity + head->notes + head->image;
}

static bool read_contents(store_entry *out, int fd, const cache_head *head)
{
    char *notes = base_bytes_reserve(&out->notes, (size_t)head->notes);
    char *image = base_bytes_reserve_large(&out->image, (size_t)head->image);

    if (!notes || !image || !read_exactly(fd, notes, (size_t)head->notes) ||
        !read_exactly(fd, image, (size_t)head->image))
        return false;
    out->notes.length = (size_t)head->notes;
    out->image.length = (size_t)head->image;
    notes[out->notes.length] = image[out->image.length] = '\0';

    const store_span both[2] = {{notes, out->notes.length}, {image, out->image.length}};
    return hash_all(both, 2) == head->checksum;
}

static bool read_entry(store_entry *out, int fd, const store_span *identity, size_t spans)
{
    cache_head head;
    struct stat about;

    if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode) ||
        !read_exactly(fd, &head, sizeof head) ||
        !plausible(&head, &about, length_all(identity, spans)) ||
        !same_identity(fd, identity, spans))
        return false;
    if (read_contents(out, fd, &head))
        return true;
    base_bytes_release(&out->image);
    base_bytes_release(&out->notes);
    return false;
}

bool store_cache_get(store_entry *out, const char *folder, const store_span *identity,
                     size_t spans)
{
    char path[PATH_MOST];

    *out = (store_entry){0};
    if (!entry_path(path, sizeof path, folder, hash_all(identity, spans)))
        return false;
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return false;

    const bool found = read_entry(out, fd, identity, spans);
    if (found)
        futimens(fd, NULL); /* its age counts from its last use */
    close(fd);
    return found;
}

static bool write_entry(int fd, const store_span *identity, size_t spans,
                        const store_span contents[2])
{
    const cache_head head = {
        .magic = MAGIC,
        .identity = length_all(identity, spans),
        .notes = contents[0].length,
        .image = contents[1].length,
        .checksum = hash_all(contents, 2),
    };
    bool good = store_write_all(fd, &head, sizeof head);

    for (size_t i = 0; good && i < spans; i++)
        good = store_write_all(fd, identity[i].at, identity[i].length);
    for (size_t i = 0; good && i < 2; i++)
        good = store_write_all(fd, contents[i].at, contents[i].length);
    return good;
}

static bool is_entry(const char *name)
{
    return strlen(name) == NAME_LENGTH && strspn(name, "0123456789abcdef") == 16 &&
           strcmp(name + 16, ".image") == 0;
}

typedef struct aged {
    struct timespec used;
    char name[NAME_LENGTH + 1];
} aged;

static int newest_first(const void *a, const void *b)
{
    const struct timespec one = ((const aged *)a)->used;
    const struct timespec two = ((const aged *)b)->used;

    if (one.tv_sec != two.tv_sec)
        return one.tv_sec > two.tv_sec ? -1 : 1;
    return one.tv_nsec > two.tv_nsec ? -1 : one.tv_nsec < two.tv_nsec;
}

/* Looks at so many at a time; the next write looks again. */
static void prune(const char *folder)
{
    DIR *entries = opendir(folder);
    aged *found = calloc(LOOKED_AT, sizeof *found);
    const struct dirent *entry;
    size_t count = 0;

    while (entries && found && count < LOOKED_AT && (entry = readdir(entries))) {
        struct stat about;

        if (!is_entry(entry->d_name) ||
            fstatat(dirfd(entries), entry->d_name, &about, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        found[count].used = about.st_mtim;
        snprintf(found[count++].name, sizeof found->name, "%.22s", entry->d_name);
    }
    if (count > STORE_CACHE_KEPT) {
        qsort(found, count, sizeof *found, newest_first);
        for (size_t i = STORE_CACHE_KEPT; i < count; i++)
            unlinkat(dirfd(entries), found[i].name, 0);
    }
    free(found);
    if (entries)
        closedir(entries);
}

void store_cache_put(const char *folder, const store_span *identity, size_t spans,
                     store_span image, store_span notes)
{
    const store_span contents[2] = {notes, image};
    char path[PATH_MOST];
    char temporary[PATH_MOST];

    store_folder_make(folder);
    if (!entry_path(path, sizeof path, folder, hash_all(identity, spans)) ||
        snprintf(temporary, sizeof temporary, "%s/.new-XXXXXX", folder) >=
            (int)sizeof temporary)
        return;
    const int fd = mkstemp(temporary);
    if (fd < 0)
        return;

    bool good = write_entry(fd, identity, spans, contents);
    good &= close(fd) == 0;
    if (!good || rename(temporary, path) != 0)
        unlink(temporary);
    else
        prune(folder);
}
