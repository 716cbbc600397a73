#ifndef EARSHOT_TEST_PLACE_H
#define EARSHOT_TEST_PLACE_H

/* A folder for one test, and packs opened from it. Includers define _GNU_SOURCE (mkdtemp,
 * nftw). */

#include "base/hash.h"
#include "store/pack.h"

#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct place {
    char folder[64];
    char path[512];
} place;

static inline int set_up(void **state)
{
    place *here = calloc(1, sizeof *here);

    if (!here)
        return -1;
    snprintf(here->folder, sizeof here->folder, "/tmp/earshot-pack-XXXXXX");
    *state = here;
    return mkdtemp(here->folder) ? 0 : -1;
}

static inline int remove_one(const char *path, const struct stat *about, int kind,
                             struct FTW *at)
{
    (void)about;
    (void)kind;
    (void)at;
    return remove(path);
}

static inline int tear_down(void **state)
{
    place *here = *state;

    nftw(here->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(here);
    return 0;
}

static inline const char *in(place *here, const char *name)
{
    snprintf(here->path, sizeof here->path, "%s/%s", here->folder, name);
    return here->path;
}

static inline void write_bytes(place *here, const char *name, const void *bytes,
                               size_t length)
{
    FILE *file = fopen(in(here, name), "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static inline void write_file(place *here, const char *name, const char *text)
{
    write_bytes(here, name, text, strlen(text));
}

static inline void make(place *here, const char *folder)
{
    assert_int_equal(mkdir(in(here, folder), 0700), 0);
}

static inline store_pack *open_ok(const char *path)
{
    store_pack *pack = NULL;
    ear_error err = {.message = ""};

    if (store_pack_open(&pack, path, false, &err) != EAR_OK)
        fail_msg("%s: %s", path, err.message);
    return pack;
}

static inline void assert_refused(const char *path, ear_status status)
{
    store_pack *pack = NULL;
    ear_error err = {.message = ""};
    const ear_status got = store_pack_open(&pack, path, false, &err);

    if (got != status)
        fail_msg("%s: %s (%s)", path, ear_status_name(got), err.message);
    assert_null(pack);
    assert_true(err.message[0] != '\0');
}

static inline void assert_text(const store_pack *pack, const char *name, const char *text)
{
    const store_file *file = store_pack_find(pack, name);

    if (!file)
        fail_msg("no '%s'", name);
    assert_string_equal(file->bytes, text);
    assert_int_equal(file->length, strlen(text));
    assert_true(file->hash == base_hash(text, strlen(text), 0));
}

#define PLACE_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
