/* What a scenario keeps count of. */
#include "draft_kit.h"

#include "model/code.h"

/* A counter that since() reads comes before one that something else reads, and that
 * before one that only the record wants. */
static void counters_are_numbered_by_what_asks_for_them(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "Any time", NULL)->again = true;
    kit_you(&k, 3, "Once", NULL);
    kit_say(&k, 4, "A");
    kit_when(&k, "since('next') > 3 and said(ask) > 1 and seen('next/c')");
    kit_say(&k, 5, "B")->variants = kit_list(&k, "B", "C", NULL);
    kit_moment(&k, 6, "next");
    kit_say(&k, 7, "C");
    kit_rule(&k, 8, "r")->once = true;
    kit_intent(&k, 9, "fading")->fades = base_number_fraction(3, 5);
    kit_intent(&k, 9, "steady");
    const ear_scenario *s = kit_open(&k);

    const model_header *header = s->header;
    const uint32_t ask = model_find_intent(s, "ask", 3);
    assert_int_equal(header->since_counters, 1);
    assert_int_equal(s->moments[1].counter, 0);
    /* Once, ask, next/c, the varied line, the fading intent, the rule. */
    assert_int_equal(header->live_counters, 1 + 6);
    assert_true(s->replies[0].counter >= header->live_counters);
    assert_true(s->replies[1].counter < header->live_counters);
    assert_true(s->intents[ask].counter < header->live_counters);
    assert_true(s->lines[2].counter < header->live_counters);
    assert_true(s->lines[0].counter >= header->live_counters);
    assert_true(s->intents[1].counter >= header->live_counters);
    /* 2 moments, 3 lines, 2 replies, 3 intents, 1 rule. */
    assert_int_equal(header->counters, 11);

    const uint32_t *code = &s->code[s->statements[1].when];
    assert_int_equal(code[0] & 0xff, MODEL_OP_SINCE);
    assert_int_equal(code[0] >> 8, 0);
    kit_end(&k);
}

static void what_only_tests_ask_for_does_not_matter_to_play(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "Any time", "done")->again = true;
    kit_outcome(&k, 3, "done");
    draft_test *test = kit_test(&k, 4, "t");
    test->holds = kit_list(&k, "seen('start/any-time')", NULL, NULL);
    test->ends = kit_text("done");
    test->play = kit_list(&k, "Any", NULL, NULL);
    const ear_scenario *s = kit_open(&k);
    assert_int_equal(s->header->live_counters, 0);
    assert_int_equal(s->tests[0].ends, 1);
    assert_int_equal(s->tests[0].play.count, 1);
    assert_int_equal(s->tests[0].holds.count, 1);
    assert_string_equal(model_string(s, s->conditions[0].source),
                        "seen('start/any-time')");
    kit_end(&k);
}

static void functions_make_every_counter_matter(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    k.draft.functions = 1;
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "Any time", NULL)->effect.mood.function = 1;
    const ear_scenario *s = kit_open(&k);
    assert_int_equal(s->header->since_counters, s->header->counters);
    assert_int_equal(s->info->functions, 1);
    assert_int_equal(s->replies[0].effect.opaque, 1);
    assert_int_equal(s->replies[0].effect.function, MODEL_FUNCTION | 1);
    kit_end(&k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counters_are_numbered_by_what_asks_for_them),
        cmocka_unit_test(what_only_tests_ask_for_does_not_matter_to_play),
        cmocka_unit_test(functions_make_every_counter_matter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
