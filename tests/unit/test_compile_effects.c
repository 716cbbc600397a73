/* Effects, words with braces, drifts and durations. */
#include "complaint_kit.h"
#include "model/words.h"

static ear_status mood(const char *text)
{
    model_range range;

    w.count = 0;
    return model_compile_mood(&range, &w.compiler, text, strlen(text));
}

static ear_status set(const char *text)
{
    model_range range;

    w.count = 0;
    return model_compile_set(&range, &w.compiler, text, strlen(text));
}

static ear_status skill(const char *text)
{
    model_range range;

    w.count = 0;
    return model_compile_skill(&range, &w.compiler, text, strlen(text));
}

static ear_status truth(const char *text)
{
    model_code code;

    w.count = 0;
    return model_compile(&code, &w.compiler, text, strlen(text), MODEL_WANT_TRUTH);
}

static void a_failed_text_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_int_equal(truth("seen(opening) and calm > 0.5"), EAR_OK);

    const size_t code = w.compiler.code.count, numbers = w.compiler.numbers.count;
    assert_int_equal(truth("seen(kept) and calm > 0.25 and clam"), EAR_E_FORMAT);
    assert_int_equal(mood("calm +0.5, trust +(1.5 * calm), x +1"), EAR_E_FORMAT);
    assert_int_equal(set("called, not x"), EAR_E_FORMAT);
    assert_int_equal(skill("own +1, x +1"), EAR_E_FORMAT);
    assert_int_equal(w.compiler.code.count, code);
    assert_int_equal(w.compiler.numbers.count, numbers);
    assert_int_equal(w.compiler.references.count, 1);
    assert_int_equal(w.compiler.moods.count, 0);
    assert_int_equal(w.compiler.sets.count, 0);
    assert_int_equal(w.compiler.points.count, 0);
}

/* ---- effects ---- */

static void a_mood_becomes_parts_in_its_order(void **state)
{
    static const char text[] = " heard +14, calm - 8,trust = 50, trust = -3, calm+(10 - "
                               "heard/10), heard -(trust), calm -2.5, trust +(2*3) ";
    model_range range;

    (void)state;
    assert_int_equal(model_compile_mood(&range, &w.compiler, text, strlen(text)), EAR_OK);
    assert_int_equal(range.first, 0);
    assert_int_equal(range.count, 8);

    const model_mood *m = w.compiler.moods.at;
    assert_true(m[0].meter == 2 && m[0].operation == MODEL_ADD && m[0].amount == 14 &&
                m[0].code == MODEL_NONE);
    assert_true(m[1].meter == 0 && m[1].operation == MODEL_ADD && m[1].amount == -8);
    assert_true(m[2].meter == 1 && m[2].operation == MODEL_SET && m[2].amount == 50);
    assert_true(m[3].operation == MODEL_SET && m[3].amount == -3);
    assert_true(m[4].operation == MODEL_ADD && m[4].code != MODEL_NONE);
    assert_true(m[5].operation == MODEL_SUBTRACT && m[5].code != MODEL_NONE);
    assert_true(m[6].operation == MODEL_ADD && m[6].code != MODEL_NONE);
    assert_true(m[7].operation == MODEL_ADD && m[7].amount == 6 &&
                m[7].code == MODEL_NONE);
    assert_int_equal(w.compiler.numbers.at[w.compiler.numbers.count - 1].num, -5);
    assert_int_equal(w.compiler.numbers.at[w.compiler.numbers.count - 1].den, 2);
}

static void blank_effects_have_no_parts(void **state)
{
    model_range range = {9, 9};

    (void)state;
    assert_int_equal(model_compile_mood(&range, &w.compiler, "  ", 2), EAR_OK);
    assert_int_equal(range.count, 0);
    assert_int_equal(model_compile_set(&range, &w.compiler, "", 0), EAR_OK);
    assert_int_equal(model_compile_skill(&range, &w.compiler, "", 0), EAR_OK);
    assert_int_equal(range.count, 0);
}

static void mistakes_in_a_mood_are_told(void **state)
{
    static const struct mistake all[] = {
        {"clam +5", "E101", 1, "Did you mean 'calm'?"},
        {"calm +5, haerd -3", "E101", 10, "Did you mean 'heard'?"},
        {"called +5", "E131", 1, "Write set = \"called\"."},
        {"turn +5", "E131", 1, "cannot be changed"},
        {"listen +5", "E101", 1, "'listen' is a skill"},
        {"calm 5", "E130", 6, "Write calm +5, -5 or = 5."},
        {"calm", "E130", 5, "neither + nor - nor ="},
        {"calm +", "E130", 7, "cannot be read"},
        {"calm + heard", "E130", 8, "(heard)"},
        {"calm ++5", "E130", 7, "cannot be read"},
        {"calm +-5", "E130", 7, "cannot be read"},
        {"calm += 5", "E130", 6, "Write + alone"},
        {"calm == 5", "E130", 6, "Write one ="},
        {"calm: 5", "E130", 5, "colon"},
        {"calm +10 - heard/10", "E130", 10, "in parentheses"},
        {"calm +5 trust +2", "E130", 9, "comma is missing before 'trust'"},
        {"calm +5 and trust +2", "E130", 9, "comma is missing"},
        {"calm +5,, trust +2", "E130", 9, "missing at a comma"},
        {"calm +5,", "E130", 9, "missing at a comma"},
        {"calm +1,5", "E130", 9, "point"},
        {"calm +5%", "E130", 8, "cannot be read"},
        {"calm −5", "E130", 6, "plain minus"},
        {"+5 calm", "E130", 1, "'+'"},
        {"5", "E130", 1, "First the name"},
        {"calm +(called)", "E131", 7, "a number is needed"},
        {"calm +(5", "E130", 7, "never closed"},
        {"calm +(now(sure))", "E131", 8, "only in a rule"},
        {"calm +(clam)", "E101", 8, "Did you mean 'calm'?"},
        {"not calm +5", "E130", 1, "'not'"},
    };

    (void)state;
    expect_mistakes(all, COUNT_OF(all), mood);
}

static void every_part_of_a_mood_is_looked_at(void **state)
{
    (void)state;
    assert_int_equal(mood("clam +5, trust 3, called -1, heard +(1, 2), heard +1"),
                     EAR_E_FORMAT);
    assert_int_equal(w.count, 4);
    assert_int_equal(w.complaints[0].column, 1);
    assert_int_equal(w.complaints[1].column, 16);
    assert_int_equal(w.complaints[2].column, 19);
    assert_int_equal(w.complaints[3].column, 39);
}

static void a_set_names_flags(void **state)
{
    static const struct mistake all[] = {
        {"caled", "E101", 1, "Did you mean 'called'?"},
        {"calm", "E131", 1, "mood = \"calm = 50\""},
        {"called and knows_why", "E130", 8, "comma is missing"},
        {"called knows_why", "E130", 8, "comma is missing"},
        {"!called", "E130", 1, "Write not."},
        {"not not called", "E130", 5, "'not'"},
        {"called = true", "E130", 8, "called alone"},
        {"not", "E130", 4, "missing"},
        {"called,", "E130", 8, "missing"},
        {"'called'", "E130", 2, "'called'"},
    };
    model_range range;

    (void)state;
    assert_int_equal(model_compile_set(&range, &w.compiler, "called, not knows_why", 21),
                     EAR_OK);
    assert_int_equal(range.count, 2);
    assert_true(w.compiler.sets.at[0].flag == 0 && w.compiler.sets.at[0].to == 1);
    assert_true(w.compiler.sets.at[1].flag == 1 && w.compiler.sets.at[1].to == 0);
    expect_mistakes(all, COUNT_OF(all), set);
}

static void skills_get_whole_points(void **state)
{
    static const struct mistake all[] = {
        {"lisen +2", "E101", 1, "Did you mean 'listen'?"},
        {"calm +2", "E101", 1, "'calm' is a meter"},
        {"listen 2", "E130", 8, "listen +2"},
        {"listen", "E130", 7, "listen +2"},
        {"listen = 2", "E130", 8, "listen +2"},
        {"listen +1.5", "E130", 9, "whole number"},
        {"listen +(2)", "E130", 9, "whole number"},
        {"listen +2 own +1", "E130", 11, "comma is missing"},
        {"listen +99999999", "E130", 9, "whole number"},
    };
    model_range range;

    (void)state;
    assert_int_equal(model_compile_skill(&range, &w.compiler, "listen +2, own -1", 17),
                     EAR_OK);
    assert_int_equal(range.count, 2);
    assert_true(w.compiler.points.at[0].skill == 0 &&
                w.compiler.points.at[0].points == 2);
    assert_true(w.compiler.points.at[1].skill == 1 &&
                w.compiler.points.at[1].points == -1);
    expect_mistakes(all, COUNT_OF(all), skill);
}

/* ---- words, drifts, durations ---- */

static ear_status words(model_words *out, const char *text)
{
    w.count = 0;
    return model_compile_words(out, &w.compiler, text, strlen(text));
}

static const char *kept(model_text text)
{
    return w.texts.at + text.at;
}

static void words_without_values_are_one_text(void **state)
{
    model_words out;

    (void)state;
    assert_int_equal(words(&out, "Hi {customer}, {{not} this."), EAR_OK);
    assert_int_equal(out.pieces.count, 0);
    assert_string_equal(kept(out.text), "Hi Priya Nair, {not} this.");
    assert_int_equal(model_spoken_tenths(out.spoken), 16);
    assert_int_equal(out.function, MODEL_NONE);
    assert_int_equal(out.tone.length, 0);
}

static void values_cut_words_into_pieces(void **state)
{
    model_words out;

    (void)state;
    assert_int_equal(words(&out, "At {calm} {{{ called }} {turn}{minutes}{seconds}!"),
                     EAR_OK);
    assert_string_equal(kept(out.text),
                        "At {calm} {{{ called }} {turn}{minutes}{seconds}!");
    assert_int_equal(out.pieces.count, 6);

    const model_piece *p = w.compiler.pieces.at + out.pieces.first;
    assert_string_equal(kept(p[0].literal), "At ");
    assert_true(p[0].insert == MODEL_INSERT_METER && p[0].index == 0);
    assert_string_equal(kept(p[1].literal), " {");
    assert_true(p[1].insert == MODEL_INSERT_FLAG && p[1].index == 0);
    assert_string_equal(kept(p[2].literal), "} ");
    assert_int_equal(p[2].insert, MODEL_INSERT_TURN);
    assert_int_equal(p[3].insert, MODEL_INSERT_MINUTES);
    assert_int_equal(p[3].literal.length, 0);
    assert_int_equal(p[4].insert, MODEL_INSERT_SECONDS);
    assert_string_equal(kept(p[5].literal), "!");
    assert_int_equal(p[5].insert, MODEL_INSERT_NOTHING);
}

static void mistakes_in_braces_are_told(void **state)
{
    model_words out;

    (void)state;
    expect_complaint("{clam}", words(&out, "At {clam}."), "E101", 5,
                     "Did you mean 'calm'?");
    expect_complaint("{costumer}", words(&out, "Hi {costumer}."), "E101", 5,
                     "Did you mean 'customer'?");
    expect_complaint("{}", words(&out, "At {}."), "E101", 5, "{{");
    expect_complaint("{calm + 5}", words(&out, "At {calm + 5}."), "E101", 5,
                     "{calm + 5}");
    expect_complaint("{calm", words(&out, "At {calm"), "E130", 4, "never closed");
    assert_int_equal(words(&out, "{a1} {b1}"), EAR_E_FORMAT);
    assert_int_equal(w.count, 2);
    w.compiler.customer = NULL;
    expect_complaint("{customer}", words(&out, "Hi {customer}"), "E101", 5,
                     "no customer");
    assert_int_equal(w.compiler.pieces.count, 0);
}

static void drifts_are_read(void **state)
{
    static const char *const wrong[] = {"",
                                        "toward 45",
                                        "to 45 by 2",
                                        "toward 45 by -2",
                                        "toward 45.5 by 2",
                                        "toward 45 by 2 x",
                                        "toward 45 by",
                                        "toward x by 2",
                                        "toward 99999999999 by 1",
                                        "45 by 2"};
    int32_t toward;
    base_number by;

    (void)state;
    assert_true(model_read_drift(&toward, &by, "toward 45 by 2", 14));
    assert_true(toward == 45 && by.num == 2 && by.den == 1);
    assert_true(model_read_drift(&toward, &by, " toward -5  by 0.5 ", 19));
    assert_true(toward == -5 && by.num == 1 && by.den == 2);
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        assert_false(model_read_drift(&toward, &by, wrong[i], strlen(wrong[i])));
}

static void durations_are_read_in_tenths(void **state)
{
    static const struct {
        const char *text;
        uint32_t tenths;
    } right[] = {{"3s", 30},    {"0.5s", 5},      {"3", 30},
                 {" 3 s ", 30}, {"0.25", 3},      {"12 seconds", 120},
                 {"0s", 0},     {"1 second", 10}, {"86400", 864000}};
    static const char *const wrong[] = {"",    "s",      "-3s",    "3m",   "3 minutes",
                                        "3ss", "3s sec", "86401s", "soon", "3s!"};
    uint32_t tenths;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(right); i++) {
        assert_true(model_read_duration(&tenths, right[i].text, strlen(right[i].text)));
        assert_int_equal(tenths, right[i].tenths);
    }
    for (size_t i = 0; i < COUNT_OF(wrong); i++)
        assert_false(model_read_duration(&tenths, wrong[i], strlen(wrong[i])));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_failed_text_leaves_nothing_behind),
        TEST(a_mood_becomes_parts_in_its_order),
        TEST(blank_effects_have_no_parts),
        TEST(mistakes_in_a_mood_are_told),
        TEST(every_part_of_a_mood_is_looked_at),
        TEST(a_set_names_flags),
        TEST(skills_get_whole_points),
        TEST(words_without_values_are_one_text),
        TEST(values_cut_words_into_pieces),
        TEST(mistakes_in_braces_are_told),
        TEST(drifts_are_read),
        TEST(durations_are_read_in_tenths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
