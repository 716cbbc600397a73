/* Playing at random, where not everything can be gone through: what is met is certain,
 * what is not met says nothing. The same runs, whatever the number of threads. */
#include "prove/search_internal.h"

#include "base/fail.h"
#include "base/random.h"

#include <stdlib.h>
#include <string.h>

#define RUNS     20000u
#define LUA_RUNS 200u
#define ROUND    2000u /* runs after which something new has to have been met */
#define LONGEST  300u  /* replies in a run */
#define PART     16u   /* runs that a thread takes at once */

static uint32_t pick(uint64_t *random, uint64_t offered)
{
    uint32_t count = 0, bit = 0;

    for (uint64_t left = offered; left; left &= left - 1)
        count++;

    uint32_t which = (uint32_t)(base_random_next(random) >> 33) % (count ? count : 1);

    while (!(offered >> bit & 1) || which-- > 0)
        bit++;
    return bit;
}

prove_run_end prove_play_run(prove_worker *worker, uint32_t run, uint32_t longest,
                             uint32_t *replies)
{
    const ear_scenario *s = worker->search->scenario;
    model_state *state = worker->state;
    uint64_t random = base_random_seed(run + UINT64_C(1));
    prove_run_end end = {0};

    state->random = base_random_seed(run);
    end.status = sim_player_begin(worker->player, state, MODEL_NONE, &end.err);
    while (end.status == EAR_OK && state->phase == MODEL_PHASE_CHOICE &&
           end.length < longest) {
        const uint32_t bit = pick(&random, state->offered);

        if (replies)
            replies[end.length] = s->statements[state->statement].item + bit;
        end.length++;
        end.status = sim_player_choose(worker->player, state, bit, &end.err);
    }
    return end;
}

static void note_end(prove_worker *worker, uint32_t run, const prove_run_end *end)
{
    const sim_stuck why = sim_player_stuck(worker->player);
    const model_state *state = worker->state;
    const prove_stuck stuck = {
        .why = (uint8_t)why,
        .moment = state->moment,
        .statement = why == SIM_EMPTY_CHOICE ? state->statement : MODEL_NONE,
        .from = end->length * RUNS + run, /* the shortest first */
        .err = end->err,
    };

    if (end->status != EAR_OK && end->status != EAR_E_NOMEM)
        prove_seen_stuck(&worker->seen, &stuck);
    if (end->status == EAR_E_NOMEM)
        prove_worker_refuse(worker);
}

static void phase_play(prove_worker *worker)
{
    prove_search *search = worker->search;

    worker->seen.inexact = false;
    sim_player_chances(worker->player, NULL);
    for (;;) {
        const uint32_t first = atomic_fetch_add(&search->next_part, PART);

        for (uint32_t run = first; run < first + PART; run++) {
            if (run >= search->played.end || prove_stopped(search->work) ||
                worker->status != EAR_OK)
                return;
            sim_player_mark(worker->player, worker->state);

            const prove_run_end end = prove_play_run(worker, run, LONGEST, NULL);

            note_end(worker, run, &end);
            sim_player_back(worker->player, worker->state);
        }
    }
}

static bool road_of(const prove_stuck *stuck, prove_worker *worker, prove_road *road)
{
    road->replies = malloc((LONGEST + (size_t)1) * sizeof *road->replies);
    if (!road->replies)
        return false;
    sim_player_chances(worker->player, NULL);
    sim_player_mark(worker->player, worker->state);
    road->count =
        prove_play_run(worker, stuck->from % RUNS, LONGEST, road->replies).length;
    sim_player_back(worker->player, worker->state);
    return true;
}

static ear_status first_failure(const prove_search *search, ear_error *err)
{
    for (unsigned i = 0; i < search->pool.count; i++)
        if (search->pool.workers[i].status != EAR_OK) {
            if (err)
                *err = search->pool.workers[i].err;
            return search->pool.workers[i].status;
        }
    return EAR_OK;
}

/* Plays until a round meets nothing that the search or a round before has not. */
static ear_status play_rounds(prove_search *search, prove_seen *all, ear_error *err)
{
    const uint32_t runs = search->vars.functions ? LUA_RUNS : RUNS;
    uint64_t before, now = prove_seen_marks(&search->seen);
    uint32_t first = 0;

    do {
        search->played.end = runs - first < ROUND ? runs : first + ROUND;
        atomic_store(&search->next_part, first);
        prove_pool_run(&search->pool, phase_play, false);
        first = search->played.end;
        if (first_failure(search, err) != EAR_OK)
            return first_failure(search, NULL);
        for (unsigned i = 0; i < search->pool.count; i++)
            if (!prove_seen_merge(all, &search->pool.workers[i].seen))
                return base_fail_memory(err);
        prove_seen_join_marks(&search->seen, all);
        before = now;
        now = prove_seen_marks(&search->seen) + all->stuck_count;
    } while (first < runs && now > before && !prove_stopped(search->work));
    return EAR_OK;
}

/* What was met, and a road for each place where a run broke off. */
static ear_status keep_played(prove_search *search, ear_error *err)
{
    prove_seen all = {0};
    bool done = prove_seen_make(&all, search->scenario);
    ear_status status = done ? play_rounds(search, &all, err) : base_fail_memory(err);

    done = status == EAR_OK;
    if (done) {
        search->played.moments = all.watch.moments;
        search->played.stuck = all.stuck;
        search->played.count = all.stuck_count;
        all.watch.moments = NULL;
        all.stuck = NULL;
        search->played.roads =
            calloc(search->played.count + (size_t)1, sizeof *search->played.roads);
        done = search->played.roads != NULL;
    }
    for (uint32_t i = 0; done && i < search->played.count; i++)
        done = road_of(&search->played.stuck[i], &search->pool.workers[0],
                       &search->played.roads[i]);
    if (all.scenario)
        prove_seen_release(&all);
    return done || status != EAR_OK ? status : base_fail_memory(err);
}

ear_status prove_sample(prove_search *search, ear_error *err)
{
    if (prove_stopped(search->work))
        return EAR_OK;
    for (unsigned i = 0; i < search->pool.count; i++) {
        prove_worker *worker = &search->pool.workers[i];

        prove_seen_clear(&worker->seen);
        worker->chunk = NULL;
        /* A search that was given up may have left a state half played. */
        model_state_begin(worker->state, search->scenario, &search->layout, 0);
    }
    return keep_played(search, err);
}
