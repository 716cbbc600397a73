#include "base/number.h"
#include "base/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define WALL (INT64_C(1) << 42)

static void expect(base_number got, int64_t num, int64_t den)
{
    if (got.num != num || got.den != den)
        fail_msg("%lld/%lld, not %lld/%lld", (long long)got.num, (long long)got.den,
                 (long long)num, (long long)den);
}

static base_number frac(int64_t num, int64_t den)
{
    return base_number_fraction(num, den);
}

static void fractions_are_reduced_and_their_sign_is_above(void **state)
{
    (void)state;
    expect(frac(6, 4), 3, 2);
    expect(frac(-6, 4), -3, 2);
    expect(frac(6, -4), -3, 2);
    expect(frac(-6, -4), 3, 2);
    expect(frac(0, -5), 0, 1);
    expect(frac(5, 0), 0, 1);
    expect(frac(INT64_MAX, INT64_MAX), 1, 1);
    expect(frac(INT64_MIN, INT64_MIN), 1, 1);
    expect(frac(INT64_MIN, 2), INT64_MIN / 2, 1);
}

static void sums_and_products_are_exact(void **state)
{
    (void)state;
    expect(base_number_add(frac(1, 10), frac(2, 10)), 3, 10);
    expect(base_number_subtract(frac(1, 2), frac(1, 3)), 1, 6);
    expect(base_number_multiply(frac(50, 3), base_number_whole(3)), 50, 1);
    expect(base_number_divide(frac(1, 2), frac(-1, 4)), -2, 1);
    expect(base_number_divide(frac(1, 2), base_number_whole(0)), 0, 1);
    expect(base_number_negate(frac(1, 2)), -1, 2);
    expect(base_number_multiply(frac(INT64_MAX, 2), frac(2, INT64_MAX)), 1, 1);
}

static void the_remainder_follows_the_divisor(void **state)
{
    (void)state;
    expect(base_number_remainder(frac(7, 1), frac(3, 1)), 1, 1);
    expect(base_number_remainder(frac(-7, 1), frac(3, 1)), 2, 1);
    expect(base_number_remainder(frac(7, 1), frac(-3, 1)), -2, 1);
    expect(base_number_remainder(frac(-7, 1), frac(-3, 1)), -1, 1);
    expect(base_number_remainder(frac(7, 2), frac(3, 4)), 1, 2);
    expect(base_number_remainder(frac(7, 1), frac(0, 1)), 0, 1);
    expect(base_number_remainder(frac(INT64_MAX, 2), frac(1, INT64_MAX)), 0, 1);
}

static void comparing_never_overflows(void **state)
{
    (void)state;
    assert_int_equal(base_number_compare(frac(1, 3), frac(2, 6)), 0);
    assert_int_equal(base_number_compare(frac(INT64_MAX, 2), frac(INT64_MAX - 2, 2)), 1);
    assert_int_equal(base_number_compare(frac(1, INT64_MAX), frac(1, INT64_MAX - 1)), -1);
    assert_int_equal(base_number_compare(frac(-1, 2), frac(1, 3)), -1);
}

static void half_is_rounded_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(base_number_round(frac(5, 2)), 3);
    assert_int_equal(base_number_round(frac(-5, 2)), -3);
    assert_int_equal(base_number_round(frac(95, 2)), 48); /* 50 - 2.5 */
    assert_int_equal(base_number_round(frac(249, 100)), 2);
    assert_int_equal(base_number_round(frac(-249, 100)), -2);
    assert_int_equal(base_number_round(frac(1, 3)), 0);
    assert_int_equal(base_number_round(base_number_whole(-7)), -7);
    expect(base_number_round_tenth(frac(1, 4)), 3, 10);
    expect(base_number_round_tenth(frac(-1, 4)), -3, 10);
    expect(base_number_round_tenth(frac(1, 3)), 3, 10);
    expect(base_number_round_tenth(frac(49, 50)), 1, 1);
}

static void what_does_not_fit_becomes_the_nearest_fraction(void **state)
{
    const base_number tiny = frac(1, INT64_MAX);
    const base_number huge = base_number_whole(INT64_MAX);

    (void)state;
    expect(base_number_multiply(tiny, tiny), 0, 1);
    expect(base_number_multiply(huge, huge), WALL, 1);
    expect(base_number_multiply(base_number_negate(huge), huge), -WALL, 1);
    expect(base_number_add(huge, base_number_whole(1)), WALL, 1);
    expect(base_number_whole(INT64_MIN), -WALL, 1);
    /* A third, disturbed by less than one part in 2^62, is a third. */
    expect(base_number_add(frac(1, 3), tiny), 1, 3);
    expect(base_number_add(frac(-1, 3), tiny), -1, 3);
}

/* Against the definition, by trying every denominator. */
static void the_nearest_fraction_is_the_nearest(void **state)
{
    uint64_t random = base_random_seed(3);

    (void)state;
    for (int i = 0; i < 3; i++) {
        const int64_t a = (int64_t)(base_random_next(&random) >> 2) | 1;
        const int64_t b = (int64_t)(base_random_next(&random) >> 1) | 1;
        /* The sum's parts need more than 64 bits. */
        const base_number got = base_number_add(frac(a, b), frac(1, INT64_MAX - 24));
        const long double x = (long double)a / (long double)b;
        long double best = 1;

        for (int64_t den = 1; den <= 1 << 20; den++) {
            const long double num = (long double)(int64_t)(x * (long double)den + 0.5L);
            const long double off = num / (long double)den - x;

            if ((off < 0 ? -off : off) < best)
                best = off < 0 ? -off : off;
        }
        const long double off = (long double)got.num / (long double)got.den - x;
        assert_true(got.den <= 1 << 20);
        assert_true((off < 0 ? -off : off) <= best * 1.000001L);
    }
}

static size_t read(base_number *out, const char *text)
{
    return base_number_read(out, text, strlen(text));
}

static void numbers_are_read_as_they_are_written(void **state)
{
    base_number n;

    (void)state;
    assert_int_equal(read(&n, "12"), 2);
    expect(n, 12, 1);
    assert_int_equal(read(&n, "0.35)"), 4);
    expect(n, 7, 20);
    assert_int_equal(read(&n, "007"), 3);
    expect(n, 7, 1);
    assert_int_equal(read(&n, "5."), 1);
    expect(n, 5, 1);
    assert_int_equal(read(&n, "5.x"), 1);
    assert_int_equal(read(&n, "1.000000001"), 11);
    expect(n, 1000000001, 1000000000);
    assert_int_equal(base_number_read(&n, "123", 2), 2);
    expect(n, 12, 1);
    assert_int_equal(read(&n, "1.0000000001"), 0);
    assert_int_equal(read(&n, ".5"), 0);
    assert_int_equal(read(&n, "-5"), 0);
    assert_int_equal(read(&n, ""), 0);
    assert_int_equal(read(&n, "x"), 0);
    assert_int_equal(read(&n, "9223372036854775808"), 0);
    assert_int_equal(read(&n, "9223372036854775807"), 19);
}

static void expect_written(base_number n, const char *text)
{
    char got[32];

    assert_int_equal(base_number_write(got, sizeof got, n), strlen(text));
    assert_string_equal(got, text);
}

static void numbers_are_written_with_at_most_one_decimal(void **state)
{
    (void)state;
    expect_written(base_number_whole(12), "12");
    expect_written(base_number_whole(-12), "-12");
    expect_written(frac(1, 2), "0.5");
    expect_written(frac(-1, 2), "-0.5");
    expect_written(frac(1, 4), "0.3");
    expect_written(frac(1, 25), "0");
    expect_written(frac(-1, 25), "0");
    expect_written(frac(999, 20), "50");
    expect_written(frac(1000, 3), "333.3");
    expect_written(base_number_whole(INT64_MAX), "9223372036854775807");
}

static void the_same_seed_draws_the_same(void **state)
{
    uint64_t a = base_random_seed(7), b = base_random_seed(7), c = base_random_seed(8);

    (void)state;
    assert_int_equal(base_random_next(&a), base_random_next(&b));
    assert_int_equal(base_random_next(&a), base_random_next(&b));
    assert_int_not_equal(base_random_next(&a), base_random_next(&c));
    /* On every machine: the published first values of SplitMix64 from state 0. */
    a = 0;
    assert_true(base_random_next(&a) == UINT64_C(0xe220a8397b1dcdaf));
    assert_true(base_random_next(&a) == UINT64_C(0x6e789e6aa1b965f4));
}

static void every_value_below_is_drawn_about_as_often(void **state)
{
    uint64_t random = base_random_seed(1);
    int counts[3] = {0};

    (void)state;
    for (int i = 0; i < 30000; i++)
        counts[base_random_below(&random, 3)]++;
    for (int i = 0; i < 3; i++)
        assert_in_range(counts[i], 9600, 10400);
    assert_int_equal(base_random_below(&random, 1), 0);
    for (int i = 0; i < 1000; i++)
        assert_true(base_random_below(&random, 0x80000001u) <= 0x80000000u);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fractions_are_reduced_and_their_sign_is_above),
        cmocka_unit_test(sums_and_products_are_exact),
        cmocka_unit_test(the_remainder_follows_the_divisor),
        cmocka_unit_test(comparing_never_overflows),
        cmocka_unit_test(half_is_rounded_away_from_zero),
        cmocka_unit_test(what_does_not_fit_becomes_the_nearest_fraction),
        cmocka_unit_test(the_nearest_fraction_is_the_nearest),
        cmocka_unit_test(numbers_are_read_as_they_are_written),
        cmocka_unit_test(numbers_are_written_with_at_most_one_decimal),
        cmocka_unit_test(the_same_seed_draws_the_same),
        cmocka_unit_test(every_value_below_is_drawn_about_as_often),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
