#ifndef EARSHOT_TESTS_VALUE_BENCH_H
#define EARSHOT_TESTS_VALUE_BENCH_H

/* A run at its first choice, and what its replies are worth. */

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

static inline void open_bench(bench *b, maker *m, prove_limits limits)
{
    *b = (bench){.scenario = maker_scenario(m), .work = {.limits = limits}};
    assert_int_equal(prove_value_new(&b->value, b->scenario, &b->work, 7, NULL), EAR_OK);
    assert_int_equal(ear_session_new(&b->session, b->scenario, NULL, NULL), EAR_OK);
    assert_int_equal(ear_session_begin(b->session, NULL, NULL), EAR_OK);
}

static inline void close_bench(bench *b)
{
    prove_value_free(b->value);
    ear_session_free(b->session);
    ear_scenario_free(b->scenario);
}

static inline prove_choice_value ask(bench *b)
{
    prove_choice_value choice;

    assert_int_equal(prove_value_ask(b->value, &choice, sim_session_state(b->session),
                                     sim_session_layout(b->session), NULL),
                     EAR_OK);
    return choice;
}

static inline prove_road_on road(bench *b)
{
    prove_road_on on;

    assert_int_equal(prove_value_road(b->value, &on, sim_session_state(b->session),
                                      sim_session_layout(b->session), NULL),
                     EAR_OK);
    return on;
}

static inline void assert_near(double a, double b)
{
    const double off = a < b ? b - a : a - b;

    if (off > 1e-9)
        fail_msg("%.12f is not %.12f", a, b);
}

static inline void assert_outcome(const bench *b, const prove_ending *end, const char *id)
{
    assert_int_equal(end->outcome, model_find_moment(b->scenario, id));
}

static inline void three_outcomes(maker *m)
{
    OUTCOME(m, "good", "rating=strong");
    OUTCOME(m, "fair", "rating=mixed");
    OUTCOME(m, "poor", "rating=weak");
}

#endif
