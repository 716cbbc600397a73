/*
 * Each allocation of comparing two editions, and of suggesting tests, is refused once, in
 * turn: a status each time, nothing leaked, nothing half done. Linked with malloc, calloc
 * and realloc wrapped.
 */
#include "scenario_maker.h"

#include "model/compat.h"
#include "prove/suggest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *at, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *at, size_t size);

/* The one place where a test needs to be heard by the allocator. 0: nothing is refused.
 */
static size_t refused_at, asked;

static bool refuse(void)
{
    return refused_at != 0 && ++asked == refused_at;
}

void *__wrap_malloc(size_t size)
{
    return refuse() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return refuse() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *at, size_t size)
{
    return refuse() ? NULL : __real_realloc(at, size);
}

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

static void comparing_survives_every_refusal(void **state)
{
    ear_scenario *old = make("story", "start=50"), *now = make("tale", "start=48");
    model_changes list;
    size_t n = 1;

    (void)state;
    for (;; n++) {
        ear_error err = {0};

        memset(&list, 0x55, sizeof list);
        asked = 0;
        refused_at = n;
        const ear_status status = model_compat(&list, old, now, &err);
        refused_at = 0;
        if (status == EAR_OK)
            break;
        assert_int_equal(status, EAR_E_NOMEM);
        assert_int_equal(err.status, EAR_E_NOMEM);
    }
    assert_true(n > 20);
    assert_int_equal(list.count, 2); /* the moment and the start */
    model_changes_release(&list);
    ear_scenario_free(old);
    ear_scenario_free(now);
}

static ear_status suggest(const ear_scenario *sc, prove_suggestions *all, size_t *missing,
                          ear_error *err)
{
    prove_goals goals;
    ear_status status = prove_goals_new(&goals, sc, err);

    if (status != EAR_OK)
        return status;
    status = prove_suggest(all, sc, NULL, &goals, err);
    *missing = 0;
    for (size_t i = 0; status == EAR_OK && i < goals.count; i++)
        *missing += !all->reached[i];
    prove_goals_release(&goals);
    return status;
}

static void suggesting_survives_every_refusal(void **state)
{
    ear_scenario *sc = make("story", "start=50");
    prove_suggestions all;
    size_t n = 1, missing = 0;

    (void)state;
    for (;; n++) {
        ear_error err = {0};

        asked = 0;
        refused_at = n;
        const ear_status status = suggest(sc, &all, &missing, &err);
        refused_at = 0;
        if (status == EAR_OK)
            break;
        assert_int_equal(status, EAR_E_NOMEM);
        assert_int_equal(err.status, EAR_E_NOMEM);
    }
    assert_true(n > 20);
    assert_true(all.whole);
    assert_int_equal(missing, 2); /* the rule never happens; calm is over 50 */
    prove_suggestions_release(&all);
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
