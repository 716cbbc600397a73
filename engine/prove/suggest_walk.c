#include "prove/suggest_walk.h"

#include "base/fail.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define STEP 256u              /* of the work, for a step of the smallest scenario */
#define TELL (WALK_WORK / 100) /* work between two words on how far it is */

/* Goals by the byte that marks them: `goals` from by_byte[byte] up to the next. */
static ear_status order_goals(walker *w, ear_error *err)
{
    const prove_goals *goals = w->goals;
    const size_t bytes = w->coverage.bytes;

    w->by_byte = calloc(bytes + 2, sizeof *w->by_byte);
    w->ordered = malloc((goals->count + 1) * sizeof *w->ordered);
    if (!w->by_byte || !w->ordered)
        return base_fail_memory(err);
    for (size_t i = 0; i < goals->count; i++)
        w->by_byte[goals->at[i].at + 2]++;
    for (size_t i = 2; i <= bytes + 1; i++)
        w->by_byte[i] += w->by_byte[i - 1];
    for (size_t i = 0; i < goals->count; i++)
        w->ordered[w->by_byte[goals->at[i].at + 1]++] = (uint32_t)i;
    return EAR_OK;
}

static ear_status make_key(walker *w, ear_error *err)
{
    w->layout = sim_player_layout(w->player);
    if (!value_key_make(&w->key, w->scenario, w->layout, false, NULL))
        return base_fail_memory(err);
    w->key.random = true;
    w->room = malloc(value_key_room(&w->key));
    return w->room ? EAR_OK : base_fail_memory(err);
}

ear_status walk_open(walker *w, const ear_scenario *scenario, const ear_hooks *hooks,
                     const prove_goals *goals, ear_error *err)
{
    ear_status status;

    *w = (walker){.scenario = scenario,
                  .goals = goals,
                  .asked = w->asked,
                  .work = WALK_WORK,
                  .told = WALK_WORK};
    w->words = goals->count / 64 + 1;
    status = sim_player_new(&w->player, scenario, hooks, false, err);
    if (status == EAR_OK)
        status = prove_coverage_new(&w->coverage, scenario, err);
    if (status == EAR_OK)
        status = order_goals(w, err);
    if (status == EAR_OK)
        status = make_key(w, err);
    if (status != EAR_OK) {
        walk_close(w);
        return status;
    }
    sim_player_watch(w->player, &w->coverage.watch);
    sim_player_seed(w->player, WALK_SEED);
    return EAR_OK;
}

void walk_close(walker *w)
{
    sim_player_free(w->player);
    prove_coverage_release(&w->coverage);
    free(w->by_byte);
    free(w->ordered);
    free(w->room);
    value_key_release(&w->key);
}

static void spend(walker *w)
{
    const uint64_t work = STEP + (w->coverage.bytes + w->layout->bytes) / 8;
    const prove_progress *progress = &w->asked->progress;

    w->work = w->work > work ? w->work - work : 0;
    if (w->work > WALK_LAST && prove_stopped(w->asked))
        w->work = WALK_LAST;
    if (w->told - w->work < TELL)
        return;
    w->told = w->work;
    if (progress->tell)
        progress->tell(progress->user, 100 - w->work / TELL, 100);
}

static void gather_byte(const walker *w, size_t byte, uint64_t *met)
{
    const uint8_t mark = w->coverage.watch.statements[byte];

    for (uint32_t i = w->by_byte[byte]; i < w->by_byte[byte + 1]; i++)
        if (mark & w->goals->at[w->ordered[i]].bit)
            walk_put(met, w->ordered[i]);
}

/* Most of what could be marked is not: eight bytes at a time. */
static void gather(const walker *w, uint64_t *met)
{
    const uint8_t *marks = w->coverage.watch.statements;
    const size_t bytes = w->coverage.bytes;
    size_t at = 0;

    for (; at + 8 <= bytes; at += 8) {
        uint64_t eight;

        memcpy(&eight, marks + at, sizeof eight);
        for (size_t i = 0; eight && i < 8; i++)
            if (marks[at + i])
                gather_byte(w, at + i, met);
    }
    for (; at < bytes; at++)
        if (marks[at])
            gather_byte(w, at, met);
}

static walk_end arrive(walker *w, const model_state *state, ear_status status,
                       uint64_t *met)
{
    spend(w);
    if (status == EAR_E_NOMEM)
        w->memory = true;
    if (status != EAR_OK)
        return WALK_STUCK;
    gather(w, met);
    return state->phase == MODEL_PHASE_ENDED ? WALK_OVER : WALK_CHOICE;
}

walk_end walk_begin(walker *w, model_state *state, uint64_t *met, ear_error *err)
{
    prove_coverage_clear(&w->coverage);
    model_state_begin(state, w->scenario, w->layout, WALK_SEED);
    return arrive(w, state, sim_player_begin(w->player, state, MODEL_NONE, err), met);
}

walk_end walk_step(walker *w, model_state *state, unsigned bit, uint64_t *met)
{
    ear_error err;

    prove_coverage_clear(&w->coverage);
    w->coverage.given[w->scenario->statements[state->statement].item + bit] = 1;
    return arrive(w, state, sim_player_choose(w->player, state, bit, &err), met);
}

uint64_t walk_key(walker *w, const model_state *state)
{
    const size_t bytes = value_key_write(&w->key, w->room, state);

    return bytes > 0 && bytes != VALUE_KEY_REFUSED
               ? base_hash(w->room, bytes, state->random)
               : base_hash(state, w->layout->bytes, 0);
}

size_t walk_shared(const walker *w, const uint64_t *a, const uint64_t *b)
{
    size_t count = 0;

    for (size_t i = 0; i < w->words; i++)
        for (uint64_t both = a[i] & b[i]; both; both &= both - 1)
            count++;
    return count;
}
