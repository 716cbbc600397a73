/* Where a finding stands: file, line and column of the word that is wrong. */
#include "findings_kit.h"

static void names_are_found_on_later_lines_of_a_statement(void **state)
{
    static const char source[] = "moment \"start\"\n"
                                 "  you \"one, two {three}\" {\n"
                                 "    -- go = \"nowhere\" }}\n"
                                 "    mood = \"\",\n"
                                 "    go   = \"nowhere\",\n"
                                 "  }\n"
                                 "  go \"nowhere\"\n";
    kit k;
    (void)state;

    kit_begin(&k, source);
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "one, two three", "nowhere");
    kit_statement(&k, 7, DRAFT_GO, "nowhere");
    EXPECT(&k, "E101 5:13", "E101 7:7");
}

static void columns_count_letters_and_not_bytes(void **state)
{
    static const char source[] = "moment \"start\"\n"
                                 "you \"H\xc3\xa4\xc3\xa4\" { go = \"x\" }\n";
    kit k;
    (void)state;

    kit_begin(&k, source);
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "H\xc3\xa4\xc3\xa4", "x");
    EXPECT(&k, "E101 2:19");
}

static void text_that_lua_put_together_has_no_column(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, "moment \"start\"\nyou \"H\" { go = \"no\" .. \"where\" }\n");
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "H", "nowhere");
    EXPECT(&k, "E101 2:0");
}

static void conditions_are_told_at_the_word_that_is_wrong(void **state)
{
    static const char source[] =
        "meter \"calm\" {}\n"
        "moment \"start\"\n"
        "you \"Hello\" { when = \"calm > 5 and clam < 3\", go = \"start\" }\n"
        "you \"Bye\" { when = 'calm' }\n"
        "you \"No\" { when = \"calm >\" }\n";
    kit k;
    (void)state;

    kit_begin(&k, source);
    kit_meter(&k, 1, "calm");
    kit_moment(&k, 2, "start");
    kit_you(&k, 3, "Hello", "start");
    kit_when(&k, "calm > 5 and clam < 3");
    kit_you(&k, 4, "Bye", NULL);
    kit_when(&k, "calm");
    kit_you(&k, 5, "No", NULL);
    kit_when(&k, "calm >");
    EXPECT(&k, "E101 3:36", "E131 4:21", "E130 5:26");
}

static void a_name_used_twice_names_both_places(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_meter(&k, 1, "calm");
    kit_flag(&k, 2, "calm");
    kit_skill(&k, 3, "own");
    kit_skill(&k, 4, "own");
    kit_intent(&k, 5, "ask");
    kit_intent(&k, 6, "ask");
    kit_moment(&k, 7, "start");
    kit_say(&k, 8, "Hello")->id = kit_text("x");
    kit_you(&k, 9, "Hello", NULL)->id = kit_text("x");
    kit_outcome(&k, 10, "start");
    kit_kpi(&k, 11, "csat", "calm");
    kit_kpi(&k, 12, "csat", "calm");
    EXPECT(&k, "E103 2:0 also on line 1", "E103 4:0 also on line 3",
           "E103 6:0 also on line 5", "E103 9:0 also on line 8",
           "E103 10:0 also on line 7", "E103 12:0 also on line 11");
}

static void what_stands_in_an_engine_module_is_told_in_the_pack(void **state)
{
    static const char source[] = "scenario \"A\" {}\n"
                                 "use \"customer\" { on_leaving = \"lfet\" }\n"
                                 "meter \"calm\" {}\n";
    kit k;
    draft_rule *rule;
    (void)state;

    kit_begin(&k, source);
    kit_file(&k, "customer", "rule \"x\" { go = given.on_leaving }\n", true);
    rule = kit_rule(&k, 1, "walks away");
    rule->place.file = 1;
    rule->go = kit_text("lfet");
    kit_meter(&k, 3, "calm");
    kit_meter(&k, 9, "calm")->place.file = 1;
    kit_frame(&k);
    EXPECT(&k, "E101 2:32", "E103 3:8 also on line 9 of customer");
}

static void strings_of_every_kind_are_searched_and_comments_are_not(void **state)
{
    static const char source[] =
        "moment 'start' -- go = 'one'\n"
        "you [[Hello]] { go = 'one' }\n"
        "you \"say \\\"go = 1\\\" \" { go=[[two]] }\n"
        "you \"x\" { logo = 'three', go == 'three', go = tree }\n"
        "go\n"
        "  'four'\n"
        "you \"open { go = 'five'";
    kit k;
    (void)state;

    kit_begin(&k, source);
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "Hello", "one");
    kit_you(&k, 3, "say", "two");
    kit_you(&k, 4, "x", "three");
    kit_statement(&k, 5, DRAFT_GO, "four");
    kit_you(&k, 7, "open", "five");
    kit_you(&k, 70, "past the end", "six");
    EXPECT(&k, "E101 2:23 'one'", "E101 3:30 'two'", "E101 4:0 'three'",
           "E101 6:4 'four'", "E101 7:19 'five'", "E101 70:0 'six'");
}

static void names_in_lists_are_found_in_their_list(void **state)
{
    static const char source[] =
        "moment \"start\"\n"
        "cue \"reflct\" { kind = \"x\", answered_by = { \"ask\", \"reflct\" } }\n"
        "cue \"sighs\" { answered_by = \"ask, reflct\" }\n";
    kit k;
    (void)state;

    kit_begin(&k, source);
    kit_moment(&k, 1, "start");
    kit_cue(&k, 2, "reflct")->answered_by = kit_list(&k, "ask", "reflct", NULL);
    kit_cue(&k, 3, "sighs")->answered_by = kit_list(&k, " ask , reflct ,", NULL, NULL);
    EXPECT(&k, "E101 2:52", "E101 3:35");
}

static void long_names_are_cut_at_a_letter(void **state)
{
    char name[200];
    kit k;
    (void)state;

    memset(name, 'a', 79);
    strcpy(name + 79, "\xc3\xa4\xc3\xa4 and more");
    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "Hello", name);
    kit_build(&k);
    assert_non_null(strstr(k.findings.at[0].message, "aaa'."));
    kit_end(&k);
}

static void two_files_that_use_a_name_name_each_other(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_file(&k, "lib/more.lua", NULL, false);
    kit_skill(&k, 3, "own");
    kit_skill(&k, 9, "own")->place.file = 1;
    kit_frame(&k);
    kit_build(&k);
    assert_int_equal(k.findings.count, 1);
    assert_string_equal(k.findings.at[0].file, "lib/more.lua");
    assert_non_null(strstr(k.findings.at[0].message, "also on line 3 of a.lua"));
    kit_end(&k);
}

static void a_mistake_of_an_engine_module_keeps_its_own_place(void **state)
{
    kit k;
    draft_rule *rule;
    (void)state;

    kit_begin(&k, "scenario \"A\" {}\n");
    kit_file(&k, "customer", "rule \"x\" { go = \"lfet\" }\n", true);
    rule = kit_rule(&k, 1, "walks away");
    rule->place.file = 1;
    rule->go = kit_text("lfet");
    kit_frame(&k);
    kit_build(&k);
    assert_int_equal(k.findings.count, 1);
    assert_string_equal(k.findings.at[0].file, "customer");
    assert_int_equal(k.findings.at[0].line, 1);
    kit_end(&k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_on_later_lines_of_a_statement),
        cmocka_unit_test(columns_count_letters_and_not_bytes),
        cmocka_unit_test(text_that_lua_put_together_has_no_column),
        cmocka_unit_test(conditions_are_told_at_the_word_that_is_wrong),
        cmocka_unit_test(a_name_used_twice_names_both_places),
        cmocka_unit_test(what_stands_in_an_engine_module_is_told_in_the_pack),
        cmocka_unit_test(strings_of_every_kind_are_searched_and_comments_are_not),
        cmocka_unit_test(names_in_lists_are_found_in_their_list),
        cmocka_unit_test(long_names_are_cut_at_a_letter),
        cmocka_unit_test(two_files_that_use_a_name_name_each_other),
        cmocka_unit_test(a_mistake_of_an_engine_module_keeps_its_own_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
