#include "jail/frame.h"
#include "model/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_frame_comes_out_as_it_went_in(void **state)
{
    (void)state;
    base_bytes out = {0};
    jail_frame frame;

    jail_put_frame(&out, JAIL_PRINT, "hello", 5);
    assert_int_equal(jail_take_frame(&frame, out.at, out.length), 10);
    assert_int_equal(frame.type, JAIL_PRINT);
    assert_int_equal(frame.length, 5);
    assert_memory_equal(frame.at, "hello", 5);
    base_bytes_release(&out);
}

static void a_cut_frame_waits_for_the_rest(void **state)
{
    (void)state;
    base_bytes out = {0};
    jail_frame frame;

    jail_put_frame(&out, JAIL_PRINT, "hello", 5);
    for (size_t length = 0; length < out.length; length++)
        assert_int_equal(jail_take_frame(&frame, out.at, length), 0);
    base_bytes_release(&out);
}

static void what_is_no_frame_is_refused(void **state)
{
    (void)state;
    jail_frame frame;

    assert_int_equal(jail_take_frame(&frame, "Z", 1), -1);
    assert_int_equal(jail_take_frame(&frame, "", 1), -1);                  /* type 0 */
    assert_int_equal(jail_take_frame(&frame, "p\x01\x00\x10\x00", 5), -1); /* 1 MiB + 1 */
    assert_int_equal(jail_take_frame(&frame, "p\xff\xff\xff\xff", 5), -1);
    assert_int_equal(jail_take_frame(&frame, "p\x00\x00\x10\x00", 5), 0); /* 1 MiB */
}

static void what_is_longer_goes_in_parts_and_is_closed(void **state)
{
    (void)state;
    const size_t length = 2 * (size_t)JAIL_FRAME_MAX + 7;
    char *bytes = calloc(1, length);
    base_bytes out = {0};
    uint32_t parts[8] = {0};
    size_t count = 0;
    jail_frame frame;

    jail_put_stream(&out, JAIL_IMAGE, bytes, length);
    for (size_t at = 0; at < out.length;) {
        const long took = jail_take_frame(&frame, out.at + at, out.length - at);

        assert_true(took > 0 && count < 8);
        parts[count++] = frame.length;
        at += (size_t)took;
    }
    assert_int_equal(count, 4);
    assert_int_equal(parts[0], JAIL_FRAME_MAX);
    assert_int_equal(parts[2], 7);
    assert_int_equal(parts[3], 0);
    base_bytes_release(&out);
    free(bytes);
}

/* --- findings --- */

static jail_frame frame_of(const base_bytes *inside, jail_frame_type type)
{
    return (jail_frame){.type = (uint8_t)type,
                        .length = (uint32_t)inside->length,
                        .at = (const unsigned char *)base_bytes_string(inside)};
}

static void put_parts(base_bytes *out, const char *code, const char *message)
{
    jail_put_u32(out, 7);
    jail_put_u32(out, 40);
    jail_put_text(out, code, strlen(code));
    jail_put_text(out, "kettle.lua", 10);
    jail_put_text(out, message, strlen(message));
    jail_put_text(out, "", 0);
}

static void a_finding_comes_out_as_it_went_in(void **state)
{
    (void)state;
    const model_finding finding = {.code = "E101",
                                   .file = "kettle.lua",
                                   .line = 7,
                                   .column = 40,
                                   .message = "no 'helpd'",
                                   .hint = "Did you mean 'helped'?"};
    base_bytes inside = {0};
    model_findings list = {.at = NULL};

    jail_put_finding(&inside, &finding);
    const jail_frame frame = frame_of(&inside, JAIL_FINDING);
    assert_true(jail_get_finding(&frame, &list));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.at[0].code, "E101");
    assert_string_equal(list.at[0].file, "kettle.lua");
    assert_int_equal(list.at[0].line, 7);
    assert_int_equal(list.at[0].column, 40);
    assert_string_equal(list.at[0].message, "no 'helpd'");
    assert_string_equal(list.at[0].hint, "Did you mean 'helped'?");
    model_findings_release(&list);
    base_bytes_release(&inside);
}

static void a_finding_that_is_cut_or_has_more_is_refused(void **state)
{
    (void)state;
    base_bytes inside = {0};
    model_findings list = {.at = NULL};

    put_parts(&inside, "E101", "words");
    jail_frame frame = frame_of(&inside, JAIL_FINDING);
    const uint32_t whole = frame.length;
    for (frame.length = 0; frame.length < whole; frame.length++)
        assert_false(jail_get_finding(&frame, &list));
    base_bytes_char(&inside, 'x');
    frame = frame_of(&inside, JAIL_FINDING);
    assert_false(jail_get_finding(&frame, &list));
    assert_int_equal(list.count, 0);
    model_findings_release(&list);
    base_bytes_release(&inside);
}

static void a_finding_with_a_code_that_nobody_has_is_refused(void **state)
{
    (void)state;
    const char *const codes[] = {"E999", "", "E101E101E101"};
    model_findings list = {.at = NULL};

    for (size_t i = 0; i < 3; i++) {
        base_bytes inside = {0};

        put_parts(&inside, codes[i], "words");
        const jail_frame frame = frame_of(&inside, JAIL_FINDING);
        assert_false(jail_get_finding(&frame, &list));
        base_bytes_release(&inside);
    }
    model_findings_release(&list);
}

static void words_of_a_finding_are_cleaned(void **state)
{
    (void)state;
    base_bytes inside = {0};
    model_findings list = {.at = NULL};

    put_parts(&inside, "E101", "\x1b[2Jgone\xff\xe2\x80\xae");
    const jail_frame frame = frame_of(&inside, JAIL_FINDING);
    assert_true(jail_get_finding(&frame, &list));
    assert_string_equal(list.at[0].message, "[2Jgone\xef\xbf\xbd");
    model_findings_release(&list);
    base_bytes_release(&inside);
}

/* --- answers --- */

static const model_named named = {
    .meters = 5, .flags = 4, .skills = 3, .counts = 7, .since = 6};

static bool read_back(const base_bytes *inside, ear_call_kind kind, ear_answer *answer)
{
    const jail_frame frame = frame_of(inside, JAIL_ANSWER);

    return jail_get_answer(answer, &frame, kind, &named);
}

static void answers_of_each_kind_come_out_as_they_went_in(void **state)
{
    (void)state;
    static ear_answer given, got;

    for (int kind = EAR_CALL_WHEN; kind <= EAR_CALL_WORDS; kind++) {
        base_bytes inside = {0};

        given = (ear_answer){.truth = true, .num = -7, .den = 3, .random = 99};
        given.text = (ear_text){.at = "Bitte sch\xc3\xb6n", .length = 12};
        given.count = 2;
        given.amounts[0] = (ear_amount){.meter = 1, .num = -5, .den = 2};
        given.amounts[1] = (ear_amount){.meter = 4, .num = 9, .den = 1};
        given.reads_whole = true;
        given.read_count = 2;
        given.reads[0] = (ear_read){EAR_READ_FLAG, 3};
        given.reads[1] = (ear_read){EAR_READ_TURN, 0};
        jail_put_answer(&inside, (ear_call_kind)kind, &given);
        assert_true(read_back(&inside, (ear_call_kind)kind, &got));
        assert_int_equal(got.random, 99);
        if (kind == EAR_CALL_WHEN)
            assert_true(got.truth);
        if (kind == EAR_CALL_OF)
            assert_true(got.num == -7 && got.den == 3);
        if (kind == EAR_CALL_WORDS)
            assert_memory_equal(got.text.at, "Bitte sch\xc3\xb6n", 12);
        if (kind == EAR_CALL_MOOD) {
            assert_int_equal(got.count, 2);
            assert_true(got.amounts[0].num == -5 && got.amounts[1].meter == 4);
        }
        assert_true(got.reads_whole);
        assert_int_equal(got.read_count, 2);
        assert_memory_equal(got.reads, given.reads, 2 * sizeof *got.reads);
        base_bytes_char(&inside, 'x');
        assert_false(read_back(&inside, (ear_call_kind)kind, &got));
        base_bytes_release(&inside);
    }
}

static void refused(ear_call_kind kind, const ear_answer *answer)
{
    static ear_answer got;
    base_bytes inside = {0};

    jail_put_answer(&inside, kind, answer);
    assert_false(read_back(&inside, kind, &got));
    base_bytes_release(&inside);
}

static void numbers_that_are_none_are_refused(void **state)
{
    (void)state;
    static ear_answer answer;

    answer.den = 0;
    refused(EAR_CALL_OF, &answer);
    answer.den = -1;
    refused(EAR_CALL_OF, &answer);
    answer.den = 1;
    answer.num = INT64_MIN;
    refused(EAR_CALL_OF, &answer);
}

static void amounts_out_of_order_or_range_are_refused(void **state)
{
    (void)state;
    static ear_answer answer;

    answer.count = 1;
    answer.amounts[0] = (ear_amount){.meter = 5, .num = 1, .den = 1}; /* of 5: 0 to 4 */
    refused(EAR_CALL_MOOD, &answer);
    answer.amounts[0] = (ear_amount){.meter = 1, .num = 1, .den = 0};
    refused(EAR_CALL_MOOD, &answer);
    answer.count = 2;
    answer.amounts[0] = (ear_amount){.meter = 2, .num = 1, .den = 1};
    answer.amounts[1] = (ear_amount){.meter = 2, .num = 1, .den = 1}; /* twice */
    refused(EAR_CALL_MOOD, &answer);
    answer.amounts[1].meter = 1; /* back */
    refused(EAR_CALL_MOOD, &answer);
}

static void more_amounts_than_meters_are_refused(void **state)
{
    (void)state;
    static ear_answer got;
    base_bytes inside = {0};

    jail_put_u64(&inside, 0);
    jail_put_u32(&inside, EAR_MAX_AMOUNTS + 1);
    assert_false(read_back(&inside, EAR_CALL_MOOD, &got));
    base_bytes_release(&inside);
}

static void a_truth_is_yes_or_no(void **state)
{
    (void)state;
    static ear_answer got;
    base_bytes inside = {0};

    jail_put_u64(&inside, 0);
    jail_put_u32(&inside, 2);
    assert_false(read_back(&inside, EAR_CALL_WHEN, &got));
    base_bytes_release(&inside);
}

static void words_too_long_or_no_text_are_refused(void **state)
{
    (void)state;
    static ear_answer answer;
    char words[MODEL_MAX_WORDS + 2];

    memset(words, 'a', sizeof words);
    answer.text = (ear_text){.at = words, .length = MODEL_MAX_WORDS + 1};
    refused(EAR_CALL_WORDS, &answer);
    memset(words, '\n', MODEL_MAX_LINES);
    answer.text.length = MODEL_MAX_LINES;
    refused(EAR_CALL_WORDS, &answer);
    answer.text = (ear_text){.at = "\xc3", .length = 1};
    refused(EAR_CALL_WORDS, &answer);
}

static void refused_read(uint32_t kind, uint32_t index)
{
    static ear_answer answer;

    answer.read_count = 1;
    answer.reads[0] = (ear_read){kind, index};
    refused(EAR_CALL_WHEN, &answer);
}

static void what_a_function_cannot_have_looked_at_is_refused(void **state)
{
    (void)state;
    refused_read(EAR_READ_METER, 5);
    refused_read(EAR_READ_GAINED, 5);
    refused_read(EAR_READ_FLAG, 4);
    refused_read(EAR_READ_POINTS, 3);
    refused_read(EAR_READ_SEEN, 7);
    refused_read(EAR_READ_COUNT, UINT32_MAX);
    refused_read(EAR_READ_SINCE, 6);
    refused_read(EAR_READ_TURN, 1);
    refused_read(EAR_READ_KINDS, 0);
    refused_read(UINT32_MAX, 0);
}

/* What stands behind the truth of an answer. */
static void refused_after_truth(uint32_t whole, uint32_t count)
{
    static ear_answer got;
    base_bytes inside = {0};

    jail_put_u64(&inside, 0);
    jail_put_u32(&inside, 1);
    jail_put_u32(&inside, whole);
    jail_put_u32(&inside, count);
    got.reads_whole = true;
    assert_false(read_back(&inside, EAR_CALL_WHEN, &got));
    assert_false(got.reads_whole);
    base_bytes_release(&inside);
}

static void more_reads_than_fit_or_are_there_are_refused(void **state)
{
    (void)state;
    refused_after_truth(1, EAR_MAX_READS + 1);
    refused_after_truth(1, UINT32_MAX);
    refused_after_truth(1, 1);
    refused_after_truth(2, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_comes_out_as_it_went_in),
        cmocka_unit_test(a_cut_frame_waits_for_the_rest),
        cmocka_unit_test(what_is_no_frame_is_refused),
        cmocka_unit_test(what_is_longer_goes_in_parts_and_is_closed),
        cmocka_unit_test(a_finding_comes_out_as_it_went_in),
        cmocka_unit_test(a_finding_that_is_cut_or_has_more_is_refused),
        cmocka_unit_test(a_finding_with_a_code_that_nobody_has_is_refused),
        cmocka_unit_test(words_of_a_finding_are_cleaned),
        cmocka_unit_test(answers_of_each_kind_come_out_as_they_went_in),
        cmocka_unit_test(numbers_that_are_none_are_refused),
        cmocka_unit_test(amounts_out_of_order_or_range_are_refused),
        cmocka_unit_test(more_amounts_than_meters_are_refused),
        cmocka_unit_test(a_truth_is_yes_or_no),
        cmocka_unit_test(words_too_long_or_no_text_are_refused),
        cmocka_unit_test(what_a_function_cannot_have_looked_at_is_refused),
        cmocka_unit_test(more_reads_than_fit_or_are_there_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
