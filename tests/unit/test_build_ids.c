/* A draft becomes an image: the ids of lines, replies and answers. */
#include "draft_kit.h"

static const char *id_of_line(const ear_scenario *s, uint32_t i)
{
    assert_true(i < s->count[MODEL_S_LINES]);
    return model_string(s, s->lines[i].id);
}

static const char *id_of_reply(const ear_scenario *s, uint32_t i)
{
    assert_true(i < s->count[MODEL_S_DETAILS]);
    return model_string(s, s->details[i].id);
}

static void derived_ids_are_the_moment_and_the_first_six_words(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_say(&k, 2, "(flat) Order 4471. It was due Tuesday, isn't it?");
    kit_say(&k, 3, "(only a tone)");
    kit_say(&k, 4, "...");
    kit_you(&k, 5, "?!", NULL);
    const ear_scenario *s = kit_open(&k);
    assert_string_equal(id_of_line(s, 0), "start/order-4471-it-was-due-tuesday");
    assert_string_equal(id_of_line(s, 1), "start/only-a-tone");
    assert_string_equal(id_of_line(s, 2), "start/line");
    assert_string_equal(id_of_reply(s, 0), "start/reply");
    kit_end(&k);
}

static void repeats_in_a_moment_are_counted_over_lines_and_replies(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_say(&k, 2, "Hello");
    kit_you(&k, 3, "Hello!", NULL);
    kit_say(&k, 4, "(again) Hello");
    kit_moment(&k, 5, "next");
    kit_say(&k, 6, "Hello");
    const ear_scenario *s = kit_open(&k);
    assert_string_equal(id_of_line(s, 0), "start/hello");
    assert_string_equal(id_of_reply(s, 0), "start/hello~2");
    assert_string_equal(id_of_line(s, 1), "start/hello~3");
    assert_string_equal(id_of_line(s, 2), "next/hello");
    kit_end(&k);
}

static void a_derived_id_gives_way_to_a_written_one(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_say(&k, 2, "Hello");
    kit_you(&k, 3, "Bye", NULL)->id = kit_text("start/hello");
    kit_say(&k, 4, "Hello")->id = kit_text("start/hello~2");
    const ear_scenario *s = kit_open(&k);
    assert_string_equal(id_of_line(s, 0), "start/hello~3");
    assert_string_equal(id_of_reply(s, 0), "start/hello");
    kit_end(&k);
}

static void an_answer_is_a_line_of_the_customer_called_after_its_reply(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "What happened?", NULL)->answer.text = kit_text("(low) It broke.");
    const ear_scenario *s = kit_open(&k);
    assert_int_equal(s->replies[0].answer, 0);
    assert_string_equal(id_of_line(s, 0), "start/what-happened/answer");
    assert_string_equal(model_string(s, s->lines[0].words.text), "It broke.");
    assert_string_equal(model_string(s, s->lines[0].words.tone), "low");
    assert_int_equal(s->lines[0].speaker, 0);
    kit_end(&k);
}

static void a_varied_line_goes_by_its_first_entry(void **state)
{
    kit k;
    draft_line *line;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    line = kit_say(&k, 2, NULL);
    line->variants = kit_list(&k, "(tired) Again?", "Still?", NULL);
    line->pick = kit_text("first");
    const ear_scenario *s = kit_open(&k);
    assert_string_equal(id_of_line(s, 0), "start/again");
    assert_int_equal(s->lines[0].variants.count, 2);
    assert_int_equal(s->lines[0].pick, MODEL_FIRST);
    assert_string_equal(model_string(s, s->lines[0].words.text), "Again?");
    kit_end(&k);
}

static void every_id_is_found_and_no_other(void **state)
{
    kit k;
    model_id id;
    (void)state;

    kit_begin(&k, NULL);
    kit_meter(&k, 1, "calm");
    kit_flag(&k, 1, "kept");
    kit_skill(&k, 1, "listen");
    kit_frame(&k);
    kit_say(&k, 103, "Thanks");
    const ear_scenario *s = kit_open(&k);

    assert_true(model_find(s, "done/thanks", 11, &id));
    assert_int_equal(id.thing, MODEL_THING_LINE);
    assert_int_equal(model_counter_of(s, id), s->lines[0].counter);
    assert_true(model_find(s, "start/hello", 11, &id));
    assert_int_equal(id.thing, MODEL_THING_REPLY);
    assert_int_equal(model_counter_of(s, id), s->replies[0].counter);
    assert_false(model_find(s, "start/hell", 10, &id));
    assert_int_equal(model_find_moment(s, "done"), 1);
    assert_int_equal(model_find_moment(s, "start/hello"), MODEL_NONE);
    assert_int_equal(model_find_meter(s, "calm", 4), 0);
    assert_int_equal(model_find_meter(s, "cal", 3), MODEL_NONE);
    assert_int_equal(model_find_flag(s, "kept", 4), 0);
    assert_int_equal(model_find_flag(s, "calm", 4), MODEL_NONE);
    assert_int_equal(model_find_skill(s, "listen", 6), 0);
    assert_int_equal(model_find_skill(s, "", 0), MODEL_NONE);
    assert_int_equal(model_find_intent(s, "ask", 3), MODEL_NONE);
    kit_end(&k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(derived_ids_are_the_moment_and_the_first_six_words),
        cmocka_unit_test(repeats_in_a_moment_are_counted_over_lines_and_replies),
        cmocka_unit_test(a_derived_id_gives_way_to_a_written_one),
        cmocka_unit_test(an_answer_is_a_line_of_the_customer_called_after_its_reply),
        cmocka_unit_test(a_varied_line_goes_by_its_first_entry),
        cmocka_unit_test(every_id_is_found_and_no_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
