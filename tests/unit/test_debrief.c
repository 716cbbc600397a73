/* Looking back while what could have come of it is still being looked for, on a thread of
 * its own: read at any time, and given up at any time. */
#include "every_kind.h"

#include "cli/debrief.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const sim_act acts[] = {{.kind = SIM_ACT_REPLY, .id = "next"},
                               {.kind = SIM_ACT_REPLY, .id = "see"},
                               {.kind = SIM_ACT_REPLY, .id = "look"}};

static void was_found(void *user)
{
    atomic_fetch_add((atomic_int *)user, 1);
}

static cli_debrief *look_back(const ear_scenario *sc, atomic_int *found)
{
    const sim_record record = {.scenario = sc,
                               .hooks = every_kind_hooks,
                               .seed = 1,
                               .acts = acts,
                               .count = sizeof acts / sizeof *acts};
    const cli_look_back from = {.record = &record,
                                .helpers = every_kind_work(1).helpers,
                                .found = was_found,
                                .user = found};
    cli_debrief *debrief = NULL;

    assert_int_equal(cli_debrief_new(&debrief, &from, NULL), EAR_OK);
    return debrief;
}

static void it_can_be_read_while_it_searches_and_says_when_it_has_found(void **state)
{
    ear_scenario *sc = every_kind();
    atomic_int found = 0;
    view_debrief view;
    cli_debrief *debrief = look_back(sc, &found);

    (void)state;
    memset(&view, 0, sizeof view);
    for (int i = 0; i < 100; i++)
        cli_debrief_fill(debrief, &view);
    cli_debrief_wait(debrief);
    cli_debrief_fill(debrief, &view);
    assert_false(view.searching);
    assert_int_equal(found, 1);
    assert_true(view.road_count > 0); /* there was a better way */
    cli_debrief_free(debrief);
    ear_scenario_free(sc);
}

static void it_can_be_given_up_at_once(void **state)
{
    ear_scenario *sc = every_kind();
    atomic_int found = 0;

    (void)state;
    for (int i = 0; i < 50; i++) {
        found = 0;
        cli_debrief_free(look_back(sc, &found));
        assert_in_range(found, 0, 1);
    }
    ear_scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_can_be_read_while_it_searches_and_says_when_it_has_found),
        cmocka_unit_test(it_can_be_given_up_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
