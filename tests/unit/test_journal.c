#define _GNU_SOURCE /* mkdtemp, nftw */

#include "run_kit.h"

#include "store/pack.h"

static void everything_that_was_written_comes_back(void **state)
{
    store_run *run = kit_read(*state, kit_play(*state, "=cmd()"));
    const store_end *end = &run->end;

    assert_string_equal(run->start.title, "The \"kettle\"\n\xc3\xa4");
    assert_string_equal(run->start.learner, "=cmd()");
    assert_string_equal(run->start.set, "calm=-30, called");
    assert_true(run->start.seed == INT64_MAX);
    assert_true(run->start.assess);
    assert_true(run->start.hash == 0xfeedfacecafebeef);
    assert_int_equal(run->start.file_count, 2);
    assert_true(run->start.files[1].hash == UINT64_MAX);
    assert_int_equal(run->start.values.at[0].value, -30);
    assert_true(run->start.values.at[1].flag);
    assert_int_equal(run->count, 5);
    assert_int_equal(run->replies, 2);
    assert_int_equal(run->events[1].option, 2);
    assert_int_equal(run->events[3].kind, STORE_EVENT_BACK);
    assert_int_equal(run->events[4].reply.values.at[0].value, 14);
    assert_true(run->ended);
    assert_int_equal(end->figures[1].tenths, -15);
    assert_true(isnan(end->figures[1].least));
    assert_true(end->figures[1].lower_is_better);
    assert_int_equal(end->skills[1].possible, -1);
    assert_true(end->cues[0].caught && !end->cues[1].caught);
    assert_int_equal(end->notices[0].right, 1);
    assert_string_equal(end->turn[0].offered[1], "a/two");
    assert_null(end->turn[1].intent);
    assert_int_equal(end->turn[1].after, 610000);
    assert_int_equal(run->rated, 5);
    assert_string_equal(run->next, "ask first");
    assert_null(run->word);
    store_run_free(run);
}

/* The bytes of a whole run. */
static char *bytes_of(void **state, size_t *length)
{
    const folder *f = *state;
    char path[160];
    char *bytes = NULL;

    snprintf(path, sizeof path, "%s/%s.run", f->runs, kit_play(f, "Ann").text);
    assert_int_equal(store_read_file(&bytes, length, path, 1 << 20, NULL), EAR_OK);
    return bytes;
}

static size_t lines_in(const char *bytes, size_t length)
{
    size_t lines = 0;

    for (size_t i = 0; i < length; i++)
        lines += bytes[i] == '\n';
    return lines;
}

static void cut_at_any_byte_the_whole_lines_hold(void **state)
{
    size_t length;
    char *whole = bytes_of(state, &length);

    for (size_t cut = 0; cut <= length; cut++) {
        char *part = malloc(cut + 1); /* exactly as long, for the sanitizer */
        const size_t lines = lines_in(whole, cut);
        store_run *run = NULL;

        assert_non_null(part);
        memcpy(part, whole, cut);
        const ear_status status = store_run_parse(&run, "cut", part, cut, NULL);
        if (lines == 0) {
            assert_int_equal(status, EAR_E_FORMAT);
        } else {
            assert_int_equal(status, EAR_OK);
            assert_int_equal(run->lines, lines);
            assert_int_equal(run->good + run->dropped, cut);
            assert_int_equal(run->word != NULL, run->dropped > 0);
            assert_false(run->damaged);
            store_run_free(run);
        }
        free(part);
    }
    free(whole);
}

static void a_changed_byte_ends_what_holds(void **state)
{
    size_t length;
    char *whole = bytes_of(state, &length);

    for (size_t at = 0; at < length; at++) {
        const size_t before = lines_in(whole, at);
        store_run *run = NULL;

        whole[at] ^= 1;
        const ear_status status = store_run_parse(&run, "changed", whole, length, NULL);
        whole[at] ^= 1;
        if (before == 0) {
            assert_int_equal(status, EAR_E_FORMAT);
            continue;
        }
        assert_int_equal(status, EAR_OK);
        assert_int_equal(run->lines, before);
        assert_non_null(run->word);
        if (whole[at] != '\n')
            assert_int_equal(run->damaged, before + 1 < lines_in(whole, length));
        store_run_free(run);
    }
    free(whole);
}

static void a_line_that_is_missing_or_doubled_ends_what_holds(void **state)
{
    size_t length;
    char *whole = bytes_of(state, &length);
    char *second = strchr(whole, '\n') + 1;
    const size_t one = (size_t)(strchr(second, '\n') + 1 - second);
    char *other = malloc(length + one);
    store_run *run = NULL;

    assert_non_null(other);
    memcpy(other, whole, (size_t)(second - whole));
    memcpy(other + (second - whole), second + one,
           length - one - (size_t)(second - whole));
    assert_int_equal(store_run_parse(&run, "missing", other, length - one, NULL), EAR_OK);
    assert_int_equal(run->lines, 1);
    assert_true(run->damaged);
    store_run_free(run);

    memcpy(other, whole, (size_t)(second - whole) + one);
    memcpy(other + (second - whole) + one, second, length - (size_t)(second - whole));
    assert_int_equal(store_run_parse(&run, "doubled", other, length + one, NULL), EAR_OK);
    assert_int_equal(run->lines, 2);
    assert_true(run->damaged);
    store_run_free(run);
    free(other);
    free(whole);
}

static void nothing_is_made_before_there_is_something_to_keep(void **state)
{
    const folder *f = *state;
    const store_start start = kit_start(NULL);
    store_journal *journal = NULL;

    assert_int_equal(store_journal_begin(&journal, f->runs, &start, NULL), EAR_OK);
    assert_true(store_journal_wait(journal, NULL));
    assert_string_equal(store_journal_id(journal).text, "");
    assert_true(store_journal_close(journal, NULL));
    assert_int_not_equal(access(f->runs, F_OK), 0);
}

static void going_on_passes_over_what_did_not_hold(void **state)
{
    const store_start start = kit_start(NULL);
    store_run *run = kit_read(*state, kit_play(*state, NULL));
    store_journal *journal = NULL;
    store_run_id id;

    snprintf(id.text, sizeof id.text, "%s", run->id);
    assert_int_equal(store_journal_continue(&journal, run, 2, &start, NULL), EAR_OK);
    kit_reply(journal, "a/three", 99);
    assert_true(store_journal_close(journal, NULL));
    store_run_free(run);

    run = kit_read(*state, id);
    assert_int_equal(run->count, 2);
    assert_string_equal(run->events[0].reply.id, "a/one");
    assert_string_equal(run->events[1].reply.id, "a/three");
    assert_false(run->ended);
    assert_int_equal(run->rated, 0);
    store_run_free(run);
}

static void two_programs_do_not_write_into_one_run(void **state)
{
    store_run *run = kit_read(*state, kit_play(*state, NULL));
    store_journal *one = NULL, *other = NULL;
    ear_error err = {0};

    assert_int_equal(store_journal_continue(&one, run, run->lines, NULL, NULL), EAR_OK);
    assert_int_equal(store_journal_continue(&other, run, run->lines, NULL, &err),
                     EAR_E_STATE);
    assert_true(store_journal_close(one, NULL));
    assert_int_equal(store_journal_continue(&other, run, run->lines, NULL, NULL), EAR_OK);
    assert_true(store_journal_close(other, NULL));
    store_run_free(run);
}

static void names_sort_in_the_order_of_beginning(void **state)
{
    store_run_id before = {""};

    for (int i = 0; i < 20; i++) {
        const store_run_id id = kit_play(*state, NULL);

        assert_true(strcmp(before.text, id.text) < 0);
        before = id;
    }
}

static void a_run_is_found_by_how_its_id_begins(void **state)
{
    const folder *f = *state;
    const store_run_id one = kit_play(f, NULL), other = kit_play(f, NULL);
    char path[200];
    ear_error err = {0};

    assert_int_equal(store_run_find(path, sizeof path, f->runs, one.text, NULL), EAR_OK);
    assert_non_null(strstr(path, one.text));
    assert_int_equal(store_run_find(path, sizeof path, f->runs, "2", &err),
                     EAR_E_NOT_FOUND);
    assert_non_null(strstr(err.message, "several"));
    assert_int_equal(store_run_find(path, sizeof path, f->runs, "", &err),
                     EAR_E_NOT_FOUND);
    assert_int_equal(store_run_find(path, sizeof path, f->runs, other.text, NULL),
                     EAR_OK);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, kit_set_up, kit_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(everything_that_was_written_comes_back),
        TEST(cut_at_any_byte_the_whole_lines_hold),
        TEST(a_changed_byte_ends_what_holds),
        TEST(a_line_that_is_missing_or_doubled_ends_what_holds),
        TEST(nothing_is_made_before_there_is_something_to_keep),
        TEST(going_on_passes_over_what_did_not_hold),
        TEST(two_programs_do_not_write_into_one_run),
        TEST(names_sort_in_the_order_of_beginning),
        TEST(a_run_is_found_by_how_its_id_begins),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
