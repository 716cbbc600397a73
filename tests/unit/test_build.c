/* What a draft becomes: choices, words, times. Its ids: test_build_ids.c; what is
 * counted: test_build_counters.c. */
#include "draft_kit.h"

static const char *id_of_reply(const ear_scenario *s, uint32_t i)
{
    assert_true(i < s->count[MODEL_S_DETAILS]);
    return model_string(s, s->details[i].id);
}

static void a_scenario_keeps_what_it_says_of_itself(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    k.draft.scenario.channel = kit_text("phone");
    k.draft.scenario.role = kit_text("leader");
    k.draft.scenario.level = kit_text("stretch");
    k.draft.scenario.brief = kit_text("Help {customer}.");
    k.draft.scenario.minutes = base_number_fraction(15, 2);
    k.draft.scenario.tags = kit_list(&k, "x", "y", NULL);
    kit_frame(&k);

    const ear_scenario *s = kit_open(&k);
    assert_string_equal(ear_scenario_id(s), "a");
    assert_string_equal(ear_scenario_title(s), "A");
    assert_int_equal(s->info->channel, MODEL_PHONE);
    assert_int_equal(s->info->leader, 1);
    assert_int_equal(s->info->minutes, 75);
    assert_int_equal(s->info->tags.count, 2);
    assert_int_equal(s->info->customer, 0);
    assert_string_equal(model_string(s, s->info->level), "stretch");
    assert_string_equal(model_string(s, s->info->brief.text), "Help Sam.");
    assert_string_equal(model_string(s, s->moments[s->info->start].id), "start");
    assert_string_equal(model_string(s, s->files[0]), "a.lua");
    kit_end(&k);
}

static void the_start_is_the_first_moment_or_the_one_named(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_outcome(&k, 1, "done");
    kit_moment(&k, 2, "one");
    kit_you(&k, 3, "Hello", "done");
    kit_moment(&k, 4, "two");
    kit_you(&k, 5, "Hello", "done");
    const ear_scenario *s = kit_open(&k);
    assert_int_equal(s->info->start, 1);
    kit_end(&k);

    kit_begin(&k, NULL);
    k.draft.scenario.start = kit_text("two");
    kit_moment(&k, 2, "one");
    kit_moment(&k, 4, "two");
    kit_you(&k, 5, "Hello", NULL);
    s = kit_open(&k);
    assert_int_equal(s->info->start, 1);
    kit_end(&k);
}

static void replies_in_a_row_are_one_choice_and_notes_do_not_split_it(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "One", NULL);
    kit_statement(&k, 3, DRAFT_NOTE, "a note");
    kit_reply(&k, 4, DRAFT_HOLD, "Two", NULL);
    kit_statement(&k, 5, DRAFT_TODO, "after");
    kit_say(&k, 6, "And now?");
    kit_you(&k, 7, "Three", NULL);
    const ear_scenario *s = kit_open(&k);

    static const uint32_t kinds[] = {MODEL_NOTE, MODEL_CHOICE, MODEL_TODO,
                                     MODEL_LINE, MODEL_CHOICE, MODEL_END};
    assert_int_equal(s->moments[0].statements.count, 6);
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal(s->statements[i].kind, kinds[i]);
    assert_int_equal(s->statements[1].count, 2);
    assert_int_equal(s->statements[1].place.line, 2);
    assert_int_equal(s->statements[4].item, 2);
    assert_int_equal(s->details[1].statement, 1);
    assert_int_equal(s->details[2].statement, 4);
    kit_end(&k);
}

static void every_moment_is_closed(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_frame(&k);
    kit_moment(&k, 200, "empty");
    const ear_scenario *s = kit_open(&k);
    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        const model_range range = s->moments[m].statements;
        assert_int_equal(s->statements[range.first + range.count - 1].kind, MODEL_END);
        assert_int_equal(s->statements[range.first].moment, m);
    }
    assert_int_equal(s->moments[2].statements.count, 1);
    kit_end(&k);
}

static void replies_take_the_time_that_the_contract_says(void **state)
{
    kit k;
    draft_reply *reply;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_you(&k, 2, "Four words are here", NULL);
    kit_you(&k, 3, "Its own", NULL)->seconds = base_number_fraction(5, 2);
    kit_reply(&k, 4, DRAFT_HOLD, "Wait for her", NULL);
    reply = kit_reply(&k, 5, DRAFT_HOLD, "Wait longer", NULL);
    reply->seconds = base_number_whole(8);
    kit_statement(&k, 6, DRAFT_SILENCE, "3s");
    const ear_scenario *s = kit_open(&k);
    assert_int_equal(s->replies[0].tenths, 80 + 16);
    assert_int_equal(s->details[0].seconds, 0);
    assert_int_equal(s->replies[1].tenths, 25);
    assert_int_equal(s->details[1].seconds, 25);
    assert_int_equal(s->replies[2].tenths, 50);
    assert_int_equal(s->details[2].seconds, 50);
    assert_int_equal(s->replies[3].tenths, 80);
    assert_int_equal(s->replies[3].hold, 1);
    assert_int_equal(s->statements[1].kind, MODEL_SILENCE);
    assert_int_equal(s->statements[1].item, 30);
    kit_end(&k);
}

static void only_lines_and_answers_have_a_tone(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_say(&k, 2, "(worried) Hi.");
    kit_cue(&k, 3, "(sighs) loudly");
    kit_you(&k, 4, "(softly) Hello", NULL);
    const ear_scenario *s = kit_open(&k);
    assert_string_equal(model_string(s, s->lines[0].words.tone), "worried");
    assert_string_equal(model_string(s, s->lines[0].words.text), "Hi.");
    assert_string_equal(model_string(s, s->cues[0].words.text), "(sighs) loudly");
    assert_string_equal(model_string(s, s->replies[0].words.text), "(softly) Hello");
    assert_int_equal(s->replies[0].words.tone.length, 0);
    assert_string_equal(id_of_reply(s, 0), "start/softly-hello");
    kit_end(&k);
}

static void braces_become_pieces_and_the_customer_is_put_in(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_meter(&k, 1, "calm");
    kit_moment(&k, 2, "start");
    kit_say(&k, 3, "{customer} is at {calm} of {{100");
    const ear_scenario *s = kit_open(&k);
    const model_words *words = &s->lines[0].words;
    assert_int_equal(words->pieces.count, 2);
    const model_piece *piece = &s->pieces[words->pieces.first];
    assert_string_equal(model_string(s, piece[0].literal), "Sam is at ");
    assert_int_equal(piece[0].insert, MODEL_INSERT_METER);
    assert_string_equal(model_string(s, piece[1].literal), " of {100");
    assert_int_equal(piece[1].insert, MODEL_INSERT_NOTHING);
    kit_end(&k);
}

static void notes_and_todos_are_taken_as_written(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 2, "start");
    kit_statement(&k, 3, DRAFT_NOTE, "(ask) what {nobody} knows");
    const ear_scenario *s = kit_open(&k);
    assert_string_equal(model_string(s, s->words[s->statements[0].item].text),
                        "(ask) what {nobody} knows");
    kit_end(&k);
}

static void known_intents_need_no_declaration_and_get_a_record_when_used(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_intent(&k, 1, "joke")->label = kit_text("A joke");
    kit_moment(&k, 2, "start");
    kit_cue(&k, 3, "sighs")->answered_by = kit_list(&k, "listen, reflect", "joke", NULL);
    kit_you(&k, 4, "Tell me", NULL)->intent = kit_text("ask");
    const ear_scenario *s = kit_open(&k);
    assert_int_equal(s->count[MODEL_S_INTENTS], 4);
    assert_int_equal(model_find_intent(s, "joke", 4), 0);
    assert_int_equal(s->cues[0].answered_by.count, 3);
    assert_int_equal(s->indexes[s->cues[0].answered_by.first + 2], 0);
    assert_string_equal(model_string(s, s->intents[s->replies[0].intent].id), "ask");
    assert_int_equal(model_find_intent(s, "policy", 6), MODEL_NONE);
    kit_end(&k);
}

static void a_notice_practises_notice_unless_it_names_a_skill(void **state)
{
    kit k;
    draft_notice *second;
    (void)state;

    kit_begin(&k, NULL);
    kit_skill(&k, 1, "listen");
    kit_skill(&k, 1, "notice");
    kit_moment(&k, 2, "start");
    kit_notice(&k, 3, "What now?")->answer = 2;
    second = kit_notice(&k, 4, "And now?");
    second->skill = kit_text("listen");
    const ear_scenario *s = kit_open(&k);
    assert_int_equal(s->info->notice_skill, 1);
    assert_int_equal(s->notices[0].skill, 1);
    assert_int_equal(s->notices[0].answer, 1);
    assert_int_equal(s->notices[1].skill, 0);
    assert_int_equal(s->notices[1].answer, MODEL_NONE);
    kit_end(&k);

    kit_begin(&k, NULL);
    kit_moment(&k, 2, "start");
    kit_notice(&k, 3, "What now?");
    s = kit_open(&k);
    assert_int_equal(s->notices[0].skill, MODEL_NONE);
    kit_end(&k);
}

static void screens_name_each_row_once(void **state)
{
    kit k;
    draft_pair top[] = {{kit_text("Order"), kit_text("4471")},
                        {kit_text("Paid"), kit_text("yes")}};
    draft_pairs later = {(draft_pair[]){{kit_text("Paid"), kit_text("no")},
                                        {kit_text("Name"), kit_text("{customer}")}},
                         2};
    (void)state;

    kit_begin(&k, NULL);
    k.draft.screen = (draft_pairs){top, 2};
    kit_moment(&k, 2, "start");
    kit_statement(&k, 3, DRAFT_SCREEN, NULL)->as.screen = &later;
    const ear_scenario *s = kit_open(&k);
    assert_int_equal(s->count[MODEL_S_ROWS], 3);
    assert_int_equal(s->screen->count, 2);
    const model_cell *cell = &s->cells[s->statements[0].item];
    assert_int_equal(s->statements[0].count, 2);
    assert_int_equal(cell[0].row, 1);
    assert_string_equal(model_string(s, cell[1].value.text), "Sam");
    kit_end(&k);
}

static void declarations_carry_all_their_fields(void **state)
{
    kit k;
    draft_meter *meter;
    draft_kpi *kpi;
    draft_rule *rule;
    (void)state;

    kit_begin(&k, NULL);
    meter = kit_meter(&k, 1, "calm");
    meter->start = -3;
    meter->min = -10;
    meter->max = 10;
    meter->shows = kit_text("warmth");
    meter->drift = kit_text("toward 5 by 0.5");
    meter->hidden = true;
    kit_meter(&k, 2, "heard");
    kpi = kit_kpi(&k, 3, "csat", "calm / 2");
    kpi->min = base_number_whole(1);
    kpi->max = base_number_whole(5);
    kpi->better = kit_text("lower");
    rule = kit_rule(&k, 4, "out");
    rule->when.text = kit_text("gained(calm) < 0");
    rule->go = kit_text("done");
    rule->effect.mood.text = kit_text("heard -1");
    kit_frame(&k);
    const ear_scenario *s = kit_open(&k);
    const model_meter *calm = &s->meters[0];
    assert_int_equal(calm->start, -3);
    assert_int_equal(calm->min, -10);
    assert_int_equal(calm->max, 10);
    assert_int_equal(calm->shows, MODEL_SHOWS_WARMTH);
    assert_int_equal(calm->hidden, 1);
    assert_int_equal(calm->drift_toward, 5);
    assert_int_equal(calm->drift_by.num, 1);
    assert_int_equal(calm->drift_by.den, 2);
    assert_string_equal(model_string(s, calm->label), "calm");
    assert_int_equal(s->meters[1].start, 50);
    assert_int_equal(s->meters[1].max, 100);
    assert_int_equal(s->kpis[0].bounded, 3);
    assert_int_equal(s->kpis[0].lower_is_better, 1);
    assert_int_equal(s->rules[0].go, 1);
    assert_int_equal(s->rules[0].effect.moods, 1);
    assert_true(s->rules[0].when != MODEL_NONE);
    kit_end(&k);
}

static void outcomes_have_a_rating_and_mixed_is_the_usual_one(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_frame(&k);
    kit_outcome(&k, 200, "best")->rating = kit_text("strong");
    kit_statement(&k, 201, DRAFT_DEBRIEF, "Well done.");
    const ear_scenario *s = kit_open(&k);
    assert_int_equal(s->moments[1].rating, MODEL_MIXED);
    assert_int_equal(s->moments[2].rating, MODEL_STRONG);
    assert_int_equal(s->moments[2].kind, MODEL_OUTCOME);
    kit_end(&k);
}

static void bytes_that_are_no_text_do_not_get_into_an_image(void **state)
{
    kit k;
    (void)state;

    kit_begin(&k, NULL);
    kit_moment(&k, 1, "start");
    kit_say(&k, 2, "torn \xc3 letter")->id = kit_text("x");
    k.draft.statements.at[1].words.text = (draft_text){"a\0b", 3};
    kit_you(&k, 3, "torn \xc3", NULL)->id = kit_text("y");
    const ear_scenario *s = kit_open(&k);
    assert_string_equal(model_string(s, s->lines[0].words.text), "ab");
    assert_string_equal(model_string(s, s->replies[0].words.text), "torn \xef\xbf\xbd");
    kit_end(&k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scenario_keeps_what_it_says_of_itself),
        cmocka_unit_test(the_start_is_the_first_moment_or_the_one_named),
        cmocka_unit_test(replies_in_a_row_are_one_choice_and_notes_do_not_split_it),
        cmocka_unit_test(every_moment_is_closed),
        cmocka_unit_test(replies_take_the_time_that_the_contract_says),
        cmocka_unit_test(only_lines_and_answers_have_a_tone),
        cmocka_unit_test(braces_become_pieces_and_the_customer_is_put_in),
        cmocka_unit_test(notes_and_todos_are_taken_as_written),
        cmocka_unit_test(known_intents_need_no_declaration_and_get_a_record_when_used),
        cmocka_unit_test(a_notice_practises_notice_unless_it_names_a_skill),
        cmocka_unit_test(screens_name_each_row_once),
        cmocka_unit_test(declarations_carry_all_their_fields),
        cmocka_unit_test(outcomes_have_a_rating_and_mixed_is_the_usual_one),
        cmocka_unit_test(bytes_that_are_no_text_do_not_get_into_an_image),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
