#include "prove/suggest_walk.h"

#include "base/fail.h"
#include "base/hash.h"
#include "model/code.h"

#include <stdlib.h>
#include <string.h>

#define STEP 256u              /* of the work, for a step of the smallest scenario */
#define TELL (WALK_WORK / 100) /* work between two words on how far it is */

static void note_read(walk_reads *reads, uint32_t op)
{
    reads->turn |= op == MODEL_OP_TURN;
    reads->tenths |= op == MODEL_OP_MINUTES || op == MODEL_OP_SECONDS;
    reads->first |= op == MODEL_OP_FIRST;
    reads->lowest |= op == MODEL_OP_LOWEST;
    reads->highest |= op == MODEL_OP_HIGHEST;
    reads->extreme |= op == MODEL_OP_EXTREME;
    reads->points |= op == MODEL_OP_SKILL;
}

static walk_reads reads_of(const ear_scenario *sc)
{
    walk_reads reads = {false, false, false, false, false, false, false};

    for (uint32_t at = 0; at < sc->count[MODEL_S_CODE]; at++) {
        const uint32_t op = sc->code[at] & 0xff;

        note_read(&reads, op);
        at += op == MODEL_OP_WHOLE || op == MODEL_OP_METER_COMPARE;
    }
    if (sc->info->functions) /* they may ask for anything */
        reads = (walk_reads){true, true, true, true, true, true, true};
    return reads;
}

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
    w->reads = reads_of(scenario);
    status = sim_player_new(&w->player, scenario, hooks, false, err);
    if (status == EAR_OK)
        status = prove_coverage_new(&w->coverage, scenario, err);
    if (status == EAR_OK)
        status = order_goals(w, err);
    if (status != EAR_OK) {
        walk_close(w);
        return status;
    }
    w->layout = sim_player_layout(w->player);
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

static uint64_t hash_ints(const walker *w, const model_state *state, bool read,
                          uint32_t at, uint64_t hash)
{
    const size_t bytes = sizeof(int32_t) * w->scenario->count[MODEL_S_METERS];

    return read ? base_hash((const char *)state + at, bytes, hash) : hash;
}

uint64_t walk_key(const walker *w, const model_state *state)
{
    const model_layout *l = w->layout;
    const ear_scenario *sc = w->scenario;
    const uint64_t stands[] = {state->random,    state->offered,
                               state->statement, state->phase,
                               state->moment,    w->reads.turn ? state->turn : 0,
                               state->depth,     w->reads.tenths ? state->tenths : 0};
    uint64_t hash = base_hash(stands, sizeof stands, 0);

    hash = base_hash(state->visits, sizeof *state->visits * state->depth, hash);
    hash = hash_ints(w, state, true, l->meters, hash);
    hash = hash_ints(w, state, w->reads.first, l->first, hash);
    hash = hash_ints(w, state, w->reads.lowest, l->lowest, hash);
    hash = hash_ints(w, state, w->reads.highest, l->highest, hash);
    hash = hash_ints(w, state, w->reads.extreme, l->extreme, hash);
    if (w->reads.points)
        hash = base_hash(model_ints(state, l->points),
                         sizeof(int32_t) * sc->count[MODEL_S_SKILLS], hash);
    hash =
        base_hash(model_words_at(state, l->counters), sizeof(uint32_t) * l->kept, hash);
    hash = base_hash(model_words_at(state, l->since),
                     sizeof(uint32_t) * sc->header->since_counters, hash);
    return base_hash(model_flags_at(state, l), sc->count[MODEL_S_FLAGS], hash);
}

size_t walk_shared(const walker *w, const uint64_t *a, const uint64_t *b)
{
    size_t count = 0;

    for (size_t i = 0; i < w->words; i++)
        for (uint64_t both = a[i] & b[i]; both; both &= both - 1)
            count++;
    return count;
}
