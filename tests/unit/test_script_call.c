#include "model/scenario.h"
#include "model/state.h"
#include "script/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A scenario with one function, loaded, and a run of it at its beginning. */
struct asked {
    script_host *host;
    ear_scenario *scenario;
    model_layout layout;
    model_state *state;
    ear_answer answer;
    ear_error err;
};

static void on_over(void *user, script_place place, const char *message)
{
    (void)user;
    (void)place;
    (void)message;
}

/* `field` is `when = function(c) ... end` or the like, of the only reply. */
static void begin(struct asked *asked, const char *field)
{
    const script_hooks hooks = {NULL, on_over, NULL};
    base_bytes text = {0}, image = {0};
    model_findings findings = {0};

    memset(asked, 0, sizeof *asked);
    base_bytes_print(&text,
                     "scenario 'A' {}\nsam = customer 'Sam' {}\n"
                     "meter 'calm' { start = 40, shows = 'tension', low = 'x' }\n"
                     "meter 'trust' { start = 10, shows = 'warmth', low = 'x' }\n"
                     "flag 'called' 'x'\nskill 'own' 'x'\n"
                     "moment 'start'\n  you 'Yes.' { id = 'yes', %s, go = 'kept' }\n"
                     "  go 'kept'\noutcome 'kept' {}\n",
                     field);
    assert_int_equal(script_new(&asked->host, SCRIPT_LIMITS_NORMAL, &hooks, NULL),
                     EAR_OK);
    assert_int_equal(
        script_add_file(asked->host, "a.lua", text.at, text.length, false, NULL), EAR_OK);
    assert_int_equal(script_load(asked->host, "a.lua", &image, &findings, NULL), EAR_OK);
    assert_int_equal(model_findings_count(&findings, MODEL_ERROR), 0);
    assert_int_equal(model_open(&asked->scenario, image.at, image.length, NULL), EAR_OK);
    asked->layout = model_layout_of(asked->scenario, true);
    asked->state = calloc(1, asked->layout.bytes);
    model_state_begin(asked->state, asked->scenario, &asked->layout, 7);
    base_bytes_release(&text);
    model_findings_release(&findings);
}

static void end(struct asked *asked)
{
    free(asked->state);
    ear_scenario_free(asked->scenario);
    script_free(asked->host);
}

static ear_status ask(struct asked *asked, ear_call_kind kind)
{
    const ear_call call = {1, kind, asked->state, asked->layout.bytes};

    return script_call(asked->host, &call, &asked->answer, &asked->err);
}

static void expect_truth(const char *expression, bool truth)
{
    struct asked asked;
    char field[300];

    snprintf(field, sizeof field, "when = function(c) return %s end", expression);
    begin(&asked, field);
    assert_int_equal(ask(&asked, EAR_CALL_WHEN), EAR_OK);
    assert_int_equal(asked.answer.truth, truth);
    end(&asked);
}

static void expect_failure(const char *field, ear_call_kind kind, const char *words)
{
    struct asked asked;

    begin(&asked, field);
    assert_int_equal(ask(&asked, kind), EAR_E_SCRIPT);
    assert_non_null(strstr(asked.err.message, words));
    assert_string_equal(asked.err.file, "a.lua");
    assert_int_equal(asked.err.line, 8);
    end(&asked);
}

static void a_function_reads_the_run(void **state)
{
    (void)state;
    expect_truth("c.calm == 40 and c.trust == 10", true);
    expect_truth("c.called", false);
    expect_truth("c.turn == 0 and c.seconds == 0 and c.minutes == 0", true);
    expect_truth("c:seen('kept') or c:visits('start') > 0 or c:chosen('yes') > 0", false);
    expect_truth("c:since('yes') == -1 and c:said('ask') == 0", true);
    expect_truth(
        "c:start('calm') == 40 and c:first('calm') == 40 and c:change('calm') == 0",
        true);
    expect_truth("c:lowest('calm') == 40 and c:highest('calm') == 40 and "
                 "c:extreme('calm') == 40",
                 true);
    expect_truth("c:points('own') == 0 and c:min(3, 2) == 2 and c:max(3, 2) == 3", true);
    expect_truth("c:clamp(9, 1, 5) == 5 and c:round(-2.5) == -3 and c:abs(-4) == 4",
                 true);
}

static void a_mood_function_gives_amounts_in_the_meters_order(void **state)
{
    struct asked asked;

    (void)state;
    begin(&asked, "mood = function(c) return { trust = -0.5, calm = 3 } end");
    assert_int_equal(ask(&asked, EAR_CALL_MOOD), EAR_OK);
    assert_int_equal(asked.answer.count, 2);
    assert_int_equal(asked.answer.amounts[0].meter, 0);
    assert_int_equal(asked.answer.amounts[0].num, 3);
    assert_int_equal(asked.answer.amounts[1].num, -1);
    assert_int_equal(asked.answer.amounts[1].den, 2);
    end(&asked);
}

static void words_are_borrowed_until_the_next_call(void **state)
{
    struct asked asked;

    (void)state;
    begin(&asked, "answer = function(c) return '(dry) ' .. c.calm end");
    assert_int_equal(ask(&asked, EAR_CALL_WORDS), EAR_OK);
    assert_string_equal(asked.answer.text.at, "(dry) 40");
    end(&asked);
}

static void chance_and_random_draw_from_the_run(void **state)
{
    struct asked asked;

    (void)state;
    begin(&asked, "when = function(c) return c:random(6) <= 6 and not c:chance(0) end");
    const uint64_t before = asked.state->random;
    assert_int_equal(ask(&asked, EAR_CALL_WHEN), EAR_OK);
    assert_true(asked.answer.truth);
    assert_true(asked.answer.random != before);
    assert_true(asked.state->random == before); /* the caller's block is not touched */
    const uint64_t after = asked.answer.random;
    assert_int_equal(ask(&asked, EAR_CALL_WHEN), EAR_OK);
    assert_true(asked.answer.random == after);
    end(&asked);
}

static void what_does_not_fit_has_failed(void **state)
{
    (void)state;
    expect_failure("when = function(c) return 1 end", EAR_CALL_WHEN, "true or false");
    expect_failure("when = function(c) c.calm = 1 return true end", EAR_CALL_WHEN,
                   "may not change c");
    expect_failure("when = function(c) x = 1 return true end", EAR_CALL_WHEN,
                   "outside itself");
    expect_failure("when = function(c) return c.clam > 1 end", EAR_CALL_WHEN,
                   "did you mean 'calm'");
    expect_failure("when = function(c) return c:seen('nowhere') end", EAR_CALL_WHEN,
                   "'nowhere'");
    expect_failure("when = function(c) return c:now('yes') end", EAR_CALL_WHEN, "rule");
    expect_failure("when = function(c) sam 'Hi' return true end", EAR_CALL_WHEN, "speak");
    expect_failure("when = function(c) moment 'x' return true end", EAR_CALL_WHEN,
                   "conversation runs");
    expect_failure("mood = function(c) return { calmm = 1 } end", EAR_CALL_MOOD,
                   "no meter");
    expect_failure("mood = function(c) return { calm = 0/0 } end", EAR_CALL_MOOD,
                   "number");
    expect_failure("mood = function(c) end", EAR_CALL_MOOD, "nothing");
    expect_failure("answer = function(c) return ('x'):rep(3000) end", EAR_CALL_WORDS,
                   "2000");
    expect_failure("answer = function(c) return '\\255' end", EAR_CALL_WORDS, "UTF-8");
}

static void a_wrong_question_is_refused(void **state)
{
    struct asked asked;

    (void)state;
    begin(&asked, "when = function(c) return true end");

    ear_call call = {2, EAR_CALL_WHEN, asked.state, asked.layout.bytes};

    assert_int_equal(script_call(asked.host, &call, &asked.answer, &asked.err),
                     EAR_E_ARG);
    call.function = 1;
    call.bytes -= 8;
    assert_int_equal(script_call(asked.host, &call, &asked.answer, &asked.err),
                     EAR_E_FORMAT);
    end(&asked);
}

/* `reads`: pairs of a kind and an index; what the function looked at, in this order. */
static void expect_reads(const char *body, const ear_read *reads, size_t count)
{
    struct asked asked;
    char field[300];

    snprintf(field, sizeof field, "when = function(c) %s end", body);
    begin(&asked, field);
    assert_int_equal(ask(&asked, EAR_CALL_WHEN), EAR_OK);
    assert_true(asked.answer.reads_whole);
    assert_int_equal(asked.answer.read_count, count);
    if (count > 0)
        assert_memory_equal(asked.answer.reads, reads, count * sizeof *reads);
    end(&asked);
}

static void what_a_function_looks_at_is_told_once_and_in_order(void **state)
{
    (void)state;
    expect_reads(
        "return c.trust > 3 and c.calm > c.trust and not c.called",
        (ear_read[]){{EAR_READ_METER, 1}, {EAR_READ_METER, 0}, {EAR_READ_FLAG, 0}}, 3);
    expect_reads("return c.trust > 30 and c.calm > 3", (ear_read[]){{EAR_READ_METER, 1}},
                 1);
    expect_reads("return c:first('calm') + c:lowest('trust') + c:highest('calm') + "
                 "c:extreme('calm') + c:change('trust') + c:start('calm') > 0",
                 (ear_read[]){{EAR_READ_FIRST, 0},
                              {EAR_READ_LOWEST, 1},
                              {EAR_READ_HIGHEST, 0},
                              {EAR_READ_EXTREME, 0},
                              {EAR_READ_METER, 1}},
                 5);
    expect_reads(
        "return c.turn + c.seconds + c.minutes + c:points('own') > 0",
        (ear_read[]){{EAR_READ_TURN, 0}, {EAR_READ_TENTHS, 0}, {EAR_READ_POINTS, 0}}, 3);
    expect_reads("return c:max(1, 2) > 0", NULL, 0);
}

static void counts_are_told_by_what_is_asked_of_them(void **state)
{
    struct asked asked;

    (void)state;
    begin(&asked, "when = function(c) return not c:seen('yes') and c:chosen('yes') < 1 "
                  "and c:since('yes') < 0 and c:said('ask') == 0 end");
    const uint32_t yes = asked.scenario->replies[0].counter;
    const ear_read reads[] = {
        {EAR_READ_SEEN, yes}, {EAR_READ_COUNT, yes}, {EAR_READ_SINCE, yes}};

    assert_int_equal(ask(&asked, EAR_CALL_WHEN), EAR_OK);
    assert_int_equal(asked.answer.read_count, 3); /* no reply has the intent `ask` */
    assert_memory_equal(asked.answer.reads, reads, sizeof reads);
    end(&asked);
}

static void a_function_that_fails_has_looked_too(void **state)
{
    struct asked asked;

    (void)state;
    begin(&asked, "when = function(c) return ({ true })[c.turn] end");
    assert_int_equal(ask(&asked, EAR_CALL_WHEN), EAR_E_SCRIPT);
    assert_true(asked.answer.reads_whole);
    assert_int_equal(asked.answer.read_count, 1);
    assert_int_equal(asked.answer.reads[0].kind, EAR_READ_TURN);
    end(&asked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_function_reads_the_run),
        cmocka_unit_test(a_mood_function_gives_amounts_in_the_meters_order),
        cmocka_unit_test(words_are_borrowed_until_the_next_call),
        cmocka_unit_test(chance_and_random_draw_from_the_run),
        cmocka_unit_test(what_does_not_fit_has_failed),
        cmocka_unit_test(a_wrong_question_is_refused),
        cmocka_unit_test(what_a_function_looks_at_is_told_once_and_in_order),
        cmocka_unit_test(counts_are_told_by_what_is_asked_of_them),
        cmocka_unit_test(a_function_that_fails_has_looked_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
