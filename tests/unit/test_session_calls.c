/* Functions of the pack: what is asked, what is made of the answers, and what a failure
 * leaves behind. The hooks here stand in for the helper process. */
#include "scenario_maker.h"
#include "session_trace.h"

#include "sim/look.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* What the stand-in answers to any call, and what it was asked. */
typedef struct lua {
    ear_answer answer;
    ear_status status;
    const char *message;
    unsigned calls;
    uint32_t function;
    ear_call_kind kind;
    size_t bytes;
    uint64_t fail_from; /* the call (from 1) from which on it fails; 0: never */
    bool draws;         /* every call moves the random state */
} lua;

static ear_status answer_call(void *user, const ear_call *call, ear_answer *answer,
                              ear_error *err)
{
    lua *l = user;
    const model_state *block = call->state;

    l->calls++;
    l->function = call->function;
    l->kind = call->kind;
    l->bytes = call->bytes;
    if (l->status != EAR_OK || (l->fail_from && l->calls >= l->fail_from)) {
        if (err && l->message)
            snprintf(err->message, sizeof err->message, "%s", l->message);
        return l->status != EAR_OK ? l->status : EAR_E_SCRIPT;
    }
    answer->truth = l->answer.truth;
    answer->num = l->answer.num;
    answer->den = l->answer.den;
    answer->text = l->answer.text;
    answer->count = l->answer.count;
    memcpy(answer->amounts, l->answer.amounts, sizeof answer->amounts);
    if (l->draws)
        answer->random = block->random + 1;
    return EAR_OK;
}

static ear_session *start(const ear_scenario *sc, lua *l, trace *t)
{
    const ear_options options = {
        .seed = 1, .hooks = {answer_call, l}, .history = true, .live_only = true};
    const ear_sink sink = trace_sink(t);
    ear_session *s = NULL;
    ear_error err;

    if (ear_session_new(&s, sc, &options, &err) != EAR_OK ||
        ear_session_begin(s, &sink, &err) != EAR_OK)
        fail_msg("%s", err.message);
    return s;
}

static void close_all(ear_session *session, ear_scenario *scenario, trace *t)
{
    ear_session_free(session);
    ear_scenario_free(scenario);
    trace_end(t);
}

static ear_scenario *opaque(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=50");
    METER(m, "trust", "start=50");
    FLAG(m, "vip");
    KPI(m, "csat", "of=@5");
    MOMENT(m, "a");                               /* line 5 */
    YOU(m, "Ask", "when=@1", "go=b");             /* line 6 */
    YOU(m, "Mood", "set=vip", "mood=@2", "go=b"); /* line 7 */
    YOU(m, "Hidden", "when=vip");                 /* line 8 */
    MOMENT(m, "b");                               /* line 9 */
    LINE(m, "@3", "id=spoken");                   /* line 10 */
    YOU(m, "@4", "id=worded", "go=end");          /* line 11 */
    OUTCOME(m, "end");
    return maker_scenario(m);
}

static void a_scenario_with_functions_needs_somebody_to_answer(void **state)
{
    ear_scenario *sc = opaque();
    ear_session *s = NULL;
    ear_error err;

    (void)state;
    assert_int_equal(ear_session_new(&s, sc, NULL, &err), EAR_E_ARG);
    assert_null(s);
    ear_scenario_free(sc);
}

static void a_function_is_given_a_block_with_every_counter(void **state)
{
    ear_scenario *sc = opaque();
    lua l = {.answer.truth = true};
    trace t = {.only = " choice "};
    ear_session *s = start(sc, &l, &t);
    const model_layout whole = model_layout_of(sc, true);

    (void)state;
    assert_told(&t, "choice Ask | Mood\n");
    assert_int_equal(l.calls, 1);
    assert_int_equal(l.function, 1);
    assert_int_equal(l.kind, EAR_CALL_WHEN);
    assert_int_equal(l.bytes, whole.bytes);
    assert_int_equal(whole.kept, sc->header->counters);
    close_all(s, sc, &t);
}

static void amounts_are_added_in_the_meters_order(void **state)
{
    ear_scenario *sc = opaque();
    lua l = {.answer = {.text = {"(low) Hm.", 9}, .count = 2, .den = 1}};
    trace t = {.only = " calm trust Sam choice "};

    (void)state;
    l.answer.amounts[0] = (ear_amount){0, -5, 2};
    l.answer.amounts[1] = (ear_amount){1, 100, 1};

    ear_session *s = start(sc, &l, &t);

    assert_told(&t, "choice Mood\n");
    trace_choose(s, "Mood", &t);
    assert_told(&t, "calm 50>48 reply\ntrust 50>100 reply\nSam (low): Hm.\nchoice Hm.\n");
    close_all(s, sc, &t);
}

static void words_of_a_function_are_cleaned_and_filled_in(void **state)
{
    static const char said[] = "(low) {calm} \x01{who} {{x} {customer}\xff {turn}{";
    maker *m = maker_new();
    lua l = {.answer.text = {said, sizeof said - 1}};
    trace t = {.only = " Sam debrief "};

    (void)state;
    METER(m, "calm", "start=50");
    MOMENT(m, "a");
    LINE(m, "@1", "id=spoken");
    GO(m, "end");
    OUTCOME(m, "end");
    DEBRIEF(m, "@2");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = start(sc, &l, &t);

    assert_told(&t, "Sam (low): 50 {who} {x} Sam\xef\xbf\xbd 0{\n"
                    "debrief 50 {who} {x} Sam\xef\xbf\xbd 0{\n");
    assert_int_equal(ear_session_tenths(s), 20); /* five words */
    close_all(s, sc, &t);
}

/* Ways in which an answer does not fit. */
typedef struct misfit {
    const char *reply; /* that leads to the call */
    ear_answer answer;
    unsigned line;
    const char *says;
} misfit;

static void expect_misfit(const misfit *bad)
{
    ear_scenario *sc = opaque();
    lua l = {.answer.truth = true};
    trace t = {0};
    ear_session *s = start(sc, &l, &t);
    const size_t bytes = sim_session_layout(s)->bytes;
    unsigned char before[4096];
    ear_error err;
    size_t index = 0;

    assert_true(bytes <= sizeof before);
    memcpy(before, sim_session_state(s), bytes);
    l.answer = bad->answer;
    l.draws = true;
    assert_int_equal(ear_session_find(s, bad->reply, &index, &err), EAR_OK);
    assert_int_equal(ear_session_choose(s, index, NULL, &err), EAR_E_SCRIPT);
    assert_int_equal(err.status, EAR_E_SCRIPT);
    assert_non_null(strstr(err.message, bad->says));
    assert_string_equal(err.file, "test.lua");
    assert_int_equal(err.line, bad->line);
    assert_memory_equal(before, sim_session_state(s), bytes);
    assert_int_equal(ear_session_back(s, NULL, NULL), EAR_E_STATE);
    close_all(s, sc, &t);
}

static void an_answer_that_does_not_fit_changes_nothing(void **state)
{
    static char long_words[2001], many_lines[41];
    static misfit bad[] = {
        {"Mood", {.count = 1, .amounts = {{2, 1, 1}}}, 7, "does not exist"},
        {"Mood", {.count = 2, .amounts = {{1, 1, 1}, {0, 1, 1}}}, 7, "order"},
        {"Mood", {.count = 2, .amounts = {{1, 1, 1}, {1, 1, 1}}}, 7, "order"},
        {"Mood", {.count = 3, .amounts = {{0, 1, 1}, {1, 1, 1}}}, 7, "more amounts"},
        {"Mood", {.count = SIZE_MAX}, 7, "more amounts"},
        {"Mood", {.count = 1, .amounts = {{0, 1, 0}}}, 7, "range"},
        {"Mood", {.count = 1, .amounts = {{0, 1, -1}}}, 7, "range"},
        {"Mood", {.count = 1, .amounts = {{0, 2000000001, 1}}}, 7, "range"},
        {"Mood", {.count = 1, .amounts = {{0, INT64_MIN, 1}}}, 7, "range"},
        {"Ask", {.text = {NULL, 0}}, 10, "no words"},
        {"Ask", {.text = {long_words, 2001}}, 10, "2,000 bytes"},
        {"Ask", {.text = {many_lines, 40}}, 10, "40 lines"},
    };

    (void)state;
    memset(long_words, 'x', sizeof long_words);
    memset(many_lines, '\n', 40);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        expect_misfit(&bad[i]);
}

static void a_figure_that_is_no_number_is_refused(void **state)
{
    ear_scenario *sc = opaque();
    lua l = {.answer = {.truth = true, .text = {"Well", 4}, .num = 7, .den = 2}};
    trace t = {.only = " kpi choice "};
    ear_session *s = start(sc, &l, &t);
    ear_error err;

    (void)state;
    trace_choose(s, "Ask", &t);
    l.answer.den = 0;
    assert_int_equal(ear_session_choose(s, 0, NULL, &err), EAR_E_SCRIPT);
    assert_int_equal(err.line, 4);
    l.answer.den = 2;
    trace_take(&t);
    trace_choose(s, "Well", &t);
    assert_told(&t, "kpi csat 3.5\n");
    close_all(s, sc, &t);
}

static void a_call_that_fails_names_the_place_and_changes_nothing(void **state)
{
    ear_scenario *sc = opaque();
    lua l = {.answer = {.truth = true, .text = {"Well", 4}}};
    trace t = {0};
    ear_session *s = start(sc, &l, &t);
    const size_t bytes = sim_session_layout(s)->bytes;
    unsigned char before[4096];
    ear_error err;

    (void)state;
    assert_true(bytes <= sizeof before);
    memcpy(before, sim_session_state(s), bytes);
    l.status = EAR_E_LIMIT;
    l.message = "the function ran out of steps";
    assert_int_equal(ear_session_choose(s, 1, NULL, &err), EAR_E_LIMIT);
    assert_string_equal(err.message, "the function ran out of steps");
    assert_string_equal(err.file, "test.lua");
    assert_int_equal(err.line, 7);
    assert_memory_equal(before, sim_session_state(s), bytes);
    l.message = NULL;
    assert_int_equal(ear_session_choose(s, 1, NULL, NULL), EAR_E_LIMIT);
    l.status = EAR_E_SCRIPT;
    assert_int_equal(ear_session_choose(s, 1, NULL, &err), EAR_E_SCRIPT);
    assert_int_equal(err.line, 7);
    assert_true(err.message[0] != '\0');
    close_all(s, sc, &t);
}

static void wherever_a_call_fails_the_session_is_as_it_was(void **state)
{
    ear_scenario *sc = opaque();
    lua l = {.answer = {.truth = true, .text = {"Well", 4}, .count = 1, .den = 1},
             .draws = true};
    unsigned failures = 0;

    (void)state;
    l.answer.amounts[0] = (ear_amount){0, 3, 1};
    for (unsigned from = 1;; from++) {
        trace t = {0};
        ear_session *s = start(sc, &l, &t);
        const ear_sink sink = trace_sink(&t);
        const uint64_t hash = ear_session_hash(s);
        const uint64_t tenths = ear_session_tenths(s);

        l.fail_from = l.calls + from;

        const ear_status status = ear_session_choose(s, 1, &sink, NULL);

        l.fail_from = 0;
        if (status != EAR_OK) {
            assert_int_equal(ear_session_hash(s), hash);
            assert_int_equal(ear_session_tenths(s), tenths);
            failures++;
        }
        trace_choose(s, ear_session_offered_id(s, ear_session_offered(s) - 1), &t);
        close_all(s, NULL, &t);
        if (status == EAR_OK)
            break;
    }
    assert_int_equal(failures, 3); /* the mood, the line, the words of the reply */
    ear_scenario_free(sc);
}

static void a_replys_words_are_the_same_whenever_they_are_asked_for(void **state)
{
    ear_scenario *sc = opaque();
    lua l = {.answer = {.truth = true, .text = {"Well now", 8}, .den = 1}, .draws = true};
    trace t = {.only = " choice "};
    ear_session *s = start(sc, &l, &t);
    const ear_sink sink = trace_sink(&t);

    (void)state;
    trace_choose(s, "Ask", &t);

    const uint64_t hash = ear_session_hash(s);
    const uint64_t before = ear_session_tenths(s);

    assert_int_equal(ear_session_show(s, &sink, NULL), EAR_OK);
    trace_choose(s, "Well now", &t); /* finds it by its words first */
    assert_int_equal(ear_session_tenths(s), before + 80 + 8);
    assert_int_equal(ear_session_back(s, NULL, NULL), EAR_OK);
    assert_int_equal(ear_session_hash(s), hash);
    close_all(s, sc, &t);
}

static void draws_of_a_function_move_the_runs_random_state(void **state)
{
    ear_scenario *sc = opaque();
    lua l = {.answer = {.truth = true, .text = {"Well", 4}}};
    trace t = {0};
    ear_session *quiet = start(sc, &l, &t);

    (void)state;
    l.draws = true;

    ear_session *drawing = start(sc, &l, &t);

    assert_int_equal(sim_session_state(drawing)->random,
                     sim_session_state(quiet)->random + 1);
    assert_int_not_equal(ear_session_hash(drawing), ear_session_hash(quiet));
    ear_session_free(quiet);
    close_all(drawing, sc, &t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scenario_with_functions_needs_somebody_to_answer),
        cmocka_unit_test(a_function_is_given_a_block_with_every_counter),
        cmocka_unit_test(amounts_are_added_in_the_meters_order),
        cmocka_unit_test(words_of_a_function_are_cleaned_and_filled_in),
        cmocka_unit_test(an_answer_that_does_not_fit_changes_nothing),
        cmocka_unit_test(a_figure_that_is_no_number_is_refused),
        cmocka_unit_test(a_call_that_fails_names_the_place_and_changes_nothing),
        cmocka_unit_test(wherever_a_call_fails_the_session_is_as_it_was),
        cmocka_unit_test(a_replys_words_are_the_same_whenever_they_are_asked_for),
        cmocka_unit_test(draws_of_a_function_move_the_runs_random_state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
