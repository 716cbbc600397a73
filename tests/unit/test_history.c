#define _GNU_SOURCE /* mkdtemp, nftw */

#include "run_kit.h"

#include "base/bytes.h"
#include "store/db.h"

#include <sqlite3.h>

int __real_sqlite3_busy_timeout(sqlite3 *db, int ms);
int __wrap_sqlite3_busy_timeout(sqlite3 *db, int ms);

/* Nobody who runs tests waits as long as a program has to. */
int __wrap_sqlite3_busy_timeout(sqlite3 *db, int ms)
{
    return __real_sqlite3_busy_timeout(db, ms / 50);
}

static store_history *open_it(const folder *f)
{
    store_history *history = NULL;
    size_t taken;

    assert_int_equal(store_history_open(&history, f->data, NULL), EAR_OK);
    assert_int_equal(store_history_catch_up(history, &taken, NULL), EAR_OK);
    return history;
}

static bool write_run(void *user, const store_run_row *row)
{
    base_bytes_print(user, "%s %u %s %s %d %u %s %d\n", row->learner ? row->learner : "-",
                     (unsigned)row->nth, row->outcome, row->rating, (int)row->ease,
                     (unsigned)row->rated, row->next, (int)row->meters.at[0].value);
    return true;
}

static bool write_turn(void *user, const store_turn_row *row)
{
    base_bytes_print(user, "%u %s %s %s %zu %s\n", (unsigned)row->turn.turn,
                     row->turn.choice, row->turn.said,
                     row->turn.thinks ? row->turn.thinks : "-", row->turn.offered_count,
                     row->turn.offered[row->turn.offered_count - 1]);
    return true;
}

static bool write_figure(void *user, const store_figure_row *row)
{
    base_bytes_print(user, "%s %s %d %d\n", row->run->scenario, row->figure.id,
                     (int)row->figure.tenths, isnan(row->figure.most) ? -1 : 1);
    return true;
}

static bool write_skill(void *user, const store_skill_row *row)
{
    base_bytes_print(user, "%s %d/%d\n", row->skill.id, (int)row->skill.points,
                     (int)row->skill.possible);
    return true;
}

static bool write_cue(void *user, const store_cue_row *row)
{
    base_bytes_print(user, "%s %d\n", row->cue.text, row->cue.caught);
    return true;
}

static bool write_notice(void *user, const store_notice_row *row)
{
    base_bytes_print(user, "%s %u %d\n", row->notice.answer, (unsigned)row->notice.option,
                     (int)row->notice.right);
    return true;
}

static void check(base_bytes *out, const char *want)
{
    assert_string_equal(base_bytes_string(out), want);
    base_bytes_clear(out);
}

static void what_a_run_came_to_can_be_asked(void **state)
{
    const store_run_id id = kit_play(*state, "Ann");
    store_history *h = open_it(*state);
    const store_filter f = {.run = id.text};
    base_bytes out = {0};

    assert_int_equal(store_history_runs(h, &f, write_run, &out, NULL), EAR_OK);
    check(&out, "Ann 1 kept strong 610000 5 ask first 61\n");
    assert_int_equal(store_history_turns(h, &f, write_turn, &out, NULL), EAR_OK);
    check(&out, "1 a/one One. Hm. 2 a/two\n2 b/x X - 1 a/one\n");
    assert_int_equal(store_history_figures(h, &f, write_figure, &out, NULL), EAR_OK);
    check(&out, "kettle csat 42 1\nkettle effort -15 -1\n");
    assert_int_equal(store_history_skills(h, &f, write_skill, &out, NULL), EAR_OK);
    check(&out, "listen 5/7\nown 0/-1\n");
    assert_int_equal(store_history_cues(h, &f, write_cue, &out, NULL), EAR_OK);
    check(&out, "typed, then deleted 1\nsighs 0\n");
    assert_int_equal(store_history_notices(h, &f, write_notice, &out, NULL), EAR_OK);
    check(&out, "tired 2 1\n");
    base_bytes_release(&out);
    store_history_close(h);
}

static void filters_narrow_what_is_asked(void **state)
{
    static const char *const names[] = {"Ann", "Robert'); DROP TABLE runs;--", NULL,
                                        "Ann"};
    store_history *h;
    base_bytes out = {0};
    uint32_t seen;
    char *next = NULL;

    for (size_t i = 0; i < 4; i++)
        kit_play(*state, names[i]);
    h = open_it(*state);
    const store_filter cases[] = {
        {.learner = "Ann"},      {.learner = names[1]},
        {.learner = ""},         {.pack = "kettles", .scenario = "kettle", .most = 3},
        {.pack = "other"},       {.since = 1795786785907},
        {.until = 1795786785907}};
    static const size_t counts[] = {2, 1, 1, 3, 0, 0, 4};
    for (size_t i = 0; i < 7; i++) {
        size_t lines = 0;

        assert_int_equal(store_history_runs(h, &cases[i], write_run, &out, NULL), EAR_OK);
        for (size_t j = 0; j < out.length; j++)
            lines += out.at[j] == '\n';
        assert_int_equal(lines, counts[i]);
        base_bytes_clear(&out);
    }
    const store_filter newest = {.learner = "Ann", .newest_first = true};
    assert_int_equal(store_history_runs(h, &newest, write_run, &out, NULL), EAR_OK);
    assert_memory_equal(out.at, "Ann 2", 5);
    const store_filter one = {.pack = "kettles", .scenario = "kettle"};
    assert_int_equal(store_history_endings(h, &one, &seen, NULL), EAR_OK);
    assert_int_equal(seen, 1);
    assert_int_equal(store_history_next(h, "Ann", &next, NULL), EAR_OK);
    assert_string_equal(next, "ask first");
    free(next);
    base_bytes_release(&out);
    store_history_close(h);
}

static void a_run_that_is_taken_again_takes_its_own_place(void **state)
{
    store_run *run = kit_read(*state, kit_play(*state, "Ann"));
    store_history *h = open_it(*state);
    base_bytes out = {0};

    run->rated = 7;
    assert_int_equal(store_history_take(h, run, NULL), EAR_OK);
    assert_int_equal(store_history_runs(h, NULL, write_run, &out, NULL), EAR_OK);
    check(&out, "Ann 1 kept strong 610000 7 ask first 61\n");
    base_bytes_release(&out);
    store_history_close(h);
    store_run_free(run);
}

static bool write_reflection(void *user, const store_reflection *r)
{
    base_bytes_print(user, "%s: %s\n", r->question, r->answer);
    return true;
}

static void reflections_are_kept_apart_and_go_with_their_writer(void **state)
{
    const folder *f = *state;
    const store_run_id id = kit_play(f, "Ann");
    store_reflection r = {id.text, "Ann", "What now?", "Nothing', --", 5};
    store_history *h = open_it(f);
    base_bytes out = {0};
    size_t runs;

    assert_int_equal(
        store_reflection_each_of(f->data, NULL, "Ann", write_reflection, &out, NULL),
        EAR_OK);
    check(&out, "");
    assert_int_equal(store_reflection_keep(f->data, &r, NULL), EAR_OK);
    r.answer = "Listen.";
    assert_int_equal(store_reflection_keep(f->data, &r, NULL), EAR_OK);
    assert_int_equal(
        store_reflection_each_of(f->data, id.text, NULL, write_reflection, &out, NULL),
        EAR_OK);
    check(&out, "What now?: Listen.\n");
    assert_int_equal(store_history_rebuild(f->data, NULL, NULL), EAR_OK);
    assert_int_equal(store_history_export(h, "Ann", &out, NULL, NULL), EAR_OK);
    assert_non_null(strstr(out.at, "Listen."));
    base_bytes_clear(&out);
    assert_int_equal(store_history_erase(h, "Ann", &runs, NULL), EAR_OK);
    assert_int_equal(runs, 1);
    assert_int_equal(
        store_reflection_each_of(f->data, NULL, NULL, write_reflection, &out, NULL),
        EAR_OK);
    check(&out, "");
    base_bytes_release(&out);
    store_history_close(h);
}

/* Overwrites the second page and all that follow with something else. */
static void spoil(const char *path)
{
    static const char noise[4096] = "no page of anything";
    const int fd = open(path, O_WRONLY);
    struct stat about;

    assert_true(fd >= 0);
    assert_int_equal(fstat(fd, &about), 0);
    for (off_t at = sizeof noise; at < about.st_size; at += (off_t)sizeof noise)
        assert_int_equal(pwrite(fd, noise, sizeof noise, at), sizeof noise);
    close(fd);
}

static void damage_is_told_with_what_mends_it(void **state)
{
    const folder *f = *state;
    char path[100], aside[120];
    store_history *h = NULL;
    ear_error err = {0};
    base_bytes out = {0};
    size_t taken = 0;

    kit_play(f, "Ann");
    store_history_close(open_it(f));
    snprintf(path, sizeof path, "%s/history.sqlite", f->data);
    snprintf(aside, sizeof aside, "%s.damaged", path);
    spoil(path);
    assert_int_equal(store_history_open(&h, f->data, NULL), EAR_OK); /* not seen yet */
    assert_int_equal(store_history_runs(h, NULL, write_run, &out, &err), EAR_E_FORMAT);
    assert_non_null(strstr(err.message, "earshot runs --rebuild"));
    store_history_close(h);
    assert_int_equal(store_history_rebuild(f->data, &taken, &err), EAR_OK);
    assert_int_equal(taken, 1);
    assert_int_equal(access(aside, F_OK), 0);
    h = open_it(f);
    assert_int_equal(store_history_runs(h, NULL, write_run, &out, NULL), EAR_OK);
    check(&out, "Ann 1 kept strong 610000 5 ask first 61\n");
    base_bytes_release(&out);
    store_history_close(h);
}

static void notes_that_are_damaged_are_left_where_they_are(void **state)
{
    const folder *f = *state;
    const store_reflection r = {"a", "Ann", "What now?", "Listen.", 5};
    char path[100];
    ear_error err = {0};

    snprintf(path, sizeof path, "%s/reflections.sqlite", f->data);
    assert_int_equal(store_reflection_keep(f->data, &r, NULL), EAR_OK);
    spoil(path);
    assert_int_equal(store_reflection_keep(f->data, &r, &err), EAR_E_FORMAT);
    assert_non_null(strstr(err.message, "move it to another folder"));
    assert_int_equal(unlink(path), 0);
    assert_int_equal(store_reflection_keep(f->data, &r, NULL), EAR_OK);
}

static void
another_program_that_writes_for_long_is_waited_for_and_then_named(void **state)
{
    const folder *f = *state;
    store_history *h = open_it(f);
    sqlite3 *other = NULL;
    char path[100];
    ear_error err = {0};

    snprintf(path, sizeof path, "%s/history.sqlite", f->data);
    assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(store_history_catch_up(h, NULL, &err), EAR_E_IO);
    assert_non_null(strstr(err.message, "another program"));
    sqlite3_close(other);
    assert_int_equal(store_history_catch_up(h, NULL, &err), EAR_OK);
    store_history_close(h);
}

/* --- migrations: with a small schema of our own ------------------------------------- */

static const char *const one[] = {"CREATE TABLE t (a); INSERT INTO t VALUES (1)"};
static const char *const two[] = {"CREATE TABLE t (a); INSERT INTO t VALUES (1)",
                                  "ALTER TABLE t ADD b; UPDATE t SET b = a + 1"};
static const char *const bad[] = {"CREATE TABLE t (a); INSERT INTO t VALUES (1)",
                                  "UPDATE t SET a = 5; ALTER TABLE nothing ADD b"};

static const store_schema before = {"test", "make it anew", one, 1};
static const store_schema after = {"test", "make it anew", two, 2};
static const store_schema wrong = {"test", "make it anew", bad, 2};

static int64_t value(sqlite3 *db, const char *sql)
{
    store_query query = store_query_begin(db, &before, sql);
    const int64_t found = store_query_row(&query) ? store_query_int(&query, 0) : -1;

    assert_int_equal(store_query_end(&query, NULL), EAR_OK);
    return found;
}

static void an_older_one_is_brought_up_to_date_and_a_copy_kept(void **state)
{
    const folder *f = *state;
    char path[100], copy[110];
    sqlite3 *db = NULL;
    ear_error err = {0};

    snprintf(path, sizeof path, "%s/test.sqlite", f->data);
    snprintf(copy, sizeof copy, "%s.v1", path);
    assert_int_equal(store_db_open(&db, path, &before, NULL), EAR_OK);
    store_db_close(db);
    assert_int_equal(store_db_open(&db, path, &wrong, &err), EAR_E_IO);
    assert_int_equal(store_db_open(&db, path, &before, NULL), EAR_OK);
    assert_int_equal(value(db, "SELECT a FROM t"), 1); /* all or nothing */
    store_db_close(db);
    assert_int_equal(store_db_open(&db, path, &after, NULL), EAR_OK);
    assert_int_equal(value(db, "SELECT b FROM t"), 2);
    assert_int_equal(value(db, "PRAGMA user_version"), 2);
    assert_int_equal(value(db, "PRAGMA synchronous"), 2);
    assert_int_equal(value(db, "PRAGMA foreign_keys"), 1);
    store_db_close(db);
    assert_int_equal(store_db_open(&db, copy, &before, NULL), EAR_OK);
    assert_int_equal(value(db, "SELECT a FROM t"), 1);
    store_db_close(db);
    assert_int_equal(store_db_open(&db, path, &before, &err), EAR_E_STATE);
    assert_non_null(strstr(err.message, "newer Earshot"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, kit_set_up, kit_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_a_run_came_to_can_be_asked),
        TEST(filters_narrow_what_is_asked),
        TEST(a_run_that_is_taken_again_takes_its_own_place),
        TEST(reflections_are_kept_apart_and_go_with_their_writer),
        TEST(damage_is_told_with_what_mends_it),
        TEST(notes_that_are_damaged_are_left_where_they_are),
        TEST(another_program_that_writes_for_long_is_waited_for_and_then_named),
        TEST(an_older_one_is_brought_up_to_date_and_a_copy_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
