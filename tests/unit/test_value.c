/* What a reply is worth, on scenarios small enough to be reckoned by hand. */
#include "value_bench.h"

static void each_reply_has_a_best_and_a_worst_outcome(void **state)
{
    maker *m = maker_new();
    bench b;

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Open", "go=b");
    YOU(m, "Shut", "go=fair");
    MOMENT(m, "b");
    YOU(m, "Well", "go=good");
    YOU(m, "Badly", "go=poor");
    three_outcomes(m);
    open_bench(&b, m, (prove_limits){0});

    const prove_choice_value choice = ask(&b);

    assert_true(choice.exact);
    assert_true(choice.likely_exact);
    assert_int_equal(choice.count, 2);
    assert_outcome(&b, choice.replies[0].best, "good");
    assert_outcome(&b, choice.replies[0].worst, "poor");
    assert_outcome(&b, choice.replies[1].best, "fair");
    assert_outcome(&b, choice.replies[1].worst, "fair");
    assert_outcome(&b, choice.best, "good");
    assert_outcome(&b, choice.worst, "poor");
    close_bench(&b);
}

static void likely_is_what_newcomers_make_of_it(void **state)
{
    maker *m = maker_new();
    bench b;

    (void)state;
    MOMENT(m, "a");
    YOU(m, "On", "go=b");
    MOMENT(m, "b");
    YOU(m, "Listen", "intent=reflect", "go=good");
    YOU(m, "Offer", "intent=offer", "go=fair");
    YOU(m, "Rule", "intent=policy", "go=poor");
    YOU(m, "Else", "go=poor");
    three_outcomes(m);
    open_bench(&b, m, (prove_limits){0});

    /* 4 of 10 any of four; 2 of 10 each what they prefer. */
    const prove_likely likely = ask(&b).replies[0].likely;

    assert_near(likely.share[MODEL_STRONG], 0.1 + 0.2);
    assert_near(likely.share[MODEL_MIXED], 0.1 + 0.2);
    assert_near(likely.share[MODEL_WEAK], 0.1 + 0.2 + 0.1);
    assert_near(likely.stuck, 0);
    assert_int_equal(likely.outcome, model_find_moment(b.scenario, "poor"));
    close_bench(&b);
}

static void figures_decide_between_equal_outcomes(void **state)
{
    maker *m = maker_new();
    bench b;

    (void)state;
    METER(m, "calm", "start=50");
    METER(m, "effort", "start=0");
    KPI(m, "ease", "of=effort", "better=lower");
    KPI(m, "felt", "of=calm");
    MOMENT(m, "a");
    YOU(m, "Warm and long", "mood=calm +30, effort +10", "go=fair");
    YOU(m, "Short", "go=fair");
    YOU(m, "Short and warm", "mood=calm +5", "go=fair");
    three_outcomes(m);
    open_bench(&b, m, (prove_limits){0});

    const prove_choice_value choice = ask(&b);

    assert_ptr_equal(choice.best, choice.replies[2].best);
    assert_ptr_equal(choice.worst, choice.replies[0].best);
    assert_int_equal(choice.best->figures[1].num, 55);
    assert_near(choice.replies[0].likely.figures[0], 10);
    close_bench(&b);
}

static void a_road_on_is_the_shortest_to_the_best_end(void **state)
{
    maker *m = maker_new();
    bench b;

    (void)state;
    METER(m, "calm", "start=50");
    MOMENT(m, "a");
    YOU(m, "Long", "mood=calm +1", "go=b");
    YOU(m, "Short", "mood=calm +5", "go=c");
    MOMENT(m, "b");
    YOU(m, "On", "go=c");
    MOMENT(m, "c");
    YOU(m, "No", "go=poor");
    YOU(m, "Yes", "mood=calm +7", "go=good");
    three_outcomes(m);
    open_bench(&b, m, (prove_limits){0});

    const prove_road_on on = road(&b);

    assert_true(on.exact);
    assert_false(on.chance);
    assert_int_equal(on.count, 2);
    assert_int_equal(on.steps[0].reply, 1);
    assert_int_equal(on.steps[0].meters[0], 55);
    assert_int_equal(on.steps[1].reply, 4);
    assert_int_equal(on.steps[1].meters[0], 62);
    assert_int_equal(on.steps[1].moment, model_find_moment(b.scenario, "good"));
    assert_outcome(&b, on.end, "good");
    close_bench(&b);
}

/* A hub: one may stay, and leaves one day. */
static void circles_are_worked_out(void **state)
{
    maker *m = maker_new();
    bench b;

    (void)state;
    FLAG(m, "asked");
    MOMENT(m, "hub");
    YOU(m, "Wait", "again", "go=hub");
    YOU(m, "Ask", "again", "set=asked", "go=other");
    YOU(m, "Leave", "again", "go=out");
    MOMENT(m, "other");
    YOU(m, "Back", "again", "go=hub");
    MOMENT(m, "out");
    GO(m, "good", "when=asked");
    GO(m, "poor");
    three_outcomes(m);
    open_bench(&b, m, (prove_limits){0});

    const prove_choice_value choice = ask(&b);

    assert_true(choice.exact && choice.likely_exact);
    assert_outcome(&b, choice.replies[0].best, "good");
    assert_outcome(&b, choice.replies[0].worst, "poor");
    assert_outcome(&b, choice.replies[1].worst, "good");
    assert_outcome(&b, choice.replies[2].best, "poor");
    /* Of those who wait, half ask before they leave: each is as likely. */
    assert_near(choice.replies[0].likely.share[MODEL_STRONG], 0.5);
    assert_near(choice.replies[1].likely.share[MODEL_STRONG], 1);
    assert_int_equal(road(&b).count, 3);
    close_bench(&b);
}

static void a_circle_without_a_way_out_has_no_outcome(void **state)
{
    maker *m = maker_new();
    bench b;

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Towards it", "go=b");
    YOU(m, "Out", "go=poor");
    MOMENT(m, "b");
    YOU(m, "In", "go=trap");
    MOMENT(m, "trap");
    YOU(m, "Round", "again", "go=trap");
    three_outcomes(m);
    open_bench(&b, m, (prove_limits){0});

    const prove_choice_value choice = ask(&b);

    assert_int_equal(choice.replies[0].best->rating, PROVE_NO_OUTCOME);
    assert_int_equal(choice.replies[0].best->outcome, MODEL_NONE);
    assert_near(choice.replies[0].likely.stuck, 1);
    assert_int_equal(choice.replies[0].likely.outcome, MODEL_NONE);
    assert_null(choice.replies[0].likely.figures);
    assert_outcome(&b, choice.best, "poor");
    assert_int_equal(choice.worst->rating, PROVE_NO_OUTCOME);
    assert_int_equal(choice.replies[0].rating, 1);
    assert_int_equal(choice.replies[1].rating, 4);
    close_bench(&b);
}

static void chance_falls_both_ways(void **state)
{
    maker *m = maker_new();
    bench b;

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Risk it", "go=coin");
    YOU(m, "Be safe", "go=fair");
    MOMENT(m, "coin");
    GO(m, "good", "when=chance(0.25)");
    GO(m, "fair", "when=chance(0.5)");
    GO(m, "poor");
    three_outcomes(m);
    open_bench(&b, m, (prove_limits){0});

    const prove_choice_value choice = ask(&b);
    const prove_road_on on = road(&b);

    assert_true(choice.exact);
    assert_outcome(&b, choice.replies[0].best, "good");
    assert_outcome(&b, choice.replies[0].worst, "poor");
    assert_near(choice.replies[0].likely.share[MODEL_STRONG], 0.25);
    assert_near(choice.replies[0].likely.share[MODEL_MIXED], 0.375);
    assert_near(choice.replies[0].likely.share[MODEL_WEAK], 0.375);
    assert_true(on.chance);
    assert_outcome(&b, on.end, "good");
    close_bench(&b);
}

static void getting_stuck_is_worse_than_any_outcome(void **state)
{
    maker *m = maker_new();
    bench b;

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Dead end", "go=dead");
    YOU(m, "Poor", "go=poor");
    MOMENT(m, "dead");
    LINE(m, "Well.");
    three_outcomes(m);
    open_bench(&b, m, (prove_limits){0});

    const prove_choice_value choice = ask(&b);

    assert_int_equal(choice.replies[0].best->rating, PROVE_NO_OUTCOME);
    assert_near(choice.replies[0].likely.stuck, 1);
    assert_outcome(&b, choice.best, "poor");
    assert_int_equal(prove_ending_compare(b.scenario, choice.best, choice.worst), 1);
    close_bench(&b);
}

static void replies_are_rated_from_novice_to_expert(void **state)
{
    maker *m = maker_new();
    bench b;

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Good", "go=good");
    YOU(m, "Fair", "go=fair");
    YOU(m, "Poor", "go=poor");
    YOU(m, "Mostly good", "go=mostly");
    YOU(m, "The author knows", "go=poor", "rating=3");
    MOMENT(m, "mostly");
    GO(m, "poor", "when=chance(0.2)");
    GO(m, "good");
    three_outcomes(m);
    open_bench(&b, m, (prove_limits){0});

    const prove_choice_value choice = ask(&b);
    static const unsigned expected[] = {4, 2, 1, 4, 3};

    for (unsigned i = 0; i < 5; i++)
        assert_int_equal(choice.replies[i].rating, expected[i]);
    assert_false(choice.replies[0].rated);
    assert_true(choice.replies[4].rated);
    close_bench(&b);
}

static void replies_without_a_difference_are_all_rated_three(void **state)
{
    maker *m = maker_new();
    bench b;

    (void)state;
    MOMENT(m, "a");
    YOU(m, "One", "go=fair");
    YOU(m, "Two", "go=fair");
    three_outcomes(m);
    open_bench(&b, m, (prove_limits){0});
    assert_int_equal(ask(&b).replies[0].rating, 3);
    assert_int_equal(ask(&b).replies[1].rating, 3);
    close_bench(&b);
}

static void only_a_choice_has_values(void **state)
{
    prove_choice_value choice;
    maker *m = maker_new();
    bench b;

    (void)state;
    MOMENT(m, "a");
    YOU(m, "Go", "go=end");
    OUTCOME(m, "end");
    open_bench(&b, m, (prove_limits){0});
    assert_int_equal(ear_session_choose(b.session, 0, NULL, NULL), EAR_OK);
    assert_int_equal(prove_value_ask(b.value, &choice, sim_session_state(b.session),
                                     sim_session_layout(b.session), NULL),
                     EAR_E_STATE);
    close_bench(&b);
}

/* What start() asks about is no different from one choice to another, but from one run to
 * another it is. */
static void runs_that_were_begun_elsewhere_are_told_apart(void **state)
{
    const ear_options calmer = {.set = "calm=60"};
    maker *m = maker_new();
    ear_session *other = NULL;
    prove_choice_value choice;
    bench b;

    (void)state;
    METER(m, "calm", "start=50");
    MOMENT(m, "a");
    YOU(m, "On", "go=b", "mood=calm = 55");
    MOMENT(m, "b");
    YOU(m, "Well?", "go=c");
    MOMENT(m, "c");
    GO(m, "good", "when=start(calm) > 55");
    GO(m, "poor");
    three_outcomes(m);
    open_bench(&b, m, (prove_limits){0});
    assert_outcome(&b, ask(&b).best, "poor");
    assert_int_equal(ear_session_new(&other, b.scenario, &calmer, NULL), EAR_OK);
    assert_int_equal(ear_session_begin(other, NULL, NULL), EAR_OK);
    assert_int_equal(ear_session_choose(other, 0, NULL, NULL), EAR_OK);
    assert_int_equal(prove_value_ask(b.value, &choice, sim_session_state(other),
                                     sim_session_layout(other), NULL),
                     EAR_OK);
    assert_outcome(&b, choice.best, "good");
    ear_session_free(other);
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_reply_has_a_best_and_a_worst_outcome),
        cmocka_unit_test(likely_is_what_newcomers_make_of_it),
        cmocka_unit_test(figures_decide_between_equal_outcomes),
        cmocka_unit_test(a_road_on_is_the_shortest_to_the_best_end),
        cmocka_unit_test(circles_are_worked_out),
        cmocka_unit_test(a_circle_without_a_way_out_has_no_outcome),
        cmocka_unit_test(chance_falls_both_ways),
        cmocka_unit_test(getting_stuck_is_worse_than_any_outcome),
        cmocka_unit_test(replies_are_rated_from_novice_to_expert),
        cmocka_unit_test(replies_without_a_difference_are_all_rated_three),
        cmocka_unit_test(only_a_choice_has_values),
        cmocka_unit_test(runs_that_were_begun_elsewhere_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
