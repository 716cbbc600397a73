/* Habits: what deserves a word although the scenario can be played. */
#include "findings_kit.h"

/* A meter that is changed and shown, so that it gives no finding of its own. */
static void plain_meter(kit *k)
{
    kit_meter(k, 1, "calm")->low = kit_text("upset");
}

static void a_skill_that_nothing_practises_is_told(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_skill(&k, 2, "own");
    kit_skill(&k, 3, "listen");
    kit_skill(&k, 4, "clarity");
    kit_skill(&k, 5, "notice");
    kit_skill(&k, 6, "unused");
    kit_intent(&k, 7, "joke")->effect.skill = kit_text("clarity -1");
    kit_moment(&k, 8, "start");
    kit_notice(&k, 9, "What?")->answer = 1;
    kit_you(&k, 10, "Hello", NULL)->effect.skill = kit_text("own +1, listen +1");
    EXPECT(&k, "W160 6 'unused'");
}

static void a_notice_without_a_right_answer_practises_nothing(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_skill(&k, 2, "notice");
    kit_moment(&k, 3, "start");
    kit_notice(&k, 4, "What?");
    EXPECT(&k, "W160 2 'notice'");
}

static void a_flag_never_set_or_never_read_is_told(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_flag(&k, 2, "used");
    kit_flag(&k, 3, "only_set");
    kit_flag(&k, 4, "only_read");
    kit_flag(&k, 5, "told");
    kit_moment(&k, 6, "start");
    kit_statement(&k, 7, DRAFT_SET, "used, only_set, told");
    kit_say(&k, 8, "It is {told}.");
    kit_when(&k, "used and only_read");
    EXPECT(&k, "W161 3 nothing asks", "W161 4 never set");
}

static void any_function_reads_every_flag(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_file(&k, "lib", NULL, true);
    k.draft.functions = 1;
    kit_flag(&k, 2, "set_here");
    kit_rule(&k, 3, "r")->when.function = 1;
    k.draft.rules.at[0].place.file = 1;
    kit_moment(&k, 4, "start");
    kit_statement(&k, 5, DRAFT_SET, "set_here");
    EXPECT_NOTHING(&k);
}

static void a_meter_never_changed_or_never_shown_is_told(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_meter(&k, 2, "still")->shows = kit_text("warmth");
    kit_meter(&k, 3, "unseen");
    kit_meter(&k, 4, "worded")->high = kit_text("at ease");
    kit_meter(&k, 5, "asked");
    kit_meter(&k, 6, "inserted");
    kit_meter(&k, 7, "secret")->hidden = true;
    kit_meter(&k, 8, "leaking")->shows = kit_text("tension");
    kit_meter(&k, 9, "drifting")->drift = kit_text("toward 10 by 1");
    k.draft.meters.at[7].hidden = true;
    kit_meter(&k, 10, "summed");
    kit_kpi(&k, 11, "sum", "change(summed)");
    kit_moment(&k, 12, "start");
    kit_statement(&k, 13, DRAFT_MOOD,
                  "unseen +1, worded +1, asked +1, inserted +1, secret +1, leaking +1, "
                  "summed +1");
    kit_say(&k, 14, "{inserted}");
    kit_when(&k, "asked > 3");
    EXPECT(&k, "W162 2 never changes", "W162 3 nothing shows");
}

static void what_an_effect_reads_is_not_idle(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    plain_meter(&k);
    kit_meter(&k, 2, "trust");
    kit_moment(&k, 3, "start");
    kit_statement(&k, 4, DRAFT_MOOD, "calm +(trust / 2), trust +1");
    EXPECT_NOTHING(&k);
}

static void only_a_mood_that_is_a_function_changes_every_meter(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    plain_meter(&k);
    k.draft.functions = 1;
    kit_moment(&k, 3, "start");
    kit_statement(&k, 4, DRAFT_MOOD, NULL)->words.function = 1;
    EXPECT(&k, "W180 4 mood");

    kit_begin(&k, NULL);
    plain_meter(&k);
    k.draft.functions = 1;
    kit_moment(&k, 3, "start");
    kit_say(&k, 4, "Hi");
    k.draft.statements.at[1].when.function = 1;
    EXPECT(&k, "W162 1 never changes", "W180 4 when");
}

static void habits_of_use_wait_until_there_is_no_error(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_skill(&k, 2, "unused");
    kit_flag(&k, 3, "unused_too");
    plain_meter(&k);
    kit_moment(&k, 4, "start");
    kit_statement(&k, 5, DRAFT_GO, "nowhere");
    EXPECT(&k, "E101 5");
}

static const char *letters(char *to, size_t count)
{
    memset(to, 'a', count);
    to[count] = '\0';
    for (size_t i = 9; i < count; i += 10)
        to[i] = ' ';
    to[count - 1] = 'a';
    return to;
}

static void long_words_are_told_by_the_letters_a_reader_sees(void **state)
{
    char cue[2][64], reply[2][128], line[2][192], toned[256];
    kit k;
    draft_line *varied;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_cue(&k, 2, letters(cue[0], 60));
    kit_cue(&k, 3, letters(cue[1], 61));
    kit_say(&k, 4, letters(line[0], 180));
    kit_say(&k, 5, letters(line[1], 181));
    snprintf(toned, sizeof toned, "(a tone) %s [beat] *%s*", letters(cue[0], 60),
             letters(reply[0], 115));
    kit_say(&k, 6, toned);
    varied = kit_say(&k, 7, NULL);
    varied->variants = kit_list(&k, "short", letters(line[1], 181), NULL);
    kit_you(&k, 8, letters(reply[0], 120), NULL);
    kit_you(&k, 9, letters(reply[1], 121), NULL)->answer.text =
        kit_text(letters(line[1], 181));
    EXPECT(&k, "W170 3 cue is 61 letters", "W170 5 line is 181 letters", "W170 7 line",
           "W170 9 answer is 181", "W170 9 reply is 121");
}

static void a_reply_that_weighs_much_wants_a_reason(void **state)
{
    static const struct {
        const char *mood, *thinks, *why;
        int64_t rating;
        bool told;
    } cases[] = {
        {"calm +25", NULL, NULL, DRAFT_UNSET, false},
        {"calm +26", NULL, NULL, DRAFT_UNSET, true},
        {"calm -13, calm - 13", NULL, NULL, DRAFT_UNSET, true},
        {"calm +20, calm +5.5", NULL, NULL, DRAFT_UNSET, true},
        {"calm +40, calm -20", NULL, NULL, DRAFT_UNSET, false},
        {"calm = 90", NULL, NULL, DRAFT_UNSET, false},
        {"calm +(turn * 90)", NULL, NULL, DRAFT_UNSET, false},
        {"calm +26", "Oh.", NULL, DRAFT_UNSET, false},
        {"calm +26", NULL, "Because.", DRAFT_UNSET, false},
        {NULL, NULL, NULL, 4, true},
        {NULL, NULL, NULL, 1, true},
        {NULL, NULL, NULL, 3, false},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        kit k;
        draft_reply *reply;

        kit_begin(&k, NULL);
        plain_meter(&k);
        kit_moment(&k, 3, "start");
        kit_statement(&k, 4, DRAFT_MOOD, "calm +1");
        reply = kit_you(&k, 5, "Hello", NULL);
        reply->effect.mood.text = kit_text(cases[i].mood);
        reply->thinks = kit_text(cases[i].thinks);
        reply->why = kit_text(cases[i].why);
        reply->rating = cases[i].rating;
        if (cases[i].told)
            EXPECT(&k, "W174 5");
        else
            EXPECT_NOTHING(&k);
    }
}

static void every_place_where_lua_decides_is_told(void **state)
{
    kit k;
    draft_reply *reply;
    (void)state;

    kit_begin(&k, NULL);
    k.draft.functions = 5;
    kit_kpi(&k, 2, "csat", NULL)->of.function = 1;
    kit_moment(&k, 3, "start");
    kit_say(&k, 4, NULL)->id = kit_text("x");
    k.draft.statements.at[1].words.function = 2;
    reply = kit_you(&k, 5, "Hello", NULL);
    reply->effect.mood.function = 3;
    reply->answer.function = 5;
    k.draft.statements.at[2].when.function = 4;
    EXPECT(&k, "W180 2 of", "W180 4 the words", "W180 5 answer", "W180 5 mood",
           "W180 5 when");
}

static void a_todo_is_told_and_is_no_warning(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 3, "start");
    kit_statement(&k, 4, DRAFT_TODO, "a second road");
    kit_you(&k, 5, "Hello", NULL);
    kit_statement(&k, 6, DRAFT_TODO, "between");
    kit_you(&k, 7, "Hello", NULL);
    kit_build(&k);
    assert_int_equal(k.findings.count, 2);
    assert_string_equal(k.findings.at[0].code, "I200");
    assert_non_null(strstr(k.findings.at[0].message, "a second road"));
    assert_int_equal(k.findings.at[1].line, 6);
    assert_int_equal(model_findings_count(&k.findings, MODEL_WARNING), 0);
    assert_true(k.image.length > 0);
    kit_end(&k);
}

static void the_engines_own_modules_give_no_warnings(void **state)
{
    char line[200];
    kit k;
    draft_meter *meter;
    (void)state;

    kit_begin(&k, NULL);
    kit_file(&k, "customer", NULL, true);
    k.draft.functions = 1;
    kit_skill(&k, 2, "unused")->place.file = 1;
    kit_flag(&k, 3, "unused_too")->place.file = 1;
    meter = kit_meter(&k, 4, "still");
    meter->place.file = 1;
    kit_kpi(&k, 5, "csat", NULL)->of.function = 1;
    k.draft.kpis.at[0].place.file = 1;
    kit_moment(&k, 6, "start");
    k.draft.statements.at[0].place.file = 1;
    kit_say(&k, 7, letters(line, 190));
    k.draft.statements.at[1].place.file = 1;
    kit_you(&k, 8, letters(line, 190), NULL)->rating = 4;
    k.draft.statements.at[2].place.file = 1;
    EXPECT_NOTHING(&k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_skill_that_nothing_practises_is_told),
        cmocka_unit_test(a_notice_without_a_right_answer_practises_nothing),
        cmocka_unit_test(a_flag_never_set_or_never_read_is_told),
        cmocka_unit_test(any_function_reads_every_flag),
        cmocka_unit_test(a_meter_never_changed_or_never_shown_is_told),
        cmocka_unit_test(what_an_effect_reads_is_not_idle),
        cmocka_unit_test(only_a_mood_that_is_a_function_changes_every_meter),
        cmocka_unit_test(habits_of_use_wait_until_there_is_no_error),
        cmocka_unit_test(long_words_are_told_by_the_letters_a_reader_sees),
        cmocka_unit_test(a_reply_that_weighs_much_wants_a_reason),
        cmocka_unit_test(every_place_where_lua_decides_is_told),
        cmocka_unit_test(a_todo_is_told_and_is_no_warning),
        cmocka_unit_test(the_engines_own_modules_give_no_warnings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
