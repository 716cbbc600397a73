/*
 * Each allocation of building and opening a scenario is refused once, in turn: a status
 * each time, nothing leaked, nothing half done.
 */
#include "full_draft.h"
#include "refusal.h"

#include "base/hash.h"

/* Builds, with allocation `n` refused; true when it went well all the same. */
static bool try_build(kit *k, size_t n, const base_bytes *whole)
{
    ear_error err = {0};

    refusal_at(n);
    const ear_status status = model_build(&k->image, &k->draft, &k->findings, &err);
    refusal_at(0);
    if (status == EAR_OK) {
        assert_false(k->findings.failed);
        if (whole) {
            assert_int_equal(k->image.length, whole->length);
            assert_memory_equal(k->image.at, whole->at, whole->length);
        }
        return true;
    }
    assert_int_equal(status, EAR_E_NOMEM);
    assert_int_equal(err.status, EAR_E_NOMEM);
    assert_int_equal(k->image.length, 0);
    return false;
}

/* Until no allocation is left to refuse. */
static void sweep_build(void (*make)(kit *k), const base_bytes *whole)
{
    size_t failures = 0;

    for (size_t n = 1;; n++) {
        kit k;

        make(&k);
        const bool well = try_build(&k, n, whole);
        const bool all = refusal_asked() < n;
        kit_end(&k);
        failures += !well;
        if (all)
            break;
    }
    assert_true(failures > 20);
}

static void building_survives_every_refused_allocation(void **state)
{
    kit whole;
    (void)state;

    full_draft(&whole);
    assert_true(try_build(&whole, 0, NULL));
    sweep_build(full_draft, &whole.image);
    kit_end(&whole);
}

static void faulty_draft(kit *k)
{
    full_draft(k);
    kit_moment(k, 60, "start");
    kit_you(k, 61, "Hello {nobody}", "strat")->intent = kit_text("aks");
    kit_when(k, "calm > and");
    kit_meter(k, 62, "calm")->shows = kit_text("joy");
}

static void telling_mistakes_survives_every_refused_allocation(void **state)
{
    (void)state;

    sweep_build(faulty_draft, NULL);
}

static void opening_survives_every_refused_allocation(void **state)
{
    kit k;
    bool opened = false;
    (void)state;

    full_draft(&k);
    assert_true(try_build(&k, 0, NULL));
    for (size_t n = 1; !opened; n++) {
        ear_scenario *scenario = NULL;
        ear_error err = {0};
        void *copy = malloc(k.image.length);

        assert_non_null(copy);
        memcpy(copy, k.image.at, k.image.length);
        refusal_at(n);
        const ear_status status = model_open(&scenario, copy, k.image.length, &err);
        refusal_at(0);
        opened = status == EAR_OK;
        assert_true(opened || status == EAR_E_NOMEM);
        if (opened)
            ear_scenario_free(scenario);
        else
            free(copy);
        assert_true(n <= 2 || opened);
    }
    kit_end(&k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(building_survives_every_refused_allocation),
        cmocka_unit_test(telling_mistakes_survives_every_refused_allocation),
        cmocka_unit_test(opening_survives_every_refused_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
