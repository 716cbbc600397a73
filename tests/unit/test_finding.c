#include "model/finding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* W175 is Earshot's own; the others are the contract's. */
static void every_code_is_there_once(void **state)
{
    static const char *const codes[] = {
        "E001", "E002", "E101", "E102", "E103", "E104", "E105", "E110", "E130", "E131",
        "E150", "E154", "E157", "W151", "W152", "W153", "W155", "W160", "W161", "W162",
        "W163", "W170", "W171", "W172", "W173", "W174", "W175", "W180", "W190", "I200"};
    const size_t count = sizeof codes / sizeof *codes;

    (void)state;
    for (size_t i = 0; i < count; i++) {
        const model_code_info *info = model_code_find(codes[i]);

        assert_non_null(info);
        assert_ptr_equal(info, model_code_at(i));
        assert_int_equal(info->severity, codes[i][0] == 'E'   ? MODEL_ERROR
                                         : codes[i][0] == 'W' ? MODEL_WARNING
                                                              : MODEL_INFO_ONLY);
    }
    assert_null(model_code_at(count));
    assert_null(model_code_find("E999"));
}

static void every_explanation_says_what_to_do_in_short_lines(void **state)
{
    (void)state;
    for (size_t i = 0; model_code_at(i); i++) {
        const model_code_info *info = model_code_at(i);

        assert_non_null(strstr(info->explain, "What to do:"));
        assert_true(strlen(info->title) < 60);
        for (const char *line = info->explain; line; line = strchr(line, '\n')) {
            line += *line == '\n';
            if (strcspn(line, "\n") > 92)
                fail_msg("%s: %s", info->code, line);
        }
    }
}

static void add(model_findings *list, const char *code, const char *file, uint32_t line,
                uint32_t column, const char *message)
{
    model_findings_add(list, &(model_finding){code, file, line, column, message, NULL});
}

static void the_same_finding_is_kept_once(void **state)
{
    model_findings list = {0};
    char message[32];

    (void)state;
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 500; i++) {
            snprintf(message, sizeof message, "message %d", i);
            add(&list, "E101", "a.lua", 7, 4, message);
        }
    }
    assert_int_equal(list.count, 500);
    model_findings_sort(&list);
    add(&list, "E101", "a.lua", 7, 4, "message 499");
    assert_int_equal(list.count, 500);
    add(&list, "E101", "a.lua", 7, 5, "message 1");
    add(&list, "E101", "a.lua", 8, 4, "message 1");
    add(&list, "E101", "b.lua", 7, 4, "message 1");
    add(&list, "E103", "a.lua", 7, 4, "message 1");
    assert_int_equal(list.count, 504);
    assert_false(list.failed);
    assert_string_equal(list.at[0].hint, "");
    model_findings_release(&list);
}

static void findings_come_in_file_order_own_file_first(void **state)
{
    static const model_finding wanted[] = {
        {"E101", "k.lua", 1, 9, "m", "h"},     {"W170", "k.lua", 2, 0, "m", "h"},
        {"E103", "k.lua", 2, 3, "m", "h"},     {"E104", "k.lua", 2, 3, "m", "h"},
        {"I200", "k.lua", 10, 1, "m", "h"},    {"E101", "a.lua", 1, 1, "m", "h"},
        {"E101", "lib/x.lua", 1, 1, "m", "h"}, {"E101", "z.lua", 1, 1, "m", "h"},
    };
    static const size_t shuffled[] = {6, 3, 7, 0, 4, 2, 5, 1};
    model_findings list = {.own_file = "k.lua"};

    (void)state;
    for (size_t i = 0; i < 8; i++)
        model_findings_add(&list, &wanted[shuffled[i]]);
    model_findings_sort(&list);
    for (size_t i = 0; i < 8; i++) {
        assert_string_equal(list.at[i].code, wanted[i].code);
        assert_string_equal(list.at[i].file, wanted[i].file);
        assert_int_equal(list.at[i].line, wanted[i].line);
    }
    list.own_file = "not there.lua";
    model_findings_sort(&list);
    assert_string_equal(list.at[0].file, "a.lua");
    assert_int_equal(model_findings_count(&list, MODEL_ERROR), 6);
    assert_int_equal(model_findings_count(&list, MODEL_WARNING), 1);
    assert_int_equal(model_findings_count(&list, MODEL_INFO_ONLY), 1);
    model_findings_release(&list);
    model_findings_sort(&list);
    assert_int_equal(list.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_is_there_once),
        cmocka_unit_test(every_explanation_says_what_to_do_in_short_lines),
        cmocka_unit_test(the_same_finding_is_kept_once),
        cmocka_unit_test(findings_come_in_file_order_own_file_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
