/*
 * Disks that refuse: every write and every sync of a run fails once, in turn. Linked with
 * write, fdatasync, fsync and rename wrapped.
 */
#define _GNU_SOURCE /* mkdtemp, nftw */

#include "run_kit.h"

#include "store/file.h"
#include "store/pack.h"

#include <errno.h>
#include <stdatomic.h>

ssize_t __real_write(int fd, const void *bytes, size_t length);
int __real_fdatasync(int fd);
int __real_fsync(int fd);
int __real_rename(const char *from, const char *to);
ssize_t __wrap_write(int fd, const void *bytes, size_t length);
int __wrap_fdatasync(int fd);
int __wrap_fsync(int fd);
int __wrap_rename(const char *from, const char *to);

/* Heard by the journal's thread as well. 0: nothing is refused. */
static atomic_int refused_at, asked;

static bool refuse(void)
{
    const int at = refused_at;

    if (at == 0 || atomic_fetch_add(&asked, 1) + 1 != at)
        return false;
    errno = ENOSPC;
    return true;
}

/* Half of it is written: that is how a disk fills up. */
ssize_t __wrap_write(int fd, const void *bytes, size_t length)
{
    if (!refuse())
        return __real_write(fd, bytes, length);
    if (__real_write(fd, bytes, length / 2) < 0)
        return -1;
    errno = ENOSPC;
    return -1;
}

int __wrap_fdatasync(int fd)
{
    return refuse() ? -1 : __real_fdatasync(fd);
}

int __wrap_fsync(int fd)
{
    return refuse() ? -1 : __real_fsync(fd);
}

int __wrap_rename(const char *from, const char *to)
{
    return refuse() ? -1 : __real_rename(from, to);
}

static void refuse_the(int n)
{
    asked = 0;
    refused_at = n;
}

/* Plays with refusal `n`; how often trouble was told. */
static int play_refused(const folder *f, int n, store_run_id *id)
{
    const store_start start = kit_start(NULL);
    store_journal *journal = NULL;
    ear_error err = {0};
    int told = 0;

    refuse_the(n);
    assert_int_equal(store_journal_begin(&journal, f->runs, &start, NULL), EAR_OK);
    for (int i = 0; i < 4; i++) {
        kit_reply(journal, "a/one", 11);
        told += !store_journal_wait(journal, &err);
    }
    refused_at = 0;
    *id = store_journal_id(journal);
    assert_true(store_journal_close(journal, NULL));
    if (told)
        assert_non_null(strstr(err.message, "No space left"));
    return told;
}

static void a_refusal_is_told_once_and_nothing_is_missing_in_the_end(void **state)
{
    int n = 1;
    bool all = false;

    for (; !all; n++) {
        store_run_id id;
        const int told = play_refused(*state, n, &id);
        store_run *run = kit_read(*state, id);

        assert_int_equal(run->replies, 4);
        assert_null(run->word);
        all = asked < n;
        assert_int_equal(told, all ? 0 : 1);
        store_run_free(run);
    }
    assert_true(n > 10);
}

/* While it is refused every time, the file never has a torn line for long. */
static void a_disk_that_stays_full_keeps_what_was_safe(void **state)
{
    const folder *f = *state;
    const store_start start = kit_start(NULL);
    store_journal *journal = NULL;
    int told = 0;

    assert_int_equal(store_journal_begin(&journal, f->runs, &start, NULL), EAR_OK);
    kit_reply(journal, "a/one", 11);
    assert_true(store_journal_wait(journal, NULL));
    const store_run_id id = store_journal_id(journal);
    for (int i = 0; i < 5; i++) {
        refuse_the(1);
        kit_reply(journal, "a/two", 12);
        told += !store_journal_wait(journal, NULL);

        store_run *run = kit_read(f, id);
        assert_int_equal(run->replies, 1);
        assert_null(run->word);
        store_run_free(run);
    }
    assert_int_equal(told, 1);
    refuse_the(1);
    assert_true(store_journal_close(journal, NULL)); /* it has been told */
    refuse_the(0);
}

static void a_whole_file_is_the_old_one_or_the_new_one(void **state)
{
    const folder *f = *state;
    char path[100];
    bool all = false;

    snprintf(path, sizeof path, "%s/whole", f->data);
    assert_int_equal(store_file_put(path, "old", 3, NULL), EAR_OK);
    for (int n = 1; !all; n++) {
        char *bytes = NULL;
        size_t length;
        ear_error err = {0};

        refuse_the(n);
        const ear_status status = store_file_put(path, "new!", 4, &err);
        all = asked < n;
        refuse_the(0);
        assert_int_equal(status, all ? EAR_OK : EAR_E_IO);
        assert_int_equal(store_read_file(&bytes, &length, path, 100, NULL), EAR_OK);
        assert_true(strcmp(bytes, "new!") == 0 || (!all && strcmp(bytes, "old") == 0));
        free(bytes);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, kit_set_up, kit_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_refusal_is_told_once_and_nothing_is_missing_in_the_end),
        TEST(a_disk_that_stays_full_keeps_what_was_safe),
        TEST(a_whole_file_is_the_old_one_or_the_new_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
