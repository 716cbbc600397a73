/* What a reply is worth, from the first choice on, against what the search of everything
 * says: on the packs that come with it, and on scenarios made at random. */
#include "cli/proving.h"
#include "prove/search_internal.h"
#include "prove/value.h"
#include "prove_wild.h"
#include "sim/look.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define SCENARIOS 60u
#define STATES    5000u   /* of a random scenario: more are too slow */
#define PACKED    250000u /* of a pack */

/* Of outcomes that somebody can reach. */
typedef struct facts {
    int best, worst; /* ratings; PROVE_NO_OUTCOME: somebody gets stuck */
    long shortest;   /* replies to one of the best */
} facts;

static facts facts_of(const prove_search *f)
{
    const ear_scenario *s = f->scenario;
    facts is = {.best = PROVE_NO_OUTCOME, .worst = MODEL_STRONG, .shortest = -1};

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        const int rating = (int)s->moments[m].rating;
        const long replies = prove_search_shortest(f, m);

        if (s->moments[m].kind != MODEL_OUTCOME || !prove_search_reached(f, m))
            continue;
        if (rating > is.best || (rating == is.best && replies < is.shortest))
            is.shortest = replies;
        is.best = rating > is.best ? rating : is.best;
        is.worst = rating < is.worst ? rating : is.worst;
    }
    if (f->seen.stuck_count > 0)
        is.worst = PROVE_NO_OUTCOME;
    for (uint32_t i = 0; i < f->count; i++)
        if (f->best[f->order[i]] == 0) /* it goes on for ever */
            is.worst = PROVE_NO_OUTCOME;
    return is;
}

static void replies_agree(const prove_choice_value *choice, const prove_search *f)
{
    for (unsigned i = 0; i < choice->count; i++) {
        const prove_reply_value *reply = &choice->replies[i];
        prove_effect effect = {0};

        assert_true(prove_search_effect(f, reply->reply, &effect));
        assert_true(effect.best >= reply->best->rating);
        assert_true(effect.worst <= reply->best->rating);
        if (reply->likely.outcome != MODEL_NONE)
            assert_true(prove_search_reached(f, reply->likely.outcome));
    }
}

static void road_agrees(const prove_road_on *road, const prove_search *f, facts is)
{
    if (is.best == PROVE_NO_OUTCOME)
        return;
    assert_true(road->exact);
    assert_int_equal(road->end->rating, is.best);
    assert_in_range(prove_search_shortest(f, road->end->outcome), 1, road->count);
    if (f->scenario->count[MODEL_S_KPIS] == 0) /* else figures are worth a longer way */
        assert_int_equal(road->count, is.shortest);
}

/* False: no choice is ever come to. */
static bool value_agrees(const prove_search *f, const prove_work *work,
                         const ear_hooks *hooks)
{
    const ear_options options = {.seed = 1, .hooks = *hooks};
    const facts is = facts_of(f);
    ear_session *session = NULL;
    prove_choice_value choice;
    prove_value *value = NULL;
    prove_road_on road;

    assert_int_equal(ear_session_new(&session, f->scenario, &options, NULL), EAR_OK);
    const bool begun = ear_session_begin(session, NULL, NULL) == EAR_OK &&
                       ear_session_offered(session) > 0;
    if (begun) {
        const model_state *state = sim_session_state(session);
        const model_layout *layout = sim_session_layout(session);

        assert_int_equal(prove_value_new(&value, f->scenario, work, 1, NULL), EAR_OK);
        assert_int_equal(prove_value_ask(value, &choice, state, layout, NULL), EAR_OK);
        assert_int_equal(prove_value_road(value, &road, state, layout, NULL), EAR_OK);
        assert_true(choice.exact);
        assert_int_equal(choice.best->rating, is.best);
        assert_int_equal(choice.worst->rating, is.worst);
        replies_agree(&choice, f);
        road_agrees(&road, f, is);
        prove_value_free(value);
    }
    ear_session_free(session);
    return begun;
}

/* True when there was something to compare: all is proved. In random scenarios lots may
 * be drawn before the first choice, which a single run cannot know: `drawn` leaves out
 * all in which something is drawn. */
static bool compare(const ear_scenario *s, bool drawn, prove_helpers helpers,
                    const ear_hooks *hooks)
{
    const prove_work search = {.limits = {.states = drawn ? STATES : PACKED, .jobs = 2},
                               .helpers = helpers};
    const prove_work value = {.limits = {.states = 4 * PACKED, .memory = 1u << 30},
                              .helpers = helpers};
    const prove_options options = {.no_play = true};
    prove_search *f = NULL;
    bool compared = false;

    assert_int_equal(prove_search_run(&f, s, &options, &search, NULL), EAR_OK);
    if (prove_search_proved(f) && (!drawn || f->fan == MODEL_MAX_REPLIES))
        compared = value_agrees(f, &value, hooks);
    prove_search_free(f);
    return compared;
}

static void
the_best_and_the_worst_of_random_scenarios_are_what_the_search_found(void **state)
{
    unsigned compared = 0;

    (void)state;
    for (unsigned seed = 1; seed <= SCENARIOS; seed++) {
        ear_scenario *s = wild_scenario(seed % WILD_KINDS, seed + 5000);

        compared += compare(s, true, (prove_helpers){.open = NULL}, &(ear_hooks){0});
        ear_scenario_free(s);
    }
    assert_true(compared > SCENARIOS / 3);
}

static bool compare_pack(const char *path)
{
    const cli_load_options options = {.no_cache = true};
    model_findings findings = {0};
    cli_pack *pack = NULL;
    cli_loaded *loaded = NULL;

    assert_int_equal(cli_pack_open(&pack, path, &options, &findings, NULL), EAR_OK);
    assert_non_null(pack);
    assert_int_equal(cli_load(&loaded, pack, NULL, &findings, NULL), EAR_OK);
    assert_non_null(loaded->scenario);

    const bool compared =
        compare(loaded->scenario, false, cli_prove_helpers(loaded), &loaded->hooks);

    cli_loaded_free(loaded);
    cli_pack_free(pack);
    model_findings_release(&findings);
    return compared;
}

static void the_best_and_the_worst_of_every_pack_are_what_the_search_found(void **state)
{
    glob_t packs;
    unsigned compared = 0;

    (void)state;
    assert_int_equal(glob(TEST_PACKS "/*", 0, NULL, &packs), 0);
    for (size_t i = 0; i < packs.gl_pathc; i++)
        compared += compare_pack(packs.gl_pathv[i]);
    assert_true(compared == packs.gl_pathc);
    globfree(&packs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            the_best_and_the_worst_of_random_scenarios_are_what_the_search_found),
        cmocka_unit_test(the_best_and_the_worst_of_every_pack_are_what_the_search_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
