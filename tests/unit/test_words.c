#include "model/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void expect_split(const char *text, const char *tone, const char *rest)
{
    const model_spoken got = model_spoken_split(text, strlen(text));

    if (got.tone_length != strlen(tone) || memcmp(got.tone, tone, got.tone_length) != 0 ||
        got.length != strlen(rest) || memcmp(got.text, rest, got.length) != 0)
        fail_msg("%s: (%.*s) %.*s", text, (int)got.tone_length, got.tone, (int)got.length,
                 got.text);
}

static void a_leading_parenthesis_is_the_tone(void **state)
{
    (void)state;
    expect_split("(worried) Hi.", "worried", "Hi.");
    expect_split("(voice catching)He's", "voice catching", "He's");
    expect_split(" ( flat ) Hi. ", "flat", "Hi. ");
    expect_split("Hi.", "", "Hi.");
    expect_split("Hi (there).", "", "Hi (there).");
    expect_split("(sigh)", "", "(sigh)");
    expect_split("(sigh) ", "", "(sigh) ");
    expect_split("() Hi.", "", "() Hi.");
    expect_split("( ) Hi.", "", "( ) Hi.");
    expect_split("(open Hi.", "", "(open Hi.");
    expect_split("(a (b) c) Hi.", "a (b) c", "Hi.");
    expect_split("(cold) (to herself) Hi.", "cold", "(to herself) Hi.");
    expect_split("", "", "");
}

static void expect_tenths(const char *text, uint32_t tenths)
{
    const uint32_t got = model_spoken_tenths(model_spoken_length(text, strlen(text)));

    if (got != tenths)
        fail_msg("%s: %u, not %u", text, got, tenths);
}

static void expect_line(const char *text, uint32_t tenths)
{
    const uint32_t got = model_line_tenths(model_spoken_length(text, strlen(text)));

    if (got != tenths)
        fail_msg("%s: %u, not %u", text, got, tenths);
}

static void
the_words_of_a_line_take_a_second_at_least_and_its_beats_are_added(void **state)
{
    (void)state;
    expect_line("", 10);
    expect_line("Hm.", 10);
    expect_line("Hm. No.", 10);
    expect_line("Hm. No. Well.", 12);
    expect_line("[beat] Hm.", 17);
    expect_line("Hm. [beat] No. [beat]", 24);
    expect_line("It is for my son. [beat] He is seven.", 39);
}

static void a_word_takes_four_tenths_and_a_beat_seven(void **state)
{
    (void)state;
    expect_tenths("", 0);
    expect_tenths("...?!", 0);
    expect_tenths("Order 4471. It was due Tuesday.", 24);
    expect_tenths("It isn't here", 12);
    expect_tenths("It isn’t here", 12);
    expect_tenths("rock 'n' roll", 12);
    expect_tenths("re-open", 8);
    expect_tenths("Saturday. [beat] My son.", 19);
    expect_tenths("wo[beat]rd", 15);
    expect_tenths("[beat][beat]", 14);
    expect_tenths("[Beat]", 4);
    expect_tenths("*so* late", 8);
    expect_tenths("Größe e\xcc\x81t 中文", 12);
    expect_tenths("👍 fine", 4);
}

static void an_inserted_value_belongs_to_the_word_it_touches(void **state)
{
    (void)state;
    expect_tenths("{calm}", 4);
    expect_tenths("at {calm} now", 12);
    expect_tenths("{calm}% sure", 8);
    expect_tenths("x{calm}y", 4);
    expect_tenths("{calm}{trust}", 4);
    expect_tenths("{{calm}", 4);
    expect_tenths("{", 0);
    expect_tenths("{calm", 4);
    expect_tenths("{}", 0);
}

static void expect_slug(const char *text, const char *slug)
{
    base_bytes out = {0};

    assert_true(model_words_slug(&out, text, strlen(text)));
    assert_string_equal(base_bytes_string(&out), slug);
    base_bytes_release(&out);
}

static void the_first_six_words_make_the_id(void **state)
{
    (void)state;
    expect_slug("Order 4471. It was due Tuesday.", "order-4471-it-was-due-tuesday");
    expect_slug("One two three four five six seven", "one-two-three-four-five-six");
    expect_slug("It isn't here.", "it-isnt-here");
    expect_slug("It isn’t here.", "it-isnt-here");
    expect_slug("'Shortly' is what", "shortly-is-what");
    expect_slug("Saturday. [beat] My son", "saturday-my-son");
    expect_slug("...", "");
    expect_slug("[beat]", "");
    expect_slug("", "");
    expect_slug("*so* LATE", "so-late");
    expect_slug("ÄRGER Über ΣΟΦΟΣ", "ärger-über-σοφοσ");
    expect_slug("re-open e-mail", "re-open-e-mail");
    expect_slug("snake_case", "snake-case");
    expect_slug("👍 yes", "yes");
    expect_slug("' ’ '", "");
}

static void inserted_values_are_left_out_of_ids(void **state)
{
    (void)state;
    expect_slug("{calm} percent", "percent");
    expect_slug("the {n}th time", "the-th-time");
    expect_slug("x{calm}y z", "xy-z");
    expect_slug("{customer}", "");
    expect_slug("{{calm}} is", "calm-is");
    expect_slug("a {b} c {d} e {f} g h i j", "a-c-e-g-h-i");
}

static void letters_are_what_a_reader_sees(void **state)
{
    (void)state;
    assert_int_equal(model_words_letters("Hi there.", 9), 9);
    assert_int_equal(model_words_letters("Hi [beat] there.", 16), 10);
    assert_int_equal(model_words_letters("*so* late", 9), 7);
    assert_int_equal(model_words_letters("isn't", 5), 5);
    assert_int_equal(model_words_letters("Größe", 7), 5);
    assert_int_equal(model_words_letters("e\xcc\x81t", 4), 2);
    assert_int_equal(model_words_letters("{calm} %", 8), 4);
    assert_int_equal(model_words_letters("{{x", 3), 2);
    assert_int_equal(model_words_letters("", 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_leading_parenthesis_is_the_tone),
        cmocka_unit_test(
            the_words_of_a_line_take_a_second_at_least_and_its_beats_are_added),
        cmocka_unit_test(a_word_takes_four_tenths_and_a_beat_seven),
        cmocka_unit_test(an_inserted_value_belongs_to_the_word_it_touches),
        cmocka_unit_test(the_first_six_words_make_the_id),
        cmocka_unit_test(inserted_values_are_left_out_of_ids),
        cmocka_unit_test(letters_are_what_a_reader_sees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
