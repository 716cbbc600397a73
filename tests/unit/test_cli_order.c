#include "cli/stream.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static cli_order read_order(const char *line, ear_error *err)
{
    *err = (ear_error){0};
    return cli_order_read(line, strlen(line), err);
}

static void every_command_is_read(void **state)
{
    static const struct {
        const char *line;
        cli_order_kind kind;
        size_t number;
    } rows[] = {{"{\"choose\":2}", CLI_ORDER_CHOOSE, 2},
                {" { \"notice\" : 1 } ", CLI_ORDER_NOTICE, 1},
                {"{\"back\":true}", CLI_ORDER_BACK, 0},
                {"{\"state\":true}", CLI_ORDER_STATE, 0},
                {"{\"quit\":true}", CLI_ORDER_QUIT, 0}};
    ear_error err;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const cli_order order = read_order(rows[i].line, &err);

        assert_int_equal(order.kind, rows[i].kind);
        assert_int_equal(order.number, rows[i].number);
        assert_null(order.words);
    }
}

static void words_are_taken_as_they_stand(void **state)
{
    ear_error err;
    cli_order order = read_order("{\"choose\":\"H\\u00e9 \\\"you\\\" \"}", &err);

    (void)state;
    assert_int_equal(order.kind, CLI_ORDER_CHOOSE);
    assert_int_equal(order.number, 0);
    assert_string_equal(order.words, "H\xC3\xA9 \"you\" ");
    free(order.words);
}

static void anything_else_is_wrong_with_words(void **state)
{
    static const char *const lines[] = {"",
                                        "   ",
                                        "hello",
                                        "{",
                                        "[]",
                                        "1",
                                        "null",
                                        "\"choose\"",
                                        "{}",
                                        "{\"choose\":0}",
                                        "{\"choose\":-1}",
                                        "{\"choose\":1.5}",
                                        "{\"choose\":true}",
                                        "{\"choose\":null}",
                                        "{\"choose\":[1]}",
                                        "{\"choose\":\"\"}",
                                        "{\"choose\":\"a\\u0000b\"}",
                                        "{\"choose\":99999999999999999999}",
                                        "{\"choose\":4294967296}",
                                        "{\"choose\":1,\"back\":true}",
                                        "{\"choose\":1,\"choose\":2}",
                                        "{\"choose\":1}{\"choose\":2}",
                                        "{\"notice\":\"a\"}",
                                        "{\"back\":false}",
                                        "{\"back\":1}",
                                        "{\"quit\":\"true\"}",
                                        "{\"dance\":true}",
                                        "{\"choose\":\"\xFF\"}"};
    ear_error err;

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const cli_order order = read_order(lines[i], &err);

        assert_int_equal(order.kind, CLI_ORDER_WRONG);
        assert_null(order.words);
        assert_true(strlen(err.message) > 10);
    }
}

static void an_unknown_command_gets_the_nearest(void **state)
{
    ear_error err;

    (void)state;
    read_order("{\"chose\":1}", &err);
    assert_non_null(strstr(err.message, "did you mean 'choose'?"));
}

static void a_line_may_be_as_long_as_the_limit_and_no_longer(void **state)
{
    char *line = malloc(CLI_LINE_MAX + 2);
    ear_error err = {0};
    cli_order order;

    (void)state;
    assert_non_null(line);
    memset(line, ' ', CLI_LINE_MAX + 2);
    memcpy(line, "{\"back\":true}", 13);
    order = cli_order_read(line, CLI_LINE_MAX, &err);
    assert_int_equal(order.kind, CLI_ORDER_BACK);
    order = cli_order_read(line, CLI_LINE_MAX + 1, &err);
    assert_int_equal(order.kind, CLI_ORDER_WRONG);
    free(line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_is_read),
        cmocka_unit_test(words_are_taken_as_they_stand),
        cmocka_unit_test(anything_else_is_wrong_with_words),
        cmocka_unit_test(an_unknown_command_gets_the_nearest),
        cmocka_unit_test(a_line_may_be_as_long_as_the_limit_and_no_longer)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
