/* What to try next, read off a run. */
#include "scenario_maker.h"

#include "sim/advice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define KIND(m, name, ...)                                                               \
    (INTENT(m, name),                                                                    \
     YOU(m, name, "intent=" name, "id=" name, "again", "go=a", __VA_ARGS__))

/* One choice with a reply of every kind, asked again and again. */
static ear_scenario *every_kind(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=40", "shows=tension");
    SKILL(m, "listen");
    MOMENT(m, "first");
    CUE(m, "sighs", "answered_by=ask");
    GO(m, "a");
    MOMENT(m, "a");
    KIND(m, "ask", "skill=listen +1");
    KIND(m, "offer", "mood=calm +1");
    KIND(m, "policy", "mood=calm -1");
    KIND(m, "script", "mood=calm -2");
    KIND(m, "vague", "mood=calm -3");
    KIND(m, "apologise", "mood=calm +2");
    KIND(m, "own", "mood=calm +3");
    YOU(m, "Bye.", "go=end", "id=bye");
    OUTCOME(m, "end", "title=Over");
    return maker_scenario(m);
}

static size_t advice_of(const char *out[SIM_ADVICE_MOST], const char *const *ids,
                        size_t count)
{
    ear_scenario *sc = every_kind();
    sim_act acts[16];
    sim_score *score = NULL;
    ear_error err = {0};

    for (size_t i = 0; i < count; i++)
        acts[i] = (sim_act){.kind = SIM_ACT_REPLY, .id = ids[i]};
    const sim_record record = {.scenario = sc, .seed = 1, .acts = acts, .count = count};
    if (sim_score_new(&score, &record, &err) != EAR_OK)
        fail_msg("%s", err.message);
    assert_int_equal(score->turn_count, count);
    const size_t n = sim_advice(out, score);
    if (n > 0 && strcmp(out[0], "listen") == 0)
        out[0] = "(the skill)"; /* the scenario's text goes with it */
    sim_score_free(score);
    ear_scenario_free(sc);
    return n;
}

#define ADVICE(out, ...)                                                                 \
    advice_of(out, (const char *const[]){__VA_ARGS__},                                   \
              sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void solving_before_listening_is_told_first(void **state)
{
    const char *out[SIM_ADVICE_MOST] = {0};

    (void)state;
    assert_int_equal(ADVICE(out, "offer", "policy", "script", "ask", "bye"), 2);
    assert_string_equal(out[0], "Acknowledge first, then explain.");
    assert_non_null(strstr(out[1], "set phrase"));
}

static void without_a_bad_habit_the_skill_left_lying_is_told(void **state)
{
    const char *out[SIM_ADVICE_MOST] = {0};

    (void)state;
    assert_int_equal(ADVICE(out, "ask", "bye"), 1);
    assert_string_equal(out[0], "(the skill)");
}

static void kindness_without_a_deed_and_sorry_too_often_are_seen(void **state)
{
    const char *out[SIM_ADVICE_MOST] = {0};

    (void)state;
    assert_int_equal(ADVICE(out, "ask", "ask", "ask", "bye"), 1);
    assert_non_null(strstr(out[0], "one thing that is done"));
    assert_int_equal(ADVICE(out, "ask", "apologise", "apologise", "apologise", "bye"), 1);
    assert_non_null(strstr(out[0], "One sorry"));
}

static void a_sign_that_was_passed_over_is_told(void **state)
{
    const char *out[SIM_ADVICE_MOST] = {0};

    (void)state;
    assert_int_equal(ADVICE(out, "own", "bye"), 1);
    assert_non_null(strstr(out[0], "pauses"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(solving_before_listening_is_told_first),
        cmocka_unit_test(without_a_bad_habit_the_skill_left_lying_is_told),
        cmocka_unit_test(kindness_without_a_deed_and_sorry_too_often_are_seen),
        cmocka_unit_test(a_sign_that_was_passed_over_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
