/* From moment to moment: go, visit and coming back, circles, dead ends and limits. */
#include "scenario_maker.h"
#include "session_trace.h"

#include "sim/look.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void close_all(ear_session *session, ear_scenario *scenario, trace *t)
{
    ear_session_free(session);
    ear_scenario_free(scenario);
    trace_end(t);
}

static ear_status begin_fails(maker *m, ear_error *err)
{
    ear_scenario *sc = maker_scenario(m);
    const ear_options options = {.seed = 1};
    ear_session *s = NULL;

    assert_int_equal(ear_session_new(&s, sc, &options, err), EAR_OK);

    const uint64_t hash = ear_session_hash(s);
    const ear_status status = ear_session_begin(s, NULL, err);

    assert_true(status == EAR_OK || ear_session_hash(s) == hash);
    ear_session_free(s);
    ear_scenario_free(sc);
    return status;
}

static void an_empty_choice_with_nothing_after_it_ends_the_run(void **state)
{
    maker *m = maker_new();
    ear_error err;

    (void)state;
    FLAG(m, "vip");
    MOMENT(m, "a");

    const uint32_t line = YOU(m, "Never", "when=vip");

    OUTCOME(m, "end");
    assert_int_equal(begin_fails(m, &err), EAR_E_STUCK);
    assert_non_null(strstr(err.message, "no reply is on offer"));
    assert_string_equal(err.file, "test.lua");
    assert_int_equal(err.line, line);
}

static void a_moment_that_leads_nowhere_ends_the_run(void **state)
{
    maker *m = maker_new();
    ear_error err;

    (void)state;

    const uint32_t line = MOMENT(m, "a");

    LINE(m, "And now?");
    OUTCOME(m, "end");
    assert_int_equal(begin_fails(m, &err), EAR_E_STUCK);
    assert_non_null(strstr(err.message, "'a'"));
    assert_non_null(strstr(err.message, "leads nowhere"));
    assert_int_equal(err.line, line);
}

static void a_circle_without_a_reply_names_its_moments(void **state)
{
    maker *m = maker_new();
    ear_error err;

    (void)state;
    MOMENT(m, "a");
    GO(m, "b");
    MOMENT(m, "b");
    LINE(m, "Again.");
    GO(m, "c");
    MOMENT(m, "c");
    GO(m, "b");
    OUTCOME(m, "end");
    assert_int_equal(begin_fails(m, &err), EAR_E_STUCK);
    assert_non_null(strstr(err.message, "'b', 'c'") ? err.message
                                                    : strstr(err.message, "'c', 'b'"));
    assert_null(strstr(err.message, "'a'"));
}

static void visits_may_be_64_deep_and_no_deeper(void **state)
{
    maker *m = maker_new();
    ear_error err;

    (void)state;
    METER(m, "deep", "start=0");
    MOMENT(m, "a");
    MOOD(m, "deep +1");
    VISIT(m, "a", "when=deep < 65");
    GO(m, "end", "when=deep == 65");
    OUTCOME(m, "end");
    assert_int_equal(begin_fails(m, &err), EAR_OK);

    m = maker_new();
    METER(m, "deep", "start=0");
    MOMENT(m, "a");
    MOOD(m, "deep +1");
    VISIT(m, "a", "when=deep < 66");
    GO(m, "end");
    OUTCOME(m, "end");
    assert_int_equal(begin_fails(m, &err), EAR_E_LIMIT);
    assert_non_null(strstr(err.message, "64"));
}

static void a_long_stretch_below_the_limit_plays(void **state)
{
    maker *m = maker_new();
    ear_error err;

    (void)state;
    METER(m, "n", "start=0", "max=100000");
    MOMENT(m, "a"); /* three statements a round but for the last, which has two */
    MOOD(m, "n +1");
    GO(m, "end", "when=n == 33333");
    NOTE(m, "round");
    GO(m, "a");
    OUTCOME(m, "end");
    assert_int_equal(begin_fails(m, &err), EAR_OK);
}

static void a_visit_comes_back_without_a_moment_event(void **state)
{
    maker *m = maker_new();
    trace t = {0};

    (void)state;
    MOMENT(m, "a");
    VISIT(m, "b");
    LINE(m, "Back.");
    LINE(m, "Once.", "when=visits(a) == 1 and visits(b) == 1");
    GO(m, "end");
    MOMENT(m, "b");
    LINE(m, "Inside.");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "start\nmoment a\nmoment b\nSam: Inside.\nSam: Back.\nSam: Once.\n"
                    "outcome end mixed\nend 0 30\n");
    close_all(s, sc, &t);
}

static void a_go_leaves_every_visit(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " moment Sam choice outcome "};

    (void)state;
    MOMENT(m, "a");
    VISIT(m, "b");
    LINE(m, "Never said.");
    MOMENT(m, "b");
    VISIT(m, "c");
    LINE(m, "Never said.");
    MOMENT(m, "c");
    GO(m, "d");
    MOMENT(m, "d");
    YOU(m, "Deep?", "go=e");
    MOMENT(m, "e");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);
    const model_state *now = sim_session_state(s);

    assert_told(&t, "moment a\nmoment b\nmoment c\nmoment d\nchoice Deep?\n");
    assert_int_equal(now->depth, 0);
    for (int i = 0; i < 4; i++) { /* nothing is left behind where visits were */
        assert_int_equal(now->visits[i].statement, 0);
        assert_int_equal(now->visits[i].go, 0);
    }
    assert_int_equal(ear_session_choose(s, 0, NULL, NULL), EAR_E_STUCK); /* e is dead */
    close_all(s, sc, &t);
}

static void a_reply_with_visit_and_go_visits_and_then_goes(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " moment Sam choice outcome "};

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Visit and go", "visit=side", "go=b");
    YOU(m, "Visit only", "visit=side");
    LINE(m, "After the choice.");
    GO(m, "b");
    MOMENT(m, "side");
    LINE(m, "Aside.");
    YOU(m, "Hm.", "again");
    MOMENT(m, "b");
    LINE(m, "Second b.", "when=visits(b) > 1");
    YOU(m, "Back", "again", "go=a");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "moment a\nchoice Visit and go | Visit only\n");
    trace_choose(s, "Visit and go", &t);
    assert_told(&t, "moment side\nSam: Aside.\nchoice Hm.\n");
    trace_choose(s, "Hm.", &t);
    assert_told(&t, "moment b\nchoice Back\n");
    trace_choose(s, "Back", &t);
    assert_told(&t, "moment a\nchoice Visit only\n");
    trace_choose(s, "Visit only", &t);
    assert_told(&t, "moment side\nSam: Aside.\nchoice Hm.\n");
    trace_choose(s, "Hm.", &t);
    assert_string_equal(ear_session_moment(s), "b");
    close_all(s, sc, &t);
}

static void a_go_after_a_replys_visit_leaves_outer_visits_too(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " moment Sam outcome "};

    (void)state;
    MOMENT(m, "a");
    VISIT(m, "b");
    LINE(m, "Never said.");
    MOMENT(m, "b");
    YOU(m, "Off", "visit=side", "go=end");
    MOMENT(m, "side");
    LINE(m, "Aside.");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_take(&t);
    trace_choose(s, "Off", &t);
    assert_told(&t, "moment side\nSam: Aside.\noutcome end mixed\n");
    close_all(s, sc, &t);
}

static void a_reply_inside_a_visit_without_go_stays_inside(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " Sam choice "};

    (void)state;
    MOMENT(m, "a");
    VISIT(m, "b");
    LINE(m, "Home.");
    YOU(m, "Bye", "go=end");
    MOMENT(m, "b");
    YOU(m, "Stay");
    LINE(m, "Still here.");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_take(&t);
    trace_choose(s, "Stay", &t);
    assert_told(&t, "Sam: Still here.\nSam: Home.\nchoice Bye\n");
    close_all(s, sc, &t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_circle_without_a_reply_names_its_moments),
        cmocka_unit_test(visits_may_be_64_deep_and_no_deeper),
        cmocka_unit_test(a_visit_comes_back_without_a_moment_event),
        cmocka_unit_test(a_go_leaves_every_visit),
        cmocka_unit_test(a_reply_with_visit_and_go_visits_and_then_goes),
        cmocka_unit_test(a_go_after_a_replys_visit_leaves_outer_visits_too),
        cmocka_unit_test(a_reply_inside_a_visit_without_go_stays_inside),
        cmocka_unit_test(a_moment_that_leads_nowhere_ends_the_run),
        cmocka_unit_test(an_empty_choice_with_nothing_after_it_ends_the_run),
        cmocka_unit_test(a_long_stretch_below_the_limit_plays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
