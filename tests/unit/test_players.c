/* Simulated players: whom they are, and that counting does not depend on threads. */
#include "scenario_maker.h"

#include "prove/players.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static prove_tally *play(const ear_scenario *sc, prove_player player, uint64_t runs,
                         unsigned jobs)
{
    const prove_work work = {.limits.jobs = jobs};
    const prove_players_options options = {
        .player = player, .runs = runs, .seed = 11, .paths = true};
    prove_tally *tally = NULL;

    assert_int_equal(prove_play(&tally, sc, &options, &work, NULL), EAR_OK);
    assert_int_equal(tally->runs, runs);
    assert_false(tally->stopped);
    return tally;
}

static uint64_t ends_at(const ear_scenario *sc, const prove_tally *tally, const char *id)
{
    return tally->outcomes[model_find_moment(sc, id)];
}

/* One choice with a reply of each kind. */
static ear_scenario *tastes(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=50");
    KPI(m, "csat", "of=calm / 8");
    MOMENT(m, "a");
    YOU(m, "Explain", "intent=explain", "go=plain");
    YOU(m, "Rule", "intent=policy", "mood=calm -9", "go=cold");
    YOU(m, "Offer", "intent=offer", "mood=calm +3", "go=fixed");
    YOU(m, "Reflect", "intent=reflect", "mood=calm +7", "go=heard");
    HOLD(m, "Wait", "go=heard");
    OUTCOME(m, "plain", "rating=mixed");
    OUTCOME(m, "cold", "rating=weak");
    OUTCOME(m, "fixed", "rating=mixed");
    OUTCOME(m, "heard", "rating=strong");
    return maker_scenario(m);
}

static void each_kind_of_player_prefers_what_it_is_named_for(void **state)
{
    static const struct {
        prove_player player;
        const char *outcome;
    } expected[] = {{PROVE_SCRIPT, "cold"},
                    {PROVE_LISTENER, "heard"},
                    {PROVE_FIXER, "fixed"},
                    {PROVE_BEST, "heard"},
                    {PROVE_WORST, "cold"}};
    ear_scenario *sc = tastes();

    (void)state;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        prove_tally *tally = play(sc, expected[i].player, 100, 1);

        assert_int_equal(ends_at(sc, tally, expected[i].outcome), 100);
        prove_tally_free(tally);
    }
    ear_scenario_free(sc);
}

static void random_takes_every_reply_as_often_and_newcomers_are_a_mixture(void **state)
{
    ear_scenario *sc = tastes();
    prove_tally *random = play(sc, PROVE_RANDOM, 10000, 2);
    prove_tally *newcomer = play(sc, PROVE_NEWCOMER, 10000, 2);

    (void)state;
    for (uint32_t r = 0; r < 5; r++)
        assert_in_range(random->chosen[r], 1880, 2120);
    /* 4 of 10 any of five, 2 of 10 each their own. */
    assert_in_range(ends_at(sc, newcomer, "cold"), 2650, 2950);
    assert_in_range(ends_at(sc, newcomer, "fixed"), 2650, 2950);
    assert_in_range(ends_at(sc, newcomer, "heard"), 3450, 3750);
    assert_in_range(ends_at(sc, newcomer, "plain"), 700, 900);
    prove_tally_free(random);
    prove_tally_free(newcomer);
    ear_scenario_free(sc);
}

static void what_is_counted_adds_up(void **state)
{
    ear_scenario *sc = tastes();
    prove_tally *t = play(sc, PROVE_LISTENER, 1000, 3);
    const model_statement *choice = &sc->statements[sc->moments[0].statements.first];

    (void)state;
    assert_int_equal(t->ended, 1000);
    assert_int_equal(t->offered[0], 1000);
    assert_int_equal(t->chosen[3] + t->chosen[4], 1000);
    assert_int_equal(t->meters[0].sum, 50 * t->chosen[4] + 57 * t->chosen[3]);
    assert_int_equal(t->meters[0].least, 50);
    assert_int_equal(t->meters[0].most, 57);
    assert_int_equal(t->kpis[0].sum, 6300 * t->chosen[4] + 7100 * t->chosen[3]);
    assert_int_equal(t->turns.sum, 1000);
    assert_int_equal(t->tenths.sum, 50 * t->chosen[4] + 84 * t->chosen[3]);
    assert_int_equal(t->played[choice - sc->statements], 1000);
    prove_tally_free(t);
    ear_scenario_free(sc);
}

/* Chance, fades, circles and shuffled lines. */
static ear_scenario *fair_ground(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=50", "drift=toward 45 by 2");
    INTENT(m, "reflect", "mood=calm +9", "fades=0.6");
    RULE(m, "walks", "when=calm < 20", "go=out");
    MOMENT(m, "hub");
    LINE(m, "One.", "or=Two and two.", "or=Three and three and three.", "pick=shuffle");
    YOU(m, "I see", "intent=reflect", "again", "go=hub");
    YOU(m, "Rule", "intent=policy", "mood=calm -11", "again", "go=hub");
    YOU(m, "Try", "when=chance(0.3)", "again", "go=kept");
    YOU(m, "Dead", "when=chance(0.1)", "again", "go=dead");
    MOMENT(m, "dead");
    LINE(m, "And nothing more.");
    OUTCOME(m, "kept", "rating=strong");
    OUTCOME(m, "out", "rating=weak");
    return maker_scenario(m);
}

static void assert_same(const ear_scenario *sc, const prove_tally *a,
                        const prove_tally *b)
{
    const uint32_t *count = sc->count;

    assert_int_equal(a->ended, b->ended);
    assert_memory_equal(&a->turns, &b->turns, sizeof a->turns);
    assert_memory_equal(&a->tenths, &b->tenths, sizeof a->tenths);
    assert_memory_equal(a->meters, b->meters, count[MODEL_S_METERS] * sizeof *a->meters);
    assert_memory_equal(a->outcomes, b->outcomes,
                        count[MODEL_S_MOMENTS] * sizeof *a->outcomes);
    assert_memory_equal(a->offered, b->offered,
                        count[MODEL_S_REPLIES] * sizeof *a->offered);
    assert_memory_equal(a->chosen, b->chosen, count[MODEL_S_REPLIES] * sizeof *a->chosen);
    assert_memory_equal(a->played, b->played,
                        count[MODEL_S_STATEMENTS] * sizeof *a->played);
    assert_memory_equal(a->happened, b->happened,
                        count[MODEL_S_RULES] * sizeof *a->happened);
    assert_int_equal(a->broken_count, b->broken_count);
    for (size_t i = 0; i < a->broken_count; i++) {
        assert_int_equal(a->broken[i].runs, b->broken[i].runs);
        assert_int_equal(a->broken[i].run, b->broken[i].run);
        assert_string_equal(a->broken[i].error.message, b->broken[i].error.message);
    }
}

static void threads_do_not_change_what_comes_out(void **state)
{
    ear_scenario *sc = fair_ground();

    (void)state;
    for (int p = 0; p < PROVE_PLAYERS; p++) {
        prove_tally *one = play(sc, (prove_player)p, 700, 1);
        prove_tally *four = play(sc, (prove_player)p, 700, 4);

        assert_same(sc, one, four);
        prove_tally_free(one);
        prove_tally_free(four);
    }
    ear_scenario_free(sc);
}

static void runs_that_break_off_are_counted_and_named(void **state)
{
    ear_scenario *sc = fair_ground();
    prove_tally *t = play(sc, PROVE_RANDOM, 1000, 2);
    const uint32_t dead = model_find_moment(sc, "dead");

    (void)state;
    assert_true(t->ended < 1000);
    assert_int_equal(t->broken_count, 1);
    assert_int_equal(t->broken[0].moment, dead);
    assert_int_equal(t->broken[0].runs, 1000 - t->ended);
    assert_non_null(strstr(t->broken[0].error.message, "dead"));
    assert_true(t->broken[0].error.line > 0);
    prove_tally_free(t);
    ear_scenario_free(sc);
}

static void nobody_says_one_thing_for_ever(void **state)
{
    maker *m = maker_new();

    (void)state;
    MOMENT(m, "hub");
    YOU(m, "Hm", "intent=vague", "again", "go=hub");
    YOU(m, "Bye", "go=end");
    MOMENT(m, "trap");
    YOU(m, "Round", "again", "go=trap");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    prove_tally *t = play(sc, PROVE_SCRIPT, 10, 1);

    assert_int_equal(t->ended, 10);
    assert_int_equal(t->turns.least, 4);
    assert_int_equal(t->turns.most, 4);
    prove_tally_free(t);
    ear_scenario_free(sc);
}

static void a_run_without_an_end_is_broken_off(void **state)
{
    maker *m = maker_new();

    (void)state;
    MOMENT(m, "trap");
    YOU(m, "Round", "again", "go=trap");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    prove_tally *t = play(sc, PROVE_RANDOM, 3, 1);

    assert_int_equal(t->ended, 0);
    assert_int_equal(t->broken[0].runs, 3);
    assert_int_equal(t->chosen[0], 3 * PROVE_MAX_TURNS);
    prove_tally_free(t);
    ear_scenario_free(sc);
}

static void best_and_worst_make_do_where_there_is_too_much_to_look_at(void **state)
{
    ear_scenario *sc = fair_ground();
    const prove_work work = {.limits = {.states = 3, .jobs = 2}};
    const prove_players_options options = {.player = PROVE_BEST, .runs = 200, .seed = 1};
    prove_tally *best = NULL;
    prove_tally *random = play(sc, PROVE_RANDOM, 200, 1);

    (void)state;
    assert_int_equal(prove_play(&best, sc, &options, &work, NULL), EAR_OK);
    assert_false(best->looked_ahead);
    assert_true(ends_at(sc, best, "kept") > ends_at(sc, random, "kept"));
    prove_tally_free(best);
    prove_tally_free(random);
    ear_scenario_free(sc);
}

/* There what is tried ends nowhere, and is tried less and less often. */
static void best_and_worst_go_on_where_nothing_ends(void **state)
{
    maker *m = maker_new();

    (void)state;
    METER(m, "warmth", "start=0", "max=1000000");
    MOMENT(m, "trap");
    YOU(m, "Round", "again", "mood=warmth +1", "go=trap");
    YOU(m, "And round", "again", "mood=warmth +2", "go=trap");
    YOU(m, "Out", "when=warmth > 900000", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    prove_tally *one = play(sc, PROVE_BEST, 70, 1), *two = play(sc, PROVE_BEST, 70, 2);

    assert_false(one->looked_ahead);
    assert_int_equal(one->ended, 0);
    assert_int_equal(one->chosen[0] + one->chosen[1], 70 * PROVE_MAX_TURNS);
    assert_same(sc, one, two);
    prove_tally_free(one);
    prove_tally_free(two);
    ear_scenario_free(sc);
}

static void a_set_stop_flag_ends_it_with_what_is_known(void **state)
{
    ear_scenario *sc = tastes();
    atomic_bool stop = true;
    const prove_work work = {.limits.jobs = 2, .stop = &stop};
    const prove_players_options options = {.player = PROVE_RANDOM, .runs = 5000};
    prove_tally *t = NULL;

    (void)state;
    assert_int_equal(prove_play(&t, sc, &options, &work, NULL), EAR_OK);
    assert_true(t->stopped);
    assert_int_equal(t->runs, 0);
    prove_tally_free(t);
    ear_scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_of_player_prefers_what_it_is_named_for),
        cmocka_unit_test(random_takes_every_reply_as_often_and_newcomers_are_a_mixture),
        cmocka_unit_test(what_is_counted_adds_up),
        cmocka_unit_test(threads_do_not_change_what_comes_out),
        cmocka_unit_test(runs_that_break_off_are_counted_and_named),
        cmocka_unit_test(nobody_says_one_thing_for_ever),
        cmocka_unit_test(a_run_without_an_end_is_broken_off),
        cmocka_unit_test(best_and_worst_make_do_where_there_is_too_much_to_look_at),
        cmocka_unit_test(best_and_worst_go_on_where_nothing_ends),
        cmocka_unit_test(a_set_stop_flag_ends_it_with_what_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
