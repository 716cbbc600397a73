/* Where there is more to come than can be looked at, newcomers play it out. */
#include "base/fail.h"
#include "base/hash.h"
#include "base/random.h"
#include "prove/players.h"
#include "prove/value_graph.h"

#include <stdlib.h>
#include <string.h>

static unsigned newcomer_takes(const value_graph *g, uint64_t *random)
{
    const uint32_t first = g->scenario->statements[g->next->statement].item;
    const unsigned kinds = prove_kinds_of(prove_newcomer_acts(random));

    return prove_any_bit(prove_preferred(&g->taste, first, g->next->offered, kinds),
                         random);
}

/* Plays g->next to its end; run->replies has the first reply. */
static ear_status play_out(value_graph *g, value_run *run, uint64_t *random,
                           ear_error *err)
{
    ear_status status = sim_player_choose(g->player, g->next, run->replies[0], NULL);
    uint32_t ending = VALUE_NO_ENDING;

    for (run->count = 1; status == EAR_OK && g->next->phase == MODEL_PHASE_CHOICE &&
                         run->count < PROVE_MAX_TURNS;
         run->count++) {
        const unsigned bit = newcomer_takes(g, random);

        run->replies[run->count] = bit;
        status = sim_player_choose(g->player, g->next, bit, NULL);
    }
    if (status == EAR_E_NOMEM)
        return base_fail_memory(err);
    if (status == EAR_OK && g->next->phase == MODEL_PHASE_ENDED)
        status = value_ending_of(g, &ending, g->next, err);
    run->ending = g->endings[ending];
    return status == EAR_E_NOMEM ? status : EAR_OK;
}

static void keep_run(value_run *best, const value_run *run)
{
    uint32_t *replies = best->replies;

    memcpy(replies, run->replies, run->count * sizeof *replies);
    *best = *run;
    best->replies = replies;
}

static void compare(const value_graph *g, prove_reply_value *out, value_run *best,
                    const value_run *run)
{
    int order =
        best->ending ? prove_ending_compare(g->scenario, run->ending, best->ending) : 1;

    if (order == 0 && run->count < best->count)
        order = 1;
    if (order > 0)
        keep_run(best, run);
    if (!out->best || prove_ending_compare(g->scenario, run->ending, out->best) > 0)
        out->best = run->ending;
    if (!out->worst || prove_ending_compare(g->scenario, run->ending, out->worst) < 0)
        out->worst = run->ending;
}

static void count_ending(const value_graph *g, double *row, const prove_ending *ending)
{
    if (ending->outcome == MODEL_NONE)
        return;
    row[g->outcome_of[ending->outcome]] += 1;
    for (uint32_t k = 0; k < g->scenario->count[MODEL_S_KPIS]; k++)
        row[g->outcomes + k] +=
            (double)ending->figures[k].num / (double)ending->figures[k].den;
}

/* What many play-outs fill in. */
typedef struct played {
    prove_reply_value *out;
    value_run *best;
    double *row;
    uint32_t *replies; /* of the run being played */
    uint64_t random;
} played;

static ear_status play_all(value_graph *g, played *p, const model_state *state,
                           ear_error *err)
{
    value_run run = {.replies = p->replies};

    for (unsigned i = 0; i < VALUE_PLAYED; i++) {
        if (prove_stopped(g->work))
            return base_fail(err, EAR_E_LIMIT, "stopped");
        memcpy(g->next, state, g->layout.bytes);
        run.random = g->next->random = base_random_next(&p->random);
        run.replies[0] = p->out->bit;

        const ear_status status = play_out(g, &run, &p->random, err);

        if (status != EAR_OK)
            return status;
        compare(g, p->out, p->best, &run);
        count_ending(g, p->row, run.ending);
    }
    return EAR_OK;
}

ear_status value_played(value_graph *g, prove_reply_value *out, value_run *best,
                        const model_state *state, uint64_t seed, ear_error *err)
{
    const uint64_t what[] = {seed, state->turn, state->statement, state->offered,
                             out->bit};
    played p = {.out = out,
                .best = best,
                .row = calloc(g->width + 1u, sizeof *p.row),
                .replies = malloc(PROVE_MAX_TURNS * sizeof *p.replies),
                .random = base_random_seed(base_hash(what, sizeof what, 0))};
    ear_status status = p.row && p.replies ? EAR_OK : base_fail_memory(err);

    out->best = out->worst = NULL;
    sim_player_chances(g->player, NULL);
    if (status == EAR_OK)
        status = play_all(g, &p, state, err);
    sim_player_chances(g->player, &g->chances);
    if (status == EAR_OK)
        status = value_likely(g, &out->likely, p.row, VALUE_PLAYED, err);
    free(p.row);
    free(p.replies);
    return status;
}

/* The share of runs that end somewhere; fills in everything but figures. */
static double share_out(const value_graph *g, prove_likely *out, const double *row,
                        double all)
{
    const ear_scenario *sc = g->scenario;
    double ended = 0, most = 0;

    *out = (prove_likely){.outcome = MODEL_NONE};
    for (uint32_t m = 0; m < sc->count[MODEL_S_MOMENTS]; m++) {
        if (g->outcome_of[m] == MODEL_NONE)
            continue;

        const double share = row[g->outcome_of[m]] / all;

        ended += share;
        out->share[sc->moments[m].rating] += share;
        if (share > most) {
            most = share;
            out->outcome = m;
        }
    }
    out->stuck = ended < 1 - 1e-9 ? 1 - ended : 0;
    if (out->stuck > most)
        out->outcome = MODEL_NONE;
    return ended;
}

ear_status value_likely(value_graph *g, prove_likely *out, const double *row, double all,
                        ear_error *err)
{
    const uint32_t kpis = g->scenario->count[MODEL_S_KPIS];
    const double ended = share_out(g, out, row, all);
    double *figures;

    if (ended <= 0)
        return EAR_OK;
    figures = base_arena_alloc(&g->kept, (kpis + 1u) * sizeof *figures);
    if (!figures)
        return base_fail_memory(err);
    for (uint32_t k = 0; k < kpis; k++)
        figures[k] = row[g->outcomes + k] / all / ended;
    out->figures = figures;
    return EAR_OK;
}
