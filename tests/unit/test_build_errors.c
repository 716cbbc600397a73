/* What is wrong with a draft: one finding for each mistake, at its place. */
#include "findings_kit.h"

static void an_unknown_target_names_the_nearest(void **state)
{
    static const char source[] = "scenario \"A\" {}\n"
                                 "moment \"start\"\n"
                                 "  you \"Hello\" { mood = \"\", go = \"helpd\" }\n"
                                 "outcome \"helped\" {}\n";
    kit k;
    (void)state;

    kit_begin(&k, source);
    kit_moment(&k, 2, "start");
    kit_you(&k, 3, "Hello", "helpd");
    kit_outcome(&k, 4, "helped");
    assert_string_equal(hint_of(&k, 0), "Did you mean 'helped'?");
    kit_end(&k);

    kit_begin(&k, source);
    kit_moment(&k, 2, "start");
    kit_you(&k, 3, "Hello", "helpd");
    kit_outcome(&k, 4, "helped");
    EXPECT(&k, "E101 3:34 There is no moment or outcome 'helpd'.");
}

static void unknown_names_in_effects_and_braces_are_told(void **state)
{
    static const char source[] =
        "meter \"calm\" {}\n"
        "moment \"start\"\n"
        "sam \"(low) I am {clam}\"\n"
        "you \"Hello\" { mood = \"calm +1, trust +2\", set = \"a\", skill = \"b +1\" }\n";
    kit k;
    draft_reply *reply;
    (void)state;

    kit_begin(&k, source);
    kit_meter(&k, 1, "calm");
    kit_moment(&k, 2, "start");
    kit_say(&k, 3, "(low) I am {clam}");
    reply = kit_you(&k, 4, "Hello", NULL);
    reply->effect.mood.text = kit_text("calm +1, trust +2");
    reply->effect.set = kit_text("a");
    reply->effect.skill = kit_text("b +1");
    EXPECT(&k, "E101 3:18", "E101 4:32", "E101 4:50", "E101 4:63");
}

static void unknown_intents_and_skills_are_told(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_skill(&k, 1, "notice");
    kit_moment(&k, 2, "start");
    kit_cue(&k, 3, "sighs")->answered_by = kit_list(&k, "listen, reflekt", NULL, NULL);
    kit_you(&k, 4, "Hello", NULL)->intent = kit_text("aks");
    kit_notice(&k, 5, "What?")->skill = kit_text("notise");
    EXPECT(&k, "E101 3:0 'reflekt'", "E101 4:0 There is no intent 'aks'.",
           "E101 5:0 There is no skill 'notise'.");
}

static void words_of_conditions_are_no_names(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_meter(&k, 1, "turn");
    kit_flag(&k, 2, "not");
    kit_frame(&k);
    EXPECT(&k, "E103 1:0 'turn' is a word of conditions", "E103 2:0");
}

static void names_have_plain_letters(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_meter(&k, 1, "how calm");
    kit_flag(&k, 2, "");
    kit_skill(&k, 3, "1st");
    kit_intent(&k, 4, "a-b");
    kit_frame(&k);
    kit_moment(&k, 200, "");
    EXPECT(&k, "E105 1:0 'how calm'", "E105 2:0", "E105 3:0", "E105 4:0", "E105 200:0");
}

static void a_bad_name_is_told_once_however_often_it_is_used(void **state)
{
    kit k;
    draft_reply *reply;
    (void)state;

    kit_begin(&k, NULL);
    kit_flag(&k, 1, "seconds");
    kit_skill(&k, 2, "1st");
    kit_intent(&k, 3, "a-b");
    kit_moment(&k, 4, "start");
    kit_notice(&k, 5, "What?")->skill = kit_text("1st");
    reply = kit_you(&k, 6, "Hello", NULL);
    reply->intent = kit_text("a-b");
    reply->effect.set = kit_text("seconds");
    EXPECT(&k, "E103 1:0", "E105 2:0", "E105 3:0");
}

static void a_meter_says_where_it_starts_when_50_is_outside(void **state)
{
    kit k;
    draft_meter *stars;
    (void)state;

    kit_begin(&k, "meter \"stars\" { min = 1, max = 5 }\n");
    stars = kit_meter(&k, 1, "stars");
    stars->min = 1;
    stars->max = 5;
    kit_frame(&k);
    EXPECT(&k, "E105 1:8 starts at 50, outside its range 1 to 5");
}

static void ids_are_renamed_to_what_there_is(void **state)
{
    static const draft_renamed pairs[] = {
        {{"old", 3}, {"start", 5}, {0, 1}},
        {{"older", 5}, {"old", 3}, {0, 1}},
        {{"mad", 3}, {"calm", 4}, {0, 1}},
        {{"gone", 4}, {"strat", 5}, {0, 1}},
    };
    kit k;
    (void)state;

    kit_begin(&k, "renamed { gone = \"strat\" }\n");
    kit_meter(&k, 1, "calm");
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        draft_renamed *pair = DRAFT_ADD(&k.draft.renamed);

        assert_non_null(pair);
        *pair = pairs[i];
    }
    kit_frame(&k);
    EXPECT(&k, "E101 1:19 'strat'");
}

static void meters_hold_to_their_range(void **state)
{
    kit k;
    draft_meter *meter;
    (void)state;

    kit_begin(&k, "meter \"a\" { start = 101 }\n"
                  "meter \"b\" { min = 9, max = 3 }\n");
    kit_meter(&k, 1, "a")->start = 101;
    meter = kit_meter(&k, 2, "b");
    meter->min = 9;
    meter->max = 3;
    kit_meter(&k, 3, "c")->max = INT64_C(2000000000);
    kit_meter(&k, 4, "d")->drift = kit_text("up");
    kit_meter(&k, 5, "e")->drift = kit_text("toward 200 by 1");
    kit_meter(&k, 6, "f")->shows = kit_text("joy");
    kit_frame(&k);
    EXPECT(&k, "E105 1:21 starts at 101", "E105 2:28 min must not be over max",
           "E105 3:0", "E105 4:0 'up' cannot be read", "E105 5:0", "E105 6:0 'joy'");
}

static void fields_hold_to_what_they_can_be(void **state)
{
    kit k;
    draft_reply *reply;
    (void)state;

    kit_begin(&k, NULL);
    k.draft.scenario.channel = kit_text("letter");
    k.draft.scenario.role = kit_text("boss");
    k.draft.scenario.minutes = base_number_whole(-1);
    k.draft.speakers.at[0].patience = base_number_whole(0);
    kit_intent(&k, 2, "joke")->fades = base_number_whole(2);
    kit_intent(&k, 3, "pun")->rating = 5;
    kit_kpi(&k, 4, "csat", "1")->better = kit_text("more");
    kit_kpi(&k, 5, "ces", NULL);
    kit_moment(&k, 6, "start")->channel = kit_text("fax");
    kit_notice(&k, 7, "What?")->answer = 3;
    kit_statement(&k, 8, DRAFT_SILENCE, "a while");
    kit_say(&k, 9, NULL)->variants = kit_list(&k, "a", "b", NULL);
    k.draft.statements.at[3].as.line->pick = kit_text("any");
    reply = kit_you(&k, 10, "Hello", NULL);
    reply->rating = 0;
    reply->seconds = base_number_whole(-1);
    kit_outcome(&k, 11, "done")->rating = kit_text("good");
    EXPECT(&k, "E105 1:0", "E105 1:0", "E105 1:0", "E105 1:0", "E105 2:0", "E105 3:0",
           "E105 4:0", "E105 5:0", "E105 6:0", "E105 7:0", "E105 8:0", "E105 9:0",
           "E105 10:0", "E105 10:0", "E105 11:0");
}

static void outcomes_cannot_be_visited_or_begun_with(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    k.draft.scenario.start = kit_text("done");
    kit_frame(&k);
    kit_moment(&k, 200, "late");
    kit_statement(&k, 201, DRAFT_VISIT, "done");
    kit_you(&k, 202, "Hi", NULL)->visit = kit_text("done");
    EXPECT(&k, "E105 1:0", "E105 201:0", "E105 202:0");
}

static void statements_stand_where_they_may(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_say(&k, 2, "Too early");
    kit_you(&k, 3, "Too early", NULL);
    kit_moment(&k, 4, "start");
    kit_statement(&k, 5, DRAFT_DEBRIEF, "Well done");
    kit_you(&k, 6, "Hello", "done");
    kit_outcome(&k, 7, "done");
    kit_you(&k, 8, "Hello", "nowhere");
    kit_statement(&k, 9, DRAFT_GO, "nowhere");
    EXPECT(&k, "E105 2:0 a line", "E105 5:0 debrief belongs", "E105 8:0 you", "E105 9:0");
}

static void words_that_are_a_function_need_an_id(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    k.draft.functions = 2;
    kit_moment(&k, 1, "start");
    kit_say(&k, 2, NULL);
    k.draft.statements.at[1].words.function = 1;
    kit_you(&k, 3, NULL, NULL)->id = kit_text("x");
    k.draft.statements.at[2].words.function = 2;
    kit_build(&k);
    assert_int_equal(model_findings_count(&k.findings, MODEL_ERROR), 1);
    assert_int_equal(k.findings.at[0].line, 2);
    assert_string_equal(k.findings.at[0].code, "E105");
    kit_end(&k);
}

static void an_answer_needs_a_customer(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    k.draft.speakers.at[0].customer = false;
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "Hello", NULL)->answer.text = kit_text("Hi");
    EXPECT(&k, "E105 2:0 no customer");
}

static void
a_file_without_a_scenario_says_so_only_when_nothing_else_is_wrong(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    k.draft.has_scenario = false;
    k.draft.scenario.place.line = 0;
    EXPECT(&k, "E105 0:0 no scenario statement");

    kit_begin(&k, NULL);
    k.draft.has_scenario = false;
    k.draft.scenario.place.line = 0;
    kit_say(&k, 2, "Too early");
    EXPECT(&k, "E105 2:0");
}

static void a_scenario_without_a_moment_says_so(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_outcome(&k, 2, "done");
    EXPECT(&k, "E105 1:0 no moment");

    kit_begin(&k, NULL);
    k.draft.scenario.start = kit_text("strat");
    kit_frame(&k);
    EXPECT(&k, "E101 1:0 'strat'");
}

static void one_choice_holds_so_many_replies(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    for (uint32_t i = 0; i < MODEL_MAX_REPLIES + 3; i++)
        kit_you(&k, 10 + i, "Hello", NULL);
    EXPECT(&k, "E002 74:0 can have 64");
}

static void meters_and_flags_are_limited(void **state)
{
    static char flags[MODEL_MAX_FLAGS + 1][8], meters[MODEL_MAX_METERS + 1][8];
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    for (uint32_t i = 0; i <= MODEL_MAX_FLAGS; i++) {
        snprintf(flags[i], sizeof flags[i], "f%u", i);
        kit_flag(&k, 10 + i, flags[i]);
    }
    for (uint32_t i = 0; i <= MODEL_MAX_METERS; i++) {
        snprintf(meters[i], sizeof meters[i], "m%u", i);
        kit_meter(&k, 5000 + i, meters[i]);
    }
    kit_frame(&k);
    EXPECT(&k, "E002 4106:0 4096", "E002 5256:0 256");
}

static void moments_are_limited_and_nothing_after_is_looked_at(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    for (uint32_t i = 0; i <= MODEL_MAX_MOMENTS; i++)
        kit_moment(&k, 1 + i, "same");
    EXPECT(&k, "E002 200001:0 200000");
}

static void words_are_limited_in_bytes_and_lines(void **state)
{
    static char bytes[MODEL_MAX_WORDS + 2];
    static char lines[MODEL_MAX_LINES + 2];
    kit k;
    (void)state;

    memset(bytes, 'a', MODEL_MAX_WORDS + 1);
    memset(lines, '\n', MODEL_MAX_LINES);
    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_statement(&k, 2, DRAFT_NOTE, bytes);
    kit_statement(&k, 3, DRAFT_NOTE, lines);
    kit_you(&k, 4, "Hello", NULL)->why = kit_text(bytes);
    kit_statement(&k, 5, DRAFT_NOTE, bytes + 1);
    kit_statement(&k, 6, DRAFT_NOTE, lines + 1);
    EXPECT(&k, "E002 2:0 2000", "E002 3:0 40", "E002 4:0 2000");
}

static void an_earlier_error_keeps_the_image_empty(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_frame(&k);
    model_findings_add(&k.findings, &(model_finding){.code = "E104",
                                                     .file = "a.lua",
                                                     .line = 2,
                                                     .message = "an unknown field"});
    kit_build(&k);
    assert_int_equal(k.image.length, 0);
    assert_int_equal(k.findings.count, 1);
    kit_end(&k);
}

static void tests_are_checked_too(void **state)
{
    kit k;
    draft_test *test;
    (void)state;

    kit_begin(&k, NULL);
    kit_frame(&k);
    test = kit_test(&k, 200, "t");
    test->ends = kit_text("start");
    test->holds = kit_list(&k, "claim > 3", NULL, NULL);
    test = kit_test(&k, 201, "u");
    test->ends = kit_text("don");
    EXPECT(&k, "E101 200:0", "E105 200:0", "E101 201:0 'don'");
}

static void the_nearest_name_is_not_looked_for_without_end(void **state)
{
    static char names[1200][8];
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    for (uint32_t i = 0; i < 1200; i++) {
        snprintf(names[i], sizeof names[i], "m%u", i);
        kit_moment(&k, 10 + i, names[i]);
        kit_statement(&k, 10 + i, DRAFT_GO, "m77x");
    }
    kit_build(&k);
    assert_int_equal(k.findings.count, 1200);
    assert_string_equal(k.findings.at[0].hint, "Did you mean 'm77'?");
    assert_null(strstr(k.findings.at[1199].hint, "mean"));
    kit_end(&k);
}

static void figures_hold_to_their_bounds(void **state)
{
    kit k;
    draft_kpi *kpi;
    (void)state;

    kit_begin(&k, NULL);
    kpi = kit_kpi(&k, 2, "csat", "1");
    kpi->min = base_number_whole(5);
    kpi->max = base_number_whole(1);
    kit_kpi(&k, 3, "", "1");
    kit_frame(&k);
    EXPECT(&k, "E105 2:0 min over max", "E105 3:0 needs an id");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unknown_target_names_the_nearest),
        cmocka_unit_test(unknown_names_in_effects_and_braces_are_told),
        cmocka_unit_test(unknown_intents_and_skills_are_told),
        cmocka_unit_test(words_of_conditions_are_no_names),
        cmocka_unit_test(names_have_plain_letters),
        cmocka_unit_test(a_bad_name_is_told_once_however_often_it_is_used),
        cmocka_unit_test(a_meter_says_where_it_starts_when_50_is_outside),
        cmocka_unit_test(ids_are_renamed_to_what_there_is),
        cmocka_unit_test(meters_hold_to_their_range),
        cmocka_unit_test(fields_hold_to_what_they_can_be),
        cmocka_unit_test(outcomes_cannot_be_visited_or_begun_with),
        cmocka_unit_test(statements_stand_where_they_may),
        cmocka_unit_test(words_that_are_a_function_need_an_id),
        cmocka_unit_test(an_answer_needs_a_customer),
        cmocka_unit_test(
            a_file_without_a_scenario_says_so_only_when_nothing_else_is_wrong),
        cmocka_unit_test(a_scenario_without_a_moment_says_so),
        cmocka_unit_test(one_choice_holds_so_many_replies),
        cmocka_unit_test(meters_and_flags_are_limited),
        cmocka_unit_test(moments_are_limited_and_nothing_after_is_looked_at),
        cmocka_unit_test(words_are_limited_in_bytes_and_lines),
        cmocka_unit_test(an_earlier_error_keeps_the_image_empty),
        cmocka_unit_test(tests_are_checked_too),
        cmocka_unit_test(the_nearest_name_is_not_looked_for_without_end),
        cmocka_unit_test(figures_hold_to_their_bounds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
