/* Roads that reach everything: what `test --suggest` is made of. */
#include "scenario_maker.h"

#include "prove/suggest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct found {
    ear_scenario *scenario;
    prove_goals goals;
    prove_suggestions all;
} found;

static const prove_work nobody = {.stop = NULL}; /* waits */

static found suggest(maker *m)
{
    found f = {.scenario = maker_scenario(m)};

    assert_int_equal(prove_goals_new(&f.goals, f.scenario, NULL), EAR_OK);
    assert_int_equal(prove_suggest(&f.all, f.scenario, NULL, &f.goals, &nobody, NULL),
                     EAR_OK);
    return f;
}

static void release(found *f)
{
    prove_suggestions_release(&f->all);
    prove_goals_release(&f->goals);
    ear_scenario_free(f->scenario);
}

static size_t missing(const found *f)
{
    size_t count = 0;

    for (size_t i = 0; i < f->goals.count; i++)
        count += !f->all.reached[i];
    return count;
}

static void three_replies_three_times_are_three_roads(void **state)
{
    static const char *const moments[] = {"a", "b", "c", "end"};
    maker *m = maker_new();
    char go[3][8];

    (void)state;
    for (int i = 0; i < 3; i++) {
        strcpy(go[i], "go=");
        strcat(go[i], moments[i + 1]);
        MOMENT(m, moments[i]);
        YOU(m, "One", go[i]);
        YOU(m, "Two", go[i]);
        YOU(m, "Three", go[i]);
    }
    OUTCOME(m, "end");

    found f = suggest(m);

    assert_true(f.all.whole);
    assert_int_equal(missing(&f), 0);
    assert_int_equal(f.all.count, 3);
    for (size_t i = 0; i < f.all.count; i++) {
        assert_int_equal(f.all.roads[i].count, 3);
        assert_int_equal(f.all.roads[i].outcome, model_find_moment(f.scenario, "end"));
    }
    release(&f);
}

static void what_is_behind_meter_arithmetic_is_found(void **state)
{
    maker *m = maker_new();

    (void)state;
    METER(m, "calm", "start=0");
    MOMENT(m, "a");
    YOU(m, "Up", "mood=calm +7", "again", "go=a");
    YOU(m, "Down", "mood=calm -3", "again", "go=a");
    YOU(m, "Out", "when=calm == 50", "go=good");
    YOU(m, "Leave", "go=bad");
    OUTCOME(m, "good");
    OUTCOME(m, "bad");

    found f = suggest(m);

    assert_true(f.all.whole);
    assert_int_equal(missing(&f), 0);
    assert_int_equal(f.all.count, 2); /* one for each outcome */
    release(&f);
}

static void what_cannot_be_reached_is_told_apart_from_what_was_not_found(void **state)
{
    maker *m = maker_new();

    (void)state;
    METER(m, "calm", "start=0");
    MOMENT(m, "a");
    YOU(m, "Again", "again", "go=a");
    YOU(m, "Late", "when=turn > 1000000", "go=never");
    YOU(m, "Leave", "go=bad");
    OUTCOME(m, "never");
    OUTCOME(m, "bad");

    found f = suggest(m); /* every turn is another state */

    assert_false(f.all.whole);
    assert_int_equal(missing(&f), 3); /* Late, that it is on offer, and `never` */
    release(&f);
}

static void a_place_from_which_nothing_ends_is_reached_by_a_road_that_stops(void **state)
{
    maker *m = maker_new();

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Trap", "go=trap");
    YOU(m, "Leave", "go=end");
    MOMENT(m, "trap");
    YOU(m, "Round", "again", "go=trap");
    OUTCOME(m, "end");

    found f = suggest(m);

    assert_true(f.all.whole);
    assert_int_equal(missing(&f), 0);
    assert_int_equal(f.all.count, 2);
    assert_true(f.all.roads[0].outcome == MODEL_NONE ||
                f.all.roads[1].outcome == MODEL_NONE);
    release(&f);
}

static void a_reply_that_breaks_the_run_is_not_suggested(void **state)
{
    maker *m = maker_new();

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Fall", "go=hole");
    YOU(m, "Leave", "go=end");
    MOMENT(m, "hole");
    LINE(m, "Nothing follows.");
    OUTCOME(m, "end");

    found f = suggest(m);

    assert_int_equal(f.all.count, 1);
    assert_int_equal(missing(&f), 3); /* the reply, the moment and its line */
    release(&f);
}

static void a_scenario_without_a_first_choice_is_an_error(void **state)
{
    maker *m = maker_new();
    prove_suggestions all;
    prove_goals goals;
    ear_error err;

    (void)state;
    MOMENT(m, "a");
    LINE(m, "Nothing follows.");

    ear_scenario *sc = maker_scenario(m);

    assert_int_equal(prove_goals_new(&goals, sc, NULL), EAR_OK);
    assert_int_equal(prove_suggest(&all, sc, NULL, &goals, &nobody, &err), EAR_E_STUCK);
    assert_non_null(strstr(err.message, "'a'"));
    prove_goals_release(&goals);
    ear_scenario_free(sc);
}

static void what_was_found_until_it_is_stopped_has_its_road(void **state)
{
    atomic_bool stop = true;
    const prove_work work = {.stop = &stop};
    maker *m = maker_new();
    prove_suggestions all;
    prove_goals goals;

    (void)state;
    MOMENT(m, "a");
    YOU(m, "On", "go=b");
    MOMENT(m, "b");
    YOU(m, "Out", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);

    assert_int_equal(prove_goals_new(&goals, sc, NULL), EAR_OK);
    assert_int_equal(prove_suggest(&all, sc, NULL, &goals, &work, NULL), EAR_OK);
    assert_true(all.stopped);
    assert_false(all.whole);
    assert_int_equal(all.count, 1);
    assert_int_equal(all.roads[0].outcome, model_find_moment(sc, "end")); /* played on */
    prove_suggestions_release(&all);
    prove_goals_release(&goals);
    ear_scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_replies_three_times_are_three_roads),
        cmocka_unit_test(what_is_behind_meter_arithmetic_is_found),
        cmocka_unit_test(what_cannot_be_reached_is_told_apart_from_what_was_not_found),
        cmocka_unit_test(a_place_from_which_nothing_ends_is_reached_by_a_road_that_stops),
        cmocka_unit_test(a_reply_that_breaks_the_run_is_not_suggested),
        cmocka_unit_test(a_scenario_without_a_first_choice_is_an_error),
        cmocka_unit_test(what_was_found_until_it_is_stopped_has_its_road),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
