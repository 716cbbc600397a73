#include "base/grow.h"
#include "base/pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void what_is_in_an_array_stays_while_it_grows(void **state)
{
    uint32_t *at = NULL;
    size_t room = 0;

    (void)state;
    for (uint32_t i = 0; i < 10000; i++) {
        at = base_grown(at, &room, i + 1u, sizeof *at);
        assert_non_null(at);
        assert_true(room > i);
        at[i] = i;
    }
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(at[i], i);
    free(at);
}

static void adding_one_by_one_moves_it_a_few_times_only(void **state)
{
    char *at = NULL;
    size_t room = 0, moves = 0;

    (void)state;
    for (size_t i = 0; i < 100000; i++) {
        const size_t before = room;

        at = base_grown(at, &room, i + 1, 1);
        assert_non_null(at);
        moves += room != before;
    }
    assert_in_range(moves, 1, 20);
    free(at);
}

static void many_at_once_get_what_they_need(void **state)
{
    size_t room = 0;
    char *at = base_grown(NULL, &room, 5000, 3);

    (void)state;
    assert_non_null(at);
    assert_in_range(room, 5000, 10000);
    assert_ptr_equal(base_grown(at, &room, room, 3), at);
    free(at);
}

static void more_than_there_can_be_is_refused_and_changes_nothing(void **state)
{
    size_t room = 0;
    char *at = base_grown(NULL, &room, 1, 8);
    const size_t before = room;

    (void)state;
    assert_non_null(at);
    assert_null(base_grown(at, &room, SIZE_MAX, 8));
    assert_null(base_grown(at, &room, SIZE_MAX / 8, 8));
    assert_int_equal(room, before);
    free(at);
}

/* From the heap to large pages, and from fewer of those to more. */
static void what_is_in_pages_stays_while_they_grow(void **state)
{
    const size_t sizes[] = {1, 1000, 500000, 600000, 3000000};
    uint32_t *at = NULL;
    size_t had = 0;

    (void)state;
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        at = base_pages_grow(at, had * sizeof *at, sizes[s] * sizeof *at);
        assert_non_null(at);
        for (size_t i = 0; i < had; i++)
            assert_int_equal(at[i], i + 1);
        for (size_t i = had; i < sizes[s]; i++) {
            assert_int_equal(at[i], 0);
            at[i] = (uint32_t)i + 1;
        }
        had = sizes[s];
    }
    assert_null(base_pages_grow(at, had * sizeof *at, SIZE_MAX));
    assert_int_equal(at[had - 1], had);
    base_pages_give(at, had * sizeof *at);
}

static void a_place_is_that_of_the_first_not_below(void **state)
{
    const uint32_t rising[] = {2, 4, 4, 9};

    (void)state;
    assert_int_equal(base_place_of(rising, 4, 0), 0);
    assert_int_equal(base_place_of(rising, 4, 3), 1);
    assert_int_equal(base_place_of(rising, 4, 4), 1);
    assert_int_equal(base_place_of(rising, 4, 9), 3);
    assert_int_equal(base_place_of(rising, 4, 10), 4);
    assert_int_equal(base_place_of(NULL, 0, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_in_an_array_stays_while_it_grows),
        cmocka_unit_test(adding_one_by_one_moves_it_a_few_times_only),
        cmocka_unit_test(many_at_once_get_what_they_need),
        cmocka_unit_test(more_than_there_can_be_is_refused_and_changes_nothing),
        cmocka_unit_test(what_is_in_pages_stays_while_they_grow),
        cmocka_unit_test(a_place_is_that_of_the_first_not_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
