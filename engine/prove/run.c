/* A search from its beginning to its end. */
#include "prove/search_internal.h"

#include "base/fail.h"
#include "base/pages.h"

#include <stdlib.h>
#include <string.h>

#define LUA_STATES UINT64_C(200000)    /* the usual limit when a helper may be asked */
#define LIVE_MOST  (UINT64_C(1) << 31) /* bytes for what is read from where */
#define FAN_MOST   4096u

static void phase_open(prove_worker *worker)
{
    worker->status = prove_worker_open(worker);
}

static void phase_close(prove_worker *worker)
{
    prove_worker_close(worker);
}

static ear_status first_failure(const prove_search *search, ear_error *err)
{
    for (unsigned i = 0; i < search->pool.count; i++) {
        const prove_worker *worker = &search->pool.workers[i];

        if (worker->status != EAR_OK) {
            if (err)
                *err = worker->err;
            return worker->status;
        }
    }
    return base_fail_memory(err);
}

/* ---- what has to be told apart ---- */

static bool any_chance(const ear_scenario *s)
{
    const uint32_t *code = s->code;

    for (uint32_t i = 0; i < s->count[MODEL_S_STATEMENTS]; i++)
        if (prove_code_chance(s, s->statements[i].when))
            return true;
    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++)
        if (prove_code_chance(s, s->replies[i].when))
            return true;
    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++)
        if (prove_code_chance(s, s->rules[i].when))
            return true;
    for (uint32_t i = 0; i < s->count[MODEL_S_MOODS]; i++)
        if (prove_code_chance(s, s->moods[i].code))
            return true;
    return code == NULL;
}

static prove_fit make_keys(prove_search *search, const prove_options *options)
{
    const ear_scenario *s = search->scenario;
    const bool notices = prove_var_of(&search->vars, PROVE_NOTICE, 0) != MODEL_NONE;
    const uint64_t bytes = prove_live_bytes(&search->vars);

    search->layout = model_layout_of(s, s->info->functions > 0);
    search->fan = notices || any_chance(s) ? FAN_MOST : MODEL_MAX_REPLIES;
    if (bytes > LIVE_MOST || bytes > search->limits.memory)
        return PROVE_TOO_WIDE;
    if (!prove_live_find(&search->live, &search->flow, &search->vars))
        return PROVE_NO_MEMORY;
    search->keys.meters = options->meters;
    return prove_keys_make(&search->keys, &search->vars, &search->live, &search->layout);
}

prove_fit prove_search_keys(prove_search *search, const prove_options *options)
{
    const prove_vars_options wanted = {
        .meters = options->meters, .loop = search->flow.loop, .reads = &search->reads};

    if (!prove_vars_find(&search->vars, search->scenario, &wanted))
        return PROVE_NO_MEMORY;
    if (search->vars.functions && search->work->limits.states == 0)
        search->limits.states = LUA_STATES;

    const prove_fit fit = make_keys(search, options);

    prove_live_release(&search->live);
    if (fit == PROVE_FITS &&
        !prove_store_make(&search->store, search->keys.words, search->limits.jobs))
        return PROVE_NO_MEMORY;
    return fit;
}

static prove_fit prepare(prove_search *search, const prove_options *options)
{
    const ear_scenario *s = search->scenario;

    if (!prove_flow_make(&search->flow, s) || !prove_reads_make(&search->reads, s) ||
        !prove_seen_make(&search->seen, s))
        return PROVE_NO_MEMORY;
    return prove_search_keys(search, options);
}

/* ---- from the beginning ---- */

/* What happens before the first reply. It has no layer, and no states it comes from. */
static bool start(prove_search *search)
{
    prove_worker *worker = &search->pool.workers[0];
    const prove_draft *draft = &worker->draft;
    bool done;

    prove_expand_start(worker);
    done = worker->status == EAR_OK && prove_order_room(search, draft->found_count);
    for (uint32_t i = 0; done && i < draft->found_count; i++)
        search->order[search->count++] = draft->found[i].number;
    return done;
}

static bool lua_is_why(const prove_search *search)
{
    bool failed = false;

    for (uint32_t i = 0; i < search->seen.stuck_count; i++)
        failed |= search->seen.stuck[i].why == SIM_NOT_STUCK;
    return failed || search->reads.drawn;
}

static prove_why reason(const prove_search *search)
{
    const prove_why halt = (prove_why)atomic_load(&search->halt);

    if (halt != PROVE_PROVED)
        return halt;
    if (!search->seen.inexact && !search->vars.shuffled)
        return PROVE_PROVED;
    return lua_is_why(search) ? PROVE_LUA : PROVE_INEXACT;
}

static ear_status open_pool(prove_search *search, ear_error *err)
{
    if (!prove_pool_make(&search->pool, search, search->limits.jobs))
        return base_fail_memory(err);
    search->deal.jobs = search->pool.count;
    prove_pool_run(&search->pool, phase_open, false);
    for (unsigned i = 0; i < search->pool.count; i++)
        if (search->pool.workers[i].status != EAR_OK)
            return first_failure(search, err);
    return EAR_OK;
}

/* Goes through everything; again, for as long as functions look at something new. */
static ear_status go(prove_search *search, const prove_options *options, ear_error *err)
{
    do {
        const prove_fit fit =
            search->outdated ? prove_renew(search, options) : PROVE_FITS;

        if (fit == PROVE_TOO_WIDE) {
            search->why = PROVE_WIDE;
            return EAR_OK;
        }
        if (fit == PROVE_NO_MEMORY || !start(search) ||
            (!prove_learned(search) && !prove_go_through(search)))
            return first_failure(search, err);
    } while (search->outdated && !prove_stopped(search->work));
    search->why = reason(search);
    return EAR_OK;
}

static ear_status run(prove_search *search, const prove_options *options, ear_error *err)
{
    ear_status status = open_pool(search, err);

    if (status == EAR_OK)
        status = prove_learn(search, err);
    if (status == EAR_OK)
        status = go(search, options, err);
    if (status == EAR_OK && search->why == PROVE_PROVED &&
        !(prove_look_back(search) && prove_go_round(search)))
        return base_fail_memory(err);
    return status;
}

/* What can be said without having seen every state. */
static ear_status do_without(prove_search *search, const prove_options *options,
                             ear_error *err)
{
    if (options->no_play)
        return EAR_OK;
    if (!prove_ranges_find(&search->ranges, &search->flow, search->limits.memory / 2))
        return base_fail_memory(err);
    return options->glance ? EAR_OK : prove_sample(search, err);
}

ear_status prove_search_run(prove_search **out, const ear_scenario *scenario,
                            const prove_options *options, const prove_work *work,
                            ear_error *err)
{
    static const prove_options usual = {0};
    const prove_options *wanted = options ? options : &usual;
    prove_search *search = calloc(1, sizeof *search);
    ear_status status = EAR_OK;

    if (!search)
        return base_fail_memory(err);
    search->scenario = scenario;
    search->work = work;
    search->limits = work->limits;
    prove_limits_fill(&search->limits);
    switch (prepare(search, wanted)) {
    case PROVE_FITS:
        status = run(search, wanted, err);
        break;
    case PROVE_TOO_WIDE:
        search->why = PROVE_WIDE;
        status = open_pool(search, err);
        break;
    case PROVE_NO_MEMORY:
        status = base_fail_memory(err);
        break;
    }
    if (status == EAR_OK && search->why != PROVE_PROVED)
        status = do_without(search, wanted, err);
    if (search->pool.count)
        prove_pool_run(&search->pool, phase_close, false);
    prove_pool_release(&search->pool);
    search->work = NULL;
    if (status != EAR_OK) {
        prove_search_free(search);
        return status;
    }
    *out = search;
    return EAR_OK;
}

/* What they hold, not the list of them. */
static void release_chunks(prove_search *search)
{
    for (uint32_t i = 0; i < search->chunk_count; i++)
        free(search->chunks[i].found);
    for (unsigned i = 0; i < PROVE_MAX_JOBS; i++)
        prove_heap_release(&search->heaps[i]);
}

void prove_search_forget(prove_search *search)
{
    release_chunks(search);
    search->chunk_count = search->layer_count = search->count = 0;
    search->layer_chunk = 0;
    atomic_store(&search->circles, 0);
    atomic_store(&search->halt, PROVE_PROVED);
    atomic_store(&search->edges, 0);
    prove_seen_clear(&search->seen);
    prove_deal_release(&search->deal);
    search->deal.jobs = search->pool.count;
    prove_store_release(&search->store);
    prove_keys_release(&search->keys);
    prove_vars_release(&search->vars);
}

void prove_search_free(prove_search *search)
{
    if (!search)
        return;
    release_chunks(search);
    free(search->chunks);
    base_pages_give(search->order, search->order_room * sizeof *search->order);
    free(search->layers);
    for (uint32_t i = 0; i < search->played.count && search->played.roads; i++)
        free(search->played.roads[i].replies);
    free(search->played.moments);
    free(search->played.stuck);
    free(search->played.roads);
    free(search->rounds);
    free(search->effects);
    base_pages_give((void *)search->best, search->numbers * sizeof *search->best);
    base_pages_give(search->worth, search->numbers * sizeof *search->worth);
    prove_seen_release(&search->seen);
    prove_ranges_release(&search->ranges);
    prove_deal_release(&search->deal);
    prove_store_release(&search->store);
    prove_keys_release(&search->keys);
    prove_live_release(&search->live);
    prove_vars_release(&search->vars);
    prove_reads_release(&search->reads);
    prove_flow_release(&search->flow);
    free(search);
}
