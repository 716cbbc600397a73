#include "prove/tally.h"

#include "base/grow.h"
#include "model/scenario.h"

#include <stdlib.h>
#include <string.h>

static const prove_sum nothing = {0, INT64_MAX, INT64_MIN};

static prove_sum *new_sums(size_t count)
{
    prove_sum *sums = malloc((count ? count : 1) * sizeof *sums);

    for (size_t i = 0; sums && i < count; i++)
        sums[i] = nothing;
    return sums;
}

static uint64_t *new_counts(size_t count)
{
    return calloc(count ? count : 1, sizeof(uint64_t));
}

prove_tally *prove_tally_new(const ear_scenario *scenario,
                             const prove_players_options *options)
{
    const uint32_t *count = scenario->count;
    prove_tally *t = calloc(1, sizeof *t);

    if (!t)
        return NULL;
    t->player = options->player;
    t->seed = options->seed;
    t->turns = t->tenths = nothing;
    t->meters = new_sums(count[MODEL_S_METERS]);
    t->kpis = new_sums(count[MODEL_S_KPIS]);
    t->outcomes = new_counts(count[MODEL_S_MOMENTS]);
    t->offered = new_counts(count[MODEL_S_REPLIES]);
    t->chosen = new_counts(count[MODEL_S_REPLIES]);
    if (options->paths) {
        t->played = new_counts(count[MODEL_S_STATEMENTS]);
        t->happened = new_counts(count[MODEL_S_RULES]);
    }
    if (!t->meters || !t->kpis || !t->outcomes || !t->offered || !t->chosen ||
        (options->paths && (!t->played || !t->happened))) {
        prove_tally_free(t);
        return NULL;
    }
    return t;
}

void prove_tally_free(prove_tally *tally)
{
    if (!tally)
        return;
    free(tally->meters);
    free(tally->kpis);
    free(tally->outcomes);
    free(tally->offered);
    free(tally->chosen);
    free(tally->played);
    free(tally->happened);
    free(tally->broken);
    free(tally);
}

void prove_sum_note(prove_sum *sum, int64_t value)
{
    sum->sum += value;
    sum->least = value < sum->least ? value : sum->least;
    sum->most = value > sum->most ? value : sum->most;
}

static void add_sums(prove_sum *to, const prove_sum *from, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        to[i].sum += from[i].sum;
        to[i].least = from[i].least < to[i].least ? from[i].least : to[i].least;
        to[i].most = from[i].most > to[i].most ? from[i].most : to[i].most;
    }
}

static void add_counts(uint64_t *to, const uint64_t *from, size_t count)
{
    for (size_t i = 0; from && i < count; i++)
        to[i] += from[i];
}

/* Where a place stands in the list, or should. */
static size_t place_of(const prove_tally *tally, uint32_t statement)
{
    size_t at = 0;

    while (at < tally->broken_count && tally->broken[at].statement < statement)
        at++;
    return at;
}

static bool make_room(prove_tally *tally)
{
    prove_broken *moved = base_grown(tally->broken, &tally->broken_room,
                                     tally->broken_count + 1, sizeof *moved);

    if (moved)
        tally->broken = moved;
    return moved != NULL;
}

static bool add_broken(prove_tally *tally, const prove_broken *broken)
{
    const size_t at = place_of(tally, broken->statement);
    prove_broken *here = tally->broken + at;

    if (at < tally->broken_count && here->statement == broken->statement) {
        const uint64_t runs = here->runs + broken->runs;

        if (broken->run < here->run)
            *here = *broken;
        here->runs = runs;
        return true;
    }
    if (!make_room(tally))
        return false;
    here = tally->broken + at;
    memmove(here + 1, here, (tally->broken_count - at) * sizeof *here);
    *here = *broken;
    tally->broken_count++;
    return true;
}

bool prove_tally_broken(prove_tally *tally, const model_state *state, uint64_t run,
                        const ear_error *error)
{
    const prove_broken broken = {
        .moment = state->moment,
        .statement = state->statement,
        .runs = 1,
        .run = run,
        .error = *error,
    };

    return add_broken(tally, &broken);
}

bool prove_tally_add(prove_tally *to, const prove_tally *from,
                     const ear_scenario *scenario)
{
    const uint32_t *count = scenario->count;

    to->runs += from->runs;
    to->ended += from->ended;
    add_sums(&to->turns, &from->turns, 1);
    add_sums(&to->tenths, &from->tenths, 1);
    add_sums(to->meters, from->meters, count[MODEL_S_METERS]);
    add_sums(to->kpis, from->kpis, count[MODEL_S_KPIS]);
    add_counts(to->outcomes, from->outcomes, count[MODEL_S_MOMENTS]);
    add_counts(to->offered, from->offered, count[MODEL_S_REPLIES]);
    add_counts(to->chosen, from->chosen, count[MODEL_S_REPLIES]);
    add_counts(to->played, from->played, count[MODEL_S_STATEMENTS]);
    add_counts(to->happened, from->happened, count[MODEL_S_RULES]);
    for (size_t i = 0; i < from->broken_count; i++)
        if (!add_broken(to, &from->broken[i]))
            return false;
    return true;
}
