/* What a reply is worth, against every way to play on; and where that is too much. */
#include "value_bench.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_values_are_those_of_brute_force),
        cmocka_unit_test(where_there_is_too_much_it_is_played_and_says_so),
        cmocka_unit_test(a_set_stop_flag_ends_it_and_nothing_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
