/* Plays runs on all threads and adds up what came of them. Which thread plays which run
 * does not matter: a run's randomness follows from its number, and sums of whole numbers
 * do not depend on their order. */
#include "prove/ahead.h"
#include "prove/tally.h"
#include "prove/taste.h"

#include "base/clock.h"
#include "base/fail.h"
#include "base/random.h"
#include "model/scenario.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define RUNS_AT_ONCE 64u /* taken by a thread in one go */
#define SEED_BITS    (UINT64_MAX >> 1)
#define TIRED        3 /* a reply given so often is given again only when it must be */
#define THOUSANDTHS  1000
#define TELL_MS      250
#define FIGURE_LIMIT INT64_C(100000000)

/* What all threads share. */
typedef struct crew {
    const ear_scenario *scenario;
    const prove_players_options *options;
    const prove_work *work;
    prove_taste taste;
    prove_ahead *ahead;    /* best and worst; NULL: another player */
    _Atomic uint64_t next; /* run */
    atomic_bool stop;      /* a thread failed */
} crew;

/* One thread. */
typedef struct runner {
    crew *crew;
    prove_tally *tally; /* owned */
    sim_player *player;
    model_state *state;
    prove_looker *looker; /* best and worst */
    uint8_t *given;       /* REPLIES: how often in this run, up to TIRED */
    uint32_t *gave;       /* the replies of this run */
    uint64_t random;      /* the player's, not the run's */
    sim_watch watch;
    bool tells;
    int64_t told; /* wall, milliseconds */
    ear_status status;
    ear_error error;
} runner;

static const char *const names[PROVE_PLAYERS] = {"random",   "best",  "worst",   "script",
                                                 "listener", "fixer", "newcomer"};

const char *prove_player_name(prove_player player)
{
    return names[player];
}

/* --- one run --- */

uint64_t prove_run_seed(uint64_t seed, uint64_t run)
{
    return (seed + run) & SEED_BITS;
}

static uint64_t without_tired(const runner *r, uint32_t first, uint64_t offered)
{
    uint64_t fresh = 0;

    for (uint64_t left = offered, bit = 0; left; left >>= 1, bit++)
        if (left & 1 && r->given[first + bit] < TIRED)
            fresh |= UINT64_C(1) << bit;
    return fresh ? fresh : offered;
}

static unsigned choose_by_taste(runner *r, uint32_t first, uint64_t offered)
{
    prove_player player = r->crew->options->player;

    if (player == PROVE_NEWCOMER)
        player = prove_newcomer_acts(&r->random);
    else
        offered = without_tired(r, first, offered);
    return prove_any_bit(
        prove_preferred(&r->crew->taste, first, offered, prove_kinds_of(player)),
        &r->random);
}

static ear_status choose(runner *r, unsigned *bit, ear_error *err)
{
    const model_state *state = r->state;
    const uint32_t first = r->crew->scenario->statements[state->statement].item;

    if (r->looker) {
        const prove_wish wish = {r->crew->options->player == PROVE_BEST,
                                 without_tired(r, first, state->offered)};

        return prove_look(r->looker, bit, state, &wish, &r->random, err);
    }
    *bit = choose_by_taste(r, first, state->offered);
    return EAR_OK;
}

static void note_choice(runner *r, unsigned bit)
{
    const uint32_t first = r->crew->scenario->statements[r->state->statement].item;
    const uint32_t reply = first + bit;

    for (uint64_t left = r->state->offered, i = first; left; left >>= 1, i++)
        r->tally->offered[i] += left & 1;
    r->tally->chosen[reply]++;
    r->gave[r->state->turn] = reply;
    if (r->given[reply] < TIRED)
        r->given[reply]++;
}

/* From the beginning to the end; *turns: how many replies were given. */
static ear_status play_on(runner *r, uint32_t *turns, ear_error *err)
{
    ear_status status = sim_player_begin(r->player, r->state, MODEL_NONE, err);

    for (*turns = 0; status == EAR_OK && r->state->phase == MODEL_PHASE_CHOICE;) {
        unsigned bit = 0;

        if (*turns == PROVE_MAX_TURNS)
            return base_fail(err, EAR_E_LIMIT, "still going on after %u replies",
                             PROVE_MAX_TURNS);
        status = choose(r, &bit, err);
        if (status != EAR_OK)
            return status;
        note_choice(r, bit);
        ++*turns;
        status = sim_player_choose(r->player, r->state, bit, err);
    }
    return status;
}

static int64_t thousandths(base_number value)
{
    const base_number limit = base_number_whole(FIGURE_LIMIT);

    if (base_number_compare(value, limit) > 0)
        value = limit;
    if (base_number_compare(base_number_negate(value), limit) > 0)
        value = base_number_negate(limit);
    return base_number_round(base_number_multiply(value, base_number_whole(THOUSANDTHS)));
}

static ear_status note_end(runner *r, ear_error *err)
{
    const uint32_t *count = r->crew->scenario->count;
    const int32_t *meters = model_ints(r->state, sim_player_layout(r->player)->meters);
    prove_tally *t = r->tally;

    for (uint32_t k = 0; k < count[MODEL_S_KPIS]; k++) {
        base_number value;
        const ear_status status = sim_player_kpi(r->player, r->state, k, &value, err);

        if (status != EAR_OK)
            return status;
        prove_sum_note(&t->kpis[k], thousandths(value));
    }
    for (uint32_t m = 0; m < count[MODEL_S_METERS]; m++)
        prove_sum_note(&t->meters[m], meters[m]);
    prove_sum_note(&t->turns, r->state->turn);
    prove_sum_note(&t->tenths, (int64_t)r->state->tenths);
    t->outcomes[r->state->moment]++;
    t->ended++;
    return EAR_OK;
}

static ear_status play_run(runner *r, uint64_t run)
{
    const crew *c = r->crew;
    const uint64_t seed = prove_run_seed(c->options->seed, run);
    ear_error error = {0};
    uint32_t turns = 0;

    r->random = prove_player_random(c->options->player, seed);
    model_state_begin(r->state, c->scenario, sim_player_layout(r->player), seed);
    sim_player_seed(r->player, seed);

    ear_status status = play_on(r, &turns, &error);

    if (status == EAR_OK)
        status = note_end(r, &error);
    for (uint32_t i = 0; i < turns; i++)
        r->given[r->gave[i]] = 0;
    r->tally->runs++;
    if (status == EAR_E_NOMEM || prove_stopped(c->work)) {
        r->error = error;
        return status == EAR_E_NOMEM ? status : EAR_OK;
    }
    if (status != EAR_OK && !prove_tally_broken(r->tally, r->state, run, &error))
        return base_fail_memory(&r->error);
    return EAR_OK;
}

/* --- one thread --- */

static ear_status open_runner(runner *r, void **handle)
{
    const crew *c = r->crew;
    const ear_scenario *sc = c->scenario;
    const uint32_t replies = sc->count[MODEL_S_REPLIES];
    ear_hooks hooks;
    ear_status status = prove_helper_open(c->work, sc, &hooks, handle, &r->error);

    if (status == EAR_OK)
        status = sim_player_new(&r->player, sc, &hooks, false, &r->error);
    if (status == EAR_OK && c->ahead)
        status = prove_looker_new(&r->looker, c->ahead, &hooks, &r->error);
    if (status != EAR_OK)
        return status;
    r->tally = prove_tally_new(sc, c->options);
    r->state = malloc(sim_player_layout(r->player)->bytes);
    r->given = calloc(replies ? replies : 1, 1);
    r->gave = malloc(PROVE_MAX_TURNS * sizeof *r->gave);
    if (!r->tally || !r->state || !r->given || !r->gave)
        return base_fail_memory(&r->error);
    if (c->options->paths) {
        r->watch =
            (sim_watch){.played = r->tally->played, .happened = r->tally->happened};
        sim_player_watch(r->player, &r->watch);
    }
    return EAR_OK;
}

static void close_runner(runner *r, void *handle)
{
    prove_looker_free(r->looker);
    sim_player_free(r->player);
    free(r->state);
    free(r->given);
    free(r->gave);
    prove_helper_close(r->crew->work, handle);
}

/* Only the calling thread tells. */
static void tell_progress(runner *r)
{
    const crew *c = r->crew;
    int64_t ms;

    if (!r->tells || !c->work->progress.tell)
        return;
    ms = base_now_ms();
    if (ms - r->told < TELL_MS)
        return;
    r->told = ms;
    c->work->progress.tell(c->work->progress.user, atomic_load(&r->crew->next),
                           c->options->runs);
}

static bool goes_on(const runner *r)
{
    return r->status == EAR_OK && !atomic_load(&r->crew->stop) &&
           !prove_stopped(r->crew->work);
}

static void *run_runner(void *user)
{
    runner *r = user;
    crew *c = r->crew;
    const uint64_t runs = c->options->runs;
    void *handle = NULL;

    r->status = open_runner(r, &handle);
    while (goes_on(r)) {
        const uint64_t first = atomic_fetch_add(&c->next, RUNS_AT_ONCE);

        if (first >= runs)
            break;
        for (uint64_t run = first; run < runs && run < first + RUNS_AT_ONCE; run++)
            if (goes_on(r))
                r->status = play_run(r, run);
        tell_progress(r);
    }
    if (r->status != EAR_OK)
        atomic_store(&c->stop, true);
    close_runner(r, handle);
    return NULL;
}

/* --- all of them --- */

static ear_status add_up(prove_tally *sum, runner *runners, unsigned count, const crew *c,
                         ear_error *err)
{
    for (unsigned i = 0; i < count; i++) {
        if (runners[i].status != EAR_OK) {
            if (err)
                *err = runners[i].error;
            return runners[i].status;
        }
        if (!prove_tally_add(sum, runners[i].tally, c->scenario))
            return base_fail_memory(err);
    }
    sum->stopped = sum->runs < c->options->runs;
    sum->looked_ahead = c->ahead && prove_ahead_sees_all(c->ahead);
    return EAR_OK;
}

static ear_status run_all(prove_tally *sum, crew *c, unsigned jobs, ear_error *err)
{
    runner *runners = calloc(jobs, sizeof *runners);
    pthread_t *threads = calloc(jobs, sizeof *threads);
    unsigned started = 0;

    if (!runners || !threads) {
        free(runners);
        free(threads);
        return base_fail_memory(err);
    }
    for (unsigned i = 0; i < jobs; i++)
        runners[i].crew = c;
    /* The calling thread plays too; where no further thread can be had, it plays all. */
    while (started + 1 < jobs && pthread_create(&threads[started], NULL, run_runner,
                                                &runners[started + 1]) == 0)
        started++;
    runners[0].tells = true;
    run_runner(&runners[0]);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);

    const ear_status status = add_up(sum, runners, started + 1, c, err);

    for (unsigned i = 0; i < jobs; i++)
        prove_tally_free(runners[i].tally);
    free(runners);
    free(threads);
    return status;
}

static unsigned jobs_of(const prove_players_options *options, const prove_work *work)
{
    prove_limits limits = work->limits;
    const uint64_t useful = options->runs / RUNS_AT_ONCE + 1;

    prove_limits_fill(&limits);
    return useful < limits.jobs ? (unsigned)useful : limits.jobs;
}

ear_status prove_play(prove_tally **out, const ear_scenario *scenario,
                      const prove_players_options *options, const prove_work *work,
                      ear_error *err)
{
    const bool looks = options->player == PROVE_BEST || options->player == PROVE_WORST;
    crew c = {.scenario = scenario, .options = options, .work = work};

    if (options->runs > PROVE_MAX_RUNS)
        return base_fail(err, EAR_E_ARG, "at most %u runs can be played", PROVE_MAX_RUNS);

    ear_status status = prove_taste_make(&c.taste, scenario, err);
    prove_tally *sum = NULL;

    if (status == EAR_OK && looks)
        status = prove_ahead_new(&c.ahead, scenario, work, options->seed, err);
    if (status == EAR_OK && !(sum = prove_tally_new(scenario, options)))
        status = base_fail_memory(err);
    if (status == EAR_OK)
        status = run_all(sum, &c, jobs_of(options, work), err);
    prove_ahead_free(c.ahead);
    prove_taste_release(&c.taste);
    if (status == EAR_OK)
        *out = sum;
    else
        prove_tally_free(sum);
    return status;
}
