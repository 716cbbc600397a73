/*
 * A history on disks that refuse: each call of everything that is done with it fails
 * once, in turn. What was asked for is refused in words and can be asked again; nothing
 * is lost, and nothing damaged.
 */
#define _GNU_SOURCE /* mkdtemp, nftw */

#include "disk.h"
#include "run_kit.h"

#include "base/bytes.h"
#include "base/fail.h"
#include "store/file.h"
#include "store/pack.h"

#include <dirent.h>

/* A home to begin with: two runs of Ann's and one of Ben's, one more of Ann's not in the
 * history yet, and what both wrote. `stick` has another run. */
typedef struct home {
    const folder *f;
    char first[STORE_RUN_ID_MOST]; /* Ann's */
    char stick[80];
} home;

static void copy_file(const char *from, const char *to)
{
    char *bytes = NULL;
    size_t length;
    FILE *file = fopen(to, "wb");

    assert_non_null(file);
    assert_int_equal(store_read_file(&bytes, &length, from, 1 << 20, NULL), EAR_OK);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    free(bytes);
}

/* Everything in `to` goes, everything in `from` comes. */
static void copy_folder(const char *from, const char *to)
{
    DIR *entries;
    const struct dirent *entry;

    nftw(to, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    assert_int_equal(mkdir(to, 0700), 0);
    entries = opendir(from);
    assert_non_null(entries);
    while ((entry = readdir(entries))) {
        char a[200], b[200];
        struct stat about;

        if (entry->d_name[0] == '.')
            continue;
        snprintf(a, sizeof a, "%s/%.80s", from, entry->d_name);
        snprintf(b, sizeof b, "%s/%.80s", to, entry->d_name);
        assert_int_equal(stat(a, &about), 0);
        if (S_ISDIR(about.st_mode))
            copy_folder(a, b);
        else
            copy_file(a, b);
    }
    closedir(entries);
}

static void reflect(const char *data, const char *run, const char *learner)
{
    const store_reflection r = {run, learner, "What now?", "Listen.", 5};

    assert_int_equal(store_reflection_keep(data, &r, NULL), EAR_OK);
}

/* --- what is known of everybody, as text -------------------------------------------- */

static bool write_run(void *user, const store_run_row *row)
{
    base_bytes_print(user, "%s %s %s\n", row->id, row->learner, row->outcome);
    return true;
}

static bool write_turn(void *user, const store_turn_row *row)
{
    base_bytes_print(user, "%s %s %zu\n", row->run->id, row->turn.said,
                     row->turn.offered_count);
    return true;
}

static bool write_reflection(void *user, const store_reflection *r)
{
    base_bytes_print(user, "%s %s: %s\n", r->run, r->learner, r->answer);
    return true;
}

static void known(base_bytes *out, const char *data)
{
    store_history *h = NULL;

    assert_int_equal(store_history_open(&h, data, NULL), EAR_OK);
    assert_int_equal(store_history_catch_up(h, NULL, NULL), EAR_OK);
    assert_int_equal(store_history_runs(h, NULL, write_run, out, NULL), EAR_OK);
    assert_int_equal(store_history_turns(h, NULL, write_turn, out, NULL), EAR_OK);
    assert_int_equal(
        store_reflection_each_of(data, NULL, NULL, write_reflection, out, NULL), EAR_OK);
    store_history_close(h);
}

/* --- what is done ------------------------------------------------------------------- */

typedef ear_status doing(const home *h, const char *data, ear_error *err);

static ear_status with_history(const home *h, const char *data,
                               ear_status (*what)(store_history *, const home *,
                                                  ear_error *),
                               ear_error *err)
{
    store_history *history = NULL;
    ear_status status = store_history_open(&history, data, err);

    if (status == EAR_OK)
        status = what(history, h, err);
    store_history_close(history);
    return status;
}

static ear_status ask_now(store_history *history, const home *h, ear_error *err)
{
    base_bytes out = {0};
    ear_status status = store_history_runs(history, NULL, write_run, &out, err);

    (void)h;
    if (status == EAR_OK)
        status = store_history_turns(history, NULL, write_turn, &out, err);
    base_bytes_release(&out);
    return status;
}

static ear_status ask(const home *h, const char *data, ear_error *err)
{
    return with_history(h, data, ask_now, err);
}

static ear_status catch_up_now(store_history *history, const home *h, ear_error *err)
{
    (void)h;
    return store_history_catch_up(history, NULL, err);
}

static ear_status catch_up(const home *h, const char *data, ear_error *err)
{
    return with_history(h, data, catch_up_now, err);
}

static ear_status export_now(store_history *history, const home *h, ear_error *err)
{
    base_bytes out = {0};
    const ear_status status = store_history_export(history, "Ann", &out, NULL, err);

    (void)h;
    if (status == EAR_OK) { /* a list that broke off would be called everything */
        size_t runs = 0;

        for (const char *at = out.at; (at = strstr(at, "\"event\": \"start\"")); at++)
            runs++;
        assert_int_equal(runs, 3);
        assert_non_null(strstr(out.at, "Listen."));
    }
    base_bytes_release(&out);
    return status;
}

static ear_status export_ann(const home *h, const char *data, ear_error *err)
{
    return with_history(h, data, export_now, err);
}

static ear_status rebuild(const home *h, const char *data, ear_error *err)
{
    (void)h;
    return store_history_rebuild(data, NULL, err);
}

static ear_status write_note(const home *h, const char *data, ear_error *err)
{
    const store_reflection r = {h->first, "Ann", "And then?", "Ask.", 6};

    return store_reflection_keep(data, &r, err);
}

static ear_status import_now(store_history *history, const home *h, ear_error *err)
{
    store_imported done;
    const ear_status status = store_history_import(history, h->stick, &done, err);

    if (status != EAR_OK || !done.refused)
        return status;
    return base_fail(err, EAR_E_IO, "one that cannot be read"); /* as a person is told */
}

static ear_status import(const home *h, const char *data, ear_error *err)
{
    return with_history(h, data, import_now, err);
}

static ear_status delete_now(store_history *history, const home *h, ear_error *err)
{
    return store_history_delete(history, h->first, err);
}

static ear_status delete_one(const home *h, const char *data, ear_error *err)
{
    const ear_status status = with_history(h, data, delete_now, err);

    return status == EAR_E_NOT_FOUND ? EAR_OK : status; /* it went the first time */
}

static ear_status erase_now(store_history *history, const home *h, ear_error *err)
{
    (void)h;
    return store_history_erase(history, "Ann", NULL, err);
}

static ear_status erase_ann(const home *h, const char *data, ear_error *err)
{
    return with_history(h, data, erase_now, err);
}

/* --- each call refused -------------------------------------------------------------- */

static void make_home(home *h, const folder *f)
{
    base_bytes before = {0};

    *h = (home){.f = f};
    snprintf(h->first, sizeof h->first, "%s", kit_play(f, "Ann").text);
    kit_play(f, "Ann");
    reflect(f->data, kit_play(f, "Ben").text, "Ben");
    reflect(f->data, h->first, "Ann");
    known(&before, f->data); /* they are in the history */
    base_bytes_release(&before);

    folder elsewhere = {.data = ""};
    snprintf(h->stick, sizeof h->stick, "%s.stick", f->data);
    snprintf(elsewhere.runs, sizeof elsewhere.runs, "%s", h->stick);
    kit_play(&elsewhere, "Cyd");
    kit_play(f, "Ann");
}

typedef struct attempt {
    doing *what;
    bool keeps;  /* nothing that was known may be missing, even in between */
    size_t step; /* every call, or every so many: one takes some milliseconds */
} attempt;

/* Every line of `before` is in `now`. */
static void assert_keeps(const base_bytes *before, const base_bytes *now)
{
    char line[400];

    for (const char *at = before->at; *at; at = strchr(at, '\n') + 1) {
        snprintf(line, sizeof line, "%.*s", (int)(strchr(at, '\n') + 1 - at), at);
        if (!strstr(now->at, line))
            fail_msg("lost: %s", line);
    }
}

/* SQLite takes a page that cannot be read for a damaged one. */
static bool told_well(ear_status status, const ear_error *err)
{
    return err->message[0] &&
           (status == EAR_E_IO ||
            (status == EAR_E_FORMAT && strcmp(disk_refused(), "read") == 0));
}

static size_t sweep(const home *h, const attempt *a)
{
    char data[90];
    base_bytes before = {0}, wanted = {0};
    size_t failures = 0;
    bool all = false;

    snprintf(data, sizeof data, "%s.try", h->f->data);
    copy_folder(h->f->data, data);
    known(&before, data);
    copy_folder(h->f->data, data);
    assert_int_equal(a->what(h, data, NULL), EAR_OK);
    known(&wanted, data);
    for (size_t n = 1; !all; n += a->step) {
        ear_error err = {.status = EAR_OK};
        base_bytes now = {0};

        copy_folder(h->f->data, data);
        disk_refuse(n);
        const ear_status status = a->what(h, data, &err);
        all = disk_asked() < n;
        disk_refuse(0);
        if (status != EAR_OK && !told_well(status, &err))
            fail_msg("call %zu (%s): %s: %s", n, disk_refused(), ear_status_name(status),
                     err.message);
        failures += status != EAR_OK;
        if (a->keeps && status != EAR_OK) {
            known(&now, data);
            assert_keeps(&before, &now);
            base_bytes_clear(&now);
        }
        if (status != EAR_OK)
            assert_int_equal(a->what(h, data, NULL), EAR_OK);
        known(&now, data);
        if (strcmp(now.at, wanted.at) != 0)
            fail_msg("call %zu (%s): %s\nwanted:\n%s\ngot:\n%s", n, disk_refused(),
                     ear_status_name(status), wanted.at, now.at);
        base_bytes_release(&now);
    }
    base_bytes_release(&before);
    base_bytes_release(&wanted);
    nftw(data, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    return failures;
}

static void sweep_all(void **state, const attempt *attempts, size_t count)
{
    home h;

    make_home(&h, *state);
    for (size_t i = 0; i < count; i++)
        assert_true(sweep(&h, &attempts[i]) > 5);
    nftw(h.stick, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void what_only_looks_or_adds_loses_nothing(void **state)
{
    static const attempt attempts[] = {{ask, true, 3},        {catch_up, true, 1},
                                       {export_ann, true, 3}, {rebuild, true, 2},
                                       {write_note, true, 1}, {import, true, 3}};

    sweep_all(state, attempts, sizeof attempts / sizeof *attempts);
}

static void what_takes_away_is_done_when_it_says_so(void **state)
{
    static const attempt attempts[] = {{delete_one, false, 2}, {erase_ann, false, 2}};

    sweep_all(state, attempts, sizeof attempts / sizeof *attempts);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, kit_set_up, kit_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_only_looks_or_adds_loses_nothing),
        TEST(what_takes_away_is_done_when_it_says_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
