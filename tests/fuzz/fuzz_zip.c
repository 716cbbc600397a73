/*
 * Any bytes as a pack that is a zip: its texts, or a refusal with words. What is taken
 * has names that a pack may have, and stays within what a pack may hold.
 */
#include "store/gather.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const store_gather *gather)
{
    size_t all = 0;

    for (size_t i = 0; i < gather->count; i++) {
        const store_file *one = &gather->files[i];

        if (!store_name_allowed(one->name) || !store_is_text(one->name))
            abort();
        if (one->bytes &&
            (one->length > STORE_TEXT_MOST || one->bytes[one->length] != '\0'))
            abort();
        all += one->bytes ? one->length : 0;
    }
    if (all > STORE_ALL_MOST || gather->count > STORE_FILES_MOST)
        abort();
}

/* A file as a person would give it, in memory where there is a place for such. */
static void write_pack(char *path, size_t room, const uint8_t *data, size_t size)
{
    const char *folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";

    snprintf(path, room, "%s/earshot-fuzz-%ld.zip", folder, (long)getpid());

    const int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size || close(fd) != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    ear_error err = {0};
    store_gather gather = {.err = &err};

    write_pack(path, sizeof path, data, size);
    if (store_zip_gather(&gather, path) == EAR_OK)
        check(&gather);
    else if (!err.message[0] || err.status == EAR_OK)
        abort();
    store_gather_release(&gather);
    unlink(path);
    return 0;
}
