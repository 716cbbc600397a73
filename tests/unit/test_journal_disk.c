/*
 * Disks that refuse: each call of a run's, and of putting a whole file, fails once, in
 * turn.
 */
#define _GNU_SOURCE /* mkdtemp, nftw */

#include "disk.h"
#include "run_kit.h"

#include "store/file.h"
#include "store/pack.h"

/* Plays with refusal `n`; how often trouble was told. */
static int play_refused(const folder *f, size_t n, store_run_id *id)
{
    const store_start start = kit_start(NULL);
    store_journal *journal = NULL;
    ear_error err = {0};
    int told = 0;

    disk_refuse(n);
    assert_int_equal(store_journal_begin(&journal, f->runs, &start, NULL), EAR_OK);
    for (int i = 0; i < 4; i++) {
        kit_reply(journal, "a/one", 11);
        told += !store_journal_wait(journal, &err);
    }
    disk_refuse(0);
    *id = store_journal_id(journal);
    assert_true(store_journal_close(journal, NULL));
    if (told && strcmp(disk_refused(), "write") == 0)
        assert_non_null(strstr(err.message, "No space left"));
    assert_true(!told || err.message[0]);
    return told;
}

/* Looking for the newest run only makes names sort when the clock was set back; folders
 * on the way may be there already. */
static bool got_over(const char *call)
{
    static const char *const calls[] = {"opendir", "readdir", "mkdir"};

    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        if (strcmp(call, calls[i]) == 0)
            return true;
    return false;
}

static void a_refusal_is_told_once_and_nothing_is_missing_in_the_end(void **state)
{
    size_t n = 1;
    bool all = false;

    kit_play(*state, NULL); /* what is drawn or opened once in a program's life */
    for (; !all; n++) {
        store_run_id id;
        const int told = play_refused(*state, n, &id);
        store_run *run = kit_read(*state, id);

        assert_int_equal(run->replies, 4);
        assert_null(run->word);
        all = disk_asked() < n;
        if (all ? told > 0 : told > 1 || (!told && !got_over(disk_refused())))
            fail_msg("%s refused was told %d times", disk_refused(), told);
        unlink(run->path); /* the next one finds as many */
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
        disk_refuse(1);
        kit_reply(journal, "a/two", 12);
        told += !store_journal_wait(journal, NULL);

        store_run *run = kit_read(f, id);
        assert_int_equal(run->replies, 1);
        assert_null(run->word);
        store_run_free(run);
    }
    assert_int_equal(told, 1);
    disk_refuse(1);
    assert_true(store_journal_close(journal, NULL)); /* it has been told */
    disk_refuse(0);
}

static void a_whole_file_is_the_old_one_or_the_new_one(void **state)
{
    const folder *f = *state;
    char path[100];
    bool all = false;

    snprintf(path, sizeof path, "%s/whole", f->data);
    assert_int_equal(store_file_put(path, "old", 3, NULL), EAR_OK);
    for (size_t n = 1; !all; n++) {
        char *bytes = NULL;
        size_t length;
        ear_error err = {0};

        disk_refuse(n);
        const ear_status status = store_file_put(path, "new!", 4, &err);
        all = disk_asked() < n;
        disk_refuse(0);
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
