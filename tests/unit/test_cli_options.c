#include "cli/command.h"
#include "cli/say.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const cli_option options[] = {{"seed", "N", "", 0},
                                     {"level", "read|hints|open", "", 0},
                                     {"json", NULL, "", 0},
                                     {"output", "FILE", "", 'o'},
                                     {0}};
static const cli_command command = {.name = "play",
                                    .argument = "PATH",
                                    .help = "",
                                    .examples = "",
                                    .options = options,
                                    .least = 1,
                                    .most = 2};

#define READ(...)                                                                        \
    char *argv[] = {__VA_ARGS__};                                                        \
    cli_args args;                                                                       \
    const int code =                                                                     \
        cli_args_read(&args, &command, (int)(sizeof argv / sizeof *argv), argv)

static void options_may_stand_anywhere_and_the_last_one_counts(void **state)
{
    READ("--seed", "7", "a", "--json", "--seed=9", "b");
    (void)state;
    assert_int_equal(code, -1);
    assert_int_equal(args.count, 2);
    assert_string_equal(args.words[0], "a");
    assert_string_equal(args.words[1], "b");
    assert_int_equal(cli_number(&args, "seed", 1), 9);
    assert_true(cli_given(&args, "json"));
    assert_false(cli_given(&args, "level"));
}

static void what_follows_two_dashes_is_no_option(void **state)
{
    READ("--", "--json");
    (void)state;
    assert_int_equal(code, -1);
    assert_string_equal(args.words[0], "--json");
    assert_false(cli_given(&args, "json"));
}

static void a_letter_takes_its_value_beside_it_or_after(void **state)
{
    (void)state;
    {
        READ("-o", "x.svg", "a");
        assert_int_equal(code, -1);
        assert_string_equal(cli_text(&args, "output"), "x.svg");
    }
    {
        READ("-ox.svg", "a");
        assert_int_equal(code, -1);
        assert_string_equal(cli_text(&args, "output"), "x.svg");
    }
    {
        READ("a", "-o", "-");
        assert_int_equal(code, -1);
        assert_string_equal(cli_text(&args, "output"), "-");
    }
}

static void a_lone_dash_is_a_word(void **state)
{
    READ("-");
    (void)state;
    assert_int_equal(code, -1);
    assert_string_equal(args.words[0], "-");
}

static void wrong_use_is_exit_code_2(void **state)
{
    static char *const lines[][3] = {
        {"a", "--sed", "7"},      {"a", "--seed", NULL},
        {"a", "--seed", "x"},     {"a", "--seed=", NULL},
        {"a", "--seed=-1", NULL}, {"a", "--json=yes", NULL},
        {"a", "--level", "opne"}, {"a", "-x", NULL},
        {"a", "b", "c"},          {"a", "--seed=99999999999999999999", NULL},
        {"--json", NULL, NULL}};

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char *argv[3];
        int argc = 0;
        cli_args args;

        while (argc < 3 && lines[i][argc]) {
            argv[argc] = lines[i][argc];
            argc++;
        }
        assert_int_equal(cli_args_read(&args, &command, argc, argv), CLI_USAGE);
    }
}

static void every_command_of_the_table_is_whole(void **state)
{
    const cli_command *row;

    (void)state;
    for (size_t i = 0; (row = cli_command_at(i)); i++) {
        size_t count = 0;

        while (row->options[count].name)
            count++;
        assert_true(count <= CLI_MAX_OPTIONS);
        assert_ptr_equal(cli_command_find(row->name), row);
        assert_non_null(strstr(row->examples, row->name));
        assert_true(row->most >= row->least);
        assert_non_null(row->run);
    }
}

static void text_is_broken_at_spaces_and_cleaned(void **state)
{
    const cli_page page = {.width = 12};
    const cli_block block = {.first = "You: ", .indent = 2};
    const char *text = "one two\x1b[31m three fourteen";
    base_bytes out = {0};

    (void)state;
    cli_wrap(&out, &page, &block, text, strlen(text));
    assert_string_equal(base_bytes_string(&out),
                        "You: one\n  two[31m\n  three\n  fourteen\n");
    base_bytes_release(&out);
}

static void wide_letters_take_two_columns_and_marks_none(void **state)
{
    const char *wide = "\xE6\xBC\xA2"; /* a Han letter */
    const char *marked = "e\xCC\x81x"; /* e with an accent of its own, x */
    const char *look = "\033[1mab\033[0m";

    (void)state;
    assert_int_equal(cli_columns(wide, strlen(wide)), 2);
    assert_int_equal(cli_columns(marked, strlen(marked)), 2);
    assert_int_equal(cli_columns(look, strlen(look)), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_may_stand_anywhere_and_the_last_one_counts),
        cmocka_unit_test(what_follows_two_dashes_is_no_option),
        cmocka_unit_test(a_letter_takes_its_value_beside_it_or_after),
        cmocka_unit_test(a_lone_dash_is_a_word),
        cmocka_unit_test(wrong_use_is_exit_code_2),
        cmocka_unit_test(every_command_of_the_table_is_whole),
        cmocka_unit_test(text_is_broken_at_spaces_and_cleaned),
        cmocka_unit_test(wide_letters_take_two_columns_and_marks_none)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
