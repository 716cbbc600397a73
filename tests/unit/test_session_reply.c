/* What comes of a reply: the seven steps, and everything that they move. */
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

static int32_t meter(const ear_session *session, const char *id)
{
    int32_t value = INT32_MIN;

    assert_true(ear_session_meter(session, id, &value));
    return value;
}

static void the_seven_steps_come_in_order(void **state)
{
    maker *m = maker_new();
    trace t = {0};

    (void)state;
    METER(m, "calm", "start=50", "drift=toward 45 by 2");
    METER(m, "trust", "start=50");
    FLAG(m, "said_it");
    FLAG(m, "own_it");
    FLAG(m, "ruled");
    SKILL(m, "listen");
    INTENT(m, "soothe", "set=said_it", "mood=calm +10", "skill=listen +1");
    RULE(m, "calmer", "when=calm > 60", "set=ruled", "mood=trust +1", "skill=listen +3",
         "thinks=Oh.", "why=So.");
    MOMENT(m, "a");
    YOU(m, "There, there.", "intent=soothe", "set=own_it", "mood=calm +5",
        "skill=listen +2", "answer=(softer) Thanks.", "go=b");
    MOMENT(m, "b");
    YOU(m, "Bye", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_take(&t);
    trace_choose(s, "There", &t);
    assert_told(&t, "reply 1 a/there-there\n"
                    "flag said_it 1 intent\n"
                    "flag own_it 1 reply\n"
                    "calm 50>60 intent\n"
                    "calm 60>65 reply\n"
                    "skill listen +1 intent\n"
                    "skill listen +2 reply\n"
                    "rule calmer {Oh.} <So.>\n"
                    "flag ruled 1 rule:0\n"
                    "trust 50>51 rule:0\n"
                    "skill listen +3 rule:0\n"
                    "calm 65>63 drift\n"
                    "Sam (softer): Thanks.\n"
                    "moment b\n"
                    "choice Bye\n");
    close_all(s, sc, &t);
}

static void a_rules_go_drops_the_replys_visit_and_go(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " rule moment Sam outcome "};

    (void)state;
    METER(m, "calm", "start=50");
    RULE(m, "leaves", "when=calm < 30", "go=left");
    RULE(m, "still asked", "when=calm < 30", "go=never", "mood=calm -1");
    MOMENT(m, "a");
    YOU(m, "No.", "mood=calm -30", "visit=side", "go=b", "answer=Then bye.");
    MOMENT(m, "side");
    LINE(m, "Never said.");
    MOMENT(m, "b");
    MOMENT(m, "never");
    OUTCOME(m, "left");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_take(&t);
    trace_choose(s, "No.", &t);
    assert_told(&t,
                "rule leaves\nrule still asked\nSam: Then bye.\noutcome left mixed\n");
    assert_int_equal(meter(s, "calm"), 19); /* later rules still run */
    close_all(s, sc, &t);
}

static void rules_are_asked_in_their_turn(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " rule "};

    (void)state;
    METER(m, "calm", "start=50");
    FLAG(m, "first_done");
    RULE(m, "second before first", "when=first_done");
    RULE(m, "first", "set=first_done", "once");
    RULE(m, "second", "when=first_done", "mood=calm +1");
    RULE(m, "sees the change", "when=calm == 51");
    MOMENT(m, "a");
    YOU(m, "On", "again", "go=a");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_choose(s, "On", &t);
    assert_told(&t, "rule first\nrule second\nrule sees the change\n");
    trace_choose(s, "On", &t); /* "first" happens once */
    assert_told(&t, "rule second before first\nrule second\n");
    close_all(s, sc, &t);
}

static void rules_know_the_reply_and_what_it_gained(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " rule "};

    (void)state;
    METER(m, "calm", "start=95");
    INTENT(m, "soothe", "mood=calm -2");
    RULE(m, "this reply", "when=now('a/one')");
    RULE(m, "this intent", "when=now(soothe)");
    RULE(m, "clamped", "when=gained(calm) > 3");
    MOMENT(m, "a");
    YOU(m, "One", "intent=soothe", "mood=calm +30", "go=a"); /* kept at 100: a net of 5 */
    YOU(m, "Two", "go=a");
    YOU(m, "Bye", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_choose(s, "One", &t);
    assert_told(&t, "rule this reply\nrule this intent\nrule clamped\n");
    trace_choose(s, "Two", &t);
    assert_told(&t, "");
    close_all(s, sc, &t);
}

static void gained_is_the_net_change_of_step_two(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " rule "};

    (void)state;
    METER(m, "calm", "start=50");
    INTENT(m, "soothe", "mood=calm -2");
    RULE(m, "net three", "when=gained(calm) == 3", "mood=calm -50");
    RULE(m, "rules are no gain", "when=gained(calm) == 3");
    MOMENT(m, "a");
    YOU(m, "One", "intent=soothe", "mood=calm +5", "go=b");
    MOMENT(m, "b");
    YOU(m, "Nothing", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);
    const model_layout *layout = sim_session_layout(s);

    trace_choose(s, "One", &t);
    assert_told(&t, "rule net three\nrule rules are no gain\n");
    assert_int_equal(*model_ints(sim_session_state(s), layout->gained), 0);
    trace_choose(s, "Nothing", &t);
    assert_told(&t, "");
    close_all(s, sc, &t);
}

static void the_value_is_rounded_and_not_the_step(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " calm "};

    (void)state;
    METER(m, "calm", "start=50", "min=-100");
    MOMENT(m, "a");
    MOOD(m, "calm - 2.5");          /* 47.5 is 48 */
    MOOD(m, "calm - 50.5");         /* -2.5 is -3 */
    MOOD(m, "calm + (calm / 2)");   /* -4.5 is -5 */
    MOOD(m, "calm - (0 - 10)");     /* a negative loss raises */
    MOOD(m, "calm = (200 / 3)");    /* 66.7 */
    MOOD(m, "calm + 0, calm = 67"); /* nothing changes: no event */
    MOOD(m, "calm + 50");           /* kept in range */
    MOOD(m, "calm + 5");            /* at the wall already */
    MOOD(m, "calm = -500");
    GO(m, "end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "calm 50>48 statement\ncalm 48>-3 statement\ncalm -3>-5 statement\n"
                    "calm -5>5 statement\ncalm 5>67 statement\ncalm 67>100 statement\n"
                    "calm 100>-100 statement\n");
    close_all(s, sc, &t);
}

static void effects_that_change_nothing_give_no_event(void **state)
{
    maker *m = maker_new();
    trace t = {0};

    (void)state;
    METER(m, "calm", "start=50");
    FLAG(m, "vip");
    SKILL(m, "listen");
    MOMENT(m, "a");
    YOU(m, "One", "mood=calm = 50", "set=not vip", "skill=listen +0", "go=b");
    MOMENT(m, "b");
    YOU(m, "Two", "go=a");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_take(&t);
    trace_choose(s, "One", &t);
    assert_told(&t, "reply 1 a/one\nmoment b\nchoice Two\n");
    close_all(s, sc, &t);
}

static void parts_of_an_effect_see_the_parts_before_them(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " calm trust flag "};

    (void)state;
    METER(m, "calm", "start=10");
    METER(m, "trust", "start=10");
    FLAG(m, "x");
    FLAG(m, "y");
    MOMENT(m, "a");
    MOOD(m, "calm + 5, trust + (calm), calm + (trust)");
    SET(m, "x, y, not x");
    GO(m, "end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "calm 10>15 statement\ntrust 10>25 statement\ncalm 15>40 statement\n"
                    "flag x 1 statement\nflag y 1 statement\nflag x 0 statement\n");
    close_all(s, sc, &t);
}

static void gains_of_a_fading_intent_shrink_with_each_use(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " calm trust worry "};

    (void)state;
    METER(m, "calm", "start=0", "max=1000");
    METER(m, "trust", "start=500", "max=1000");
    METER(m, "worry", "start=0", "max=1000");
    INTENT(m, "sorry", "mood=calm +100, trust -10, worry = 7, trust - (0 - 10)",
           "fades=0.6");
    MOMENT(m, "a");
    YOU(m, "Sorry", "intent=sorry", "mood=worry = 0, worry +100, worry = 0", "again",
        "go=a");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_choose(s, "Sorry", &t);
    assert_told(&t, "calm 0>100 intent\ntrust 500>490 intent\nworry 0>7 intent\n"
                    "trust 490>500 intent\nworry 7>0 reply\nworry 0>100 reply\n"
                    "worry 100>0 reply\n");
    trace_choose(s, "Sorry", &t);
    assert_told(&t, "calm 100>160 intent\ntrust 500>490 intent\nworry 0>7 intent\n"
                    "trust 490>496 intent\nworry 7>0 reply\nworry 0>100 reply\n"
                    "worry 100>0 reply\n");
    trace_choose(s, "Sorry", &t); /* 100 * 0.36; 10 * 0.36 = 3.6, so 486 + 3.6 */
    assert_told(&t, "calm 160>196 intent\ntrust 496>486 intent\nworry 0>7 intent\n"
                    "trust 486>490 intent\nworry 7>0 reply\nworry 0>100 reply\n"
                    "worry 100>0 reply\n");
    for (int i = 0; i < 200; i++)
        trace_choose(s, "Sorry", &t);
    assert_int_equal(meter(s, "calm"),
                     251); /* 196, 218, 231, 239, 244, 247, 249, 250, 251 */
    close_all(s, sc, &t);
}

static void a_drift_moves_toward_its_value_and_not_past_it(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " up down still far "};

    (void)state;
    METER(m, "up", "start=40", "drift=toward 45 by 2");
    METER(m, "down", "start=50", "drift=toward 45 by 2.5");
    METER(m, "still", "start=45", "drift=toward 45 by 2");
    METER(m, "far", "start=0", "drift=toward 100 by 60");
    MOMENT(m, "a");
    YOU(m, "On", "again", "go=a");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "");
    trace_choose(s, "On", &t);
    assert_told(&t, "up 40>42 drift\ndown 50>48 drift\nfar 0>60 drift\n");
    trace_choose(s, "On", &t);
    assert_told(&t, "up 42>44 drift\ndown 48>46 drift\nfar 60>100 drift\n");
    trace_choose(s, "On", &t);
    assert_told(&t, "up 44>45 drift\ndown 46>45 drift\n");
    close_all(s, sc, &t);
}

static void extremes_count_every_value_passed_through(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " Sam "};

    (void)state;
    METER(m, "calm", "start=50");
    MOMENT(m, "a");
    YOU(m, "On", "mood=calm +20, calm -40, calm +20", "go=b");
    MOMENT(m, "b");
    LINE(m, "Lowest.", "when=lowest(calm) == 30");
    LINE(m, "Highest.", "when=highest(calm) == 70");
    LINE(m, "The first of two as far.", "when=extreme(calm) == 70");
    YOU(m, "Down", "mood=calm -21", "go=c");
    MOMENT(m, "c");
    LINE(m, "Now it is farther.", "when=extreme(calm) == 29 and change(calm) == -21");
    YOU(m, "Bye", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_choose(s, "On", &t);
    assert_told(&t, "Sam: Lowest.\nSam: Highest.\nSam: The first of two as far.\n");
    trace_choose(s, "Down", &t);
    assert_told(&t, "Sam: Now it is farther.\n");
    close_all(s, sc, &t);
}

static void first_is_taken_after_the_drifts_of_the_first_reply(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " Sam "};

    (void)state;
    METER(m, "calm", "start=50", "drift=toward 0 by 1");
    RULE(m, "before that it is the start", "when=first(calm) == 50 and turn == 1",
         "mood=calm -10");
    MOMENT(m, "a");
    MOOD(m, "calm +5");
    YOU(m, "On", "mood=calm +5", "answer=Hm.", "go=b");
    MOMENT(m, "b");
    MOOD(m, "calm +30");
    LINE(m, "Forty-nine.", "when=first(calm) == 49"); /* 55 + 5 - 10 - 1 */
    YOU(m, "On", "go=c");
    MOMENT(m, "c");
    LINE(m, "Still.", "when=first(calm) == 49");
    YOU(m, "Bye", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_choose(s, "On", &t);
    assert_told(&t, "Sam: Hm.\nSam: Forty-nine.\n");
    trace_choose(s, "On", &t);
    assert_told(&t, "Sam: Still.\n");
    close_all(s, sc, &t);
}

static void counts_are_there_for_conditions(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " Sam "};

    (void)state;
    INTENT(m, "soothe");
    SKILL(m, "listen");
    MOMENT(m, "a");
    LINE(m, "Start.", "id=greeting",
         "when=turn == 0 and not seen('a/on') and since('a/on') == -1");
    LINE(m, "Counted.", "when=chosen('a/on') == 2 and said(soothe) == 2 and turn == 2");
    LINE(m, "Visited.", "when=visits(a) == 3 and seen(greeting) and points(listen) == 4");
    LINE(m, "Since.", "when=since('a/on') == 0 and since(greeting) == turn");
    YOU(m, "On", "intent=soothe", "skill=listen +2", "again", "go=a");
    YOU(m, "Other", "again", "go=b");
    MOMENT(m, "b");
    LINE(m, "One ago.", "when=since('a/on') == 1 and since('a/other') == 0");
    YOU(m, "Bye", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "Sam: Start.\n");
    trace_choose(s, "On", &t);
    assert_told(&t, "Sam: Since.\n");
    trace_choose(s, "On", &t);
    assert_told(&t, "Sam: Counted.\nSam: Visited.\nSam: Since.\n");
    trace_choose(s, "Other", &t);
    assert_told(&t, "Sam: One ago.\n");
    close_all(s, sc, &t);
}

static void chance_is_seeded_and_decided_when_a_choice_is_offered(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " choice "};
    unsigned lucky = 0;

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Maybe", "when=chance(0.3)", "go=end");
    YOU(m, "Sure", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    const ear_sink sink = trace_sink(&t);

    for (uint64_t seed = 0; seed < 1000; seed++) {
        const ear_options options = {.seed = seed};
        ear_session *s = NULL;

        assert_int_equal(ear_session_new(&s, sc, &options, NULL), EAR_OK);
        assert_int_equal(ear_session_begin(s, NULL, NULL), EAR_OK);

        const size_t offered = ear_session_offered(s);

        assert_int_equal(ear_session_show(s, &sink, NULL), EAR_OK);
        assert_told(&t, offered == 2 ? "choice Maybe | Sure\n" : "choice Sure\n");
        assert_int_equal(ear_session_offered(s), offered);
        lucky += offered == 2;
        ear_session_free(s);
    }
    assert_in_range(lucky, 250, 350);
    ear_scenario_free(sc);
    trace_end(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_seven_steps_come_in_order),
        cmocka_unit_test(a_rules_go_drops_the_replys_visit_and_go),
        cmocka_unit_test(rules_are_asked_in_their_turn),
        cmocka_unit_test(rules_know_the_reply_and_what_it_gained),
        cmocka_unit_test(gained_is_the_net_change_of_step_two),
        cmocka_unit_test(the_value_is_rounded_and_not_the_step),
        cmocka_unit_test(effects_that_change_nothing_give_no_event),
        cmocka_unit_test(parts_of_an_effect_see_the_parts_before_them),
        cmocka_unit_test(gains_of_a_fading_intent_shrink_with_each_use),
        cmocka_unit_test(a_drift_moves_toward_its_value_and_not_past_it),
        cmocka_unit_test(extremes_count_every_value_passed_through),
        cmocka_unit_test(first_is_taken_after_the_drifts_of_the_first_reply),
        cmocka_unit_test(counts_are_there_for_conditions),
        cmocka_unit_test(chance_is_seeded_and_decided_when_a_choice_is_offered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
