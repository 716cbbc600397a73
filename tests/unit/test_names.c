#include "model/names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const names[] = {"helped", "brushed_off", "start", "opening",
                                    "calm",   "trust",       "heard", "ok",
                                    "no",     "x",           "größe", "say_it_again"};

/* The nearest of the names above, "" if none is near. */
static const char *nearest(const char *word)
{
    static char best[64];
    model_nearest near = model_near_begin(word, strlen(word));

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        model_near_offer(&near, names[i], strlen(names[i]));
    snprintf(best, sizeof best, "%.*s", near.best ? (int)near.best_length : 0,
             near.best ? near.best : "");
    return best;
}

static void a_slip_of_the_pen_finds_its_name(void **state)
{
    (void)state;
    assert_string_equal(nearest("hlped"), "helped");
    assert_string_equal(nearest("helpde"), "helped");
    assert_string_equal(nearest("Helped"), "helped");
    assert_string_equal(nearest("clam"), "calm");
    assert_string_equal(nearest("CALM"), "calm");
    assert_string_equal(nearest("haerd"), "heard");
    assert_string_equal(nearest("brushedoff"), "brushed_off");
    assert_string_equal(nearest("brushd_of"), "brushed_off");
    assert_string_equal(nearest("sayitagain"), "say_it_again");
    assert_string_equal(nearest("grösse"), "größe");
    assert_string_equal(nearest("GRÖßE"), "größe");
    assert_string_equal(nearest("on"), "no");
    assert_string_equal(nearest("X"), "x");
}

static void a_far_name_is_no_suggestion(void **state)
{
    (void)state;
    assert_string_equal(nearest("refund"), "");
    assert_string_equal(nearest("q"), "");
    assert_string_equal(nearest("zz"), "");
    assert_string_equal(nearest(""), "");
    assert_string_equal(nearest("something_else_entirely"), "");
}

static void the_first_of_the_nearest_is_kept(void **state)
{
    model_nearest near = model_near_begin("stop1", 5);

    (void)state;
    model_near_offer(&near, "stop2x", 6);
    assert_string_equal(near.best, "stop2x");
    model_near_offer(&near, "stop3", 5);
    model_near_offer(&near, "stop4", 5);
    assert_string_equal(near.best, "stop3");
    assert_int_equal(near.best_length, 5);
}

static void very_long_names_do_no_harm(void **state)
{
    char longest[400];
    model_nearest near;

    (void)state;
    memset(longest, 'a', sizeof longest);
    near = model_near_begin(longest, 128);
    model_near_offer(&near, longest, 127);
    assert_int_equal(near.best_length, 127);
    near = model_near_begin(longest, 400);
    model_near_offer(&near, longest, 399);
    assert_null(near.best);
    near = model_near_begin("a", 1);
    model_near_offer(&near, longest, 400);
    assert_null(near.best);
}

/* The whole table, with every cell: what the banded one must agree with. */
static unsigned slow(const char *a, const char *b)
{
    unsigned d[16][16];
    const size_t n = strlen(a), m = strlen(b);

    for (size_t i = 0; i <= n; i++) {
        for (size_t j = 0; j <= m; j++) {
            unsigned best = i == 0 ? (unsigned)j * 4 : j == 0 ? (unsigned)i * 4 : 1000;

            if (i > 0 && j > 0) {
                const unsigned same = a[i - 1] == b[j - 1] ? 0 : 4;
                const unsigned ways[] = {d[i - 1][j - 1] + same, d[i - 1][j] + 4,
                                         d[i][j - 1] + 4};
                for (size_t w = 0; w < 3; w++)
                    best = ways[w] < best ? ways[w] : best;
            }
            if (i > 1 && j > 1 && a[i - 1] != b[j - 1] && a[i - 1] == b[j - 2] &&
                a[i - 2] == b[j - 1] && d[i - 2][j - 2] + 3 < best)
                best = d[i - 2][j - 2] + 3;
            d[i][j] = best;
        }
    }
    return d[n][m];
}

static void short_cuts_do_not_change_the_distance(void **state)
{
    uint32_t random = 5;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        char words[2][12];

        for (int w = 0; w < 2; w++) {
            random = random * 1664525u + 1013904223u;
            const size_t length = 6 + (random >> 28) % 4;
            for (size_t i = 0; i < length; i++) {
                random = random * 1664525u + 1013904223u;
                words[w][i] = (char)('a' + (random >> 28) % 3);
            }
            words[w][length] = '\0';
        }

        model_nearest near = model_near_begin(words[0], strlen(words[0]));
        model_near_offer(&near, words[1], strlen(words[1]));

        const unsigned whole = slow(words[0], words[1]);
        const unsigned limit = strlen(words[0]) / 3 > 2 ? 12 : 8;
        if (whole <= limit)
            assert_int_equal(near.distance, whole);
        else
            assert_null(near.best);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_of_the_pen_finds_its_name),
        cmocka_unit_test(a_far_name_is_no_suggestion),
        cmocka_unit_test(the_first_of_the_nearest_is_kept),
        cmocka_unit_test(very_long_names_do_no_harm),
        cmocka_unit_test(short_cuts_do_not_change_the_distance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
