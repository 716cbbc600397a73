/* What a search makes of functions: it tells states apart by what they look at. Functions
 * are C here; the same scenarios stand beside them with conditions as text. */
#include "model/eval.h"
#include "prove/search.h"
#include "prove/search_internal.h"
#include "prove/value_graph.h"
#include "scenario_maker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A function: answers, and says through look() what it looks at. */
typedef struct asking {
    const ear_scenario *scenario;
    model_layout layout;
    const model_state *state;
    ear_answer *answer;
} asking;

typedef ear_status function(asking *a, ear_error *err);

typedef struct script {
    const ear_scenario *scenario;
    function *const *functions; /* from 1 */
    atomic_uint calls;
} script;

static void look(asking *a, ear_read_kind kind, uint32_t index)
{
    a->answer->reads_whole = true;
    a->answer->reads[a->answer->read_count++] = (ear_read){kind, index};
}

static int32_t meter(asking *a, uint32_t index)
{
    look(a, EAR_READ_METER, index);
    return model_ints(a->state, a->layout.meters)[index];
}

static bool flag(asking *a, uint32_t index)
{
    look(a, EAR_READ_FLAG, index);
    return model_flags_at(a->state, &a->layout)[index];
}

static uint32_t counted(asking *a, ear_read_kind kind, uint32_t reply)
{
    const uint32_t counter = a->scenario->replies[reply].counter;

    look(a, kind, counter);
    return model_words_at(a->state, a->layout.counters)[counter];
}

static ear_status call(void *user, const ear_call *asked, ear_answer *answer,
                       ear_error *err)
{
    script *it = user;
    asking a = {it->scenario, model_layout_of(it->scenario, true), asked->state, answer};

    assert_int_equal(asked->bytes, a.layout.bytes);
    atomic_fetch_add(&it->calls, 1);
    return it->functions[asked->function](&a, err);
}

static ear_status open_script(void *user, ear_hooks *hooks, void **handle, ear_error *err)
{
    (void)err;
    *hooks = (ear_hooks){call, user};
    *handle = user;
    return EAR_OK;
}

static void close_script(void *user, void *handle)
{
    (void)user, (void)handle;
}

/* `functions` NULL: the scenario has none. *calls: how often they were asked; may be
 * NULL. The caller frees it. */
static prove_search *search_counted(const ear_scenario *s, function *const *functions,
                                    unsigned jobs, unsigned *calls)
{
    script it = {.scenario = s, .functions = functions};
    const prove_work work = {.limits = {.states = 20000, .jobs = jobs},
                             .helpers = {open_script, close_script, &it}};
    const prove_options options = {.meters = true};
    prove_search *found = NULL;

    assert_int_equal(prove_search_run(&found, s, &options, &work, NULL), EAR_OK);
    if (calls)
        *calls = atomic_load(&it.calls);
    return found;
}

static prove_search *search(const ear_scenario *s, function *const *functions,
                            unsigned jobs)
{
    return search_counted(s, functions, jobs, NULL);
}

static void same(const prove_search *a, const prove_search *b)
{
    const ear_scenario *s = a->scenario;

    assert_int_equal(prove_search_why(a), prove_search_why(b));
    assert_int_equal(prove_search_states(a), prove_search_states(b));
    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        int32_t low[2] = {0}, high[2] = {0};

        assert_int_equal(prove_search_reached(a, m), prove_search_reached(b, m));
        assert_int_equal(prove_search_shortest(a, m), prove_search_shortest(b, m));
        assert_int_equal(prove_search_range(a, m, 0, &low[0], &high[0]),
                         prove_search_range(b, m, 0, &low[1], &high[1]));
        assert_int_equal(low[0], low[1]);
        assert_int_equal(high[0], high[1]);
    }
    assert_memory_equal(a->seen.watch.replies, b->seen.watch.replies,
                        s->count[MODEL_S_REPLIES]);
    assert_memory_equal(a->seen.watch.statements, b->seen.watch.statements,
                        s->count[MODEL_S_STATEMENTS]);
}

/* On one thread and on two, what the texts say, and proved. */
static void agree(ear_scenario *with, ear_scenario *without, function *const *functions)
{
    prove_search *plain = search(without, NULL, 1);

    assert_true(prove_search_proved(plain));
    for (unsigned jobs = 1; jobs <= 2; jobs++) {
        prove_search *found = search(with, functions, jobs);

        same(found, plain);
        prove_search_free(found);
    }
    prove_search_free(plain);
    ear_scenario_free(with);
    ear_scenario_free(without);
}

/* ---- circles ---- */

/* calm 10 up and 5 down at will; out of it when it is high and it was once low. */
static ear_scenario *circle(bool functions)
{
    maker *m = maker_new();

    METER(m, "calm", "start=40");
    MOMENT(m, "hub");
    LINE(m, "Well?");
    YOU(m, "Up", functions ? "when=@1" : "when=calm < 80", "mood=calm +10", "again",
        "go=hub");
    YOU(m, "Down", functions ? "mood=@3" : "mood=calm -5", "again", "go=hub");
    YOU(m, "In", functions ? "when=@2" : "when=calm >= 70 and seen('hub/down')",
        "go=kept");
    YOU(m, "Out", "go=left");
    OUTCOME(m, "kept", "rating=strong");
    OUTCOME(m, "left", "rating=weak");
    return maker_scenario(m);
}

static ear_status is_below_80(asking *a, ear_error *err)
{
    (void)err;
    a->answer->truth = meter(a, 0) < 80;
    return EAR_OK;
}

static ear_status is_high_and_was_down(asking *a, ear_error *err)
{
    (void)err;
    a->answer->truth = meter(a, 0) >= 70 && counted(a, EAR_READ_SEEN, 1) > 0;
    return EAR_OK;
}

static ear_status five_down(asking *a, ear_error *err)
{
    (void)err;
    a->answer->reads_whole = true;
    a->answer->count = 1;
    a->answer->amounts[0] = (ear_amount){.meter = 0, .num = -5, .den = 1};
    return EAR_OK;
}

static void a_circle_with_functions_is_proved_as_one_without(void **state)
{
    static function *const functions[] = {NULL, is_below_80, is_high_and_was_down,
                                          five_down};

    (void)state;
    agree(circle(true), circle(false), functions);
}

static ear_status counts_downs(asking *a, ear_error *err)
{
    (void)err;
    a->answer->truth = counted(a, EAR_READ_COUNT, 1) == 3;
    return EAR_OK;
}

static void a_count_without_an_end_is_not_proved(void **state)
{
    static function *const functions[] = {NULL, is_below_80, counts_downs, five_down};
    ear_scenario *s = circle(true);
    prove_search *found = search(s, functions, 2);

    (void)state;
    assert_false(prove_search_proved(found));
    assert_true(prove_search_reached(found, model_find_moment(s, "kept")));
    prove_search_free(found);
    ear_scenario_free(s);
}

static ear_status went_round(asking *a, ear_error *err)
{
    const model_moment *ring =
        &a->scenario->moments[model_find_moment(a->scenario, "ring")];

    (void)err;
    look(a, EAR_READ_COUNT, ring->counter);
    a->answer->truth = model_words_at(a->state, a->layout.counters)[ring->counter] > 0;
    return EAR_OK;
}

/* Each time it is gone round until the limit, and the helper takes its time. */
static void a_circle_without_a_reply_asks_a_few_times_only(void **state)
{
    static function *const functions[] = {NULL, went_round};
    maker *m = maker_new();
    unsigned calls = 0;

    (void)state;
    METER(m, "calm", "start=0");
    MOMENT(m, "start");
    YOU(m, "Wait", "mood=calm +1", "again", "go=start");
    YOU(m, "Round", "go=ring");
    YOU(m, "Out", "when=calm > 60", "go=end");
    MOMENT(m, "ring");
    LINE(m, "Hm.");
    GO(m, "ring", "when=@1");
    OUTCOME(m, "end");

    ear_scenario *s = maker_scenario(m);
    prove_search *found = search_counted(s, functions, 1, &calls);

    assert_int_equal(found->seen.stuck_count, 1);
    assert_int_equal(found->seen.stuck[0].why, SIM_CIRCLE);
    assert_in_range(calls, 1, 600000);
    prove_search_free(found);
    ear_scenario_free(s);
}

/* ---- what is not known from the start ---- */

/* Twelve right replies of three, one wrong: from the beginning. Then a flag counts. */
static ear_scenario *stairs(bool functions)
{
    maker *m = maker_new();

    METER(m, "step", "start=0", "max=12");
    FLAG(m, "key");
    MOMENT(m, "foot");
    LINE(m, "From the beginning.");
    YOU(m, "Take the key", "set=key");
    YOU(m, "Leave it");
    GO(m, "stair");
    MOMENT(m, "stair");
    LINE(m, "Well?");
    YOU(m, "Up", functions ? "when=@1" : "when=step < 12", "mood=step +1", "again",
        "go=stair");
    YOU(m, "Slip", "mood=step = 0", "again", "go=stair");
    YOU(m, "Fall", "mood=step = 0", "again", "go=stair");
    YOU(m, "Open", functions ? "when=@2" : "when=step == 12 and key", "go=in");
    YOU(m, "Give up", "mood=step = 0", "go=out");
    OUTCOME(m, "in", "rating=strong");
    OUTCOME(m, "out", "rating=weak");
    return maker_scenario(m);
}

static ear_status is_below_the_top(asking *a, ear_error *err)
{
    (void)err;
    a->answer->truth = meter(a, 0) < 12;
    return EAR_OK;
}

static ear_status is_open(asking *a, ear_error *err)
{
    (void)err;
    a->answer->truth = meter(a, 0) == 12 && flag(a, 0);
    return EAR_OK;
}

static void what_is_looked_at_late_begins_the_search_again(void **state)
{
    static function *const functions[] = {NULL, is_below_the_top, is_open};
    ear_scenario *s = stairs(true);
    prove_search *found = search(s, functions, 1);

    (void)state;
    assert_true(found->renewed > 1); /* plays at random do not get there */
    prove_search_free(found);
    ear_scenario_free(s);
    agree(stairs(true), stairs(false), functions);
}

/* ---- a function that says nothing, or lies ---- */

static ear_status is_open_and_does_not_say(asking *a, ear_error *err)
{
    const ear_status status = is_open(a, err);

    a->answer->reads_whole = false;
    return status;
}

static ear_status is_open_and_lies(asking *a, ear_error *err)
{
    const ear_status status = is_open(a, err);

    a->answer->reads[0] = (ear_read){EAR_READ_METER, 7};
    return status;
}

/* No circle: everything can be told apart. */
static ear_scenario *once(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=11", "max=12");
    FLAG(m, "key");
    MOMENT(m, "start");
    LINE(m, "Well?");
    YOU(m, "One", "mood=calm +1");
    YOU(m, "Two", "set=key", "mood=calm +1");
    YOU(m, "Three", "set=key");
    LINE(m, "And?");
    YOU(m, "In", "when=@1", "go=in");
    YOU(m, "Out", "go=out");
    OUTCOME(m, "in", "rating=strong");
    OUTCOME(m, "out", "rating=weak");
    return maker_scenario(m);
}

static void a_function_that_does_not_say_may_look_at_anything(void **state)
{
    static function *const silent[] = {NULL, is_open_and_does_not_say};
    static function *const lying[] = {NULL, is_open_and_lies};
    ear_scenario *s = once();

    (void)state;
    for (int i = 0; i < 2; i++) {
        prove_search *found = search(s, i ? lying : silent, 1);

        assert_true(prove_search_proved(found));
        assert_true(found->reads.of[1].anything);
        assert_int_equal(prove_search_shortest(found, model_find_moment(s, "in")), 2);
        prove_search_free(found);
    }
    ear_scenario_free(s);
}

/* ---- functions that fail ---- */

/* Fails where nobody gets: below 11. */
static ear_status fails_below_11(asking *a, ear_error *err)
{
    const int32_t calm = meter(a, 0);

    a->answer->truth = calm == 12 && flag(a, 0);
    return calm < 11 ? base_fail(err, EAR_E_SCRIPT, "too low") : EAR_OK;
}

static ear_status fails_at_12_with_the_key(asking *a, ear_error *err)
{
    const bool top = meter(a, 0) == 12 && flag(a, 0);

    a->answer->truth = true;
    return top ? base_fail(err, EAR_E_SCRIPT, "too high") : EAR_OK;
}

static void a_function_fails_only_where_somebody_gets(void **state)
{
    static function *const never[] = {NULL, fails_below_11};
    static function *const sometimes[] = {NULL, fails_at_12_with_the_key};
    ear_scenario *s = once();
    prove_search *found = search(s, never, 1);

    (void)state;
    assert_true(prove_search_proved(found));
    assert_int_equal(found->seen.stuck_count, 0);
    prove_search_free(found);
    found = search(s, sometimes, 2);
    assert_int_equal(prove_search_why(found), PROVE_LUA);
    assert_int_equal(found->seen.stuck_count, 1);
    assert_string_equal(found->seen.stuck[0].err.message, "too high");
    prove_search_free(found);
    ear_scenario_free(s);
}

/* ---- asking ---- */

static void the_same_is_not_asked_twice(void **state)
{
    static function *const functions[] = {NULL, is_below_the_top, is_open};
    ear_scenario *s = stairs(true);
    unsigned calls = 0;
    prove_search *found = search_counted(s, functions, 1, &calls);

    (void)state;
    /* In each of 26 states each function is asked after every reply: 13 steps, with the
     * key and without, were asked for at most once a beginning; and in plays at random.
     */
    assert_true(calls < 2500);
    prove_search_free(found);
    ear_scenario_free(s);
}

/* ---- what replies are worth ---- */

/* How many states follow from the beginning; 0: more than can be looked at. */
static size_t known_ahead(ear_scenario *s, function *const *functions, bool *renewed)
{
    script it = {.scenario = s, .functions = functions};
    const ear_hooks hooks = {call, &it};
    const prove_work work = {.limits = {.states = 20000}};
    value_graph g;
    bool all = false;

    assert_int_equal(value_graph_open(&g, s, &work, &hooks, 1, NULL), EAR_OK);
    assert_int_equal(value_grow_start(&g, &all, 1, NULL), EAR_OK);
    *renewed = g.renewed > 0;

    const size_t known = all ? g.nodes_count : 0;

    value_graph_close(&g);
    ear_scenario_free(s);
    return known;
}

static void values_know_a_circle_with_functions_as_one_without(void **state)
{
    static function *const round[] = {NULL, is_below_80, is_high_and_was_down, five_down};
    static function *const up[] = {NULL, is_below_the_top, is_open};
    bool renewed;

    (void)state;
    const size_t states = known_ahead(circle(false), NULL, &renewed);
    assert_true(states > 20 && !renewed);
    assert_int_equal(known_ahead(circle(true), round, &renewed), states);
    assert_true(renewed);
    assert_int_equal(known_ahead(stairs(true), up, &renewed),
                     known_ahead(stairs(false), NULL, &renewed));
}

/* ---- words ---- */

static ear_status says_the_turn(asking *a, ear_error *err)
{
    (void)err;
    look(a, EAR_READ_TURN, 0);
    a->answer->text = (ear_text){"Again.", 6};
    return EAR_OK;
}

static ear_status cannot_say_what_is_open(asking *a, ear_error *err)
{
    if (flag(a, 0))
        return base_fail(err, EAR_E_SCRIPT, "no words");
    a->answer->text = (ear_text){"Shut.", 5};
    return EAR_OK;
}

static ear_scenario *talking(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=40");
    FLAG(m, "key");
    MOMENT(m, "hub");
    LINE(m, "@1", "id=hello");
    YOU(m, "Open", "set=key", "again", "go=hub");
    YOU(m, "Wait", "again", "go=hub");
    YOU(m, "Out", "go=out");
    OUTCOME(m, "out", "rating=weak");
    return maker_scenario(m);
}

static void words_on_which_nothing_depends_make_no_states(void **state)
{
    static function *const functions[] = {NULL, says_the_turn};
    ear_scenario *s = talking();
    prove_search *found = search(s, functions, 1);

    (void)state;
    assert_true(prove_search_proved(found));
    assert_int_equal(prove_search_states(found), 2); /* the choice, the outcome */
    prove_search_free(found);
    ear_scenario_free(s);
}

static void words_that_failed_once_are_asked_for_everywhere(void **state)
{
    static function *const functions[] = {NULL, cannot_say_what_is_open};
    ear_scenario *s = talking();
    prove_search *found = search(s, functions, 1);

    (void)state;
    assert_int_equal(prove_search_why(found), PROVE_LUA);
    assert_int_equal(found->seen.stuck_count, 1);
    assert_int_equal(prove_search_states(found), 2); /* the choice, the outcome */
    prove_search_free(found);
    ear_scenario_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_circle_with_functions_is_proved_as_one_without),
        cmocka_unit_test(a_count_without_an_end_is_not_proved),
        cmocka_unit_test(a_circle_without_a_reply_asks_a_few_times_only),
        cmocka_unit_test(what_is_looked_at_late_begins_the_search_again),
        cmocka_unit_test(a_function_that_does_not_say_may_look_at_anything),
        cmocka_unit_test(a_function_fails_only_where_somebody_gets),
        cmocka_unit_test(the_same_is_not_asked_twice),
        cmocka_unit_test(values_know_a_circle_with_functions_as_one_without),
        cmocka_unit_test(words_on_which_nothing_depends_make_no_states),
        cmocka_unit_test(words_that_failed_once_are_asked_for_everywhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
