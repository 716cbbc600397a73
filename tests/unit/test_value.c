/* What a reply is worth, on scenarios small enough to be reckoned by hand or by brute
 * force. */
#include "scenario_maker.h"

#include "prove/value.h"
#include "sim/look.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct bench {
    ear_scenario *scenario;
    prove_work work;
    prove_value *value;
    ear_session *session;
} bench;

static void open_bench(bench *b, maker *m, prove_limits limits)
{
    *b = (bench){.scenario = maker_scenario(m), .work = {.limits = limits}};
    assert_int_equal(prove_value_new(&b->value, b->scenario, &b->work, 7, NULL), EAR_OK);
    assert_int_equal(ear_session_new(&b->session, b->scenario, NULL, NULL), EAR_OK);
    assert_int_equal(ear_session_begin(b->session, NULL, NULL), EAR_OK);
}

static void close_bench(bench *b)
{
    prove_value_free(b->value);
    ear_session_free(b->session);
    ear_scenario_free(b->scenario);
}

static prove_choice_value ask(bench *b)
{
    prove_choice_value choice;

    assert_int_equal(prove_value_ask(b->value, &choice, sim_session_state(b->session),
                                     sim_session_layout(b->session), NULL),
                     EAR_OK);
    return choice;
}

static prove_road_on road(bench *b)
{
    prove_road_on on;

    assert_int_equal(prove_value_road(b->value, &on, sim_session_state(b->session),
                                      sim_session_layout(b->session), NULL),
                     EAR_OK);
    return on;
}

static void assert_near(double a, double b)
{
    const double off = a < b ? b - a : a - b;

    if (off > 1e-9)
        fail_msg("%.12f is not %.12f", a, b);
}

static void assert_outcome(const bench *b, const prove_ending *end, const char *id)
{
    assert_int_equal(end->outcome, model_find_moment(b->scenario, id));
}

static void three_outcomes(maker *m)
{
    OUTCOME(m, "good", "rating=strong");
    OUTCOME(m, "fair", "rating=mixed");
    OUTCOME(m, "poor", "rating=weak");
}

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

/* Meters, once-only replies, fades, rules and visits: enough to go wrong. */
static maker *market(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=40", "drift=toward 45 by 2");
    METER(m, "heard", "start=20");
    FLAG(m, "promised");
    INTENT(m, "reflect", "mood=calm +6, heard +18", "fades=0.6");
    INTENT(m, "script", "mood=calm -9, heard -8");
    RULE(m, "too soon", "when=heard < 40 and gained(calm) > 7", "mood=calm -6");
    RULE(m, "walks", "when=calm <= 20", "go=poor");
    KPI(m, "felt", "of=(first(calm) + lowest(calm) + calm) / 3");
    MOMENT(m, "a");
    YOU(m, "I see", "intent=reflect", "go=b");
    YOU(m, "Hi there", "intent=script", "go=b");
    YOU(m, "Fix", "mood=calm +9", "visit=aside", "go=b");
    MOMENT(m, "b");
    LINE(m, "Hm.", "when=calm < 40");
    YOU(m, "I see you", "intent=reflect", "go=b");
    YOU(m, "I do see you", "intent=reflect", "go=b", "when=said(reflect) > 0");
    YOU(m, "Promise", "set=promised", "mood=calm +8", "go=b");
    YOU(m, "As I said", "intent=script", "go=b");
    YOU(m, "Close", "go=close");
    MOMENT(m, "aside");
    LINE(m, "Aside.");
    YOU(m, "Mm", "mood=heard +2");
    YOU(m, "Hm", "mood=heard -2");
    MOMENT(m, "close");
    GO(m, "good", "when=heard >= 50 and calm >= 50 and not promised");
    GO(m, "fair", "when=calm >= 45");
    GO(m, "poor");
    three_outcomes(m);
    return m;
}

/* Every way to play on, one after the other. */
typedef struct brute {
    const ear_scenario *scenario;
    sim_player *player;
    int best, worst;
    double felt; /* of the best */
    uint32_t steps;
} brute;

static void force(brute *b, const model_state *from, uint32_t steps)
{
    const size_t bytes = sim_player_layout(b->player)->bytes;

    if (from->phase == MODEL_PHASE_ENDED) {
        const int rating = (int)b->scenario->moments[from->moment].rating;
        model_state *copy = malloc(bytes);
        base_number felt;

        memcpy(copy, from, bytes);
        assert_int_equal(sim_player_kpi(b->player, copy, 0, &felt, NULL), EAR_OK);
        free(copy);

        const double number = (double)felt.num / (double)felt.den;

        if (rating > b->best || (rating == b->best && number > b->felt) ||
            (rating == b->best && number == b->felt && steps < b->steps)) {
            b->best = rating;
            b->felt = number;
            b->steps = steps;
        }
        b->worst = rating < b->worst ? rating : b->worst;
        return;
    }
    for (unsigned bit = 0; bit < MODEL_MAX_REPLIES; bit++) {
        model_state *next;

        if (!(from->offered >> bit & 1))
            continue;
        next = malloc(bytes);
        memcpy(next, from, bytes);
        assert_int_equal(sim_player_choose(b->player, next, bit, NULL), EAR_OK);
        force(b, next, steps + 1);
        free(next);
    }
}

static void exact_values_are_those_of_brute_force(void **state)
{
    bench b;
    prove_choice_value choice;
    uint64_t random = 5;

    (void)state;
    open_bench(&b, market(), (prove_limits){0});
    for (int run = 0; run < 6; run++) {
        ear_session_free(b.session);
        assert_int_equal(ear_session_new(&b.session, b.scenario, NULL, NULL), EAR_OK);
        assert_int_equal(ear_session_begin(b.session, NULL, NULL), EAR_OK);
        while (!ear_session_ended(b.session)) {
            const size_t offered = ear_session_offered(b.session);
            brute all = {.scenario = b.scenario, .best = -1, .worst = 9};

            choice = ask(&b);
            assert_true(choice.exact);
            assert_int_equal(choice.count, offered);
            assert_int_equal(sim_player_new(&all.player, b.scenario, NULL, true, NULL),
                             EAR_OK);
            force(&all, sim_session_state(b.session), 0);
            sim_player_free(all.player);
            assert_int_equal(choice.best->rating, all.best);
            assert_int_equal(choice.worst->rating, all.worst);
            assert_near((double)choice.best->figures[0].num /
                            (double)choice.best->figures[0].den,
                        all.felt);
            assert_int_equal(road(&b).count, all.steps);
            random = random * 6364136223846793005u + 1442695040888963407u;
            assert_int_equal(
                ear_session_choose(b.session, (random >> 33) % offered, NULL, NULL),
                EAR_OK);
        }
    }
    close_bench(&b);
}

static void where_there_is_too_much_it_is_played_and_says_so(void **state)
{
    bench b, again;

    (void)state;
    open_bench(&b, market(), (prove_limits){.states = 10});
    open_bench(&again, market(), (prove_limits){.states = 10});

    const prove_choice_value one = ask(&b), other = ask(&again);
    const prove_road_on on = road(&b);

    assert_false(one.exact);
    assert_false(one.likely_exact);
    assert_true(one.played > 0);
    for (unsigned i = 0; i < one.count; i++) {
        assert_int_equal(one.replies[i].best->outcome, other.replies[i].best->outcome);
        assert_memory_equal(one.replies[i].likely.share, other.replies[i].likely.share,
                            sizeof one.replies[i].likely.share);
    }
    assert_false(on.exact);
    assert_true(on.count > 0);
    assert_int_equal(on.steps[on.count - 1].moment, on.end->outcome);
    /* The same, reckoned: play-outs are near it. */
    bench exact;

    open_bench(&exact, market(), (prove_limits){0});
    for (unsigned i = 0; i < one.count; i++) {
        const double played = one.replies[i].likely.share[MODEL_WEAK];
        const double known = ask(&exact).replies[i].likely.share[MODEL_WEAK];

        assert_true(played < known + 0.15 && known < played + 0.15);
    }
    close_bench(&exact);
    close_bench(&again);
    close_bench(&b);
}

static void a_set_stop_flag_ends_it_and_nothing_is_lost(void **state)
{
    atomic_bool stop = true;
    ear_error err = {0};
    prove_choice_value choice = {.count = 99};
    bench b;

    (void)state;
    open_bench(&b, market(), (prove_limits){0});
    b.work.stop = &stop;
    assert_int_equal(prove_value_ask(b.value, &choice, sim_session_state(b.session),
                                     sim_session_layout(b.session), &err),
                     EAR_E_LIMIT);
    assert_int_equal(choice.count, 99);
    atomic_store(&stop, false);
    assert_true(ask(&b).exact);
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
        cmocka_unit_test(exact_values_are_those_of_brute_force),
        cmocka_unit_test(where_there_is_too_much_it_is_played_and_says_so),
        cmocka_unit_test(a_set_stop_flag_ends_it_and_nothing_is_lost),
        cmocka_unit_test(only_a_choice_has_values),
        cmocka_unit_test(runs_that_were_begun_elsewhere_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
