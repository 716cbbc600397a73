/* Search, values and players, with each allocation refused once, on one thread and on
 * two: a status each time, nothing leaked, and what comes out all the same is whole. */
#include "every_kind.h"
#include "refusal.h"

#include "prove/players.h"
#include "prove/search.h"
#include "prove/value.h"
#include "sim/look.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct task {
    const ear_scenario *scenario;
    unsigned jobs;
    prove_player player;
    uint64_t states; /* what a search finds when nothing is refused */
    size_t findings;
} task;

static ear_status look(task *t, const prove_search *found, ear_error *err)
{
    model_findings findings = {.at = NULL};
    prove_road road = {.count = 0};
    const uint32_t kept = model_find_moment(t->scenario, "kept");
    const ear_status status = prove_search_findings(found, NULL, &findings, err);

    if (status == EAR_OK && t->states == 0) {
        t->states = prove_search_states(found);
        t->findings = findings.count;
    }
    if (status == EAR_OK) {
        assert_int_equal(prove_search_states(found), t->states);
        assert_int_equal(findings.count, t->findings);
        assert_true(prove_search_reached(found, kept));
    }
    prove_search_road(found, kept, &road);
    free(road.replies);
    model_findings_release(&findings);
    return status;
}

static ear_status search(void *user, ear_error *err)
{
    task *t = user;
    const prove_work work = every_kind_work(t->jobs);
    const prove_options options = {.meters = true};
    prove_search *found = NULL;
    ear_status status = prove_search_run(&found, t->scenario, &options, &work, err);

    assert_int_equal(status == EAR_OK, found != NULL);
    if (status == EAR_OK)
        status = look(t, found, err);
    prove_search_free(found);
    return status;
}

static void searching(void **state)
{
    ear_scenario *sc = every_kind();

    (void)state;
    for (unsigned jobs = 1; jobs <= 2; jobs++) {
        task t = {.scenario = sc, .jobs = jobs};

        assert_int_equal(search(&t, NULL), EAR_OK);
        assert_true(t.states > 5);
        assert_true(refusal_sweep(search, &t) > 20);
    }
    ear_scenario_free(sc);
}

static ear_status value(void *user, ear_error *err)
{
    const task *t = user;
    const prove_work work = every_kind_work(1);
    const ear_options options = {.seed = 1, .hooks = every_kind_hooks};
    prove_choice_value choice;
    prove_road_on road;
    prove_value *v = NULL;
    ear_session *s = NULL;
    ear_status status = ear_session_new(&s, t->scenario, &options, err);

    if (status == EAR_OK)
        status = ear_session_begin(s, NULL, err);
    if (status == EAR_OK)
        status = prove_value_new(&v, t->scenario, &work, 1, err);
    if (status == EAR_OK)
        status =
            prove_value_ask(v, &choice, sim_session_state(s), sim_session_layout(s), err);
    if (status == EAR_OK) {
        assert_true(choice.exact);
        assert_int_equal(choice.count, 3);
        status =
            prove_value_road(v, &road, sim_session_state(s), sim_session_layout(s), err);
    }
    if (status == EAR_OK)
        assert_true(road.exact && road.count > 1);
    prove_value_free(v);
    ear_session_free(s);
    return status;
}

static void values(void **state)
{
    ear_scenario *sc = every_kind();
    task t = {.scenario = sc};

    (void)state;
    assert_true(refusal_sweep(value, &t) > 20);
    ear_scenario_free(sc);
}

static ear_status players(void *user, ear_error *err)
{
    const task *t = user;
    const prove_work work = every_kind_work(t->jobs);
    const prove_players_options options = {
        .player = t->player, .runs = 5, .seed = 1, .paths = true};
    prove_tally *tally = NULL;
    const ear_status status = prove_play(&tally, t->scenario, &options, &work, err);

    assert_int_equal(status == EAR_OK, tally != NULL);
    if (status == EAR_OK) {
        assert_int_equal(tally->runs, 5);
        assert_int_equal(tally->ended, 5);
        assert_false(tally->stopped);
    }
    prove_tally_free(tally);
    return status;
}

static void every_player(void **state)
{
    ear_scenario *sc = every_kind();

    (void)state;
    for (unsigned jobs = 1; jobs <= 2; jobs++)
        for (int who = 0; who < PROVE_PLAYERS; who++) {
            task t = {.scenario = sc, .jobs = jobs, .player = (prove_player)who};

            assert_true(refusal_sweep(players, &t) > 5);
        }
    ear_scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(searching),
        cmocka_unit_test(values),
        cmocka_unit_test(every_player),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
