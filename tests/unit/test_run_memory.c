/*
 * Each allocation of reading a run, and of everything that the history does with it, is
 * refused once, in turn: a status each time, nothing leaked, nothing half done.
 * Jansson and SQLite are told to use our allocators.
 */
#define _GNU_SOURCE /* mkdtemp, nftw */

#include "refusal.h"
#include "run_kit.h"

#include "base/bytes.h"
#include "store/pack.h"

#include <jansson.h>
#include <sqlite3.h>

static sqlite3_mem_methods plain;

static void *sqlite_malloc(int size)
{
    return refusal_now() ? NULL : plain.xMalloc(size);
}

static void *sqlite_realloc(void *at, int size)
{
    return refusal_now() ? NULL : plain.xRealloc(at, size);
}

static void *json_malloc(size_t size)
{
    return malloc(size);
}

static int hook(void **state)
{
    sqlite3_mem_methods ours;

    (void)state;
    json_set_alloc_funcs(json_malloc, free);
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain);
    ours = plain;
    ours.xMalloc = sqlite_malloc;
    ours.xRealloc = sqlite_realloc;
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
}

static ear_status read_one(void *user, ear_error *err)
{
    const folder *f = user;
    const store_which which = {.scenario = "kettle"};
    store_run *run = NULL;
    const ear_status status = store_run_unfinished(&run, f->runs, &which, err);

    store_run_free(run);
    return status;
}

static void reading(void **state)
{
    kit_play(*state, "Ann");
    assert_true(refusal_sweep(read_one, *state) > 20);
}

static bool see(void *user, const store_turn_row *row)
{
    *(size_t *)user += row->turn.offered_count;
    return true;
}

static bool see_run(void *user, const store_run_row *row)
{
    *(size_t *)user += row->meters.count;
    return true;
}

/* The whole life of a history. */
static ear_status live(const folder *f, ear_error *err)
{
    store_history *h = NULL;
    base_bytes out = {0};
    size_t seen = 0;
    ear_status status = store_history_open(&h, f->data, err);

    if (status == EAR_OK)
        status = store_history_catch_up(h, NULL, err);
    if (status == EAR_OK)
        status = store_history_runs(h, NULL, see_run, &seen, err);
    if (status == EAR_OK)
        status = store_history_turns(h, NULL, see, &seen, err);
    if (status == EAR_OK)
        status = store_history_export(h, "Ann", &out, NULL, err);
    store_history_close(h);
    base_bytes_release(&out);
    return status;
}

/* SQLite calls some of it a file that cannot be opened, and does without its caches. */
static ear_status live_anew(void *user, ear_error *err)
{
    const folder *f = user;
    char path[100];
    static const char *const tails[] = {"", "-wal", "-shm"};

    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/history.sqlite%s", f->data, tails[i]);
        unlink(path);
    }

    const ear_status status = live(f, err);

    if (status != EAR_E_IO)
        return status;
    assert_int_equal(err->status, EAR_E_IO);
    return err->status = EAR_E_NOMEM;
}

static void a_history(void **state)
{
    kit_play(*state, "Ann");
    /* every 61st: one takes long */
    assert_true(refusal_sweep_by(61, live_anew, *state) > 2);
}

/* Lines are lost when there is no memory for them, but then all that follow are, too. */
static ear_status write_one(void *user, ear_error *err)
{
    const folder *f = user;
    const store_start start = kit_start("Ann");
    store_journal *journal = NULL;
    ear_status status = store_journal_begin(&journal, f->runs, &start, err);
    bool good = true;

    if (status != EAR_OK)
        return status;
    kit_reply(journal, "a/one", 11);
    good &= store_journal_wait(journal, err);
    kit_reply(journal, "b/x", 14);
    good &= store_journal_wait(journal, err);
    refusal_at(0);

    const store_run_id id = store_journal_id(journal);
    const bool closed = store_journal_close(journal, NULL);
    (void)closed;
    if (id.text[0]) {
        store_run *run = kit_read(f, id);

        assert_null(run->word);
        assert_true(run->replies == 2 || !good);
        store_run_free(run);
    }
    return good ? EAR_OK : err->status;
}

static void writing(void **state)
{
    assert_true(refusal_sweep(write_one, *state) > 20);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, kit_set_up, kit_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(reading), TEST(writing), TEST(a_history)};

    return cmocka_run_group_tests(tests, hook, NULL);
}
