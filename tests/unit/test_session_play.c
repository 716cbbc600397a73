/* How a conversation goes on: statements, choices, visits, jumps, outcomes. */
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

static void events_come_in_playing_order(void **state)
{
    maker *m = maker_new();
    trace t = {0};

    (void)state;
    METER(m, "calm", "start=40");
    SKILL(m, "listen");
    KPI(m, "csat", "of=calm / 20");
    ROWS(m, "Order=4471", "Due=Tuesday");
    MOMENT(m, "a", "title=The call");
    NOTE(m, "Ask the room.");
    LINE(m, "(flat) Order 4471.");
    CUE(m, "sighs", "kind=sound");
    SILENCE(m, "3s");
    INFO(m, "Order 4471", "status=late");
    SCREEN(m, "Due=Thursday", "Label=torn");
    YOU(m, "Sorry.", "mood=calm +5", "skill=listen +2", "thinks=Well.", "why=Kind.",
        "go=end");
    OUTCOME(m, "end", "title=Done", "rating=strong");
    DEBRIEF(m, "What helped?");
    LINE(m, "Thanks.");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "start\n"
                    "screen Order=4471, Due=Tuesday\n"
                    "moment a 'The call'\n"
                    "note Ask the room.\n"
                    "Sam (flat): Order 4471.\n"
                    "cue sighs (sound)\n"
                    "silence 30\n"
                    "info Order 4471 [late]\n"
                    "screen Order=4471, Due=Thursday, Label=torn\n"
                    "choice Sorry.\n");
    trace_choose(s, "Sorry.", &t);
    assert_told(&t, "reply 1 a/sorry {Well.} <Kind.>\n"
                    "calm 40>45 reply\n"
                    "skill listen +2 reply\n"
                    "outcome end strong 'Done'\n"
                    "Sam: Thanks.\n"
                    "debrief What helped?\n"
                    "kpi csat 2.3\n"
                    "end 1 134\n"); /* 10 + 30 + 84 + 10 tenths */
    assert_true(ear_session_ended(s));
    assert_string_equal(ear_session_outcome(s), "end");
    close_all(s, sc, &t);
}

static void no_screen_at_top_level_gives_no_screen_event(void **state)
{
    maker *m = maker_new();
    trace t = {0};

    (void)state;
    MOMENT(m, "a");
    SCREEN(m, "Order=4471");
    GO(m, "end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "start\nmoment a\nscreen Order=4471\noutcome end mixed\nend 0 0\n");
    close_all(s, sc, &t);
}

static void a_reply_without_go_goes_on_after_the_choice(void **state)
{
    maker *m = maker_new();
    trace t = {0};

    (void)state;
    MOMENT(m, "a");
    YOU(m, "One");
    NOTE(m, "between replies");
    YOU(m, "Two");
    LINE(m, "Gathered.");
    YOU(m, "Three", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_take(&t);
    trace_choose(s, "Two", &t);
    assert_told(&t, "reply 1 a/two\nSam: Gathered.\nchoice Three\n");
    close_all(s, sc, &t);
}

static void statements_whose_condition_fails_are_passed_over(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " Sam cue moment outcome "};

    (void)state;
    METER(m, "calm", "start=40");
    MOMENT(m, "a");
    LINE(m, "Low.", "when=calm < 40");
    LINE(m, "Right.", "when=calm >= 40");
    CUE(m, "never", "when=calm > 99");
    GO(m, "never", "when=calm > 50");
    GO(m, "end", "when=calm == 40");
    OUTCOME(m, "never");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "moment a\nSam: Right.\noutcome end mixed\n");
    close_all(s, sc, &t);
}

static void a_reply_is_given_once_unless_again_says_otherwise(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " choice "};

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Once", "go=a");
    YOU(m, "Always", "again", "go=a");
    YOU(m, "Leave", "go=end", "fallback");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "choice Once | Always\n");
    trace_choose(s, "Once", &t);
    assert_told(&t, "choice Always\n");
    trace_choose(s, "Always", &t);
    assert_told(&t, "choice Always\n");
    close_all(s, sc, &t);
}

static void a_fallback_is_offered_only_when_nothing_else_is(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " choice "};

    (void)state;
    FLAG(m, "vip");
    MOMENT(m, "a");
    YOU(m, "Fallback", "fallback", "go=end");
    YOU(m, "Hidden fallback", "fallback", "when=vip", "go=end");
    YOU(m, "First", "go=a");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "choice First\n");
    trace_choose(s, "First", &t);
    assert_told(&t, "choice Fallback\n");
    close_all(s, sc, &t);
}

static void a_choice_with_nothing_on_offer_is_passed_over(void **state)
{
    maker *m = maker_new();
    trace t = {0};

    (void)state;
    FLAG(m, "vip");
    MOMENT(m, "a");
    YOU(m, "Never", "when=vip");
    LINE(m, "On we go.");
    GO(m, "end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "start\nmoment a\nSam: On we go.\noutcome end mixed\nend 0 12\n");
    close_all(s, sc, &t);
}

static void a_moment_may_change_the_channel(void **state)
{
    maker *m = maker_new();
    trace t = {0};

    (void)state;
    ABOUT(m, "Test", "channel=chat");
    MOMENT(m, "a", "channel=in-person");
    YOU(m, "Call", "visit=call");
    LINE(m, "Here again.");
    YOU(m, "Bye", "go=end");
    MOMENT(m, "call", "channel=phone");
    YOU(m, "Hang up");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_int_equal(sim_session_state(s)->channel, MODEL_IN_PERSON);
    trace_choose(s, "Call", &t);
    assert_int_equal(sim_session_state(s)->channel, MODEL_PHONE);
    trace_choose(s, "Hang up", &t); /* back where people meet */
    assert_int_equal(sim_session_state(s)->channel, MODEL_IN_PERSON);
    close_all(s, sc, &t);
}

static void debriefs_come_after_all_lines_and_ask_their_condition_then(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " outcome debrief Sam flag end "};

    (void)state;
    FLAG(m, "seen_it");
    MOMENT(m, "a");
    GO(m, "end");
    OUTCOME(m, "end", "rating=weak");
    DEBRIEF(m, "Only then", "when=seen_it");
    DEBRIEF(m, "Never", "when=not seen_it");
    LINE(m, "One.");
    SET(m, "seen_it");
    LINE(m, "Two.");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "outcome end weak\nSam: One.\nflag seen_it 1 statement\nSam: Two.\n"
                    "debrief Only then\nend 0 20\n");
    close_all(s, sc, &t);
}

static void figures_are_rounded_once_and_then_kept_in_range(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " kpi "};

    (void)state;
    METER(m, "calm", "start=50");
    KPI(m, "plain", "of=calm / 3");
    KPI(m, "half_away", "of=0 - 0.25");
    KPI(m, "floor", "of=calm / 100", "min=1.25");
    KPI(m, "roof", "of=calm", "max=4.75");
    MOMENT(m, "a");
    GO(m, "end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t,
                "kpi plain 16.7\nkpi half_away -0.3\nkpi floor 1.25\nkpi roof 4.75\n");
    close_all(s, sc, &t);
}

static void simulated_time_is_counted_in_tenths(void **state)
{
    maker *m = maker_new();
    trace t = {0};
    uint64_t now = 0;

    (void)state;
    MOMENT(m, "a");
    LINE(m, "Hm.");                     /* 1 word: at least 1 s */
    LINE(m, "One two three four five"); /* 2 s */
    LINE(m, "One [beat] two three");    /* 1.2 + 0.7 s */
    SILENCE(m, "2.5s");
    CUE(m, "a cue takes no time at all");
    YOU(m, "Three words here"); /* 8 + 1.2 s */
    YOU(m, "Quick", "seconds=1.5");
    HOLD(m, "Wait", "seconds=4");
    HOLD(m, "Just wait");
    GO(m, "end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);
    static const struct {
        const char *words;
        unsigned tenths;
    } replies[] = {{"Three", 92}, {"Quick", 15}, {"Wait", 40}, {"Just", 50}};

    now = ear_session_tenths(s);
    assert_int_equal(now, 10 + 20 + 19 + 25);
    for (size_t i = 0; i < 4; i++) {
        ear_session *copy = NULL;

        assert_int_equal(ear_session_copy(&copy, s, NULL), EAR_OK);
        trace_choose(copy, replies[i].words, &t);
        assert_int_equal(ear_session_tenths(copy), now + replies[i].tenths);
        ear_session_free(copy);
    }
    close_all(s, sc, &t);
}

static void a_run_may_begin_elsewhere_and_with_other_values(void **state)
{
    maker *m = maker_new();
    ear_options options = {.from = "b", .set = "calm=20, vip ,not late"};
    ear_session *s = NULL;
    ear_error err;
    trace t = {.only = " moment Sam "};
    int32_t calm = 0;
    bool vip = false;

    (void)state;
    METER(m, "calm", "start=50");
    FLAG(m, "vip");
    FLAG(m, "late");
    MOMENT(m, "a");
    GO(m, "b");
    MOMENT(m, "b");
    LINE(m, "Twenty.",
         "when=start(calm) == 20 and first(calm) == 20 and change(calm) == 0");
    LINE(m, "Lowest.", "when=lowest(calm) == 20 and highest(calm) == 20 and vip");
    YOU(m, "Bye", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    const ear_sink sink = trace_sink(&t);

    assert_int_equal(ear_session_new(&s, sc, &options, &err), EAR_OK);
    assert_true(ear_session_meter(s, "calm", &calm));
    assert_true(ear_session_flag(s, "vip", &vip));
    assert_int_equal(calm, 20);
    assert_true(vip);
    assert_false(ear_session_meter(s, "vip", &calm));
    assert_int_equal(ear_session_begin(s, &sink, &err), EAR_OK);
    assert_told(&t, "moment b\nSam: Twenty.\nSam: Lowest.\n");
    close_all(s, sc, &t);
}

static void a_beginning_that_does_not_exist_is_refused(void **state)
{
    static const struct {
        ear_options options;
        ear_status status;
        const char *says;
    } cases[] = {
        {{.from = "nowhere"}, EAR_E_NOT_FOUND, "nowhere"},
        {{.set = "calmm=3"}, EAR_E_NOT_FOUND, "calmm"},
        {{.set = "vop"}, EAR_E_NOT_FOUND, "vop"},
        {{.set = "not vop"}, EAR_E_NOT_FOUND, "'vop'"},
        {{.set = "calm=101"}, EAR_E_ARG, "0 to 100"},
        {{.set = "calm=3.5"}, EAR_E_ARG, "whole"},
        {{.set = "calm="}, EAR_E_ARG, "calm"},
    };
    maker *m = maker_new();

    (void)state;
    METER(m, "calm");
    FLAG(m, "vip");
    MOMENT(m, "a");
    GO(m, "end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ear_session *s = NULL;
        ear_error err;

        assert_int_equal(ear_session_new(&s, sc, &cases[i].options, &err),
                         cases[i].status);
        assert_null(s);
        assert_non_null(strstr(err.message, cases[i].says));
    }
    ear_scenario_free(sc);
}

static void calls_at_the_wrong_moment_are_refused(void **state)
{
    maker *m = maker_new();
    trace t = {0};
    ear_session *s = NULL;
    ear_error err;
    size_t index;

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Bye", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);

    assert_int_equal(ear_session_new(&s, sc, NULL, &err), EAR_OK);
    assert_int_equal(ear_session_choose(s, 0, NULL, &err), EAR_E_STATE);
    assert_int_equal(ear_session_find(s, "Bye", &index, &err), EAR_E_STATE);
    assert_int_equal(ear_session_offered(s), 0);
    assert_null(ear_session_outcome(s));
    assert_int_equal(ear_session_begin(s, NULL, &err), EAR_OK);
    assert_int_equal(ear_session_begin(s, NULL, &err), EAR_E_STATE);
    assert_int_equal(ear_session_choose(s, 1, NULL, &err), EAR_E_ARG);
    assert_string_equal(err.message, "there is no reply 2: 1 is on offer");
    assert_int_equal(ear_session_choose(s, SIZE_MAX, NULL, &err), EAR_E_ARG);
    assert_string_equal(ear_session_offered_id(s, 0), "a/bye");
    assert_null(ear_session_offered_id(s, 1));
    assert_int_equal(ear_session_choose(s, 0, NULL, &err), EAR_OK);
    assert_int_equal(ear_session_choose(s, 0, NULL, &err), EAR_E_STATE);
    assert_non_null(strstr(err.message, "ended"));
    close_all(s, sc, &t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_come_in_playing_order),
        cmocka_unit_test(no_screen_at_top_level_gives_no_screen_event),
        cmocka_unit_test(a_reply_without_go_goes_on_after_the_choice),
        cmocka_unit_test(statements_whose_condition_fails_are_passed_over),
        cmocka_unit_test(a_reply_is_given_once_unless_again_says_otherwise),
        cmocka_unit_test(a_fallback_is_offered_only_when_nothing_else_is),
        cmocka_unit_test(a_choice_with_nothing_on_offer_is_passed_over),
        cmocka_unit_test(a_moment_may_change_the_channel),
        cmocka_unit_test(debriefs_come_after_all_lines_and_ask_their_condition_then),
        cmocka_unit_test(figures_are_rounded_once_and_then_kept_in_range),
        cmocka_unit_test(simulated_time_is_counted_in_tenths),
        cmocka_unit_test(a_run_may_begin_elsewhere_and_with_other_values),
        cmocka_unit_test(a_beginning_that_does_not_exist_is_refused),
        cmocka_unit_test(calls_at_the_wrong_moment_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
