/* What the scenario's functions look at. A few plays at random show most of it. What a
 * search meets beyond that makes it begin again with keys that tell it apart: states that
 * were one may be two. Every search that ends has met nothing new, so it is exact. */
#include "prove/search_internal.h"

#include <stdlib.h>
#include <string.h>

#define RUNS         64u
#define ROUND        8u  /* runs after which something new has to have been met */
#define LONGEST      40u /* replies in a run */
#define MOST_RENEWED 100u

/* ---- playing ---- */

/* False: that was the last. A run that goes round without a reply has asked the helper a
 * hundred thousand times. */
static bool play(prove_worker *worker, uint32_t run)
{
    sim_player_mark(worker->player, worker->state);

    const prove_run_end end = prove_play_run(worker, run, LONGEST, NULL);
    const bool round =
        end.status != EAR_OK && sim_player_stuck(worker->player) == SIM_CIRCLE;

    sim_player_back(worker->player, worker->state);
    if (end.status == EAR_E_NOMEM)
        prove_worker_refuse(worker);
    return end.status != EAR_E_NOMEM && !round && !prove_stopped(worker->search->work);
}

/* On one thread, so that it is the same however many there are. */
static bool play_rounds(prove_search *search)
{
    prove_worker *worker = &search->pool.workers[0];
    bool more = true;

    sim_player_chances(worker->player, NULL);
    for (uint32_t first = 0; more && first < RUNS; first += ROUND) {
        for (uint32_t run = first; more && run < first + ROUND; run++)
            more = play(worker, run);

        const bool news = prove_reads_take(&search->reads, &worker->asker.fresh);

        search->outdated |= news;
        more = more && news;
    }
    sim_player_chances(worker->player, &worker->chances);
    prove_seen_clear(&worker->seen);
    search->reads.drawn = false;
    return worker->status == EAR_OK;
}

ear_status prove_learn(prove_search *search, ear_error *err)
{
    const prove_worker *worker = &search->pool.workers[0];
    bool done;

    if (!worker->asker.hooks.call)
        return EAR_OK;
    search->learning = true;
    done = play_rounds(search);
    search->learning = false;
    if (!done && err)
        *err = worker->err;
    return done ? EAR_OK : worker->status;
}

/* ---- beginning again ---- */

bool prove_learned(prove_search *search)
{
    for (unsigned i = 0; search->vars.functions && i < search->pool.count; i++)
        search->outdated |=
            prove_reads_take(&search->reads, &search->pool.workers[i].asker.fresh);
    return search->outdated;
}

/* Too often: then functions may look at anything. */
static void give_up(prove_search *search)
{
    for (uint32_t f = 1; f <= search->scenario->info->functions; f++)
        if (search->vars.asked[f])
            prove_reads_anything(&search->reads, f);
}

static bool renew_worker(prove_worker *worker, const prove_search *search)
{
    worker->packer = (prove_packer){.keys = &search->keys};
    worker->block = (prove_block){.owner = (uint8_t)worker->index};
    worker->chunk = NULL;
    worker->waiting_count = 0;
    worker->draft.found_count = worker->draft.edge_count = 0;
    worker->chances = (model_chances){.odds = worker->chances.odds};
    prove_recall_release(&worker->asker.recall);
    prove_seen_clear(&worker->seen);
    model_state_begin(worker->state, search->scenario, &search->layout, 0);
    return prove_worker_fit(worker);
}

prove_fit prove_renew(prove_search *search, const prove_options *options)
{
    search->renewed++;
    search->renewed_states += search->count;
    if (search->renewed > MOST_RENEWED || search->renewed_states > search->limits.states)
        give_up(search);
    prove_search_forget(search);
    search->outdated = search->reads.drawn = false;

    const prove_fit fit = prove_search_keys(search, options);

    for (unsigned i = 0; fit == PROVE_FITS && i < search->pool.count; i++)
        if (!renew_worker(&search->pool.workers[i], search))
            return PROVE_NO_MEMORY;
    return search->reads.refused ? PROVE_NO_MEMORY : fit;
}
