/* Playing, and looking back on it, with each allocation refused once: a status each time,
 * and the session is as it was. */
#include "every_kind.h"
#include "refusal.h"
#include "session_trace.h"

#include "sim/advice.h"
#include "sim/play.h"
#include "sim/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void hear(void *user, const ear_event *event)
{
    *(size_t *)user += event->text.length + 1;
}

/* One thing that is done to a session. */
typedef struct deed {
    enum { BEGIN, CHOOSE, NOTICE, BACK, SHOW } what;
    const char *words;
} deed;

static const deed whole_run[] = {
    {BEGIN, NULL},     {NOTICE, NULL},     {CHOOSE, "I see"},  {SHOW, NULL},
    {CHOOSE, "Let"},   {BACK, NULL},       {BACK, NULL},       {CHOOSE, "Next"},
    {CHOOSE, "I see"}, {CHOOSE, "Let me"}, {CHOOSE, "I will"},
};

static ear_status give(ear_session *s, const char *words, const ear_sink *sink,
                       ear_error *err)
{
    size_t index = 0;
    const ear_status status = ear_session_find(s, words, &index, err);

    return status == EAR_OK ? ear_session_choose(s, index, sink, err) : status;
}

static ear_status perform(ear_session *s, const deed *d, const ear_sink *sink,
                          ear_error *err)
{
    switch (d->what) {
    case BEGIN:
        return ear_session_begin(s, sink, err);
    case CHOOSE:
        return give(s, d->words, sink, err);
    case NOTICE:
        return ear_session_notice(s, 0, sink, err);
    case BACK:
        return ear_session_back(s, sink, err);
    default:
        return ear_session_show(s, sink, err);
    }
}

/* What did not work is done again, and then works: nothing was half done before. */
static ear_status perform_or_repeat(ear_session *s, const deed *d, const ear_sink *sink,
                                    ear_error *err)
{
    const uint64_t before = ear_session_hash(s);
    const uint32_t turn = ear_session_turn(s);
    const size_t offered = ear_session_offered(s);
    const ear_status status = perform(s, d, sink, err);

    if (status == EAR_OK)
        return EAR_OK;
    assert_true(ear_session_hash(s) == before);
    assert_int_equal(ear_session_turn(s), turn);
    assert_int_equal(ear_session_offered(s), offered);
    assert_int_equal(perform(s, d, sink, NULL), EAR_OK);
    return status;
}

static ear_status copy_it(const ear_session *from, ear_error *err)
{
    ear_session *copy = NULL;
    const ear_status status = ear_session_copy(&copy, from, err);

    assert_int_equal(status == EAR_OK, copy != NULL);
    if (copy)
        assert_true(ear_session_hash(copy) == ear_session_hash(from));
    ear_session_free(copy);
    return status;
}

typedef struct played {
    const ear_scenario *scenario;
    uint64_t hash; /* of the end, when nothing is refused */
} played;

static ear_status play(void *user, ear_error *err)
{
    const played *p = user;
    const ear_options options = {
        .seed = 1, .hooks = every_kind_hooks, .set = "calm=80", .history = true};
    size_t heard = 0;
    const ear_sink sink = {hear, &heard, false};
    ear_session *s = NULL;
    ear_status status = ear_session_new(&s, p->scenario, &options, err);

    if (status != EAR_OK) {
        assert_null(s);
        return status;
    }
    for (size_t i = 0; i < sizeof whole_run / sizeof *whole_run; i++) {
        ear_error own = {0};
        const ear_status did = perform_or_repeat(s, &whole_run[i], &sink, &own);

        if (did != EAR_OK && status == EAR_OK)
            *err = own;
        status = did != EAR_OK ? did : status;
    }
    if (status == EAR_OK)
        status = copy_it(s, err);
    assert_true(ear_session_ended(s));
    assert_true(p->hash == 0 || ear_session_hash(s) == p->hash);
    assert_true(heard > 100);
    if (p->hash == 0)
        ((played *)user)->hash = ear_session_hash(s);
    ear_session_free(s);
    return status;
}

static void a_session_goes_on_after_every_refusal(void **state)
{
    ear_scenario *sc = every_kind();
    played p = {.scenario = sc};

    (void)state;
    assert_int_equal(play(&p, NULL), EAR_OK);
    assert_true(refusal_sweep(play, &p) > 3);
    ear_scenario_free(sc);
}

static const sim_act acts[] = {
    {.kind = SIM_ACT_NOTICE, .option = 0},
    {.kind = SIM_ACT_REPLY, .id = "next"},
    {.kind = SIM_ACT_BACK},
    {.kind = SIM_ACT_REPLY, .id = "see"},
    {.kind = SIM_ACT_REPLY, .id = "look"},
};

static ear_status score(void *user, ear_error *err)
{
    const sim_record record = {.scenario = user,
                               .hooks = every_kind_hooks,
                               .seed = 1,
                               .acts = acts,
                               .count = sizeof acts / sizeof *acts};
    const char *advice[SIM_ADVICE_MOST];
    sim_score *made = NULL;
    const ear_status status = sim_score_new(&made, &record, err);

    if (status != EAR_OK) {
        assert_null(made);
        return status;
    }
    sim_advice(advice, made);
    assert_string_equal(made->stopped, "");
    assert_int_equal(made->held, record.count);
    assert_int_equal(made->turn_count, 2);
    assert_int_equal(made->unsaid_count, 1);
    sim_score_free(made);
    return EAR_OK;
}

static void looking_back_survives_every_refusal(void **state)
{
    ear_scenario *sc = every_kind();

    (void)state;
    assert_true(refusal_sweep(score, sc) > 5);
    ear_scenario_free(sc);
}

/* Gives the first reply on offer until the end. */
static ear_status play_bare(sim_player *player, const ear_scenario *sc, ear_error *err)
{
    const model_layout *layout = sim_player_layout(player);
    uint64_t block[512];
    model_state *at = (model_state *)block;
    ear_status status;

    assert_true(layout->bytes <= sizeof block);
    model_state_begin(at, sc, layout, 1);
    status = sim_player_begin(player, at, MODEL_NONE, err);
    for (int i = 0; status == EAR_OK && at->phase == MODEL_PHASE_CHOICE && i < 20; i++) {
        sim_player_mark(player, at);
        sim_player_notice(player, at);
        status =
            sim_player_choose(player, at, (unsigned)__builtin_ctzll(at->offered), err);
    }
    if (status == EAR_OK)
        assert_int_equal(at->phase, MODEL_PHASE_ENDED);
    return status;
}

static ear_status bare(void *user, ear_error *err)
{
    sim_player *player = NULL;
    ear_status status = sim_player_new(&player, user, &every_kind_hooks, true, err);

    if (status == EAR_OK)
        status = play_bare(player, user, err);
    sim_player_free(player);
    return status;
}

static void a_bare_player_survives_every_refusal(void **state)
{
    ear_scenario *sc = every_kind();

    (void)state;
    assert_true(refusal_sweep(bare, sc) > 0);
    ear_scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_goes_on_after_every_refusal),
        cmocka_unit_test(looking_back_survives_every_refusal),
        cmocka_unit_test(a_bare_player_survives_every_refusal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
