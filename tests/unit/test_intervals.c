/* Ranges of meters against the search: they hold everything that the search finds, in
 * scenarios that nobody thought up and in some with known answers. */
#include "prove/search_internal.h"
#include "prove_wild.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SCENARIOS 120u

static prove_ranges ranges_of(const ear_scenario *s)
{
    prove_ranges ranges;
    prove_flow flow;

    assert_true(prove_flow_make(&flow, s));
    assert_true(prove_ranges_find(&ranges, &flow, 1u << 30));
    assert_non_null(ranges.scenario);
    prove_flow_release(&flow);
    return ranges;
}

/* ---- they hold everything ---- */

static void holds(const uint8_t *may, const uint8_t *met, uint32_t count, unsigned seed,
                  const char *what)
{
    for (uint32_t i = 0; i < count; i++)
        if (met[i] & ~may[i])
            fail_msg("seed %u: %s %u: met %u, may be %u", seed, what, (unsigned)i, met[i],
                     may[i]);
}

static void holds_meters(const prove_ranges *may, const prove_search *f, unsigned seed)
{
    const ear_scenario *s = f->scenario;
    int32_t low, high;

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++)
        for (uint32_t k = 0; k < s->count[MODEL_S_METERS]; k++) {
            const size_t at = (size_t)m * s->count[MODEL_S_METERS] + k;

            if (prove_search_range(f, m, k, &low, &high) &&
                (low < may->low[at] || high > may->high[at]))
                fail_msg("seed %u: moment %u, meter %u: %d to %d, may be %d to %d", seed,
                         (unsigned)m, (unsigned)k, low, high, may->low[at],
                         may->high[at]);
        }
}

/* How many of the moments nobody comes to are ruled out. */
static void compare(wild_kind kind, unsigned seed, unsigned *never, unsigned *ruled_out)
{
    ear_scenario *s = wild_scenario(kind, seed);
    const prove_work work = {.limits = {.states = 20000, .memory = 1u << 30, .jobs = 1}};
    const prove_options options = {.meters = true, .no_play = true};
    prove_search *f = NULL;
    prove_ranges may = ranges_of(s);
    const uint32_t *count = s->count;

    assert_int_equal(prove_search_run(&f, s, &options, &work, NULL), EAR_OK);
    holds(may.statements, f->seen.watch.statements, count[MODEL_S_STATEMENTS], seed,
          "statement");
    holds(may.replies, f->seen.watch.replies, count[MODEL_S_REPLIES], seed, "reply");
    holds(may.rules, f->seen.watch.rules, count[MODEL_S_RULES], seed, "rule");
    holds(may.moments, f->seen.watch.moments, count[MODEL_S_MOMENTS], seed, "moment");
    holds_meters(&may, f, seed);
    for (uint32_t m = 0; prove_search_proved(f) && m < count[MODEL_S_MOMENTS]; m++) {
        *never += !prove_search_reached(f, m);
        *ruled_out += !may.moments[m];
    }
    prove_ranges_release(&may);
    prove_search_free(f);
    ear_scenario_free(s);
}

static void nothing_happens_that_ranges_rule_out(void **state)
{
    unsigned never = 0, ruled_out = 0;

    (void)state;
    for (unsigned seed = 1; seed <= SCENARIOS; seed++)
        compare(seed % 2 ? WILD_ONCE : WILD_AGAIN, seed, &never, &ruled_out);
    assert_true(ruled_out * 4 > never); /* and they do rule out something */
}

/* ---- known answers ---- */

static ear_scenario *stairs(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=10", "max=1000");
    METER(m, "trust", "start=50");
    FLAG(m, "told");
    MOMENT(m, "hub");
    YOU(m, "Up", "mood=calm +7", "again", "go=hub", "when=calm < 60");
    YOU(m, "Tell", "set=told", "go=told", "when=calm >= 50");
    MOMENT(m, "told");
    YOU(m, "On", "go=high", "when=calm > 66");
    YOU(m, "Off", "go=low", "when=told and calm <= 66");
    YOU(m, "Never", "go=low", "when=not told");
    OUTCOME(m, "high");
    OUTCOME(m, "low");
    return maker_scenario(m);
}

static void a_meter_stops_where_its_condition_stops_it(void **state)
{
    ear_scenario *s = stairs();
    prove_ranges may = ranges_of(s);
    const uint32_t told = model_find_moment(s, "told");

    (void)state;
    assert_int_equal(may.low[told * 2], 50);
    assert_int_equal(may.high[told * 2], 66); /* 59 + 7 */
    assert_int_equal(may.low[told * 2 + 1], 50);
    assert_false(may.moments[model_find_moment(s, "high")]);
    assert_true(may.moments[model_find_moment(s, "low")]);
    assert_int_equal(may.replies[3], SIM_HELD | SIM_WENT); /* always */
    assert_int_equal(may.replies[4], SIM_FAILED);
    prove_ranges_release(&may);
    ear_scenario_free(s);
}

static ear_scenario *many_ways(void)
{
    maker *m = maker_new();

    METER(m, "a", "start=500", "max=1000");
    METER(m, "b", "start=500", "max=1000");
    METER(m, "c", "start=500", "max=1000");
    METER(m, "d", "start=0", "max=1000");
    RULE(m, "leaves", "when=a <= 3", "go=gone");
    MOMENT(m, "hub");
    YOU(m, "One", "mood=a +1, b -1", "again", "go=hub");
    YOU(m, "Two", "mood=b +1", "again", "go=hub");
    YOU(m, "Three", "mood=c +1, a -1", "again", "go=hub");
    YOU(m, "Four", "mood=d +1", "again", "go=hub", "when=d < 40 and a > 3");
    YOU(m, "Good", "go=good", "when=d > 20 and b > 700");
    YOU(m, "Hidden", "go=hidden", "when=d * 2 > 81 or (a > 990 and d > 45)");
    OUTCOME(m, "good");
    OUTCOME(m, "hidden");
    OUTCOME(m, "gone");
    return maker_scenario(m);
}

static void what_a_search_is_too_small_for_is_still_ruled_out(void **state)
{
    ear_scenario *s = many_ways();
    const prove_work work = {.limits = {.states = 5000, .jobs = 2}};
    model_findings findings = {0};
    prove_search *f = NULL;
    int32_t low, high;
    unsigned told = 0;

    (void)state;
    assert_int_equal(prove_search_run(&f, s, NULL, &work, NULL), EAR_OK);
    assert_int_equal(prove_search_why(f), PROVE_MANY_STATES);
    assert_false(prove_search_possible(f, model_find_moment(s, "hidden")));
    assert_true(prove_search_possible(f, model_find_moment(s, "good")));
    assert_true(prove_search_possible(f, model_find_moment(s, "gone")));
    assert_true(prove_search_bounds(f, model_find_moment(s, "hub"), 3, &low, &high));
    assert_int_equal(low, 0);
    assert_int_equal(high, 40);
    assert_true(prove_search_bounds(f, model_find_moment(s, "hub"), 0, &low, &high));
    assert_int_equal(low, 4); /* the rule leads away from all below */
    assert_false(prove_search_bounds(f, model_find_moment(s, "hidden"), 3, &low, &high));
    assert_int_equal(prove_search_findings(f, NULL, &findings, NULL), EAR_OK);
    for (size_t i = 0; i < findings.count; i++)
        told += strcmp(findings.at[i].code, "E150") == 0 ||
                strcmp(findings.at[i].code, "W151") == 0;
    assert_int_equal(told, 2); /* the ending, and the reply that leads to it */
    assert_int_equal(findings.count, 2);
    model_findings_release(&findings);
    prove_search_free(f);
    ear_scenario_free(s);
}

static void a_search_stays_within_its_memory(void **state)
{
    ear_scenario *s = many_ways();
    const uint64_t most = UINT64_C(24) << 20;
    const prove_work work = {
        .limits = {.states = UINT64_C(1) << 29, .memory = most, .jobs = 2}};
    const prove_options options = {.no_play = true};
    prove_search *f = NULL;

    (void)state;
    assert_int_equal(prove_search_run(&f, s, &options, &work, NULL), EAR_OK);
    assert_int_equal(prove_search_why(f), PROVE_MUCH_MEMORY);
    assert_true(prove_search_states(f) > 50000);
    assert_true(prove_search_bytes(f) <= most);
    prove_search_free(f);
    ear_scenario_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_happens_that_ranges_rule_out),
        cmocka_unit_test(a_meter_stops_where_its_condition_stops_it),
        cmocka_unit_test(what_a_search_is_too_small_for_is_still_ruled_out),
        cmocka_unit_test(a_search_stays_within_its_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
