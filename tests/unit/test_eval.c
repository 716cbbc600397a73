/* Text to value: what is compiled is run on a state made by hand. */
#include "expression_fixture.h"

#include "base/random.h"
#include "model/eval.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Counters: moments 0 to 3, then line 0 is 4, replies from 5, intents from 8. */
#define COUNTERS 11

static struct world w;
static ear_scenario scenario;
static model_header header;
static model_info info;
static model_layout layout;
static alignas(8) char block[4096];
static model_state *const state = (model_state *)(void *)block;

static model_moment moments[1];
static model_range no_screen;
static model_meter meters[] = {
    {.start = 50, .max = 100}, {.start = 40, .max = 100}, {.start = 30, .max = 100}};

static void begin(void)
{
    header = (model_header){
        .counters = COUNTERS, .live_counters = COUNTERS, .since_counters = COUNTERS};
    info = (model_info){.channel = MODEL_PHONE, .customer = MODEL_NONE};
    scenario = (ear_scenario){.header = &header,
                              .info = &info,
                              .meters = meters,
                              .moments = moments,
                              .screen = &no_screen};
    scenario.count[MODEL_S_METERS] = 3;
    scenario.count[MODEL_S_FLAGS] = 2;
    scenario.count[MODEL_S_SKILLS] = 2;
    layout = model_layout_of(&scenario, true);
    assert_true(layout.bytes <= sizeof block);
    model_state_begin(state, &scenario, &layout, 7);
}

static int setup(void **ignored)
{
    (void)ignored;
    world_begin(&w);
    w.compiler.in_rule = true;
    begin();
    return 0;
}

static int teardown(void **ignored)
{
    (void)ignored;
    world_end(&w);
    return 0;
}

static uint32_t counter_of(model_symbol thing)
{
    static const uint32_t first[] = {[MODEL_SYMBOL_MOMENT] = 0,
                                     [MODEL_SYMBOL_LINE] = 4,
                                     [MODEL_SYMBOL_REPLY] = 5,
                                     [MODEL_SYMBOL_INTENT] = 8};

    return first[thing.kind] + thing.index;
}

static model_code compiled(const char *text, model_want want)
{
    model_code code;

    w.compiler.references.count = 0;
    if (model_compile(&code, &w.compiler, text, strlen(text), want) != EAR_OK)
        fail_msg("%s: %s | %s", text, w.complaints[0].message, w.complaints[0].hint);
    for (size_t i = 0; i < w.compiler.references.count; i++) {
        const model_reference r = w.compiler.references.at[i];

        model_code_refer(&w.compiler.code.at[r.at], counter_of(r.thing));
    }
    scenario.code = w.compiler.code.at;
    scenario.numbers = w.compiler.numbers.at;
    return code;
}

static bool truth(const char *text)
{
    return model_truth(&scenario, &layout, state, compiled(text, MODEL_WANT_TRUTH));
}

static base_number value(const char *text)
{
    return model_number(&scenario, &layout, state, compiled(text, MODEL_WANT_NUMBER));
}

static void gives(const char *text, int64_t num, int64_t den)
{
    const base_number got = value(text);

    if (got.num != num || got.den != den)
        fail_msg("%s: %lld/%lld", text, (long long)got.num, (long long)got.den);
}

static void expect_true(const char *text)
{
    if (!truth(text))
        fail_msg("%s is not true", text);
}

static void expect_false(const char *text)
{
    if (truth(text))
        fail_msg("%s is true", text);
}

static void set_meter(uint32_t offset, uint32_t meter, int32_t to)
{
    model_ints(state, offset)[meter] = to;
}

static void set_count(model_symbol_kind kind, uint32_t index, uint32_t count,
                      uint32_t turn)
{
    const uint32_t counter = counter_of((model_symbol){kind, index});

    model_words_at(state, layout.counters)[counter] = count;
    model_words_at(state, layout.since)[counter] = turn;
}

static void arithmetic_is_exact(void **ignored)
{
    (void)ignored;
    gives("1 + 2 * 3", 7, 1);
    gives("(1 + 2) * 3", 9, 1);
    gives("10 - 4 - 3", 3, 1);
    gives("2 - -3", 5, 1);
    gives("-2 * -3", 6, 1);
    gives("--calm", 50, 1);
    gives("12 / 4 / 3", 1, 1);
    gives("calm / 3", 50, 3);
    expect_true("0.1 + 0.2 == 0.3");
    expect_true("calm / 3 * 3 == calm");
    expect_true("calm * 0.1 + calm * 0.2 == calm * 0.3");
    gives("calm / 0", 0, 1);
    gives("5 / (calm - 50)", 0, 1);
    gives("5 % 0", 0, 1);
    gives("calm % (trust - 40)", 0, 1);
}

static void the_remainder_has_the_sign_of_the_divisor(void **ignored)
{
    (void)ignored;
    gives("7 % 3", 1, 1);
    gives("-7 % 3", 2, 1);
    gives("7 % -3", -2, 1);
    gives("-7 % -3", -1, 1);
    gives("(0 - calm) % 7", 6, 1);
    gives("calm % 0.7", 3, 10);
    gives("6 % -3", 0, 1);
}

static void comparisons_are_exact(void **ignored)
{
    (void)ignored;
    expect_true("calm >= 50");
    expect_true("calm <= 50");
    expect_true("calm == 50");
    expect_false("calm ~= 50");
    expect_false("calm > 50");
    expect_false("calm < 50");
    expect_true("50 <= calm");
    expect_false("50 < calm");
    expect_true("51 > calm");
    expect_true("49 ~= calm");
    expect_true("calm < 50.1");
    expect_false("calm / 3 > 16.7");
    expect_true("calm / 3 > 16.6");
    expect_true("calm >= -5");
    expect_true("calm > trust and trust > heard");
    expect_true("calm == trust + 10");
}

static void operators_bind_as_in_a_sentence(void **ignored)
{
    (void)ignored;
    expect_true("true or false and false");
    expect_false("(true or false) and false");
    expect_true("not false and true");
    expect_false("not (false or true)");
    expect_true("not calm > 50");
    expect_true("not not true");
    expect_true("calm + 1 > 50 == true");
    expect_true("called == not true");
    expect_true("false == (1 > 2)");
    expect_true("true ~= false");
    expect_true("calm > 40 and calm < 60 or called");
    gives("-calm + 60", 10, 1);
    gives("2 * -calm", -100, 1);
}

static void the_right_side_is_not_asked_when_the_left_decides(void **ignored)
{
    const uint64_t before = state->random;

    (void)ignored;
    expect_false("called and chance(0.5)");
    expect_true("not called or chance(0.5)");
    assert_int_equal(state->random, before);
    truth("calm > 5 and chance(0.5)");
    assert_int_not_equal(state->random, before);
}

static void flags_and_clock_are_read(void **ignored)
{
    (void)ignored;
    model_flags_at(state, &layout)[1] = 1;
    state->turn = 4;
    state->tenths = 905;
    expect_true("knows_why");
    expect_false("called");
    expect_true("knows_why ~= called");
    gives("turn", 4, 1);
    gives("seconds", 181, 2);
    gives("minutes", 181, 120);
    expect_true("minutes * 60 == seconds");
    expect_true("seconds > 90 and seconds < 91");
}

static void counters_count(void **ignored)
{
    (void)ignored;
    state->turn = 9;
    expect_false("seen(opening)");
    gives("since(opening)", -1, 1);
    set_count(MODEL_SYMBOL_MOMENT, 0, 3, 7);
    set_count(MODEL_SYMBOL_LINE, 0, 1, 9);
    set_count(MODEL_SYMBOL_REPLY, 0, 2, 9);
    set_count(MODEL_SYMBOL_INTENT, 1, 5, 9);
    expect_true(
        "seen(opening) and seen('opening/hello-there') and seen('opening/sorry')");
    expect_false("seen(kept) or seen(sure) or seen('größe')");
    gives("visits(opening)", 3, 1);
    gives("chosen('opening/sorry')", 2, 1);
    gives("said(script)", 5, 1);
    gives("said(apologise)", 0, 1);
    gives("since(opening)", 2, 1);
    gives("since('opening/sorry')", 0, 1);
}

static void rules_know_the_reply_just_given(void **ignored)
{
    (void)ignored;
    expect_false("now(sure) or now(apologise) or now(act)");
    state->reply = 1;
    expect_true("now(sure)");
    expect_false("now('opening/sorry')");
    state->intent = 0;
    expect_true("now(apologise)");
    expect_false("now(act)");
    state->reply = 2;
    expect_true("now(act)"); /* by its id */
    state->reply = 0;
    state->intent = 2;
    expect_true("now(act)"); /* by its intent */
    set_meter(layout.gained, 2, -7);
    gives("gained(heard)", -7, 1);
}

static void meters_remember_their_way(void **ignored)
{
    (void)ignored;
    set_meter(layout.meters, 1, 66);
    set_meter(layout.first, 1, 45);
    set_meter(layout.lowest, 1, 12);
    set_meter(layout.highest, 1, 88);
    set_meter(layout.extreme, 1, 89);
    model_ints(state, layout.points)[1] = -3;
    gives("start(trust)", 40, 1);
    gives("first(trust)", 45, 1);
    gives("lowest(trust)", 12, 1);
    gives("highest(trust)", 88, 1);
    gives("extreme(trust)", 89, 1);
    gives("change(trust)", 26, 1);
    gives("points(own)", -3, 1);
    gives("points(listen)", 0, 1);
}

static void functions_of_numbers_compute(void **ignored)
{
    (void)ignored;
    gives("min(calm)", 50, 1);
    gives("min(calm, trust, heard, 35)", 30, 1);
    gives("max(calm, trust, heard, 0.5)", 50, 1);
    gives("max(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,"
          "21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35)",
          35, 1);
    gives("clamp(calm, 0, 20)", 20, 1);
    gives("clamp(calm, 60, 80)", 60, 1);
    gives("clamp(calm, 0, 80)", 50, 1);
    gives("clamp(calm, 80, 20)", 20, 1);
    gives("round(2.5)", 3, 1);
    gives("round(-2.5)", -3, 1);
    gives("round(2.49)", 2, 1);
    gives("abs(trust - calm)", 10, 1);
    gives("abs(-0.5)", 1, 2);
    gives("abs(min(3, 2)) + max(1, min(5, 4))", 6, 1);
}

static void chance_draws_once_whatever_it_is(void **ignored)
{
    static const char *const never[] = {"chance(0)", "chance(-1)"};
    static const char *const always[] = {"chance(1)", "chance(turn + 30)"};
    uint64_t expected = state->random;

    (void)ignored;
    for (int i = 0; i < 200; i++) {
        expect_false(never[i % 2]);
        expect_true(always[i % 2]);
        base_random_next(&expected);
        base_random_next(&expected);
    }
    assert_int_equal(state->random, expected);
}

static void chance_is_about_as_likely_as_it_says(void **ignored)
{
    const model_code code = compiled("chance(0.3)", MODEL_WANT_TRUTH);
    int hits = 0;

    (void)ignored;
    for (int i = 0; i < 20000; i++)
        hits += model_truth(&scenario, &layout, state, code);
    assert_in_range(hits, 5700, 6300);
}

static void large_numbers_do_not_overflow(void **ignored)
{
    (void)ignored;
    expect_true("999999999999999999 * 999999999999999999 > 4000000000000");
    expect_true("-999999999999999999 * 999999999999999999 < -4000000000000");
    expect_true("2147483648 > 2147483647");
    expect_true("calm < 2147483648 and calm > -2147483649");
    gives("2147483647 + 1", 2147483648, 1);
    gives("calm - calm + 4294967296", 4294967296, 1);
}

static void a_run_begins_as_the_scenario_says(void **ignored)
{
    (void)ignored;
    assert_int_equal(state->random, base_random_seed(7));
    assert_int_equal(state->channel, MODEL_PHONE);
    assert_int_equal(state->phase, MODEL_PHASE_NEW);
    assert_int_equal(state->reply, MODEL_NONE);
    assert_int_equal(state->intent, MODEL_NONE);
    assert_int_equal(state->notice, MODEL_NONE);
    expect_true("calm == 50 and start(calm) == 50 and first(calm) == 50");
    expect_true("lowest(trust) == 40 and highest(trust) == 40 and extreme(trust) == 40");
    expect_true("gained(calm) == 0 and change(calm) == 0 and points(own) == 0");
    assert_int_equal(layout.bytes % 8, 0);
    assert_true(model_layout_of(&scenario, false).bytes <= layout.bytes);
}

static void the_screen_begins_with_its_last_rows(void **ignored)
{
    static model_cell cells[] = {{.row = 1}, {.row = 0}, {.row = 1}};
    static model_range all = {0, 3};
    alignas(8) static char other[4096];
    model_state *with_screen = (model_state *)(void *)other;

    (void)ignored;
    scenario.cells = cells;
    scenario.screen = &all;
    scenario.count[MODEL_S_ROWS] = 3;

    const model_layout rows = model_layout_of(&scenario, true);
    model_state_begin(with_screen, &scenario, &rows, 1);
    assert_int_equal(with_screen->rows, 2);
    assert_int_equal(model_words_at(with_screen, rows.order)[0], 1);
    assert_int_equal(model_words_at(with_screen, rows.order)[1], 0);
    assert_int_equal(model_words_at(with_screen, rows.cells)[1], 2);
    assert_int_equal(model_words_at(with_screen, rows.cells)[0], 1);
    assert_int_equal(model_words_at(with_screen, rows.cells)[2], MODEL_NONE);
}

static const char *said(base_bytes *out, const char *text)
{
    model_words words;

    base_bytes_clear(out);
    assert_int_equal(model_compile_words(&words, &w.compiler, text, strlen(text)),
                     EAR_OK);
    scenario.pieces = w.compiler.pieces.at;
    scenario.text = w.texts.at;
    assert_true(model_words_write(out, &scenario, &layout, state, &words));
    return base_bytes_string(out);
}

static void words_are_said_with_their_values(void **ignored)
{
    base_bytes out = {0};

    (void)ignored;
    model_flags_at(state, &layout)[0] = 1;
    state->turn = 3;
    state->tenths = 125;
    assert_string_equal(said(&out, "Plain."), "Plain.");
    assert_string_equal(said(&out, ""), "");
    assert_string_equal(said(&out, "{calm}%"), "50%");
    assert_string_equal(said(&out, "{called}, {knows_why}: {{x}}"), "true, false: {x}}");
    assert_string_equal(said(&out, "{turn} in {seconds} s, {minutes} min"),
                        "3 in 12.5 s, 0.2 min");
    assert_string_equal(said(&out, "{customer} {trust}"), "Priya Nair 40");
    base_bytes_release(&out);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(arithmetic_is_exact),
        TEST(the_remainder_has_the_sign_of_the_divisor),
        TEST(comparisons_are_exact),
        TEST(operators_bind_as_in_a_sentence),
        TEST(the_right_side_is_not_asked_when_the_left_decides),
        TEST(flags_and_clock_are_read),
        TEST(counters_count),
        TEST(rules_know_the_reply_just_given),
        TEST(meters_remember_their_way),
        TEST(functions_of_numbers_compute),
        TEST(chance_draws_once_whatever_it_is),
        TEST(chance_is_about_as_likely_as_it_says),
        TEST(large_numbers_do_not_overflow),
        TEST(a_run_begins_as_the_scenario_says),
        TEST(the_screen_begins_with_its_last_rows),
        TEST(words_are_said_with_their_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
