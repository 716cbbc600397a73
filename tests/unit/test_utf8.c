#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void every_code_point_comes_back(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10ffff; code++) {
        const bool surrogate = 0xd800 <= code && code <= 0xdfff;
        char bytes[4];
        uint32_t back;
        const size_t length = base_utf8_write(bytes, code);

        assert_int_equal(base_utf8_read(&back, bytes, length), length);
        assert_int_equal(back, surrogate ? 0xfffd : code);
        assert_true(base_utf8_valid(bytes, length));
    }
}

static void what_is_no_utf8_is_one_byte_of_nothing(void **state)
{
    static const char *const wrong[] = {"\x80",
                                        "\xbf",
                                        "\xc0\x80",
                                        "\xc1\xbf",
                                        "\xe0\x80\x80",
                                        "\xed\xa0\x80",
                                        "\xf4\x90\x80\x80",
                                        "\xf8\x88\x80\x80",
                                        "\xff",
                                        "\xc3",
                                        "\xe2\x82",
                                        "\xf0\x9f\x98",
                                        "\xc3(",
                                        "\xf0\x80\x80\x80"};
    uint32_t code;

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(base_utf8_read(&code, wrong[i], strlen(wrong[i])), 1);
        assert_int_equal(code, 0xfffd);
        assert_false(base_utf8_valid(wrong[i], strlen(wrong[i])));
    }
    assert_true(base_utf8_valid("", 0));
    assert_int_equal(base_utf8_count("a\xc3\xb6\xff\xf0\x9f\x98\x80", 8), 4);
}

static void expect_clean(const char *text, size_t length, const char *wanted)
{
    base_bytes out = {0};

    assert_true(base_utf8_clean(&out, text, length));
    assert_string_equal(base_bytes_string(&out), wanted);
    base_bytes_release(&out);
}

static void a_text_is_quiet_without_control_characters(void **state)
{
    (void)state;
    assert_true(base_utf8_quiet("", 0));
    assert_true(base_utf8_quiet("a\nGr\xc3\xb6\xc3\x9f", 8));
    assert_false(base_utf8_quiet("a\tb", 3));
    assert_false(base_utf8_quiet("\x1b[2J", 4));
    assert_false(base_utf8_quiet("a\x7f", 2));
    assert_false(base_utf8_quiet("a\xc2\x9b", 3));
    assert_false(base_utf8_quiet("a\xe2\x80\xae", 4));
}

static void hushing_keeps_all_but_control_characters(void **state)
{
    static const char loud[] = "a\tb\x1b[2J\xc2\x9b\xe2\x80\xae\n\xc3\xa9";
    base_bytes out = {0};

    (void)state;
    assert_true(base_utf8_hush(&out, loud, sizeof loud - 1));
    assert_string_equal(base_bytes_string(&out), "a b[2J\n\xc3\xa9");
    base_bytes_release(&out);
}

static void cleaning_drops_what_cannot_be_seen(void **state)
{
    (void)state;
    expect_clean("a\0b\x1b[31mc\x7f\r\n", 12, "ab[31mc\n");
    expect_clean("a\xc2\x85"
                 "b",
                 4, "ab");
    expect_clean("x\xe2\x80\xaey\xe2\x81\xa6z", 9, "xyz");
    expect_clean("a\xff\xc3", 3, "a\xef\xbf\xbd\xef\xbf\xbd");
    expect_clean("a\xe2\x80\xa8"
                 "b",
                 5, "a\nb");
    expect_clean("Größe 👍🏽 שלום", strlen("Größe 👍🏽 שלום"),
                 "Größe 👍🏽 שלום");
}

static void a_letter_keeps_four_marks(void **state)
{
    (void)state;
    expect_clean("e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81x\xcc\x81", 16,
                 "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81x\xcc\x81");
    /* A joiner between the marks begins no new letter. */
    expect_clean("e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xe2\x80\x8d\xcc\x81", 14,
                 "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xe2\x80\x8d");
}

static void a_word_of_over_80_letters_is_broken(void **state)
{
    char text[200], wanted[200];

    (void)state;
    memset(text, 'a', 161);
    text[161] = '\0';
    memset(wanted, 'a', 163);
    wanted[80] = wanted[161] = ' ';
    wanted[163] = '\0';
    expect_clean(text, 161, wanted);

    memset(wanted, 'a', 80);
    wanted[80] = '\0';
    expect_clean(wanted, 80, wanted);

    /* Separators begin a new word; scripts without spaces have long runs. */
    text[60] = '/';
    text[120] = '\n';
    expect_clean(text, 161, text);

    char han[91 * 3 + 1] = "";
    for (int i = 0; i < 91; i++)
        strcat(han, "中");
    expect_clean(han, strlen(han), han);
}

static void cleaning_twice_changes_nothing_more(void **state)
{
    uint32_t random = 1;
    char text[600];

    (void)state;
    for (int round = 0; round < 200; round++) {
        base_bytes once = {0}, twice = {0};

        for (size_t i = 0; i < sizeof text; i++) {
            random = random * 1664525u + 1013904223u;
            text[i] = (char)(random >> 24);
            if (round % 2)
                text[i] = (char)('a' + (text[i] & 1));
        }
        assert_true(base_utf8_clean(&once, text, sizeof text));
        assert_true(base_utf8_valid(once.at, once.length));
        assert_true(base_utf8_clean(&twice, once.at, once.length));
        assert_int_equal(once.length, twice.length);
        assert_memory_equal(once.at, twice.at, once.length);
        base_bytes_release(&once);
        base_bytes_release(&twice);
    }
}

static void letters_digits_and_marks_are_word(void **state)
{
    static const uint32_t word[] = {'a',    'Z',   '0',   0xe4,    0x3b1,
                                    0x5d0,  0x939, 0x94d, 0x0e01,  0x4e2d,
                                    0xac00, 0x300, 0x660, 0x1d7ce, 0x10400};
    static const uint32_t other[] = {' ',  '-',  '_',     '\'',   0x2019, '.',
                                     0xa0, 0xd7, 0x1f600, 0x2013, 0x3002, 0x10ffff,
                                     '@',  '[',  '`',     '{',    '/'};

    (void)state;
    for (size_t i = 0; i < sizeof word / sizeof *word; i++)
        assert_true(base_is_word(word[i]));
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        assert_false(base_is_word(other[i]));
    assert_true(base_is_mark(0x301) && base_is_mark(0x94d) && base_is_mark(0xfe0f));
    assert_false(base_is_mark('a') || base_is_mark(0xe9) || base_is_mark(0x2ff));
}

static void lower_case_is_that_of_the_script(void **state)
{
    static const uint32_t pairs[][2] = {
        {'A', 'a'},       {'z', 'z'},         {'0', '0'},     {'@', '@'},
        {'[', '['},       {0xc4, 0xe4},       {0xd7, 0xd7},   {0xdf, 0xdf},
        {0x130, 'i'},     {0x178, 0xff},      {0x139, 0x13a}, {0x13a, 0x13a},
        {0x394, 0x3b4},   {0x416, 0x436},     {0x1e9e, 0xdf}, {0x10a0, 0x2d00},
        {0xff21, 0xff41}, {0x10400, 0x10428}, {0x5d0, 0x5d0}, {0x1f600, 0x1f600}};

    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_int_equal(base_lower(pairs[i][0]), pairs[i][1]);
}

static void
markup_means_nothing_to_a_browser_and_holds_nothing_that_xml_cannot(void **state)
{
    const char *text = "<a href=\"x\">it's & \x01\x7f\xef\xbf\xbe\n\xff</a>";
    base_bytes out = {0};

    (void)state;
    assert_true(base_utf8_markup(&out, text, strlen(text)));
    assert_string_equal(out.at,
                        "&lt;a href=&quot;x&quot;&gt;it&#39;s &amp; \n\xef\xbf\xbd"
                        "&lt;/a&gt;");
    base_bytes_release(&out);
}

static void numbers_have_a_comma_before_three_digits(void **state)
{
    base_bytes out = {0};

    (void)state;
    base_bytes_number(&out, 0);
    base_bytes_char(&out, ' ');
    base_bytes_number(&out, 999);
    base_bytes_char(&out, ' ');
    base_bytes_number(&out, 1000);
    base_bytes_char(&out, ' ');
    base_bytes_number(&out, UINT64_C(12000045));
    assert_string_equal(base_bytes_string(&out), "0 999 1,000 12,000,045");
    base_bytes_release(&out);
}

static void quoted_text_is_what_lua_reads_also_over_a_line_end(void **state)
{
    base_bytes out = {0};

    (void)state;
    assert_true(base_bytes_quoted(&out, "say \"a\\b\"\nthen"));
    assert_string_equal(out.at, "\"say \\\"a\\\\b\\\"\\\nthen\"");
    base_bytes_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_a_comma_before_three_digits),
        cmocka_unit_test(every_code_point_comes_back),
        cmocka_unit_test(what_is_no_utf8_is_one_byte_of_nothing),
        cmocka_unit_test(a_text_is_quiet_without_control_characters),
        cmocka_unit_test(hushing_keeps_all_but_control_characters),
        cmocka_unit_test(cleaning_drops_what_cannot_be_seen),
        cmocka_unit_test(a_letter_keeps_four_marks),
        cmocka_unit_test(a_word_of_over_80_letters_is_broken),
        cmocka_unit_test(cleaning_twice_changes_nothing_more),
        cmocka_unit_test(letters_digits_and_marks_are_word),
        cmocka_unit_test(lower_case_is_that_of_the_script),
        cmocka_unit_test(
            markup_means_nothing_to_a_browser_and_holds_nothing_that_xml_cannot),
        cmocka_unit_test(quoted_text_is_what_lua_reads_also_over_a_line_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
