/* Taking back, copying, and what must hold for every run. */
#include "scenario_maker.h"
#include "session_trace.h"

#include "base/random.h"
#include "sim/look.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void close_all(ear_session *session, ear_scenario *scenario, trace *t)
{
    ear_session_free(session);
    ear_scenario_free(scenario);
    trace_end(t);
}

/* A scenario in which nearly everything can happen, and which never gets stuck. */
static ear_scenario *everything(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=50", "drift=toward 45 by 2");
    METER(m, "trust", "start=40", "min=-20", "max=60");
    FLAG(m, "vip");
    FLAG(m, "late");
    SKILL(m, "notice");
    SKILL(m, "listen");
    INTENT(m, "soothe", "mood=calm +20", "fades=0.5", "skill=listen +1");
    RULE(m, "too much", "when=said(soothe) > 3 and since(side) < 5", "mood=trust -9",
         "set=late", "thinks=Enough.");
    RULE(m, "once", "once", "when=gained(calm) < -10", "set=vip");
    ROWS(m, "Order=1");
    MOMENT(m, "a");
    LINE(m, "One.", "or=Two.", "or=Three.", "or=Four.", "pick=shuffle");
    LINE(m, "Maybe {calm}.", "when=chance(0.4)");
    NOTICE(m, "Why?", "option=Yes", "option=No", "answer=1");
    YOU(m, "Soothe", "intent=soothe", "again", "go=a");
    YOU(m, "Harm", "mood=calm -17, trust -5", "again", "go=b");
    YOU(m, "Aside", "visit=side", "again");
    YOU(m, "Only once", "mood=trust = 60", "go=b");
    YOU(m, "Perhaps", "when=chance(0.3)", "again", "set=not late", "go=a");
    SCREEN(m, "Turn={turn}");
    GO(m, "b");
    MOMENT(m, "b", "channel=phone");
    SET(m, "not vip", "when=trust < 0");
    SCREEN(m, "Order=2", "Trust={trust}");
    VISIT(m, "side", "when=late");
    HOLD(m, "Wait", "again", "go=a");
    YOU(m, "Leave", "when=turn > 20", "go=end");
    MOMENT(m, "side");
    LINE(m, "Aside.", "or=Again.", "pick=once");
    SILENCE(m, "2s");
    YOU(m, "Mm", "again", "mood=trust +7");
    YOU(m, "Deeper", "again", "visit=deep");
    MOMENT(m, "deep");
    MOOD(m, "calm - (trust / 7)");
    YOU(m, "Out", "again");
    OUTCOME(m, "end");
    LINE(m, "Bye.");
    return maker_scenario(m);
}

static void *block_copy(const ear_session *s)
{
    const size_t bytes = sim_session_layout(s)->bytes;
    void *copy = malloc(bytes);

    assert_non_null(copy);
    memcpy(copy, sim_session_state(s), bytes);
    return copy;
}

static void assert_block(const ear_session *s, const void *block)
{
    assert_memory_equal(sim_session_state(s), block, sim_session_layout(s)->bytes);
}

static void assert_meters_hold(const ear_session *s)
{
    const ear_scenario *sc = sim_session_scenario(s);
    const model_layout *at = sim_session_layout(s);
    const model_state *state = sim_session_state(s);

    for (uint32_t m = 0; m < sc->count[MODEL_S_METERS]; m++) {
        const int32_t value = model_ints(state, at->meters)[m];
        const int32_t lowest = model_ints(state, at->lowest)[m];
        const int32_t highest = model_ints(state, at->highest)[m];
        const int32_t extreme = model_ints(state, at->extreme)[m];

        assert_in_range(value - sc->meters[m].min, 0,
                        sc->meters[m].max - sc->meters[m].min);
        assert_true(lowest <= value && value <= highest);
        assert_true(extreme == lowest || extreme == highest);
        assert_true(lowest >= sc->meters[m].min && highest <= sc->meters[m].max);
        assert_int_equal(model_ints(state, at->gained)[m], 0);
    }
}

enum { STEPS = 60 };

static void any_walk_holds_and_can_be_taken_back_whole(void **state)
{
    ear_scenario *sc = everything();

    (void)state;
    for (uint64_t seed = 0; seed < 60; seed++) {
        const ear_options options = {.seed = seed, .history = true};
        uint64_t dice = base_random_seed(seed + 1000);
        ear_session *s = NULL;
        void *blocks[STEPS];
        int steps = 0;

        assert_int_equal(ear_session_new(&s, sc, &options, NULL), EAR_OK);
        assert_int_equal(ear_session_begin(s, NULL, NULL), EAR_OK);
        while (steps < STEPS && !ear_session_ended(s)) {
            const uint32_t offered = (uint32_t)ear_session_offered(s);

            if (sim_session_state(s)->notice != MODEL_NONE && base_random_below(&dice, 2))
                ear_session_notice(s, base_random_below(&dice, 2), NULL, NULL);
            blocks[steps++] = block_copy(s);
            assert_int_equal(
                ear_session_choose(s, base_random_below(&dice, offered), NULL, NULL),
                EAR_OK);
            assert_meters_hold(s);
        }
        if (sim_session_state(s)->notice != MODEL_NONE)
            ear_session_notice(s, 0, NULL, NULL); /* goes with the last reply */
        while (steps > 0) {
            assert_int_equal(ear_session_back(s, NULL, NULL), EAR_OK);
            assert_block(s, blocks[--steps]);
            free(blocks[steps]);
        }
        assert_int_equal(ear_session_back(s, NULL, NULL), EAR_E_STATE);
        ear_session_free(s);
    }
    ear_scenario_free(sc);
}

static void a_copy_plays_on_identically(void **state)
{
    ear_scenario *sc = everything();
    trace t = {0}, u = {0};
    ear_session *s = trace_session(sc, &t);
    const ear_sink to_t = trace_sink(&t), to_u = trace_sink(&u);
    uint64_t dice = base_random_seed(5);

    (void)state;
    for (int i = 0; i < 40 && !ear_session_ended(s); i++) {
        const uint32_t offered = (uint32_t)ear_session_offered(s);
        const size_t index = base_random_below(&dice, offered);
        ear_session *copy = NULL;

        assert_int_equal(ear_session_copy(&copy, s, NULL), EAR_OK);
        assert_int_equal(ear_session_back(copy, NULL, NULL), EAR_E_STATE);
        trace_take(&t);
        assert_int_equal(ear_session_choose(s, index, &to_t, NULL), EAR_OK);
        assert_int_equal(ear_session_choose(copy, index, &to_u, NULL), EAR_OK);
        assert_told(&u, trace_take(&t));
        assert_block(copy, sim_session_state(s));
        assert_int_equal(ear_session_hash(copy), ear_session_hash(s));
        ear_session_free(copy);
    }
    trace_end(&u);
    close_all(s, sc, &t);
}

static void assigning_makes_one_session_what_another_is(void **state)
{
    ear_scenario *sc = everything();
    const ear_options options = {.seed = 9, .history = true};
    trace t = {0};
    ear_session *s = trace_session(sc, &t);
    ear_session *other = NULL;

    (void)state;
    assert_int_equal(ear_session_new(&other, sc, &options, NULL), EAR_OK);
    assert_int_equal(ear_session_begin(other, NULL, NULL), EAR_OK);
    assert_int_equal(ear_session_choose(other, 0, NULL, NULL), EAR_OK);
    trace_choose(s, "Aside", &t);
    ear_session_assign(other, s);
    assert_block(other, sim_session_state(s));
    assert_int_equal(sim_session_seed(other), 1);
    assert_int_equal(ear_session_back(other, NULL, NULL), EAR_E_STATE);
    ear_session_assign(s, s);
    assert_int_equal(ear_session_back(s, NULL, NULL), EAR_OK); /* its own past stays */
    ear_session_free(other);
    close_all(s, sc, &t);
}

static void taking_back_tells_only_the_choice(void **state)
{
    ear_scenario *sc = everything();
    trace t = {0};
    ear_session *s = trace_session(sc, &t);
    const ear_sink sink = trace_sink(&t);

    (void)state;
    trace_choose(s, "Aside", &t);
    trace_choose(s, "Mm", &t);
    trace_take(&t);
    assert_int_equal(ear_session_back(s, &sink, NULL), EAR_OK);
    assert_told(&t, "choice Mm | Deeper\n");
    assert_int_equal(ear_session_turn(s), 1);
    assert_int_equal(ear_session_show(s, &sink, NULL), EAR_OK);
    assert_told(&t, "choice Mm | Deeper\n");
    close_all(s, sc, &t);
}

static void without_history_nothing_is_taken_back(void **state)
{
    ear_scenario *sc = everything();
    const ear_options options = {.seed = 1};
    ear_session *s = NULL;
    ear_error err;

    (void)state;
    assert_int_equal(ear_session_new(&s, sc, &options, NULL), EAR_OK);
    assert_int_equal(ear_session_back(s, NULL, &err), EAR_E_STATE);
    assert_int_equal(ear_session_begin(s, NULL, NULL), EAR_OK);
    assert_int_equal(ear_session_choose(s, 0, NULL, NULL), EAR_OK);
    assert_int_equal(ear_session_back(s, NULL, &err), EAR_E_STATE);
    ear_session_free(s);
    ear_scenario_free(sc);
}

static void a_reply_that_leads_into_a_dead_end_changes_nothing(void **state)
{
    maker *m = maker_new();
    trace t = {0};
    ear_error err;

    (void)state;
    METER(m, "calm", "start=50");
    FLAG(m, "x");
    FLAG(m, "y");
    SKILL(m, "listen");
    MOMENT(m, "a");
    NOTICE(m, "Why?", "option=Hurt", "option=Bored", "answer=1");
    YOU(m, "On", "mood=calm -5", "set=y", "skill=listen +1", "visit=dead", "go=a");
    YOU(m, "Bye", "go=end");
    MOMENT(m, "dead");
    SET(m, "x");
    SCREEN(m, "Row=1");
    VISIT(m, "deeper");
    MOMENT(m, "deeper");
    GO(m, "deadest");
    MOMENT(m, "deadest");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);
    void *before = block_copy(s);

    for (int i = 0; i < 3; i++) {
        assert_int_equal(ear_session_choose(s, 0, NULL, &err), EAR_E_STUCK);
        assert_block(s, before);
    }
    assert_int_equal(ear_session_back(s, NULL, NULL), EAR_E_STATE);
    trace_choose(s, "Bye", &t);
    assert_int_equal(ear_session_back(s, NULL, NULL), EAR_OK);
    assert_block(s, before);
    free(before);
    close_all(s, sc, &t);
}

/* The same run in packs that differ as later editions of one pack do. */
typedef struct edition {
    const char *moment;
    const char *line;
    const char *renamed; /* "old=new" */
    const char *mood;
    const char *start;
    bool more;
} edition;

static uint64_t hash_in(const edition *e)
{
    maker *m = maker_new();
    trace t = {0};

    if (e->more)
        FLAG(m, "brand_new");
    if (e->renamed)
        RENAMED(m, e->renamed);
    METER(m, "calm", e->start);
    METER(m, "trust");
    FLAG(m, "vip");
    MOMENT(m, "a");
    LINE(m, e->line);
    if (e->more)
        CUE(m, "a new sign");
    YOU(m, "On", "id=on", e->mood, "set=vip", e->moment);
    MOMENT(m, strchr(e->moment, '=') + 1);
    YOU(m, "Bye", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    trace_choose(s, "on", &t);

    const uint64_t hash = ear_session_hash(s);

    close_all(s, sc, &t);
    return hash;
}

static void the_hash_of_a_state_outlives_rewording_and_renaming(void **state)
{
    static const edition base = {"go=b",         "Hello.",   NULL,
                                 "mood=calm +5", "start=50", false};
    edition changed = base;
    const uint64_t hash = hash_in(&base);

    (void)state;
    assert_int_equal(hash_in(&base), hash);
    changed.line = "Hello to you, and a good morning.";
    assert_int_equal(hash_in(&changed), hash);
    changed.more = true;
    assert_int_equal(hash_in(&changed), hash);
    changed.moment = "go=bee";
    assert_int_not_equal(hash_in(&changed), hash);
    changed.renamed = "b=bee";
    assert_int_equal(hash_in(&changed), hash);
    changed = base;
    changed.mood = "mood=calm +6";
    assert_int_not_equal(hash_in(&changed), hash);
    changed = base;
    changed.start = "start=51";
    assert_int_not_equal(hash_in(&changed), hash);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_walk_holds_and_can_be_taken_back_whole),
        cmocka_unit_test(a_copy_plays_on_identically),
        cmocka_unit_test(assigning_makes_one_session_what_another_is),
        cmocka_unit_test(taking_back_tells_only_the_choice),
        cmocka_unit_test(without_history_nothing_is_taken_back),
        cmocka_unit_test(a_reply_that_leads_into_a_dead_end_changes_nothing),
        cmocka_unit_test(the_hash_of_a_state_outlives_rewording_and_renaming),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
