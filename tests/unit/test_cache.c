#define _GNU_SOURCE /* mkdtemp, nftw */

#include "store/cache.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static int set_up(void **state)
{
    char *folder = malloc(64);

    if (!folder)
        return -1;
    snprintf(folder, 64, "/tmp/earshot-cache-XXXXXX");
    *state = folder;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *about, int kind,
                      struct FTW *at)
{
    (void)about;
    (void)kind;
    (void)at;
    return remove(path);
}

static int tear_down(void **state)
{
    chmod(*state, 0700);
    nftw(*state, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(*state);
    return 0;
}

static void put(const char *folder, const char *source, const char *image)
{
    const store_span identity[2] = {{"v1", 3}, {source, strlen(source)}};

    store_cache_put(folder, identity, 2, (store_span){image, strlen(image)},
                    (store_span){"notes", 5});
}

static bool get(const char *folder, const char *source, const char *image)
{
    const store_span identity[2] = {{"v1", 3}, {source, strlen(source)}};
    store_entry entry;

    if (!store_cache_get(&entry, folder, identity, 2))
        return false;
    assert_int_equal(entry.image.length, strlen(image));
    assert_memory_equal(entry.image.at, image, strlen(image));
    assert_string_equal(base_bytes_string(&entry.notes), "notes");
    base_bytes_release(&entry.image);
    base_bytes_release(&entry.notes);
    return true;
}

/* The path of the only entry, or of the n-th as the folder lists them. */
static size_t count_entries(const char *folder, char *path, size_t room)
{
    DIR *entries = opendir(folder);
    const struct dirent *entry;
    size_t count = 0;

    assert_non_null(entries);
    while ((entry = readdir(entries)))
        if (entry->d_name[0] != '.') {
            count++;
            if (path)
                assert_true(snprintf(path, room, "%s/%s", folder, entry->d_name) <
                            (int)room);
        }
    closedir(entries);
    return count;
}

static void what_was_put_is_got(void **state)
{
    assert_false(get(*state, "a", "image"));
    put(*state, "a", "image");
    assert_true(get(*state, "a", "image"));
    assert_false(get(*state, "b", "image"));
    put(*state, "a", "another");
    assert_true(get(*state, "a", "another"));
    assert_int_equal(count_entries(*state, NULL, 0), 1);
}

static void folders_on_the_way_are_made(void **state)
{
    char folder[128];

    snprintf(folder, sizeof folder, "%s/deep/er", (const char *)*state);
    put(folder, "a", "image");
    assert_true(get(folder, "a", "image"));
}

static void an_entry_under_anothers_name_is_not_taken(void **state)
{
    char of_a[256], of_b[256];

    put(*state, "b", "image of b");
    count_entries(*state, of_b, sizeof of_b);
    unlink(of_b);
    put(*state, "a", "image of a");
    count_entries(*state, of_a, sizeof of_a);
    assert_int_equal(rename(of_a, of_b), 0);
    assert_false(get(*state, "b", "image of a"));
}

static void a_damaged_entry_is_not_taken(void **state)
{
    char path[256];
    char bytes[512];

    put(*state, "a", "image");
    count_entries(*state, path, sizeof path);
    const int fd = open(path, O_RDWR);
    const ssize_t length = read(fd, bytes, sizeof bytes);
    assert_true(length > 40);
    for (ssize_t at = 0; at < length; at++) {
        const char turned = (char)~bytes[at];

        assert_int_equal(pwrite(fd, &turned, 1, at), 1);
        assert_false(get(*state, "a", "image"));
        assert_int_equal(pwrite(fd, &bytes[at], 1, at), 1);
    }
    assert_true(get(*state, "a", "image"));
    for (off_t cut = 0; cut < length; cut += 7) {
        assert_int_equal(ftruncate(fd, cut), 0);
        assert_false(get(*state, "a", "image"));
    }
    close(fd);
}

static void a_folder_that_cannot_be_written_is_no_error(void **state)
{
    char folder[128];

    snprintf(folder, sizeof folder, "%s/file", (const char *)*state);
    close(open(folder, O_CREAT | O_WRONLY, 0600)); /* a file where a folder should be */
    put(folder, "a", "image");
    assert_false(get(folder, "a", "image"));
    put("/proc/nothing", "a", "image");
    assert_false(get("/proc/nothing", "a", "image"));
}

static void only_the_newest_entries_are_kept(void **state)
{
    char source[32];

    for (int i = 0; i < STORE_CACHE_KEPT + 10; i++) {
        snprintf(source, sizeof source, "source %d", i);
        put(*state, source, "image");
    }
    assert_int_equal(count_entries(*state, NULL, 0), STORE_CACHE_KEPT);
    assert_true(get(*state, source, "image"));
    assert_false(get(*state, "source 0", "image"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_put_is_got, set_up, tear_down),
        cmocka_unit_test_setup_teardown(folders_on_the_way_are_made, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_entry_under_anothers_name_is_not_taken, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_damaged_entry_is_not_taken, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_written_is_no_error,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_the_newest_entries_are_kept, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
