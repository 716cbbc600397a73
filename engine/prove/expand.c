/* All that can come of one state. */
#include "prove/search_internal.h"

#include "base/fail.h"
#include "base/grow.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define WAITING      160u /* states that are added together */
#define LAG          48u  /* states until what was asked for has come */
#define MOST_CHANCES 12u  /* lots in one reply that are taken both ways */
#define MOST_EDGES   4096u
#define MOST_CIRCLES 500u /* circles without a reply that are played to their limit */
#define MOST_ASKED   4u   /* the same, where each statement may ask the helper */

/* A state that is to be added: its slot is being fetched meanwhile. */
struct prove_waiting {
    uint64_t hash;
    uint32_t edge;
    uint32_t from;
};

/* ---- functions ---- */

/* Functions on which nothing depends are asked only while it is found out what functions
 * look at: then it shows whether they fail. */
static ear_status answer(void *user, const ear_call *call, ear_answer *out,
                         ear_error *err)
{
    prove_worker *worker = user;
    const prove_search *search = worker->search;
    const bool counts = search->vars.asked[call->function];

    if (!counts && !(search->learning && worker->asker.hooks.call)) {
        out->text = (ear_text){"...", 3};
        out->truth = true;
        return EAR_OK;
    }

    const uint64_t drawn = out->random;
    const ear_status status = prove_ask(&worker->asker, counts, call, out, err);

    if (status == EAR_OK && out->random != drawn)
        worker->seen.inexact = true;
    return status;
}

bool prove_worker_fit(prove_worker *worker)
{
    const size_t words = worker->search->keys.words + (size_t)1;
    uint32_t *keys = realloc(worker->keys, WAITING * words * sizeof *keys);

    if (keys)
        worker->keys = keys;
    return keys != NULL;
}

ear_status prove_worker_open(prove_worker *worker)
{
    prove_search *search = worker->search;
    const ear_scenario *s = search->scenario;
    const ear_hooks hooks = {answer, worker};
    ear_status status = EAR_OK;

    if (search->vars.functions || search->work->helpers.open)
        status = prove_helper_open(search->work, s, &worker->asker.hooks, &worker->handle,
                                   &worker->err);
    if (status == EAR_OK)
        status = sim_player_new(&worker->player, s, &hooks, false, &worker->err);
    if (status != EAR_OK)
        return status;
    worker->state = malloc(search->layout.bytes);
    worker->waiting = malloc(WAITING * sizeof *worker->waiting);
    if (!worker->state || !worker->waiting || !prove_worker_fit(worker) ||
        !prove_seen_make(&worker->seen, s) ||
        !prove_asker_make(&worker->asker, &search->reads, &search->layout))
        return base_fail_memory(&worker->err);
    model_state_begin(worker->state, s, &search->layout, 0);
    sim_player_watch(worker->player, &worker->seen.watch);
    sim_player_chances(worker->player, &worker->chances);
    return EAR_OK;
}

void prove_worker_close(prove_worker *worker)
{
    sim_player_free(worker->player);
    prove_helper_close(worker->search->work, worker->handle);
    if (worker->seen.scenario)
        prove_seen_release(&worker->seen);
    prove_asker_release(&worker->asker);
    free(worker->state);
    free(worker->waiting);
    free(worker->keys);
    free(worker->draft.found);
    free(worker->draft.to);
    free(worker->draft.by);
    free(worker->draft.edges);
    worker->draft = (prove_draft){0};
    worker->player = NULL;
    worker->handle = NULL;
    worker->state = NULL;
    worker->waiting = NULL;
    worker->keys = NULL;
}

void prove_worker_refuse(prove_worker *worker)
{
    worker->status = base_fail_memory(&worker->err);
}

/* ---- where replies lead ---- */

static bool add_edge(prove_worker *worker, uint32_t to, unsigned by)
{
    prove_draft *draft = &worker->draft;
    const uint32_t at = draft->edge_count;

    if ((at >= draft->to_room && !prove_room((void **)&draft->to, &draft->to_room,
                                             at + UINT64_C(1), sizeof *draft->to)) ||
        (at >= draft->by_room && !prove_room((void **)&draft->by, &draft->by_room,
                                             at + UINT64_C(1), sizeof *draft->by))) {
        prove_worker_refuse(worker);
        return false;
    }
    draft->to[at] = to;
    draft->by[at] = (uint8_t)by;
    draft->edge_count++;
    return true;
}

static void add_found(prove_worker *worker, uint32_t number, uint32_t from)
{
    prove_draft *draft = &worker->draft;

    if (prove_room((void **)&draft->found, &draft->found_room,
                   draft->found_count + UINT64_C(1), sizeof *draft->found))
        draft->found[draft->found_count++] = (prove_found){number, from};
    else
        prove_worker_refuse(worker);
}

void prove_flush(prove_worker *worker)
{
    prove_store *store = &worker->search->store;
    const uint32_t count = worker->waiting_count;

    worker->waiting_count = 0;
    for (uint32_t i = count > LAG ? count - LAG : 0; i < count; i++)
        prove_store_expect_record(store, worker->waiting[i].hash);
    for (uint32_t i = 0; i < count; i++) {
        const struct prove_waiting *it = &worker->waiting[i];
        uint32_t number = 0;
        const prove_met met = prove_store_add(store, &worker->block,
                                              worker->keys + (size_t)i * store->words,
                                              it->hash, it->from, &number);

        if (met == PROVE_REFUSED) {
            prove_worker_refuse(worker);
            return;
        }
        worker->draft.to[it->edge] = number;
        if (met != PROVE_OLD)
            add_found(worker, number, it->from);
    }
}

static void arrive_choice(prove_worker *worker, unsigned by, uint32_t from)
{
    prove_store *store = &worker->search->store;

    if (worker->waiting_count == WAITING)
        prove_flush(worker);
    if (!add_edge(worker, PROVE_UNKNOWN, by))
        return;

    uint32_t *key = worker->keys + (size_t)worker->waiting_count * store->words;

    prove_pack(&worker->packer, key, worker->state);

    const uint64_t hash = prove_store_hash(store, key);

    worker->waiting[worker->waiting_count++] =
        (struct prove_waiting){hash, worker->draft.edge_count - 1, from};
    prove_store_expect(store, hash);
    if (worker->waiting_count > LAG)
        prove_store_expect_record(store,
                                  worker->waiting[worker->waiting_count - 1 - LAG].hash);
}

static void arrive_outcome(prove_worker *worker, unsigned by, uint32_t from)
{
    const uint32_t moment = worker->state->moment;
    prove_seen *seen = &worker->seen;

    add_edge(worker, PROVE_OUTCOME | moment, by);
    prove_seen_meters(seen, moment,
                      model_ints(worker->state, worker->search->layout.meters));
    if (from < seen->reached[moment]) {
        seen->reached[moment] = from;
        seen->reached_by[moment] = (uint8_t)(by & PROVE_REPLY);
    }
}

/* Why is in the worker's error. */
static void arrive_nowhere(prove_worker *worker, unsigned by, uint32_t from)
{
    prove_search *search = worker->search;
    const sim_stuck why = sim_player_stuck(worker->player);
    /* Going round until a lot falls otherwise is no circle. */
    const bool lucky = why == SIM_CIRCLE && worker->chances.asked > MOST_CHANCES;
    const prove_stuck stuck = {
        .why = (uint8_t)why,
        .reply = (uint8_t)(by & PROVE_REPLY),
        .moment = worker->state->moment,
        .statement = why == SIM_EMPTY_CHOICE ? worker->state->statement : MODEL_NONE,
        .from = from,
        .err = worker->err,
    };

    if (worker->err.status == EAR_E_NOMEM) {
        prove_worker_refuse(worker);
        return;
    }
    add_edge(worker, why == SIM_NOT_STUCK || lucky ? PROVE_UNKNOWN : PROVE_BREAKS, by);
    worker->seen.inexact |= why == SIM_NOT_STUCK || lucky;
    if (!lucky)
        prove_seen_stuck(&worker->seen, &stuck);
    if (why == SIM_CIRCLE && atomic_fetch_add(&search->circles, 1) >=
                                 (search->vars.functions ? MOST_ASKED : MOST_CIRCLES))
        atomic_store(&search->halt, PROVE_INEXACT);
}

static void arrive(prove_worker *worker, unsigned by, uint32_t from, ear_status status)
{
    if (status != EAR_OK)
        arrive_nowhere(worker, by, from);
    else if (worker->state->phase == MODEL_PHASE_CHOICE)
        arrive_choice(worker, by, from);
    else
        arrive_outcome(worker, by, from);
}

/* ---- lots ---- */

/* The next way for them to fall; false: that were all. */
static bool next_chances(prove_worker *worker)
{
    model_chances *chances = &worker->chances;
    uint32_t i = chances->asked;

    if (i > MOST_CHANCES) {
        worker->seen.inexact = true;
        i = MOST_CHANCES;
    }
    while (i > 0 && chances->outcomes >> (i - 1) & 1)
        chances->outcomes &= ~(UINT64_C(1) << --i);
    if (i == 0)
        return false;
    chances->outcomes |= UINT64_C(1) << (i - 1);
    return true;
}

/* ---- replies that do the same ---- */

/* What a reply came to, for everybody to see, and by which moments: counts apart. */
static uint64_t print_of(const prove_worker *worker, ear_status status)
{
    const model_layout *at = &worker->search->layout;
    const ear_scenario *s = worker->search->scenario;
    const model_state *state = worker->state;
    const char *block = (const char *)state;
    const uint32_t place[] = {(uint32_t)status, state->phase, state->moment,
                              state->statement, state->depth};
    uint64_t print = base_hash(place, sizeof place, sim_player_way(worker->player));

    print =
        base_hash(block + at->meters, s->count[MODEL_S_METERS] * sizeof(int32_t), print);
    print =
        base_hash(block + at->points, s->count[MODEL_S_SKILLS] * sizeof(int32_t), print);
    print = base_hash(block + at->flags, s->count[MODEL_S_FLAGS], print);
    return base_hash(state->visits, state->depth * sizeof *state->visits, print);
}

typedef struct comparing {
    uint64_t print; /* of the first reply */
    unsigned by;
    bool some; /* there was one */
} comparing;

static void compare(prove_worker *worker, comparing *c, uint32_t statement, unsigned by,
                    ear_status status)
{
    uint8_t *mark = &worker->seen.choices[statement];

    if (*mark & PROVE_DIFFERENT)
        return;

    const uint64_t print = print_of(worker, status);

    if (!c->some)
        *c = (comparing){print, by, true};
    else if (print != c->print)
        *mark |= PROVE_DIFFERENT;
    else if (by != c->by)
        *mark |= PROVE_ALIKE;
}

/* ---- a state ---- */

static void try_reply(prove_worker *worker, comparing *c, unsigned by, uint32_t from)
{
    const uint32_t statement = worker->state->statement;
    const uint32_t most = worker->draft.edge_count + MOST_EDGES / 16;
    bool more = true;

    worker->chances.outcomes = 0;
    while (more && worker->status == EAR_OK) {
        worker->chances.asked = 0;
        sim_player_mark(worker->player, worker->state);
        if (by & PROVE_NOTICED)
            sim_player_notice(worker->player, worker->state);

        const ear_status status = sim_player_choose(worker->player, worker->state,
                                                    by & PROVE_REPLY, &worker->err);

        compare(worker, c, statement, by & PROVE_REPLY, status);
        arrive(worker, by, from, status);
        more = next_chances(worker);
        sim_player_back(worker->player, worker->state);
        if (more && worker->draft.edge_count > most) {
            worker->seen.inexact = true;
            break;
        }
    }
}

static bool can_notice(const prove_worker *worker)
{
    const prove_vars *vars = &worker->search->vars;
    const uint32_t notice = worker->state->notice;

    return notice != MODEL_NONE && prove_var_of(vars, PROVE_NOTICE, 0) != MODEL_NONE &&
           worker->search->scenario->notices[notice].answer != MODEL_NONE;
}

void prove_expand(prove_worker *worker, uint32_t rank)
{
    prove_search *search = worker->search;
    const prove_chunk *chunk = worker->chunk;
    model_state *state = worker->state;
    const uint32_t before = worker->draft.edge_count;
    comparing c = {0};

    prove_unpack(&worker->packer, state,
                 prove_record_at(&search->store, search->order[rank])->key);
    prove_seen_meters(&worker->seen, state->moment,
                      model_ints(state, search->layout.meters));

    const unsigned ways = can_notice(worker) ? 2 : 1;

    for (uint64_t left = state->offered; left && worker->status == EAR_OK;) {
        unsigned bit = 0;

        while (!(left >> bit & 1))
            bit++;
        left &= left - 1;
        for (unsigned way = 0; way < ways; way++)
            try_reply(worker, &c, bit | (way ? PROVE_NOTICED : 0), rank + 1);
    }
    worker->draft.edges[rank - chunk->first] =
        (uint16_t)(worker->draft.edge_count - before);
    prove_blank(&worker->packer, state);
}

void prove_expand_start(prove_worker *worker)
{
    bool more = true;

    worker->chances.outcomes = 0;
    while (more && worker->status == EAR_OK) {
        worker->chances.asked = 0;
        sim_player_mark(worker->player, worker->state);

        const ear_status status =
            sim_player_begin(worker->player, worker->state, MODEL_NONE, &worker->err);

        arrive(worker, 0, 0, status);
        more = next_chances(worker);
        sim_player_back(worker->player, worker->state);
    }
    prove_flush(worker);
}
