/*
 * Each allocation of comparing two editions, and of suggesting tests, is refused once, in
 * turn: a status each time, nothing leaked, nothing half done.
 */
#include "refusal.h"
#include "scenario_maker.h"

#include "model/compat.h"
#include "prove/suggest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static ear_scenario *make(const char *story, const char *start)
{
    maker *m = maker_new();
    char go[32] = "go=";

    METER(m, "calm", start);
    FLAG(m, "told");
    RULE(m, "late", "when=turn > 2", "set=told");
    MOMENT(m, "a");
    LINE(m, "It broke.");
    YOU(m, "What happened?", "mood=calm +5", strcat(go, story));
    YOU(m, "Bye.", "go=end");
    MOMENT(m, story);
    YOU(m, "Thank you for telling me.", "when=calm > 50", "answer=Yes.", "go=end");
    YOU(m, "Well.", "go=end");
    OUTCOME(m, "end");
    return maker_scenario(m);
}

/* An edit: before and after. */
typedef struct edit {
    ear_scenario *old, *now;
} edit;

static ear_status compare(void *user, ear_error *err)
{
    const edit *e = user;
    model_changes list;

    memset(&list, 0x55, sizeof list);
    const ear_status status = model_compat(&list, e->old, e->now, err);

    if (status != EAR_OK)
        return status;
    assert_int_equal(list.count, 2); /* the moment and the start */
    model_changes_release(&list);
    return EAR_OK;
}

static void comparing_survives_every_refusal(void **state)
{
    edit e = {make("story", "start=50"), make("tale", "start=48")};

    (void)state;
    assert_true(refusal_sweep(compare, &e) > 20);
    ear_scenario_free(e.old);
    ear_scenario_free(e.now);
}

static ear_status suggest(void *user, ear_error *err)
{
    const prove_work nobody = {.stop = NULL};
    const ear_scenario *sc = user;
    prove_goals goals;
    prove_suggestions all;
    size_t missing = 0;
    ear_status status = prove_goals_new(&goals, sc, err);

    if (status != EAR_OK)
        return status;
    status = prove_suggest(&all, sc, NULL, &goals, &nobody, err);
    for (size_t i = 0; status == EAR_OK && i < goals.count; i++)
        missing += !all.reached[i];
    prove_goals_release(&goals);
    if (status != EAR_OK)
        return status;
    assert_true(all.whole);
    assert_int_equal(missing, 2); /* the rule never happens; calm is over 50 */
    prove_suggestions_release(&all);
    return EAR_OK;
}

static void suggesting_survives_every_refusal(void **state)
{
    ear_scenario *sc = make("story", "start=50");

    (void)state;
    assert_true(refusal_sweep(suggest, sc) > 20);
    ear_scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comparing_survives_every_refusal),
        cmocka_unit_test(suggesting_survives_every_refusal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
