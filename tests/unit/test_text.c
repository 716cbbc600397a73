/* Paragraphs laid out with fonts that are not there: every letter is half an em wide. */
#include "base/bytes.h"
#include "base/utf8.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { LATIN, SEMITIC, EAST, EMOJI, FONTS, BOLDER = 10 };

#define SIZE 20.0f
#define EM2  10.0f /* px: half an em */

typedef struct fake {
    text_layouts *layouts;
    int measured;    /* calls of advance */
    float per_gap;   /* px more for each space inside a piece: whole runs are wider */
    float per_piece; /* px more for each piece: whole runs are narrower */
    bool no_flags;   /* the font of emoji has none */
} fake;

static int candidate(void *context, const text_style *style, text_script script, int n)
{
    (void)context;
    (void)script;
    if (n >= FONTS)
        return -1;
    return n + (style->weight >= TEXT_SEMIBOLD ? BOLDER : 0);
}

static bool has(void *context, int font, uint32_t code)
{
    const fake *f = context;

    switch (font % BOLDER) {
    case LATIN:
        return code < 0x530 || code == 0x2026 || (code >= 0xE00 && code < 0xE80);
    case SEMITIC:
        return code == ' ' || (code >= 0x590 && code < 0x700);
    case EAST:
        return code >= 0x3000 && code < 0xFB00;
    default:
        return code >= (f->no_flags ? 0x1F300 : 0x1F000) && code < 0x1FA00;
    }
}

static float advance(void *context, const text_piece *piece)
{
    fake *f = context;
    float width = f->per_piece;

    f->measured++;
    for (size_t at = 0; at < piece->length;) {
        uint32_t code;
        at += base_utf8_read(&code, piece->text + at, piece->length - at);
        if (code != 0x300 && code != 0x200D && code != 0xFE0F)
            width += piece->size / 2;
        if (code == ' ')
            width += f->per_gap;
    }
    return width;
}

static text_font_metrics metrics(void *context, int font, float size)
{
    (void)context;
    (void)font;
    return (text_font_metrics){size * .75f, size * .25f};
}

static int setup(void **state)
{
    static fake f;
    const text_fonts fonts = {&f, candidate, has, advance, metrics};

    memset(&f, 0, sizeof f);
    *state = &f;
    return text_layouts_create(&f.layouts, &fonts, NULL);
}

static int teardown(void **state)
{
    text_layouts_free(((fake *)*state)->layouts);
    return 0;
}

static text_request request_of(const char *text, float width)
{
    return (text_request){
        .text = text,
        .length = strlen(text),
        .style = {.family = TEXT_FAMILY_PLAIN, .weight = TEXT_REGULAR, .size = SIZE},
        .width = width,
        .leading = 1.5f,
        .markup = true,
    };
}

static const text_paragraph *lay_out(void **state, const text_request *request)
{
    const text_paragraph *p = NULL;
    ear_error err;

    assert_int_equal(text_lay_out(&p, ((fake *)*state)->layouts, request, &err), EAR_OK);
    return p;
}

static const text_paragraph *lay_out_text(void **state, const char *text, float width)
{
    const text_request request = request_of(text, width);

    return lay_out(state, &request);
}

static void assert_run(const text_paragraph *p, uint32_t n, const char *text, int font)
{
    assert_true(n < p->run_count);
    assert_int_equal(p->runs[n].length, strlen(text));
    assert_memory_equal(p->text + p->runs[n].start, text, strlen(text));
    assert_int_equal(p->runs[n].font, font);
}

static void assert_line(const text_paragraph *p, uint32_t n, const char *text)
{
    assert_true(n < p->line_count);
    assert_int_equal(p->lines[n].length, strlen(text));
    assert_memory_equal(p->text + p->lines[n].start, text, strlen(text));
}

static void a_short_line_is_one_run_as_wide_as_its_letters(void **state)
{
    const text_paragraph *p = lay_out_text(state, "Order 4471.", 400);

    assert_int_equal(p->line_count, 1);
    assert_int_equal(p->run_count, 1);
    assert_run(p, 0, "Order 4471.", LATIN);
    assert_float_equal(p->width, 11 * EM2, .01);
    assert_float_equal(p->height, 30, .01);
    assert_float_equal(p->lines[0].baseline, 5 + 15, .01);
}

static void lines_break_at_spaces_and_the_space_hangs_out(void **state)
{
    const text_paragraph *p = lay_out_text(state, "one two three", 7 * EM2);

    assert_int_equal(p->line_count, 2);
    assert_line(p, 0, "one two");
    assert_line(p, 1, "three");
    assert_float_equal(p->lines[0].width, 7 * EM2, .01);
    assert_float_equal(p->lines[1].top, 30, .01);
}

static const char mixed[] =
    "Order \xD7\x90\xD7\x91\xD7\x92 12 (\xD7\x93) and "
    "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E "
    "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA Donaudampfschifffahrtsgesellschaft, "
    "e\xCC\x80\xCC\x80 "
    "\xD8\xA7\xD9\x84\xD8\xB7\xD9\x84\xD8\xA8 4471.\nEnd of it - or *not* quite.";

static void no_line_is_ever_wider_than_asked(void **state)
{
    for (int gap = 0; gap < 4; gap++)
        for (float width = 2 * EM2; width < 500; width += 7) {
            ((fake *)*state)->per_gap = (float)gap;
            text_layouts_clear(((fake *)*state)->layouts);
            const text_paragraph *p = lay_out_text(state, mixed, width);
            for (uint32_t i = 0; i < p->line_count; i++) {
                float sum = 0;
                for (uint32_t k = 0; k < p->lines[i].run_count; k++)
                    sum += p->runs[p->lines[i].first_run + k].advance;
                assert_true(sum <= width + .02f);
                assert_float_equal(sum, p->lines[i].width, .02);
            }
        }
}

static void a_line_fits_the_width_that_it_was_measured_with(void **state)
{
    ((fake *)*state)->per_piece = 3;
    const text_paragraph *free = lay_out_text(state, "one two three four", 0);
    const float width = free->width;

    assert_int_equal(lay_out_text(state, "one two three four", width)->line_count, 1);
    assert_int_equal(lay_out_text(state, "one two three four", width - 1)->line_count, 2);
}

static void nothing_of_the_text_is_lost_but_space_at_line_ends(void **state)
{
    for (float width = 2 * EM2; width < 300; width += 13) {
        const text_paragraph *p = lay_out_text(state, mixed, width);
        uint32_t at = 0;
        for (uint32_t i = 0; i < p->line_count; i++) {
            for (; at < p->lines[i].start; at++)
                assert_true(p->text[at] == ' ' || p->text[at] == '\n');
            at = p->lines[i].start + p->lines[i].length;
        }
        assert_int_equal(at, p->length);
    }
}

static void a_word_of_120_letters_is_broken_and_never_cut(void **state)
{
    char word[121];

    memset(word, 'w', 120);
    word[120] = '\0';
    const text_paragraph *p = lay_out_text(state, word, 25 * EM2);
    assert_int_equal(p->line_count, 5);
    assert_int_equal(p->lines[4].length, 20);
    assert_false(p->cut);
}

static void a_newline_begins_a_line_and_two_leave_one_empty(void **state)
{
    const text_paragraph *p = lay_out_text(state, "a\n\nb", 400);

    assert_int_equal(p->line_count, 3);
    assert_line(p, 0, "a");
    assert_int_equal(p->lines[1].run_count, 0);
    assert_line(p, 2, "b");
}

static void no_text_is_no_line(void **state)
{
    const text_paragraph *p = lay_out_text(state, "", 400);

    assert_int_equal(p->line_count, 0);
    assert_float_equal(p->height, 0, 0);
}

static void hebrew_in_english_runs_from_right_to_left_between_its_words(void **state)
{
    const text_paragraph *p =
        lay_out_text(state, "ab \xD7\x90\xD7\x91 \xD7\x92\xD7\x93 cd", 400);

    assert_int_equal(p->run_count, 4);
    assert_false(p->rtl);
    assert_run(p, 0, "ab ", LATIN);
    assert_run(p, 3, "cd", LATIN);
    assert_run(p, 1, "\xD7\x90\xD7\x91 \xD7\x92\xD7\x93", SEMITIC);
    assert_true(p->runs[1].rtl);
    assert_false(p->runs[0].rtl);
    assert_float_equal(p->runs[1].x, 3 * EM2, .01);
}

static void arabic_with_a_number_begins_at_the_right_and_the_number_reads_on(void **state)
{
    const text_paragraph *p = lay_out_text(
        state, "\xD8\xB7\xD9\x84\xD8\xA8 4471 \xD8\xA3\xD9\x85\xD8\xB3", 400);

    assert_true(p->rtl);
    /* from left to right: the last word, the number, the first word */
    const text_run *last = &p->runs[p->run_count - 1];
    assert_int_equal(last->start, 0);
    assert_true(last->rtl);
    bool number = false;
    for (uint32_t i = 0; i < p->run_count; i++)
        if (memcmp(p->text + p->runs[i].start, "4471", 4) == 0)
            number = !p->runs[i].rtl;
    assert_true(number);
    assert_float_equal(last->x + last->advance, 400, .01);
}

static void alignment_moves_lines_inside_the_width(void **state)
{
    text_request request = request_of("abcd", 100);

    request.align = TEXT_CENTER;
    assert_float_equal(lay_out(state, &request)->runs[0].x, 30, .01);
    request.align = TEXT_END;
    assert_float_equal(lay_out(state, &request)->runs[0].x, 60, .01);
    request.text = "\xD7\x90\xD7\x91\xD7\x92\xD7\x93";
    request.length = strlen(request.text);
    assert_float_equal(lay_out(state, &request)->runs[0].x, 0, .01);
    request.align = TEXT_START;
    assert_float_equal(lay_out(state, &request)->runs[0].x, 60, .01);
}

static void the_first_font_that_has_the_letter_gives_the_run(void **state)
{
    const text_paragraph *p = lay_out_text(state,
                                           "a\xE6\x97\xA5\xE6\x9C\xAC"
                                           "b",
                                           400);

    assert_int_equal(p->run_count, 3);
    assert_run(p, 0, "a", LATIN);
    assert_run(p, 1, "\xE6\x97\xA5\xE6\x9C\xAC", EAST);
    assert_run(p, 2, "b", LATIN);
}

static void a_letter_that_no_font_has_is_shown_by_the_first(void **state)
{
    const text_paragraph *p = lay_out_text(state, "\xE0\xA4\x95", 400);

    assert_run(p, 0, "\xE0\xA4\x95", LATIN);
}

static void flags_are_one_letter_each_and_are_never_torn(void **state)
{
    const char flags[] = "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"
                         "\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7"
                         "\xF0\x9F\x87\xAF\xF0\x9F\x87\xB5";
    const text_paragraph *p = lay_out_text(state, flags, 3 * EM2);

    assert_int_equal(p->letter_count, 3);
    assert_int_equal(p->line_count, 3);
    assert_int_equal(p->lines[1].start, 8);
    assert_int_equal(p->runs[0].font, EMOJI);
}

static void a_family_of_emoji_is_one_letter_in_one_run(void **state)
{
    const char family[] = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7";
    const text_paragraph *p = lay_out_text(state, family, 400);

    assert_int_equal(p->letter_count, 1);
    assert_int_equal(p->run_count, 1);
    assert_run(p, 0, family, EMOJI);
}

static void an_emoji_that_no_font_has_is_named(void **state)
{
    fake *f = *state;

    f->no_flags = true;
    const text_paragraph *p =
        lay_out_text(state, "My \U0001FAE0 from \U0001F1E9\U0001F1EA.", 400);

    assert_string_equal(p->text, "My [melting face] from DE.");
    assert_int_equal(p->line_count, 1);
}

static void marks_stay_with_their_letter(void **state)
{
    const char text[] = "e\xCC\x80\xCC\x80"
                        "e\xCC\x80\xCC\x80"
                        "e\xCC\x80";
    const text_paragraph *p = lay_out_text(state, text, EM2);

    assert_int_equal(p->letter_count, 3);
    assert_int_equal(p->line_count, 3);
    assert_int_equal(p->lines[1].start, 5);
    assert_int_equal(p->lines[2].start, 10);
}

static void thai_breaks_between_words_that_no_space_divides(void **state)
{
    const char thai[] =
        "\xE0\xB8\xA2\xE0\xB8\xB4\xE0\xB8\x99\xE0\xB8\x94\xE0\xB8\xB5" /* 5 */
        "\xE0\xB8\x95\xE0\xB9\x89\xE0\xB8\xAD\xE0\xB8\x99"
        "\xE0\xB8\xA3\xE0\xB8\xB1\xE0\xB8\x9A"; /* 7 */
    const text_paragraph *p = lay_out_text(state, thai, 10 * EM2);

    assert_int_equal(p->line_count, 2);
    assert_int_equal(p->lines[1].start, 15);
}

static void a_japanese_full_stop_does_not_begin_a_line(void **state)
{
    const text_paragraph *p =
        lay_out_text(state, "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E\xE3\x80\x82", 3 * EM2);

    assert_int_equal(p->line_count, 2);
    assert_line(p, 1, "\xE8\xAA\x9E\xE3\x80\x82");
}

static void stars_of_stress_are_taken_out_and_the_words_marked(void **state)
{
    const text_paragraph *p = lay_out_text(state, "It was *due* Tuesday.", 400);

    assert_string_equal(p->text, "It was due Tuesday.");
    assert_int_equal(p->run_count, 3);
    assert_run(p, 1, "due", LATIN + BOLDER);
    assert_true(p->runs[1].stress);
    assert_false(p->runs[2].stress);
}

static void stars_that_are_no_stress_stay(void **state)
{
    assert_string_equal(lay_out_text(state, "5 * 3 * 2", 400)->text, "5 * 3 * 2");
    assert_string_equal(lay_out_text(state, "a*b*c", 400)->text, "a*b*c");
    assert_string_equal(lay_out_text(state, "*alone", 400)->text, "*alone");
    assert_string_equal(lay_out_text(state, "**", 400)->text, "**");
}

static void a_beat_is_a_place_and_no_letter(void **state)
{
    const text_paragraph *p = lay_out_text(state, "Right. [beat] So.[beat]", 400);

    assert_string_equal(p->text, "Right. So.");
    assert_int_equal(p->beat_count, 2);
    assert_int_equal(p->beats[0], 7);
    assert_int_equal(p->beats[1], 10);
}

static void marks_are_letters_where_they_mean_nothing(void **state)
{
    text_request request = request_of("*a* [beat]", 400);

    request.markup = false;
    assert_string_equal(lay_out(state, &request)->text, "*a* [beat]");
}

static void plain_text_has_no_marks(void **state)
{
    base_bytes out = {0};

    (void)state;
    assert_true(text_plain(&out, "[beat] I *did* ring.", 20));
    assert_string_equal(base_bytes_string(&out), "I did ring.");
    base_bytes_release(&out);
}

static void what_does_not_fit_ends_in_an_ellipsis_only_where_asked(void **state)
{
    text_request request = request_of("one two three four", 9 * EM2);

    request.max_lines = 1;
    const text_paragraph *p = lay_out(state, &request);
    assert_true(p->cut);
    assert_int_equal(p->line_count, 1);
    assert_line(p, 0, "one two");
    assert_run(p, p->run_count - 1, "\xE2\x80\xA6", LATIN);
    assert_true(p->width <= 9 * EM2);
    request.max_lines = 3;
    p = lay_out(state, &request);
    assert_false(p->cut);
    assert_int_equal(p->line_count, 3);
}

static void a_paragraph_is_laid_out_once(void **state)
{
    fake *f = *state;
    const text_paragraph *first = lay_out_text(state, "Say that again.", 100);
    const int measured = f->measured;

    assert_ptr_equal(lay_out_text(state, "Say that again.", 100), first);
    assert_int_equal(f->measured, measured);
    assert_ptr_not_equal(lay_out_text(state, "Say that again.", 90), first);
    text_request other = request_of("Say that again.", 100);
    other.style.italic = true;
    assert_ptr_not_equal(lay_out(state, &other), first);
}

static void what_two_frames_did_not_ask_for_is_forgotten(void **state)
{
    fake *f = *state;

    lay_out_text(state, "kept", 100);
    lay_out_text(state, "dropped", 100);
    text_layouts_next_frame(f->layouts);
    lay_out_text(state, "kept", 100);
    assert_int_equal(text_layouts_count(f->layouts), 2);
    text_layouts_next_frame(f->layouts);
    assert_int_equal(text_layouts_count(f->layouts), 1);
    const int measured = f->measured;
    lay_out_text(state, "kept", 100);
    assert_int_equal(f->measured, measured);
}

static void a_thousand_paragraphs_are_all_found_again(void **state)
{
    fake *f = *state;
    const text_paragraph *kept[1000];

    for (uint32_t i = 0; i < 1000; i++)
        kept[i] = lay_out_text(state, "Grow.", (float)(100 + i));
    assert_int_equal(text_layouts_count(f->layouts), 1000);
    for (uint32_t i = 0; i < 1000; i++)
        assert_ptr_equal(lay_out_text(state, "Grow.", (float)(100 + i)), kept[i]);
}

static void letters_are_counted_as_a_reader_counts_them(void **state)
{
    const text_paragraph *p = lay_out_text(state, "ae\xCC\x80o", 400);

    assert_int_equal(p->letter_count, 3);
    assert_int_equal(text_letters_end(p, 0), 0);
    assert_int_equal(text_letters_end(p, 2), 4);
    assert_int_equal(text_letters_end(p, 9), 5);
}

static void a_size_that_no_letter_has_is_refused(void **state)
{
    const text_paragraph *p = NULL;
    text_request request = request_of("a", 100);
    ear_error err;

    request.style.size = 0;
    assert_int_equal(text_lay_out(&p, ((fake *)*state)->layouts, &request, &err),
                     EAR_E_ARG);
    assert_null(p);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_short_line_is_one_run_as_wide_as_its_letters),
        TEST(lines_break_at_spaces_and_the_space_hangs_out),
        TEST(no_line_is_ever_wider_than_asked),
        TEST(a_line_fits_the_width_that_it_was_measured_with),
        TEST(nothing_of_the_text_is_lost_but_space_at_line_ends),
        TEST(a_word_of_120_letters_is_broken_and_never_cut),
        TEST(a_newline_begins_a_line_and_two_leave_one_empty),
        TEST(no_text_is_no_line),
        TEST(hebrew_in_english_runs_from_right_to_left_between_its_words),
        TEST(arabic_with_a_number_begins_at_the_right_and_the_number_reads_on),
        TEST(alignment_moves_lines_inside_the_width),
        TEST(the_first_font_that_has_the_letter_gives_the_run),
        TEST(a_letter_that_no_font_has_is_shown_by_the_first),
        TEST(flags_are_one_letter_each_and_are_never_torn),
        TEST(a_family_of_emoji_is_one_letter_in_one_run),
        TEST(an_emoji_that_no_font_has_is_named),
        TEST(marks_stay_with_their_letter),
        TEST(thai_breaks_between_words_that_no_space_divides),
        TEST(a_japanese_full_stop_does_not_begin_a_line),
        TEST(stars_of_stress_are_taken_out_and_the_words_marked),
        TEST(stars_that_are_no_stress_stay),
        TEST(a_beat_is_a_place_and_no_letter),
        TEST(marks_are_letters_where_they_mean_nothing),
        TEST(plain_text_has_no_marks),
        TEST(what_does_not_fit_ends_in_an_ellipsis_only_where_asked),
        TEST(a_paragraph_is_laid_out_once),
        TEST(what_two_frames_did_not_ask_for_is_forgotten),
        TEST(a_thousand_paragraphs_are_all_found_again),
        TEST(letters_are_counted_as_a_reader_counts_them),
        TEST(a_size_that_no_letter_has_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
