/* Conditions and figures. */
#include "complaint_kit.h"

static ear_status compile(const char *text, model_want want)
{
    model_code code = MODEL_NONE;

    w.count = 0;
    return model_compile(&code, &w.compiler, text, strlen(text), want);
}

static ear_status truth(const char *text)
{
    return compile(text, MODEL_WANT_TRUTH);
}

static ear_status number(const char *text)
{
    return compile(text, MODEL_WANT_NUMBER);
}

/* ---- conditions ---- */

static void conditions_of_the_examples_compile(void **state)
{
    static const char *const all[] = {
        "calm >= 30 and not called",
        "not knows_why",
        "seen(opening)",
        "seen('say-it again') or seen('größe')",
        "visits(opening) > 1 and chosen('opening/sorry') == 0",
        "said(apologise) >= 2",
        "since(opening) < 3",
        "start(calm) + change(calm) == calm",
        "min(calm) <= max(calm, trust, heard, 5)",
        "clamp(calm, 20, 80) ~= round(trust / 3)",
        "chance(0.3)",
        "chance(calm / 100) or true",
        "called == knows_why",
        "called ~= (calm > 50)",
        "not calm > 50",
        "called == not knows_why",
        "calm > 50 == called",
        "-calm < -5 and - 5 < calm",
        "turn > 2 and minutes < 5 and seconds >= 10.5",
        "calm\xc2\xa0>=\t50\n",
        "((((((((((calm))))))))))>1",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        if (truth(all[i]) != EAR_OK)
            fail_msg("%s: %s | %s", all[i], w.complaints[0].message,
                     w.complaints[0].hint);
    }
}

static void an_unknown_name_gets_the_nearest_one(void **state)
{
    static const struct mistake all[] = {
        {"clam > 50", "E101", 1, "Did you mean 'calm'?"},
        {"calm > 50 and knows_wy", "E101", 15, "Did you mean 'knows_why'?"},
        {"Calm > 50", "E101", 1, "Did you mean 'calm'?"},
        {"trun > 2", "E101", 1, "Did you mean 'turn'?"},
        {"ture", "E101", 1, "Did you mean 'true'?"},
        {"seen(openin)", "E101", 6, "Did you mean 'opening'?"},
        {"seen('openin')", "E101", 7, "Did you mean 'opening'?"},
        {"said(apologize) > 0", "E101", 6, "Did you mean 'apologise'?"},
        {"chosen('opening/sory') > 0", "E101", 9, "'opening/sorry'"},
        {"points(lisen) > 1", "E101", 8, "Did you mean 'listen'?"},
        {"start(clam) > 1", "E101", 7, "Did you mean 'calm'?"},
        {"sean(opening)", "E101", 1, "Did you mean 'seen'?"},
        {"quite_different > 1", "E101", 1, "'quite_different'"},
        {"seen(opening) and opening", "E101", 19, "seen(opening)"},
        {"listen > 3", "E101", 1, "points(listen)"},
        {"apologise", "E101", 1, "said(apologise)"},
        {"seen(apologise)", "E101", 6, "said(apologise)"},
        {"seen(called)", "E101", 6, "'called' is a flag"},
    };

    (void)state;
    expect_mistakes(all, COUNT_OF(all), truth);
}

static void every_unknown_name_is_told(void **state)
{
    (void)state;
    assert_int_equal(truth("clam > 5 or haerd < 3"), EAR_E_FORMAT);
    assert_int_equal(w.count, 2);
    assert_int_equal(w.complaints[0].column, 1);
    assert_int_equal(w.complaints[1].column, 13);
}

static void other_peoples_signs_are_explained(void **state)
{
    static const struct mistake all[] = {
        {"trust = 50", "E130", 7, "Write trust == 50."},
        {"(trust = 50)", "E130", 8, "=="},
        {"calm != 50", "E130", 6, "~="},
        {"calm <> 50", "E130", 6, "~="},
        {"calm ≠ 50", "E130", 6, "~="},
        {"called && knows_why", "E130", 8, "Write and."},
        {"called || knows_why", "E130", 8, "Write or."},
        {"!called", "E130", 1, "Write not."},
        {"calm => 50", "E130", 6, ">="},
        {"calm =< 50", "E130", 6, "<="},
        {"calm ≥ 50", "E130", 6, ">="},
        {"calm ≤ 50", "E130", 6, "<="},
        {"calm === 50", "E130", 6, "=="},
        {"seen(\"opening\")", "E130", 6, "single quotes"},
        {"seen(“opening”)", "E130", 6, "straight single quotes"},
        {"seen(‘opening’)", "E130", 6, "straight single quotes"},
        {"calm ÷ 2 > 3", "E130", 6, "Write /"},
        {"calm – 2 > 3", "E130", 6, "plain minus"},
        {"NOT called", "E130", 1, "small letters"},
        {"called AND knows_why", "E130", 8, "Write and in place of 'AND'."},
        {"calm is 50", "E130", 6, "Write == in place of 'is'."},
        {"if calm > 50", "E130", 1, "calm >= 50"},
        {"calm > {trust}", "E130", 8, "Braces"},
        {"größe > 5", "E130", 1, "letters a to z"},
        {"calm > .5", "E130", 8, "0.5"},
        {"calm > 5.", "E130", 8, "plain number"},
        {"calm > 12px", "E130", 8, "plain number"},
        {"calm > 1.0123456789", "E130", 8, "digits"},
        {"calm > 99999999999999999999", "E130", 8, "digits"},
        {"calm > 1,5", "E130", 9, "point"},
        {"called;", "E130", 7, "comma"},
        {"calm >= 30%", "E130", 11, "calm >= 30"},
        {"c.calm > 5", "E130", 1, "nothing before the name"},
        {"c:seen('opening')", "E130", 1, "nothing before the name"},
        {"calm > 5 €", "E130", 10, "cannot be read"},
        {"\xff", "E130", 1, "cannot be read"},
    };

    (void)state;
    expect_mistakes(all, COUNT_OF(all), truth);
}

static void half_sentences_are_told_where_they_stop(void **state)
{
    static const struct mistake all[] = {
        {"", "E130", 1, "nothing to read"},
        {"  ", "E130", 3, "nothing to read"},
        {"calm >", "E130", 7, "missing at the end"},
        {"calm > ", "E130", 7, "missing at the end"},
        {"called and", "E130", 11, "missing at the end"},
        {"not", "E130", 4, "missing at the end"},
        {"> 50", "E130", 1, "before '>'"},
        {"calm > > 50", "E130", 8, "before '>'"},
        {"(calm > 50", "E130", 1, "never closed"},
        {"((calm > 50)", "E130", 1, "never closed"},
        {"calm > 50)", "E130", 10, "closes nothing"},
        {"()", "E130", 2, "before ')'"},
        {"calm 50", "E130", 6, "Write calm >= 50."},
        {"called knows_why", "E130", 8, "and or or"},
        {"calm > 5 'x'", "E130", 10, "parentheses"},
        {"calm > +5", "E130", 8, "minus"},
        {"seen(opening", "E130", 5, "never closed"},
        {"seen('opening", "E130", 6, "Close the text"},
        {"seen(", "E130", 5, "never closed"},
        {"min(1, 2", "E130", 4, "never closed"},
        {"seen", "E130", 1, "seen(opening)"},
        {"calm(5) > 3", "E130", 5, "no parentheses"},
        {"turn(5) > 3", "E130", 5, "no parentheses"},
        {"'calm' > 5", "E130", 1, "parentheses"},
    };

    (void)state;
    expect_mistakes(all, COUNT_OF(all), truth);
}

static void wrong_arguments_are_told(void **state)
{
    static const struct mistake all[] = {
        {"seen()", "E130", 5, "seen(opening)"},
        {"seen(opening, kept)", "E130", 6, "seen(…) and seen(…)"},
        {"seen(say-it)", "E130", 6, "seen('say-it')"},
        {"seen(opening/hello-there)", "E130", 6, "seen('opening/hello-there')"},
        {"seen(2nd)", "E130", 6, "seen('2nd')"},
        {"seen(größe)", "E130", 6, "seen('größe')"},
        {"seen(calm > 5)", "E130", 6, "one name"},
        {"min() > 1", "E130", 1, "at least 1"},
        {"clamp(calm, 1) > 1", "E130", 1, "takes 3 values, not 2"},
        {"round(calm, 1) > 1", "E130", 1, "takes 1 value, not 2"},
        {"chance(0,3)", "E130", 1, "point"},
        {"chance()", "E130", 1, "takes 1 value, not 0"},
        {"chance(30)", "E105", 8, "chance(0.3) for 30 of 100"},
        {"chance(30%)", "E130", 10, "chance(0.3) for 30 of 100"},
        {"chance('x')", "E130", 8, "takes a number"},
        {"abs(calm,) > 1", "E130", 10, "before ')'"},
        {"min(calm trust) > 1", "E130", 10, "no sign"},
    };

    (void)state;
    expect_mistakes(all, COUNT_OF(all), truth);
}

static void numbers_and_truths_do_not_mix(void **state)
{
    static const struct mistake all[] = {
        {"calm", "E131", 1, "Write calm >= 50."},
        {"turn", "E131", 1, "Write turn >= 3."},
        {"visits(opening)", "E131", 1, "Write visits(opening) >= 1."},
        {"5", "E131", 1, "a number"},
        {"not calm", "E131", 5, "Write calm >= 50."},
        {"called and calm", "E131", 12, "Write calm >= 50."},
        {"calm or called", "E131", 1, "Write calm >= 50."},
        {"(calm)", "E131", 1, "Write (calm) >= 50."},
        {"called > 1", "E131", 1, "Write called, or not called."},
        {"1 < called", "E131", 5, "Write called, or not called."},
        {"called == 1", "E131", 1, "Write called."},
        {"called == 0", "E131", 1, "Write not called."},
        {"called ~= 0", "E131", 1, "Write called."},
        {"called == 50", "E131", 1, "Write called, or not called."},
        {"calm == true", "E131", 1, "Write calm >= 50."},
        {"calm + called > 5", "E131", 8, "Reckon"},
        {"-called", "E131", 2, "a number is needed"},
        {"30 < calm < 70", "E131", 1, "Write 30 < calm and calm < 70."},
        {"calm > 50 < 70", "E131", 1, "Write calm > 50 and 50 < 70."},
        {"min(calm, called) > 1", "E131", 11, "a number is needed"},
        {"chance(called)", "E131", 8, "a number is needed"},
        {"chosen(opening) > 0", "E131", 8, "visits(opening)"},
        {"start(called) > 0", "E131", 7, "a meter"},
        {"now(sure)", "E131", 1, "only in a rule"},
        {"gained(calm) > 5", "E131", 1, "change("},
    };

    (void)state;
    expect_mistakes(all, COUNT_OF(all), truth);
}

static void a_figure_is_a_number(void **state)
{
    static const struct mistake all[] = {
        {"called", "E131", 1, "a number is needed"},
        {"calm > 5", "E131", 1, "a number is needed"},
        {"true", "E131", 1, "a number is needed"},
    };

    (void)state;
    expect_mistakes(all, COUNT_OF(all), number);
    assert_int_equal(number("4"), EAR_OK);
    assert_int_equal(number("-calm * 0.5 + points(listen)"), EAR_OK);
}

static void rules_may_ask_what_was_just_said(void **state)
{
    static const struct mistake all[] = {
        {"now(opening)", "E131", 5, "a reply or an intent"},
        {"now(apologize)", "E101", 5, "Did you mean 'apologise'?"},
        {"now(shure)", "E101", 5, "Did you mean 'sure'?"},
        {"gained(called) > 1", "E131", 8, "a meter"},
    };

    (void)state;
    w.compiler.in_rule = true;
    assert_int_equal(truth("now(sure) or now(apologise) or now('act')"), EAR_OK);
    assert_int_equal(truth("gained(calm) > 5"), EAR_OK);
    expect_mistakes(all, COUNT_OF(all), truth);
}

static void deep_nesting_is_refused_and_long_chains_are_not(void **state)
{
    static char text[70000];
    size_t at = 0;

    (void)state;
    for (int i = 0; i < 20000; i++)
        text[at++] = '(';
    text[at] = '\0';
    expect_complaint("((((...", truth(text), "E130", 66, "too much inside");
    memset(text, '-', 20000);
    expect_complaint("----...", truth(text), "E130", 66, "too much inside");

    memset(text, '(', 64);
    memcpy(text + 64, "called", 6);
    memset(text + 70, ')', 64);
    text[134] = '\0';
    assert_int_equal(truth(text), EAR_OK);
    memset(text, '-', 64);
    memcpy(text + 64, "1 < calm", 9);
    assert_int_equal(truth(text), EAR_OK);

    at = 0;
    for (int i = 0; i < 5000; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "called and ");
    snprintf(text + at, sizeof text - at, "called");
    assert_int_equal(truth(text), EAR_OK);

    at = 0;
    for (int i = 0; i < MODEL_STACK + 1; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "calm-(");
    at += (size_t)snprintf(text + at, sizeof text - at, "1");
    for (int i = 0; i < MODEL_STACK + 1; i++)
        text[at++] = ')';
    text[at] = '\0';
    assert_int_equal(number(text), EAR_E_FORMAT);
    assert_int_equal(w.count, 1);

    memset(text, ' ', sizeof text);
    text[sizeof text - 1] = '\0';
    expect_complaint("70,000 blanks", truth(text), "E130", 1, "too long");
}

static void long_names_are_cut_between_letters(void **state)
{
    char text[400] = "seen('";

    (void)state;
    for (int i = 0; i < 90; i++)
        strcat(text, "ö");
    strcat(text, "x')");
    assert_int_equal(truth(text), EAR_E_FORMAT);
    assert_non_null(strstr(w.complaints[0].message, "ööö'"));
    assert_true(strlen(w.complaints[0].message) < 150);
}

static void the_commonest_condition_is_one_step(void **state)
{
    model_code code;

    (void)state;
    assert_int_equal(
        model_compile(&code, &w.compiler, "trust >= 52", 11, MODEL_WANT_TRUTH), EAR_OK);
    assert_int_equal(w.compiler.code.count, 3);
    assert_int_equal(w.compiler.code.at[0], MODEL_OP_METER_COMPARE | 1u << 8 |
                                                (uint32_t)MODEL_OP_GREATER_EQUAL << 24);
    assert_int_equal(w.compiler.code.at[1], 52);
    assert_int_equal(w.compiler.code.at[2], MODEL_OP_RETURN);
    assert_int_equal(
        model_compile(&code, &w.compiler, "-2 * 4 < (calm)", 15, MODEL_WANT_TRUTH),
        EAR_OK);
    assert_int_equal(code, 3);
    assert_int_equal(w.compiler.code.at[3],
                     MODEL_OP_METER_COMPARE | (uint32_t)MODEL_OP_GREATER << 24);
    assert_int_equal((int32_t)w.compiler.code.at[4], -8);
    assert_int_equal(w.compiler.code.count, 6);
}

static void counters_are_left_to_the_builder(void **state)
{
    model_code code;
    static const char text[] =
        "since('say-it again') > 2 and seen(sure) and said(script) > 1";

    (void)state;
    assert_int_equal(
        model_compile(&code, &w.compiler, text, strlen(text), MODEL_WANT_TRUTH), EAR_OK);
    assert_int_equal(w.compiler.references.count, 3);

    const model_reference *r = w.compiler.references.at;
    assert_int_equal(w.compiler.code.at[r[0].at] & 0xff, MODEL_OP_SINCE);
    assert_int_equal(r[0].thing.kind, MODEL_SYMBOL_MOMENT);
    assert_int_equal(r[0].thing.index, 2);
    assert_int_equal(w.compiler.code.at[r[1].at] & 0xff, MODEL_OP_SEEN);
    assert_int_equal(r[1].thing.kind, MODEL_SYMBOL_REPLY);
    assert_int_equal(w.compiler.code.at[r[2].at] & 0xff, MODEL_OP_COUNT);
    assert_int_equal(r[2].thing.kind, MODEL_SYMBOL_INTENT);
    model_code_refer(&w.compiler.code.at[r[2].at], 77);
    assert_int_equal(w.compiler.code.at[r[2].at], MODEL_OP_COUNT | 77u << 8);
}

static void the_words_of_conditions_are_taken(void **state)
{
    static const char *const taken[] = {"and",  "or",     "not",   "true",   "turn",
                                        "seen", "gained", "clamp", "seconds"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(taken); i++)
        assert_true(model_is_condition_word(taken[i], strlen(taken[i])));
    assert_false(model_is_condition_word("calm", 4));
    assert_false(model_is_condition_word("Turn", 4));
    assert_false(model_is_condition_word("seenx", 5));
    assert_false(model_is_condition_word("see", 3));
    assert_true(model_is_plain_id("_a9", 3));
    assert_false(model_is_plain_id("9a", 2));
    assert_false(model_is_plain_id("", 0));
    assert_false(model_is_plain_id("a-b", 3));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(conditions_of_the_examples_compile),
        TEST(an_unknown_name_gets_the_nearest_one),
        TEST(every_unknown_name_is_told),
        TEST(other_peoples_signs_are_explained),
        TEST(half_sentences_are_told_where_they_stop),
        TEST(wrong_arguments_are_told),
        TEST(numbers_and_truths_do_not_mix),
        TEST(a_figure_is_a_number),
        TEST(rules_may_ask_what_was_just_said),
        TEST(deep_nesting_is_refused_and_long_chains_are_not),
        TEST(long_names_are_cut_between_letters),
        TEST(the_commonest_condition_is_one_step),
        TEST(counters_are_left_to_the_builder),
        TEST(the_words_of_conditions_are_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
