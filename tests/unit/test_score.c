/* What a run came to. Every figure below was worked out by hand from the rules in
 * sim/score.h. */
#include "scenario_maker.h"

#include "sim/look.h"
#include "sim/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define REPLY(name)                                                                      \
    {                                                                                    \
        .kind = SIM_ACT_REPLY, .id = (name)                                              \
    }
#define ANSWER(n)                                                                        \
    {                                                                                    \
        .kind = SIM_ACT_NOTICE, .option = (n)                                            \
    }
#define BACK                                                                             \
    {                                                                                    \
        .kind = SIM_ACT_BACK                                                             \
    }
#define SCORE(sc, ...)                                                                   \
    score_of(sc, (const sim_act[]){__VA_ARGS__},                                         \
             sizeof((const sim_act[]){__VA_ARGS__}) / sizeof(sim_act))

static sim_score *score_of(const ear_scenario *sc, const sim_act *acts, size_t count)
{
    const sim_record record = {.scenario = sc, .seed = 1, .acts = acts, .count = count};
    sim_score *score = NULL;
    ear_error err = {0};

    if (sim_score_new(&score, &record, &err) != EAR_OK)
        fail_msg("%s", err.message);
    return score;
}

static void close_all(sim_score *score, ear_scenario *sc)
{
    sim_score_free(score);
    ear_scenario_free(sc);
}

/* Three choices; calm shows, heard shows, progress does not. */
static ear_scenario *three_choices(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=40", "shows=tension");
    METER(m, "heard", "start=20", "shows=engagement");
    METER(m, "progress", "start=0");
    SKILL(m, "listen");
    SKILL(m, "own");
    SKILL(m, "notice");
    INTENT(m, "reflect", "mood=heard +20", "skill=listen +1", "rating=4");
    INTENT(m, "act", "mood=progress +40");
    RULE(m, "too soon", "when=heard < 40 and now(act)", "mood=calm -10", "skill=own -1",
         "thinks=Already?", "why=Too soon.");
    RULE(m, "quietly", "when=now(reflect)", "mood=calm +2");
    KPI(m, "csat", "of=calm / 7", "min=1", "max=5");
    MOMENT(m, "a");
    LINE(m, "(flat) Hello.");
    CUE(m, "sighs", "answered_by=reflect");
    CUE(m, "coughs");
    NOTICE(m, "How is he?", "option=Fine", "option=Hurt", "answer=2");
    YOU(m, "You sound tired.", "intent=reflect", "skill=listen +1", "thinks=I am.",
        "why=Names it.", "id=tired");
    YOU(m, "I'll send one.", "intent=act", "mood=calm -6", "skill=own +2", "id=send");
    YOU(m, "And?", "mood=calm -20", "skill=listen -1", "id=and");
    LINE(m, "(tight) Well.");
    CUE(m, "typed, then deleted it", "answered_by=ask");
    YOU(m, "Here is one.", "intent=act", "skill=own +3", "id=here");
    YOU(m, "Hm.", "id=hm", "rating=2");
    GO(m, "b");
    MOMENT(m, "b");
    LINE(m, "(soft) And now?");
    CUE(m, "waits", "answered_by=reflect");
    YOU(m, "That was long.", "intent=reflect", "go=end", "id=long");
    YOU(m, "Bye.", "go=end", "id=bye", "mood=calm +30");
    OUTCOME(m, "end", "title=Over", "rating=strong", "summary=With calm at {calm}.");
    LINE(m, "(warm) Bye.");
    DEBRIEF(m, "One.");
    DEBRIEF(m, "Two.");
    return maker_scenario(m);
}

static void the_start_and_each_reply_are_a_point(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *score = SCORE(sc, REPLY("tired"), REPLY("here"), REPLY("bye"));

    (void)state;
    assert_int_equal(score->turn_count, 3);
    /* calm 40, heard 20; progress shows nothing and is left out. */
    assert_int_equal(score->points[0].mood.ease, 300000);
    assert_int_equal(score->points[0].mood.tension, 600000);
    assert_int_equal(score->points[0].mood.engagement, 200000);
    assert_int_equal(score->points[0].mood.warmth,
                     -400000); /* by ease: nothing shows it */
    assert_int_equal(score->points[0].change, 0);
    assert_string_equal(score->points[0].tone, "flat");
    /* heard +20, the quiet rule calm +2 */
    assert_int_equal(score->points[1].mood.ease, 410000);
    assert_int_equal(score->points[1].change, 110000);
    assert_int_equal(score->points[1].meters[1], 40);
    assert_string_equal(score->points[1].tone, "tight");
    /* nothing that shows has moved */
    assert_int_equal(score->points[2].change, 0);
    assert_int_equal(score->points[2].meters[2], 40);
    assert_int_equal(score->points[3].mood.ease, 560000);
    assert_string_equal(score->points[3].tone, "warm");
    close_all(score, sc);
}

static void a_turn_tells_what_was_said_thought_and_on_offer(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *score = SCORE(sc, REPLY("send"), REPLY("hm"));
    const sim_turn *first = &score->turns[0], *second = &score->turns[1];

    (void)state;
    assert_string_equal(first->words, "I'll send one.");
    assert_string_equal(first->thinks, "");
    assert_int_equal(first->option_count, 3);
    assert_string_equal(first->options[0].words, "You sound tired.");
    assert_int_equal(first->rule_count, 1);
    assert_string_equal(first->rules[0].thinks, "Already?");
    assert_string_equal(first->rules[0].why, "Too soon.");
    assert_int_equal(first->rating, 0);
    assert_int_equal(second->rating, 2);
    assert_int_equal(second->rule_count, 0);
    assert_int_equal(score->outcome, MODEL_NONE);
    assert_string_equal(score->title, "");
    close_all(score, sc);
}

static void an_intent_rates_a_reply_that_does_not_say(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *score = SCORE(sc, REPLY("tired"));

    (void)state;
    assert_int_equal(score->turns[0].rating, 4);
    assert_string_equal(score->turns[0].thinks, "I am.");
    assert_string_equal(score->turns[0].why, "Names it.");
    assert_int_equal(score->turns[0].rule_count, 0); /* the quiet rule says nothing */
    close_all(score, sc);
}

static void skills_are_earned_out_of_the_most_that_was_offered(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *score = SCORE(sc, ANSWER(1), REPLY("send"), REPLY("here"), REPLY("long"));

    (void)state;
    /* listen: offered 2 at the first choice, 0, 1; earned at the last. */
    assert_int_equal(score->skills[0].earned, 1);
    assert_int_equal(score->skills[0].possible, 3);
    assert_int_equal(score->skills[0].best, 3);
    assert_int_equal(score->skills[0].missed, 1);
    /* own: 2 of 2, less the rule's 1; 3 of 3, less the rule's 1 (heard is 20). */
    assert_int_equal(score->turns[0].earned[1], 1);
    assert_int_equal(score->turns[1].earned[1], 2);
    assert_int_equal(score->skills[1].earned, 3);
    assert_int_equal(score->skills[1].possible, 5);
    assert_int_equal(score->skills[1].best, 2);
    /* notice: the right answer, which is no reply's doing. */
    assert_int_equal(score->skills[2].earned, 1);
    assert_int_equal(score->skills[2].possible, 1);
    assert_int_equal(score->skills[2].best, 0);
    close_all(score, sc);
}

static void what_was_earned_is_never_more_than_what_was_possible(void **state)
{
    maker *m = maker_new();

    (void)state;
    SKILL(m, "listen");
    RULE(m, "bonus", "when=turn == 1", "skill=listen +5");
    MOMENT(m, "a");
    YOU(m, "One", "skill=listen +1", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    sim_score *score = SCORE(sc, REPLY("a/one"));

    assert_int_equal(score->skills[0].earned, 6);
    assert_int_equal(score->skills[0].possible, 6);
    close_all(score, sc);
}

static void a_wrong_answer_and_none_earn_nothing(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *wrong = SCORE(sc, ANSWER(0), REPLY("tired"));
    sim_score *none = SCORE(sc, REPLY("tired"));

    (void)state;
    assert_int_equal(wrong->notice_count, 1);
    assert_int_equal(wrong->notices[0].option, 0);
    assert_true(wrong->notices[0].judged);
    assert_false(wrong->notices[0].right);
    assert_int_equal(wrong->skills[2].earned, 0);
    assert_int_equal(wrong->skills[2].possible, 1);
    assert_string_equal(wrong->notices[0].question, "How is he?");
    assert_string_equal(wrong->notices[0].options[1], "Hurt");
    assert_int_equal(none->notices[0].option, MODEL_NONE);
    assert_int_equal(none->skills[2].possible, 1);
    sim_score_free(none);
    close_all(wrong, sc);
}

static void a_sign_is_caught_by_the_reply_that_answers_it(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *caught = SCORE(sc, REPLY("tired"), REPLY("here"), REPLY("bye"));
    sim_score *missed = SCORE(sc, REPLY("and"));

    (void)state;
    assert_int_equal(caught->cue_count, 4);
    assert_string_equal(caught->cues[0].words, "sighs");
    assert_int_equal(caught->cues[0].point, 0);
    assert_int_equal(caught->cues[0].caught, SIM_CUE_CAUGHT);
    /* names no answer */
    assert_int_equal(caught->cues[1].caught, SIM_CUE_OPEN);
    /* nothing on offer answered it */
    assert_string_equal(caught->cues[2].words, "typed, then deleted it");
    assert_int_equal(caught->cues[2].caught, SIM_CUE_OPEN);
    assert_string_equal(caught->cues[3].words, "waits");
    assert_int_equal(caught->cues[3].point, 2);
    assert_int_equal(caught->cues[3].caught, SIM_CUE_MISSED);
    assert_int_equal(missed->cues[0].caught, SIM_CUE_MISSED);
    sim_score_free(missed);
    close_all(caught, sc);
}

static void it_turned_at_the_largest_rise_after_the_lowest_point(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *score = SCORE(sc, REPLY("and"), REPLY("hm"), REPLY("bye"));

    (void)state;
    assert_int_equal(score->turned, 3); /* -10, 0, +15 */
    assert_false(score->slipped);
    assert_int_equal(score->costly, 1);
    assert_int_equal(score->weakest[0], 1);
    assert_int_equal(score->weakest[1], 2);
    close_all(score, sc);
}

static void a_run_that_only_falls_slipped_at_its_largest_fall(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *score = SCORE(sc, REPLY("send"), REPLY("here"));

    (void)state;
    assert_int_equal(score->points[1].change, -80000); /* -6, and the rule's -10 */
    assert_int_equal(score->points[2].change, -50000);
    assert_int_equal(score->turned, 1);
    assert_true(score->slipped);
    assert_int_equal(score->costly, 1);
    assert_int_equal(score->weakest[0], 2);
    assert_int_equal(score->weakest[1], 0);
    close_all(score, sc);
}

static void a_run_without_a_reply_has_a_beginning_only(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *score = score_of(sc, NULL, 0);

    (void)state;
    assert_int_equal(score->turn_count, 0);
    assert_int_equal(score->points[0].meters[0], 40);
    assert_int_equal(score->turned, 0);
    assert_int_equal(score->weakest[0], 0);
    assert_int_equal(score->skills[0].possible, 0);
    assert_int_equal(score->cues[0].caught, SIM_CUE_OPEN);
    assert_int_equal(score->heard, 22); /* 1 + 6 * 0.2 */
    close_all(score, sc);
}

static void the_end_brings_figures_words_and_an_answer(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *score = SCORE(sc, REPLY("tired"), REPLY("here"), REPLY("long"));

    (void)state;
    assert_string_equal(score->title, "Over");
    assert_int_equal(sc->moments[score->outcome].rating, MODEL_STRONG);
    assert_string_equal(score->summary, "With calm at 44.");
    assert_int_equal(score->debrief_count, 2);
    assert_string_equal(score->debrief[0], "One.");
    assert_string_equal(score->debrief[1], "Two.");
    assert_int_equal(score->figure_count, 1);
    assert_int_equal(score->figures[0].tenths, 50); /* 44 / 7 = 6.3, and 5 is the most */
    assert_int_equal(score->heard, 46);             /* heard 60: 1 + 6 * 0.6 */
    assert_int_equal(score->held, 3);
    assert_string_equal(score->stopped, "");
    close_all(score, sc);
}

static void heard_is_engagement_where_no_meter_is_called_so(void **state)
{
    maker *m = maker_new();

    (void)state;
    METER(m, "calm", "start=25", "shows=tension");
    MOMENT(m, "a");
    YOU(m, "One", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    sim_score *score = SCORE(sc, REPLY("a/one"));

    assert_int_equal(score->heard, 25); /* ease stands in: 1 + 6 * 0.25 */
    close_all(score, sc);
}

static void what_was_taken_back_is_kept_apart(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *score =
        SCORE(sc, ANSWER(1), REPLY("and"), BACK, REPLY("tired"), REPLY("hm"), BACK,
              REPLY("here"), REPLY("long"), BACK, REPLY("bye"));

    (void)state;
    assert_int_equal(score->turn_count, 3);
    assert_string_equal(score->turns[0].words, "You sound tired.");
    assert_string_equal(score->turns[2].words, "Bye.");
    assert_int_equal(score->unsaid_count, 3);
    assert_int_equal(score->unsaid[0].number, 1);
    assert_string_equal(score->unsaid[0].words, "And?");
    assert_int_equal(score->unsaid[0].mood.ease, 200000);
    assert_int_equal(score->unsaid[1].number, 2);
    assert_string_equal(score->unsaid[2].words, "That was long.");
    assert_int_equal(score->skills[0].earned, 2);
    assert_int_equal(score->skills[2].earned, 1);
    assert_int_equal(score->cue_count, 4);
    assert_int_equal(score->held, 10);
    close_all(score, sc);
}

static void it_stops_before_a_reply_that_is_not_on_offer(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *score = SCORE(sc, REPLY("tired"), REPLY("gone"), REPLY("bye"));

    (void)state;
    assert_int_equal(score->turn_count, 1);
    assert_int_equal(score->held, 1);
    assert_string_equal(score->stopped, "this reply is not on offer any more");
    close_all(score, sc);
}

static void it_never_goes_by_words(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *score = SCORE(sc, REPLY("You sound tired."));

    (void)state;
    assert_int_equal(score->turn_count, 0);
    close_all(score, sc);
}

static void it_stops_before_a_reply_after_which_the_state_differs(void **state)
{
    ear_scenario *sc = three_choices();
    ear_session *session = NULL;
    const ear_options options = {.seed = 1, .history = true};

    (void)state;
    assert_int_equal(ear_session_new(&session, sc, &options, NULL), EAR_OK);
    assert_int_equal(ear_session_begin(session, NULL, NULL), EAR_OK);
    assert_int_equal(ear_session_choose(session, 0, NULL, NULL), EAR_OK);

    const sim_act right = {
        .kind = SIM_ACT_REPLY, .id = "tired", .hash = ear_session_hash(session)};
    sim_score *held = SCORE(sc, right, REPLY("hm"));
    sim_score *broken =
        SCORE(sc, right, {.kind = SIM_ACT_REPLY, .id = "hm", .hash = 1}, REPLY("bye"));

    assert_int_equal(held->held, 2);
    assert_int_equal(broken->held, 1);
    assert_int_equal(broken->turn_count, 1);
    assert_string_equal(broken->stopped, "something else comes of this reply now");
    ear_session_free(session);
    sim_score_free(broken);
    close_all(held, sc);
}

static void it_stops_at_what_cannot_be_done(void **state)
{
    ear_scenario *sc = three_choices();
    sim_score *back = SCORE(sc, BACK, REPLY("tired"));
    sim_score *answer = SCORE(sc, ANSWER(7), REPLY("tired"));
    sim_score *after = SCORE(sc, REPLY("tired"), REPLY("hm"), REPLY("bye"), REPLY("bye"));

    (void)state;
    assert_int_equal(back->held, 0);
    assert_int_equal(back->turn_count, 0);
    assert_int_equal(answer->held, 0);
    assert_int_equal(after->held, 3);
    assert_string_equal(after->stopped, "the conversation is over before this reply");
    sim_score_free(back);
    sim_score_free(answer);
    close_all(after, sc);
}

static void older_ids_are_known(void **state)
{
    maker *m = maker_new();

    (void)state;
    RENAMED(m, "uno=one");
    MOMENT(m, "a");
    YOU(m, "One", "go=end", "id=one");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    sim_score *score = SCORE(sc, REPLY("uno"));

    assert_int_equal(score->turn_count, 1);
    close_all(score, sc);
}

static void a_dead_end_stops_the_run_where_it_was(void **state)
{
    maker *m = maker_new();

    (void)state;
    MOMENT(m, "a");
    YOU(m, "On", "id=on", "go=b");
    YOU(m, "Out", "id=out", "go=end");
    MOMENT(m, "b");
    LINE(m, "Hm.");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    sim_score *score = SCORE(sc, REPLY("on"));

    assert_int_equal(score->turn_count, 0);
    assert_true(strlen(score->stopped) > 0);
    close_all(score, sc);
}

static void steps_of_the_framework_are_told_by_their_turns(void **state)
{
    maker *m = maker_new();

    (void)state;
    FRAMEWORK(m, "HEARD", "hear=ask", "hear=listen", "resolve=act", "diagnose=ask",
              "thank=confirm");
    MOMENT(m, "a");
    YOU(m, "Act", "intent=act", "id=act", "again");
    YOU(m, "Ask", "intent=ask", "id=ask", "again");
    YOU(m, "Well", "id=well", "again");
    GO(m, "a");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    sim_score *score = SCORE(sc, REPLY("act"), REPLY("ask"), REPLY("well"), REPLY("ask"),
                             REPLY("ask"), REPLY("act"));

    assert_int_equal(score->turns[0].step, 1);
    assert_int_equal(score->turns[1].step, 0);
    assert_int_equal(score->turns[2].step, MODEL_NONE);
    assert_int_equal(score->turns[3].step, 2); /* the first it counts for is taken */
    assert_int_equal(score->turns[4].step, 2); /* both are: the last */
    assert_int_equal(score->turns[5].step, 1);
    assert_int_equal(score->steps[0], 2);
    assert_int_equal(score->steps[1], 1);
    assert_int_equal(score->steps[2], 4);
    assert_int_equal(score->steps[3], 0);
    close_all(score, sc);
}

static void a_meter_without_room_stands_in_the_middle(void **state)
{
    maker *m = maker_new();

    (void)state;
    METER(m, "fixed", "start=7", "min=7", "max=7", "shows=warmth");
    METER(m, "wide", "start=-50", "min=-100", "max=100", "shows=tension");
    MOMENT(m, "a");
    YOU(m, "One", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    const int32_t meters[] = {7, -50};
    const sim_mood mood = sim_mood_of(sc, meters);

    assert_int_equal(mood.warmth, 0);
    assert_int_equal(mood.tension, 750000);
    assert_int_equal(mood.ease, 375000);
    assert_int_equal(mood.engagement, 375000);
    ear_scenario_free(sc);
}

static void without_a_meter_the_curve_stands_in_the_middle(void **state)
{
    maker *m = maker_new();

    (void)state;
    MOMENT(m, "a");
    YOU(m, "One", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    sim_score *score = SCORE(sc, REPLY("a/one"));

    assert_int_equal(score->points[1].mood.ease, 500000);
    assert_int_equal(score->turned, 0);
    assert_int_equal(score->costly, 0);
    close_all(score, sc);
}

static void an_unknown_beginning_is_an_error_and_nothing_is_left(void **state)
{
    ear_scenario *sc = three_choices();
    const sim_record record = {.scenario = sc, .from = "nowhere"};
    sim_score *score = NULL;
    ear_error err = {0};

    (void)state;
    assert_int_equal(sim_score_new(&score, &record, &err), EAR_E_NOT_FOUND);
    assert_null(score);
    ear_scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_start_and_each_reply_are_a_point),
        cmocka_unit_test(a_turn_tells_what_was_said_thought_and_on_offer),
        cmocka_unit_test(an_intent_rates_a_reply_that_does_not_say),
        cmocka_unit_test(skills_are_earned_out_of_the_most_that_was_offered),
        cmocka_unit_test(what_was_earned_is_never_more_than_what_was_possible),
        cmocka_unit_test(a_wrong_answer_and_none_earn_nothing),
        cmocka_unit_test(a_sign_is_caught_by_the_reply_that_answers_it),
        cmocka_unit_test(it_turned_at_the_largest_rise_after_the_lowest_point),
        cmocka_unit_test(a_run_that_only_falls_slipped_at_its_largest_fall),
        cmocka_unit_test(a_run_without_a_reply_has_a_beginning_only),
        cmocka_unit_test(the_end_brings_figures_words_and_an_answer),
        cmocka_unit_test(heard_is_engagement_where_no_meter_is_called_so),
        cmocka_unit_test(what_was_taken_back_is_kept_apart),
        cmocka_unit_test(it_stops_before_a_reply_that_is_not_on_offer),
        cmocka_unit_test(it_never_goes_by_words),
        cmocka_unit_test(it_stops_before_a_reply_after_which_the_state_differs),
        cmocka_unit_test(it_stops_at_what_cannot_be_done),
        cmocka_unit_test(older_ids_are_known),
        cmocka_unit_test(a_dead_end_stops_the_run_where_it_was),
        cmocka_unit_test(steps_of_the_framework_are_told_by_their_turns),
        cmocka_unit_test(a_meter_without_room_stands_in_the_middle),
        cmocka_unit_test(without_a_meter_the_curve_stands_in_the_middle),
        cmocka_unit_test(an_unknown_beginning_is_an_error_and_nothing_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
