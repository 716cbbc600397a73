#include "prove/value_graph.h"

#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

#define MOST_RENEWED 50u

/* A column for each outcome. */
static bool number_outcomes(value_graph *g)
{
    const ear_scenario *sc = g->scenario;

    g->outcome_of = malloc((sc->count[MODEL_S_MOMENTS] + 1u) * sizeof *g->outcome_of);
    if (!g->outcome_of)
        return false;
    for (uint32_t m = 0; m < sc->count[MODEL_S_MOMENTS]; m++)
        g->outcome_of[m] =
            sc->moments[m].kind == MODEL_OUTCOME ? g->outcomes++ : MODEL_NONE;
    g->width = g->outcomes + sc->count[MODEL_S_KPIS];
    return true;
}

/* ---- functions ---- */

static ear_status answer(void *user, const ear_call *call, ear_answer *out,
                         ear_error *err)
{
    value_graph *g = user;
    const bool counts = !g->key.asked || g->key.asked[call->function];

    return prove_ask(&g->asker, counts, call, out, err);
}

/* Keys; too often made anew, they tell everything apart. */
static bool make_key(value_graph *g)
{
    const prove_reads *reads = g->renewed <= MOST_RENEWED ? &g->reads : NULL;

    if (!value_key_make(&g->key, g->scenario, &g->layout, true, reads))
        return false;
    g->key.random = g->reads.drawn;
    free(g->scratch);
    g->scratch = malloc(value_key_room(&g->key));
    return g->scratch != NULL;
}

bool value_graph_learn(value_graph *g, bool *learned)
{
    const bool drawn = g->reads.drawn;
    const bool more = prove_reads_take(&g->reads, &g->asker.fresh);

    if (more)
        prove_recall_release(&g->asker.recall);
    *learned = g->reads.drawn != drawn || (more && !g->key.everything);
    if (*learned) {
        g->renewed++;
        value_key_release(&g->key);
    }
    return !g->reads.refused && (!*learned || make_key(g));
}

/* ---- all of it ---- */

static bool make_rooms(value_graph *g)
{
    if (!prove_reads_make(&g->reads, g->scenario) || !number_outcomes(g) ||
        !make_key(g) || !prove_asker_make(&g->asker, &g->reads, &g->layout))
        return false;
    g->at = malloc(g->layout.bytes);
    g->next = malloc(g->layout.bytes);
    return g->at && g->next && value_ends_begin(g);
}

ear_status value_graph_open(value_graph *g, const ear_scenario *scenario,
                            const prove_work *work, const ear_hooks *hooks, uint64_t seed,
                            ear_error *err)
{
    const ear_hooks asked = {answer, g};
    ear_status status;

    *g = (value_graph){.scenario = scenario, .work = work, .limits = work->limits};
    g->asker.hooks = hooks ? *hooks : (ear_hooks){.call = NULL};
    if (!g->limits.states)
        g->limits.states = PROVE_VALUE_STATES;
    if (!g->limits.memory)
        g->limits.memory = PROVE_VALUE_MEMORY;
    status = prove_taste_make(&g->taste, scenario, err);
    if (status == EAR_OK)
        status = sim_player_new(&g->player, scenario, g->asker.hooks.call ? &asked : NULL,
                                false, err);
    if (status != EAR_OK)
        return status;
    g->chances.odds = g->odds;
    sim_player_chances(g->player, &g->chances);
    sim_player_seed(g->player, seed);
    g->layout = *sim_player_layout(g->player);
    g->layout.chances = NULL;
    return make_rooms(g) ? EAR_OK : base_fail_memory(err);
}

void value_graph_close(value_graph *g)
{
    prove_taste_release(&g->taste);
    value_key_release(&g->key);
    value_ends_release(g);
    prove_asker_release(&g->asker);
    if (g->reads.scenario)
        prove_reads_release(&g->reads);
    free(g->nodes);
    free(g->edges);
    free(g->keys);
    free(g->slots);
    free(g->rows);
    free(g->outcome_of);
    sim_player_free(g->player);
    free(g->at);
    free(g->next);
    free(g->scratch);
}
