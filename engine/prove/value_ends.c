/* The ways in which runs end, each once. */
#include "base/fail.h"

#include "base/grow.h"
#include "base/hash.h"
#include "prove/value_graph.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_SLOTS 64u

int prove_ending_compare(const ear_scenario *scenario, const prove_ending *a,
                         const prove_ending *b)
{
    int order = (a->rating > b->rating) - (a->rating < b->rating);

    if (!a->figures || !b->figures)
        return order;
    for (uint32_t k = 0; order == 0 && k < scenario->count[MODEL_S_KPIS]; k++) {
        order = base_number_compare(a->figures[k], b->figures[k]);
        if (scenario->kpis[k].lower_is_better)
            order = -order;
    }
    return order;
}

static uint64_t hash_of(const value_graph *g, const prove_ending *ending)
{
    return base_hash(ending->figures,
                     g->scenario->count[MODEL_S_KPIS] * sizeof *ending->figures,
                     ending->outcome);
}

static bool same(const value_graph *g, const prove_ending *a, const prove_ending *b)
{
    return a->outcome == b->outcome &&
           memcmp(a->figures, b->figures,
                  g->scenario->count[MODEL_S_KPIS] * sizeof *a->figures) == 0;
}

static bool more_slots(value_graph *g)
{
    const size_t count = g->ending_slots_count ? g->ending_slots_count * 2 : FIRST_SLOTS;
    uint32_t *slots = realloc(g->ending_slots, count * sizeof *slots);

    if (!slots)
        return false;
    memset(slots, 0xff, count * sizeof *slots);
    g->ending_slots = slots;
    g->ending_slots_count = count;
    for (uint32_t e = VALUE_NO_ENDING + 1; e < g->endings_count; e++) {
        size_t i = (size_t)hash_of(g, g->endings[e]) & (count - 1);

        while (slots[i] != MODEL_NONE)
            i = (i + 1) & (count - 1);
        slots[i] = e;
    }
    return true;
}

static uint32_t *slot_of(value_graph *g, const prove_ending *ending)
{
    size_t i = (size_t)hash_of(g, ending) & (g->ending_slots_count - 1);

    while (g->ending_slots[i] != MODEL_NONE &&
           !same(g, g->endings[g->ending_slots[i]], ending))
        i = (i + 1) & (g->ending_slots_count - 1);
    return &g->ending_slots[i];
}

static bool add(value_graph *g, const prove_ending *ending)
{
    const size_t bytes = g->scenario->count[MODEL_S_KPIS] * sizeof *ending->figures;
    prove_ending *kept = base_arena_alloc(&g->kept, sizeof *kept);
    base_number *figures = base_arena_alloc(&g->kept, bytes + 1);

    if (!kept || !figures)
        return false;

    const prove_ending **moved =
        base_grown(g->endings, &g->endings_room, g->endings_count + 1, sizeof *moved);

    if (!moved)
        return false;
    g->endings = moved;
    *kept = *ending;
    kept->figures = NULL;
    if (ending->figures)
        kept->figures = memcpy(figures, ending->figures, bytes);
    g->endings[g->endings_count++] = kept;
    return true;
}

bool value_ends_begin(value_graph *g)
{
    const size_t kpis = g->scenario->count[MODEL_S_KPIS];
    const prove_ending none = {MODEL_NONE, PROVE_NO_OUTCOME, NULL};

    g->figures = calloc(kpis + 1, sizeof *g->figures);
    return g->figures && add(g, &none) && more_slots(g);
}

void value_ends_release(value_graph *g)
{
    free(g->figures);
    free(g->endings);
    free(g->ending_slots);
    base_arena_release(&g->kept);
}

static ear_status figures_of(value_graph *g, model_state *state, ear_error *err)
{
    ear_status status = EAR_OK;

    for (uint32_t k = 0; status == EAR_OK && k < g->scenario->count[MODEL_S_KPIS]; k++)
        status = sim_player_kpi(g->player, state, k, &g->figures[k], err);
    return status;
}

ear_status value_ending_of(value_graph *g, uint32_t *ending, model_state *state,
                           ear_error *err)
{
    const prove_ending it = {
        .outcome = state->moment,
        .rating = (int)g->scenario->moments[state->moment].rating,
        .figures = g->figures,
    };
    const ear_status status = figures_of(g, state, err);

    *ending = VALUE_NO_ENDING;
    if (status != EAR_OK) /* a figure's function failed: there the run breaks off */
        return status == EAR_E_NOMEM ? status : EAR_OK;

    uint32_t *slot = slot_of(g, &it);

    if (*slot != MODEL_NONE) {
        *ending = *slot;
        return EAR_OK;
    }
    *ending = (uint32_t)g->endings_count;
    if (!add(g, &it))
        return base_fail_memory(err);
    *slot = *ending;
    if (g->endings_count * 2 > g->ending_slots_count && !more_slots(g))
        return base_fail_memory(err);
    return EAR_OK;
}
