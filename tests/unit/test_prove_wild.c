/* The search against a plain one that tells whole states apart, on many small scenarios;
 * with one thread and with two; and random walks that must stay inside what is proved. */
#include "prove/findings.h"
#include "prove_wild.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SCENARIOS 60u
#define PLAIN     3000u /* states: more are left to the search alone */

static prove_search *search(const ear_scenario *s, bool meters, unsigned jobs)
{
    const prove_work work = {
        .limits = {.states = 5000, .memory = 1u << 30, .jobs = jobs}};
    const prove_options options = {.meters = meters, .no_play = true};
    prove_search *out = NULL;

    assert_int_equal(prove_search_run(&out, s, &options, &work, NULL), EAR_OK);
    return out;
}

#define SAME(i, a, b, what)                                                              \
    if ((a) != (b))                                                                      \
    fail_msg("seed %u: %s %u: plain %ld, search %ld", seed, what, (unsigned)(i),         \
             (long)(a), (long)(b))

static void compare_marks(const plain *p, const prove_search *f, unsigned seed)
{
    const uint32_t *count = f->scenario->count;
    const sim_watch *w = &f->seen.watch;

    for (uint32_t i = 0; i < count[MODEL_S_STATEMENTS]; i++)
        SAME(i, p->statements[i], w->statements[i], "statement");
    for (uint32_t i = 0; i < count[MODEL_S_REPLIES]; i++)
        SAME(i, p->replies[i], w->replies[i], "reply");
    for (uint32_t i = 0; i < count[MODEL_S_RULES]; i++)
        SAME(i, p->rules[i], w->rules[i], "rule");
    for (uint32_t i = 0; i < count[MODEL_S_MOMENTS]; i++)
        SAME(i, p->moments[i], w->moments[i], "moment");
}

static void compare_ends(const plain *p, const prove_search *f, unsigned seed)
{
    const ear_scenario *s = f->scenario;
    uint8_t stuck[64] = {0};
    bool trapped = false;

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++)
        SAME(m, p->shortest[m], prove_search_shortest(f, m), "shortest to");
    for (uint32_t i = 0; i < f->seen.stuck_count; i++) {
        const prove_stuck *it = &f->seen.stuck[i];

        stuck[it->moment] |= it->why == SIM_DEAD_END       ? 1
                             : it->why == SIM_EMPTY_CHOICE ? 2
                                                           : 4;
    }
    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++)
        SAME(m, p->stuck[m], stuck[m], "stuck in");
    for (uint32_t i = 0; i < f->count; i++)
        trapped |= f->best[f->order[i]] == 0;
    SAME(0, p->trapped, trapped, "trapped");
}

static void compare_ranges(const plain *p, const prove_search *f, unsigned seed)
{
    const ear_scenario *s = f->scenario;
    const uint32_t meters = s->count[MODEL_S_METERS];

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++)
        for (uint32_t k = 0; k < meters; k++) {
            int32_t low = INT32_MAX, high = INT32_MIN;

            prove_search_range(f, m, k, &low, &high);
            SAME(m, p->low[m * meters + k], low, "least in");
            SAME(m, p->high[m * meters + k], high, "most in");
        }
}

static char *words_of(const prove_search *f)
{
    model_findings findings = {0};
    base_bytes text = {0};

    assert_int_equal(prove_search_findings(f, NULL, &findings, NULL), EAR_OK);
    model_findings_sort(&findings);
    for (size_t i = 0; i < findings.count; i++)
        base_bytes_print(&text, "%u %s %s | %s\n", (unsigned)findings.at[i].line,
                         findings.at[i].code, findings.at[i].message,
                         findings.at[i].hint);
    base_bytes_print(&text, "%u states\n", (unsigned)prove_search_states(f));
    model_findings_release(&findings);
    return text.at;
}

/* Every road to an outcome can be played in a session, and ends there. */
static void replay_roads(const prove_search *f, unsigned seed)
{
    const ear_scenario *s = f->scenario;

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        const ear_options options = {.seed = 1};
        ear_session *session = NULL;
        prove_road road;
        size_t index = 0;

        if (!prove_search_road(f, m, &road))
            continue;
        SAME(m, prove_search_shortest(f, m), (long)road.count, "road to");
        assert_int_equal(ear_session_new(&session, s, &options, NULL), EAR_OK);
        assert_int_equal(ear_session_begin(session, NULL, NULL), EAR_OK);
        for (uint32_t i = 0; i < road.count; i++) {
            const char *id = model_string(s, s->details[road.replies[i]].id);

            if (ear_session_find(session, id, &index, NULL) != EAR_OK)
                fail_msg("seed %u: reply %s of the road is not on offer", seed, id);
            assert_int_equal(ear_session_choose(session, index, NULL, NULL), EAR_OK);
        }
        assert_string_equal(ear_session_outcome(session),
                            model_string(s, s->moments[m].id));
        ear_session_free(session);
        free(road.replies);
    }
}

static void one_scenario(wild_kind kind, unsigned seed, unsigned *compared)
{
    ear_scenario *s = wild_scenario(kind, seed);
    prove_search *f = search(s, false, 1), *wide = search(s, true, 1);
    prove_search *two = search(s, false, 2);
    char *one = words_of(f), *other = words_of(two);

    assert_string_equal(one, other);
    if (prove_search_proved(wide) && wide->count < PLAIN) {
        plain p = plain_search(s, kind);

        if (p.whole) {
            ++*compared;
            compare_marks(&p, f, seed);
            compare_marks(&p, wide, seed);
            compare_ends(&p, f, seed);
            compare_ends(&p, wide, seed);
            compare_ranges(&p, wide, seed);
            if (f->fan == MODEL_MAX_REPLIES)
                replay_roads(f, seed);
        }
        plain_release(&p);
    }
    free(one);
    free(other);
    prove_search_free(f);
    prove_search_free(wide);
    prove_search_free(two);
    ear_scenario_free(s);
}

static void all_of(wild_kind kind)
{
    unsigned compared = 0;

    for (unsigned seed = 1; seed <= SCENARIOS; seed++)
        one_scenario(kind, seed, &compared);
    assert_true(compared > SCENARIOS / 3);
}

static void what_can_happen_once_is_found_as_a_plain_search_finds_it(void **state)
{
    (void)state;
    all_of(WILD_ONCE);
}

static void what_can_happen_again_is_found_as_a_plain_search_finds_it(void **state)
{
    (void)state;
    all_of(WILD_AGAIN);
}

/* ---- walks ---- */

static void walk(const prove_search *f, unsigned seed)
{
    const ear_scenario *s = f->scenario;
    const ear_options options = {.seed = seed};
    const sim_watch *w = &f->seen.watch;
    ear_session *session = NULL;

    assert_int_equal(ear_session_new(&session, s, &options, NULL), EAR_OK);
    if (ear_session_begin(session, NULL, NULL) != EAR_OK)
        assert_true(f->seen.stuck_count > 0);
    for (unsigned turn = 0; turn < 40 && ear_session_offered(session) > 0; turn++) {
        const size_t index = (seed * 31 + turn * 17) % ear_session_offered(session);
        const char *id = ear_session_offered_id(session, index);
        model_id found;

        assert_true(model_find(s, id, strlen(id), &found));
        assert_true(w->replies[found.index] & SIM_HELD);
        if (ear_session_choose(session, index, NULL, NULL) != EAR_OK) {
            assert_true(f->seen.stuck_count > 0);
            break;
        }
        assert_true(
            prove_search_reached(f, model_find_moment(s, ear_session_moment(session))));
    }
    if (ear_session_ended(session)) {
        const uint32_t outcome = model_find_moment(s, ear_session_outcome(session));

        assert_in_range(prove_search_shortest(f, outcome), 0, ear_session_turn(session));
    }
    ear_session_free(session);
}

static void no_walk_leaves_what_is_proved(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 60; seed++) {
        ear_scenario *s = wild_scenario(seed % 2 ? WILD_ONCE : WILD_AGAIN, seed + 1000);
        prove_search *f = search(s, false, 2);

        for (unsigned i = 0; prove_search_proved(f) && i < 50; i++)
            walk(f, i);
        prove_search_free(f);
        ear_scenario_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_can_happen_once_is_found_as_a_plain_search_finds_it),
        cmocka_unit_test(what_can_happen_again_is_found_as_a_plain_search_finds_it),
        cmocka_unit_test(no_walk_leaves_what_is_proved),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
