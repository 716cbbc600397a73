/* Compiled conditions as text: what was written comes back. */
#include "refusal.h"
#include "scenario_maker.h"

#include "model/code_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static ear_scenario *asking(const char *condition)
{
    maker *m = maker_new();
    char when[300];

    snprintf(when, sizeof when, "when=%s", condition);
    METER(m, "calm", "start=50");
    METER(m, "trust", "start=50");
    FLAG(m, "called");
    FLAG(m, "told");
    SKILL(m, "listen");
    INTENT(m, "sorry");
    MOMENT(m, "a");
    LINE(m, "Hello there.");
    YOU(m, "One", "intent=sorry", "skill=listen +1", "set=called, told", "go=end");
    YOU(m, "Two", when, "go=end");
    OUTCOME(m, "end");
    return maker_scenario(m);
}

static void assert_reads(const char *condition, bool plain, const char *expected)
{
    ear_scenario *s = asking(condition);
    model_counted *counted = calloc(s->header->counters, sizeof *counted);

    assert_non_null(counted);
    model_counted_make(counted, s);
    for (int known = 0; known < 2; known++) {
        base_bytes text = {0};

        assert_true(
            model_code_text(&text, s, known ? counted : NULL, s->replies[1].when, plain));
        assert_string_equal(base_bytes_string(&text), expected);
        base_bytes_release(&text);
    }
    free(counted);
    ear_scenario_free(s);
}

static void a_condition_comes_back_as_it_was_written(void **state)
{
    static const char *const conditions[] = {
        "calm >= 30",
        "calm ~= -3",
        "called",
        "not called",
        "not (called and told)",
        "calm > 3 and not called or told",
        "calm > 3 and (not called or told)",
        "called and told and calm < 20",
        "called and (told and calm < 20)",
        "called or told or calm < 20",
        "calm + trust * 2 - 4 > (calm - 3) * 2",
        "calm - (trust - 2) == 5",
        "calm / 2 > 1.25",
        "-calm < -0.5",
        "calm % 7 <= 3",
        "seen(a) and visits(a) > 1",
        "chosen('a/one') > 0 or said(sorry) == 2",
        "since(a) > 2 and turn >= 3 and minutes < 4 and seconds > 9",
        "points(listen) > 0",
        "start(calm) + first(calm) + lowest(calm) < highest(calm)",
        "extreme(calm) - change(calm) > 0",
        "min(calm, trust) > max(calm, 20)",
        "clamp(calm, 20, 80) == round(trust / 3)",
        "abs(calm - 50) < 9",
        "chance(0.35)",
        "calm * 1 / 3 > 0.125",
        "called == true",
        "told ~= false",
    };

    (void)state;
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++)
        assert_reads(conditions[i], false, conditions[i]);
}

static void constants_are_already_reckoned(void **state)
{
    (void)state;
    assert_reads("calm > 1 / 3", false, "calm > 1 / 3");
    assert_reads("calm > 100 * 0.25 - 30", false, "calm > -5");
}

static void meters_and_numbers_are_said_in_plain_words(void **state)
{
    (void)state;
    assert_reads("trust >= 34", true, "trust 34 or more");
    assert_reads("34 <= trust", true, "trust 34 or more");
    assert_reads("trust > 34", true, "trust more than 34");
    assert_reads("trust <= 34", true, "trust 34 or less");
    assert_reads("trust < 34", true, "trust less than 34");
    assert_reads("trust == 34", true, "trust exactly 34");
    assert_reads("trust ~= 34", true, "trust other than 34");
    assert_reads("trust >= 34 and calm < 50 and not called", true,
                 "trust 34 or more and calm less than 50 and not called");
}

/* "trust 34 or more or called" would be a riddle. */
static void what_words_would_make_unclear_is_quoted(void **state)
{
    (void)state;
    assert_reads("trust >= 34 or called", true, "trust >= 34 or called");
    assert_reads("not (trust >= 34)", true, "not (trust >= 34)");
    assert_reads("calm > 3 and (trust >= 34 or called)", true,
                 "calm more than 3 and (trust >= 34 or called)");
}

static void every_allocation_may_be_refused(void **state)
{
    ear_scenario *s = asking("calm > 3 and (trust >= 34 or seen(a))");
    bool all = false;
    size_t n = 0;

    (void)state;
    while (!all) {
        base_bytes text = {0};

        refusal_at(++n);
        const bool whole = model_code_text(&text, s, NULL, s->replies[1].when, true);
        all = refusal_asked() < n;
        refusal_at(0);
        assert_true(whole == all);
        base_bytes_release(&text);
    }
    assert_true(n > 2);
    ear_scenario_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_condition_comes_back_as_it_was_written),
        cmocka_unit_test(constants_are_already_reckoned),
        cmocka_unit_test(meters_and_numbers_are_said_in_plain_words),
        cmocka_unit_test(what_words_would_make_unclear_is_quoted),
        cmocka_unit_test(every_allocation_may_be_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
