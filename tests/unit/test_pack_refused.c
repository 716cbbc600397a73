/*
 * Packs and the cache where memory and disks refuse: each allocation and each call to the
 * disk of opening one fails once, in turn. A pack is opened whole or not at all, and the
 * cache has the right bytes or none.
 */
#define _GNU_SOURCE

#include "disk.h"
#include "place.h"
#include "refusal.h"

#include "store/cache.h"

typedef struct wanted {
    const char *path;
    size_t texts;
} wanted;

static ear_status open_it(void *user, ear_error *err)
{
    const wanted *want = user;
    store_pack *pack = NULL;
    const ear_status status = store_pack_open(&pack, want->path, false, err);

    if (status != EAR_OK)
        return status;
    assert_int_equal(pack->count, want->texts);
    for (size_t i = 0; i < pack->count; i++)
        assert_non_null(pack->files[i].bytes);
    store_pack_free(pack);
    return EAR_OK;
}

/* PhysFS takes a zip of which it cannot read the beginning for none. */
static bool told_well(ear_status status, const ear_error *err)
{
    return err->message[0] &&
           (status == EAR_E_IO ||
            (status == EAR_E_FORMAT && strcmp(disk_refused(), "read") == 0));
}

/* How many of the calls ended it. */
static size_t refuse_each_call(wanted *want)
{
    size_t failures = 0;
    bool all = false;

    for (size_t n = 1; !all; n++) {
        ear_error err = {.status = EAR_OK};

        disk_refuse(n);
        const ear_status status = open_it(want, &err);
        all = disk_asked() < n;
        disk_refuse(0);
        if (status != EAR_OK && !told_well(status, &err))
            fail_msg("%s: call %zu (%s): %s: %s", want->path, n, disk_refused(),
                     ear_status_name(status), err.message);
        failures += status != EAR_OK;
    }
    return failures;
}

static void make_pack(place *here)
{
    static const char *const names[] = {"pack.lua", "one.lua", "two.lua", "lib/x.lua",
                                        "locale/de.po"};

    make(here, "lib");
    make(here, "locale");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        write_file(here, names[i], "text");
}

static void copy_zip(place *here, const char *name, const char *as)
{
    char path[600], *bytes = NULL;
    size_t length;

    snprintf(path, sizeof path, "%s/%s", TEST_ZIPS, name);
    assert_int_equal(store_read_file(&bytes, &length, path, 1 << 20, NULL), EAR_OK);
    write_bytes(here, as, bytes, length);
    free(bytes);
}

static void a_pack_is_opened_whole_or_not_at_all(void **state)
{
    place *here = *state;
    char one[512], zip[512];

    make_pack(here);
    snprintf(one, sizeof one, "%s", in(here, "one.lua"));
    wanted cases[] = {{here->folder, 5}, {one, 5}};
    for (size_t i = 0; i < 2; i++) {
        assert_true(refusal_sweep(open_it, &cases[i]) > 10);
        assert_true(refuse_each_call(&cases[i]) > 10);
    }
    snprintf(zip, sizeof zip, "%s", in(here, "pack.lua"));
    assert_int_equal(unlink(zip), 0);
    cases[1].texts = 1; /* the file alone */
    assert_true(refusal_sweep(open_it, &cases[1]) > 3);
    assert_true(refuse_each_call(&cases[1]) >= 3);
}

static void a_zip_is_opened_whole_or_not_at_all(void **state)
{
    static const char *const names[] = {"flat", "folder", "stored"};
    place *here = *state;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        store_pack *pack = NULL;
        wanted want;

        copy_zip(here, names[i], "a.zip");
        want.path = in(here, "a.zip");
        assert_int_equal(store_pack_open(&pack, want.path, false, NULL), EAR_OK);
        want.texts = pack->count;
        store_pack_free(pack);
        assert_true(refusal_sweep(open_it, &want) > 3);
        assert_true(refuse_each_call(&want) > 3);
    }
}

/* --- the cache ---------------------------------------------------------------------- */

static const store_span identity[] = {{"one", 3}, {"and another", 11}};

/* True: it is there, and right. */
static bool cached(const char *folder)
{
    store_entry entry;

    if (!store_cache_get(&entry, folder, identity, 2))
        return false;
    assert_int_equal(entry.image.length, 5);
    assert_memory_equal(entry.image.at, "image", 5);
    assert_int_equal(entry.notes.length, 2);
    base_bytes_release(&entry.image);
    base_bytes_release(&entry.notes);
    return true;
}

static void put(const char *folder)
{
    store_cache_put(folder, identity, 2, (store_span){"image", 5}, (store_span){"no", 2});
}

static ear_status put_and_get(void *user, ear_error *err)
{
    (void)err;
    put(user);
    cached(user);
    return EAR_OK;
}

static void the_cache_has_the_right_bytes_or_none(void **state)
{
    place *here = *state;
    char folder[512];
    bool all = false;
    size_t missing = 0;

    snprintf(folder, sizeof folder, "%s", in(here, "cache"));
    for (size_t n = 1; !all; n++) {
        nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
        disk_refuse(n);
        put(folder);
        missing += !cached(folder);
        all = disk_asked() < n;
        disk_refuse(0);
        put(folder);
        assert_true(cached(folder));
    }
    assert_true(missing > 5);
    refusal_sweep(put_and_get, folder);
    assert_true(cached(folder));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(a_pack_is_opened_whole_or_not_at_all),
        PLACE_TEST(a_zip_is_opened_whole_or_not_at_all),
        PLACE_TEST(the_cache_has_the_right_bytes_or_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
