/* Playing on bare states: what whoever plays all runs builds on. */
#include "scenario_maker.h"

#include "sim/play.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct bench {
    ear_scenario *scenario;
    sim_player *player;
    model_state *state;
    size_t bytes;
} bench;

static bench open_bench(maker *m, bool every_counter)
{
    bench b = {.scenario = maker_scenario(m)};

    assert_int_equal(sim_player_new(&b.player, b.scenario, NULL, every_counter, NULL),
                     EAR_OK);
    b.bytes = sim_player_layout(b.player)->bytes;
    b.state = malloc(b.bytes);
    assert_non_null(b.state);
    model_state_begin(b.state, b.scenario, sim_player_layout(b.player), 1);
    return b;
}

static void close_bench(bench *b)
{
    sim_player_free(b->player);
    free(b->state);
    ear_scenario_free(b->scenario);
}

static void a_state_can_be_kept_and_played_on_from(void **state)
{
    maker *m = maker_new();
    unsigned char kept[4096], then[4096];

    (void)state;
    METER(m, "calm", "start=50");
    MOMENT(m, "a");
    YOU(m, "One", "mood=calm +5", "go=b");
    YOU(m, "Two", "mood=calm -5", "go=b");
    MOMENT(m, "b");
    YOU(m, "Bye", "go=end");
    OUTCOME(m, "end");

    bench b = open_bench(m, false);
    const int32_t *calm = model_ints(b.state, sim_player_layout(b.player)->meters);

    assert_true(b.bytes <= sizeof kept);
    assert_int_equal(sim_player_begin(b.player, b.state, MODEL_NONE, NULL), EAR_OK);
    assert_int_equal(b.state->phase, MODEL_PHASE_CHOICE);
    assert_int_equal(b.state->offered, 3);
    memcpy(kept, b.state, b.bytes);
    assert_int_equal(sim_player_choose(b.player, b.state, 1, NULL), EAR_OK);
    assert_int_equal(*calm, 45);
    memcpy(then, b.state, b.bytes);
    memcpy(b.state, kept, b.bytes);
    assert_int_equal(sim_player_choose(b.player, b.state, 0, NULL), EAR_OK);
    assert_int_equal(*calm, 55);
    memcpy(b.state, kept, b.bytes);
    assert_int_equal(sim_player_choose(b.player, b.state, 1, NULL), EAR_OK);
    assert_memory_equal(then, b.state, b.bytes);
    assert_int_equal(sim_player_choose(b.player, b.state, 0, NULL), EAR_OK);
    assert_int_equal(b.state->phase, MODEL_PHASE_ENDED);
    assert_int_equal(b.state->moment, model_find_moment(b.scenario, "end"));
    close_bench(&b);
}

static void chances_can_be_given_so_that_both_branches_are_played(void **state)
{
    maker *m = maker_new();
    model_chances chances = {0};
    uint64_t offered[4];

    (void)state;
    METER(m, "calm", "start=0");
    MOMENT(m, "a");
    MOOD(m, "calm +1", "when=chance(0.001)");
    YOU(m, "Sure", "when=chance(1)", "go=end");
    YOU(m, "Never", "when=chance(0)", "go=end");
    YOU(m, "Maybe", "when=chance(0.999)", "go=end");
    OUTCOME(m, "end");

    bench b = open_bench(m, false);
    const uint64_t random = b.state->random;

    sim_player_chances(b.player, &chances);
    for (unsigned i = 0; i < 4; i++) {
        model_state_begin(b.state, b.scenario, sim_player_layout(b.player), 1);
        chances = (model_chances){.outcomes = i};
        assert_int_equal(sim_player_begin(b.player, b.state, MODEL_NONE, NULL), EAR_OK);
        assert_int_equal(chances.asked, 2); /* the certain ones do not ask */
        assert_int_equal(*model_ints(b.state, sim_player_layout(b.player)->meters),
                         i & 1);
        offered[i] = b.state->offered;
        assert_int_equal(b.state->random, random); /* nothing is drawn */
    }
    assert_int_equal(offered[0], 1);
    assert_int_equal(offered[3], 5);
    assert_int_equal(offered[2], 5);
    sim_player_chances(b.player, NULL);
    model_state_begin(b.state, b.scenario, sim_player_layout(b.player), 1);
    assert_int_equal(sim_player_begin(b.player, b.state, MODEL_NONE, NULL), EAR_OK);
    assert_int_not_equal(b.state->random, random);
    close_bench(&b);
}

static void what_was_met_is_watched(void **state)
{
    maker *m = maker_new();
    uint8_t statements[32] = {0}, replies[8] = {0}, rules[4] = {0}, moments[4] = {0};
    const sim_watch watch = {statements, replies, rules, moments, NULL, NULL};

    (void)state;
    METER(m, "calm", "start=50");
    RULE(m, "never", "when=calm > 90");
    RULE(m, "always");
    MOMENT(m, "a");
    LINE(m, "Low.", "when=calm < 50");
    LINE(m, "High.", "when=calm >= 50");
    YOU(m, "One", "go=end");
    YOU(m, "Two", "when=calm > 60", "go=end");
    YOU(m, "Three", "fallback", "go=end");
    MOMENT(m, "unseen");
    OUTCOME(m, "end");
    DEBRIEF(m, "No", "when=calm < 50");

    bench b = open_bench(m, false);
    const model_moment *a = &b.scenario->moments[0];
    const model_moment *end = &b.scenario->moments[2];

    sim_player_watch(b.player, &watch);
    assert_int_equal(sim_player_begin(b.player, b.state, MODEL_NONE, NULL), EAR_OK);
    assert_int_equal(statements[a->statements.first], SIM_FAILED);
    assert_int_equal(statements[a->statements.first + 1], SIM_HELD);
    assert_int_equal(replies[0], SIM_HELD);
    assert_int_equal(replies[1], SIM_FAILED);
    assert_int_equal(replies[2], 0);
    assert_int_equal(sim_player_choose(b.player, b.state, 0, NULL), EAR_OK);
    assert_int_equal(rules[0], SIM_FAILED);
    assert_int_equal(rules[1], SIM_HELD);
    assert_int_equal(statements[end->statements.first], SIM_FAILED);
    assert_int_equal(moments[0], SIM_HELD);
    assert_int_equal(moments[1], 0);
    assert_int_equal(moments[2], SIM_HELD);
    close_bench(&b);
}

static void being_stuck_says_why_and_where(void **state)
{
    maker *m = maker_new();

    (void)state;
    FLAG(m, "x");
    MOMENT(m, "a");
    YOU(m, "Dead end", "go=dead");
    YOU(m, "Empty", "go=empty");
    YOU(m, "Empty with more", "go=more");
    YOU(m, "Deep", "go=deep");
    YOU(m, "Circle", "go=circle");
    MOMENT(m, "dead");
    LINE(m, "Well.");
    MOMENT(m, "empty");
    YOU(m, "Never", "when=x");
    NOTE(m, "Nothing is said here.");
    MOMENT(m, "more");
    YOU(m, "Never", "when=x", "id=other");
    LINE(m, "Something is.");
    MOMENT(m, "deep");
    VISIT(m, "deep");
    MOMENT(m, "circle");
    GO(m, "circle");
    OUTCOME(m, "end");

    bench b = open_bench(m, false);
    static const struct {
        ear_status status;
        sim_stuck stuck;
        const char *moment;
    } expected[] = {{EAR_E_STUCK, SIM_DEAD_END, "dead"},
                    {EAR_E_STUCK, SIM_EMPTY_CHOICE, "empty"},
                    {EAR_E_STUCK, SIM_DEAD_END, "more"},
                    {EAR_E_LIMIT, SIM_TOO_DEEP, "deep"},
                    {EAR_E_STUCK, SIM_CIRCLE, "circle"}};

    for (unsigned i = 0; i < 5; i++) {
        model_state_begin(b.state, b.scenario, sim_player_layout(b.player), 1);
        assert_int_equal(sim_player_begin(b.player, b.state, MODEL_NONE, NULL), EAR_OK);
        assert_int_equal(sim_player_choose(b.player, b.state, i, NULL),
                         expected[i].status);
        assert_int_equal(sim_player_stuck(b.player), expected[i].stuck);
        assert_int_equal(b.state->moment,
                         model_find_moment(b.scenario, expected[i].moment));
        if (expected[i].stuck == SIM_EMPTY_CHOICE)
            assert_int_equal(b.scenario->statements[b.state->statement].kind,
                             MODEL_CHOICE);
    }
    close_bench(&b);
}

static void an_empty_choice_in_a_visit_is_what_the_visitor_is_stuck_on(void **state)
{
    maker *m = maker_new();

    (void)state;
    FLAG(m, "x");
    MOMENT(m, "a");
    VISIT(m, "b");
    MOMENT(m, "b");
    YOU(m, "Never", "when=x");
    OUTCOME(m, "end");

    bench b = open_bench(m, false);

    assert_int_equal(sim_player_begin(b.player, b.state, MODEL_NONE, NULL), EAR_E_STUCK);
    assert_int_equal(sim_player_stuck(b.player), SIM_EMPTY_CHOICE);
    assert_int_equal(b.state->moment, model_find_moment(b.scenario, "b"));
    close_bench(&b);
}

static void figures_can_be_asked_for(void **state)
{
    maker *m = maker_new();
    base_number value;

    (void)state;
    METER(m, "calm", "start=50");
    KPI(m, "csat", "of=calm / 3", "max=16.65");
    MOMENT(m, "a");
    GO(m, "end");
    OUTCOME(m, "end");

    bench b = open_bench(m, true);

    assert_int_equal(sim_player_begin(b.player, b.state, MODEL_NONE, NULL), EAR_OK);
    assert_int_equal(sim_player_kpi(b.player, b.state, 0, &value, NULL), EAR_OK);
    assert_int_equal(base_number_compare(value, base_number_fraction(1665, 100)), 0);
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_state_can_be_kept_and_played_on_from),
        cmocka_unit_test(chances_can_be_given_so_that_both_branches_are_played),
        cmocka_unit_test(what_was_met_is_watched),
        cmocka_unit_test(being_stuck_says_why_and_where),
        cmocka_unit_test(an_empty_choice_in_a_visit_is_what_the_visitor_is_stuck_on),
        cmocka_unit_test(figures_can_be_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
