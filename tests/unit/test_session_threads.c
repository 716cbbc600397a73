/* One scenario, many threads: nothing is shared that changes. For the thread sanitizer.
 */
#include "scenario_maker.h"
#include "session_trace.h"

#include "sim/play.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static ear_scenario *walk(void)
{
    maker *m = maker_new();

    METER(m, "calm", "start=50", "drift=toward 45 by 2");
    FLAG(m, "vip");
    INTENT(m, "soothe", "mood=calm +20", "fades=0.5");
    RULE(m, "gained", "when=gained(calm) > 5", "set=vip");
    MOMENT(m, "a");
    LINE(m, "One.", "or=Two.", "or=Three.", "pick=shuffle");
    YOU(m, "Soothe {calm}", "intent=soothe", "again", "go=a");
    YOU(m, "Maybe", "when=chance(0.5)", "again", "mood=calm -9", "go=a");
    OUTCOME(m, "end");
    return maker_scenario(m);
}

typedef struct job {
    const ear_scenario *scenario;
    uint64_t hash;
    uint64_t tenths;
} job;

static void *play_session(void *user)
{
    job *j = user;
    const ear_options options = {.seed = 3, .history = true};
    const ear_sink sink = {.words = true};
    ear_session *s = NULL;
    bool fine = ear_session_new(&s, j->scenario, &options, NULL) == EAR_OK &&
                ear_session_begin(s, &sink, NULL) == EAR_OK;

    for (int i = 0; fine && i < 2000; i++)
        fine = ear_session_choose(s, ear_session_offered(s) - 1, &sink, NULL) == EAR_OK;
    if (!fine)
        return NULL;
    j->hash = ear_session_hash(s);
    j->tenths = ear_session_tenths(s);
    ear_session_free(s);
    return j;
}

static void *play_bare(void *user)
{
    job *j = user;
    sim_player *player = NULL;

    if (sim_player_new(&player, j->scenario, NULL, false, NULL) != EAR_OK)
        return NULL;

    const model_layout *layout = sim_player_layout(player);
    model_state *state = malloc(layout->bytes);
    bool fine = state != NULL;

    if (fine) {
        model_state_begin(state, j->scenario, layout, 3);
        sim_player_seed(player, 3);
        fine = sim_player_begin(player, state, MODEL_NONE, NULL) == EAR_OK;
    }
    for (int i = 0; fine && i < 2000; i++)
        fine =
            sim_player_choose(player, state, state->offered & 2 ? 1 : 0, NULL) == EAR_OK;
    j->tenths = fine ? state->tenths : 0;
    free(state);
    sim_player_free(player);
    return fine ? j : NULL;
}

static void threads_that_share_a_scenario_play_alike(void **state)
{
    ear_scenario *sc = walk();
    job jobs[4] = {{sc, 0, 0}, {sc, 0, 0}, {sc, 0, 0}, {sc, 0, 0}};
    pthread_t threads[4];

    (void)state;
    for (int i = 0; i < 4; i++)
        assert_int_equal(
            pthread_create(&threads[i], NULL, i < 2 ? play_session : play_bare, &jobs[i]),
            0);
    for (int i = 0; i < 4; i++) {
        void *done = NULL;

        assert_int_equal(pthread_join(threads[i], &done), 0);
        assert_ptr_equal(done, &jobs[i]);
    }
    assert_int_equal(jobs[0].hash, jobs[1].hash);
    for (int i = 1; i < 4; i++) /* bare play is the same play */
        assert_int_equal(jobs[i].tenths, jobs[0].tenths);
    ear_scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_that_share_a_scenario_play_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
