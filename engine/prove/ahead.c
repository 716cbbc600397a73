#include "prove/ahead.h"

#include "base/fail.h"
#include "base/random.h"
#include "prove/players.h"
#include "prove/value_graph.h"

#include <stdlib.h>
#include <string.h>

#define TRIES 4u   /* play-outs after each reply where not every state is known */
#define TURNS 200u /* of a play-out, at most */
#define BLIND 16u  /* replies until it is tried again, where none came to an end */

struct prove_ahead {
    value_graph graph;
    void *helper;
    const prove_work *work;
    bool all;
};

ear_status prove_ahead_new(prove_ahead **out, const ear_scenario *scenario,
                           const prove_work *work, uint64_t seed, ear_error *err)
{
    prove_ahead *ahead = calloc(1, sizeof *ahead);
    ear_hooks hooks;
    ear_status status;

    if (!ahead)
        return base_fail_memory(err);
    ahead->work = work;
    status = prove_helper_open(work, scenario, &hooks, &ahead->helper, err);
    if (status == EAR_OK)
        status = value_graph_open(&ahead->graph, scenario, work, &hooks, seed, err);
    if (status == EAR_OK)
        status = value_grow_start(&ahead->graph, &ahead->all, seed, err);
    if (status == EAR_E_LIMIT && prove_stopped(work))
        status = EAR_OK; /* whoever plays will see it, too */
    if (status != EAR_OK) {
        prove_ahead_free(ahead);
        return status;
    }
    *out = ahead;
    return EAR_OK;
}

void prove_ahead_free(prove_ahead *ahead)
{
    if (!ahead)
        return;
    value_graph_close(&ahead->graph);
    prove_helper_close(ahead->work, ahead->helper);
    free(ahead);
}

bool prove_ahead_sees_all(const prove_ahead *ahead)
{
    return ahead->all;
}

struct prove_looker {
    const value_graph *graph;
    unsigned char *key; /* owned */
    value_graph *own;   /* owned: to play out on; NULL: not needed so far */
    uint32_t again;     /* the turn of this run up to which nothing is tried */
    ear_hooks hooks;
};

ear_status prove_looker_new(prove_looker **out, const prove_ahead *ahead,
                            const ear_hooks *hooks, ear_error *err)
{
    prove_looker *looker = calloc(1, sizeof *looker);
    unsigned char *key = malloc(value_key_room(&ahead->graph.key));

    if (!looker || !key) {
        free(looker);
        free(key);
        return base_fail_memory(err);
    }
    *looker = (prove_looker){.graph = &ahead->graph, .key = key, .hooks = *hooks};
    *out = looker;
    return EAR_OK;
}

void prove_looker_free(prove_looker *looker)
{
    if (!looker)
        return;
    if (looker->own)
        value_graph_close(looker->own);
    free(looker->own);
    free(looker->key);
    free(looker);
}

/* --- where every state is known --- */

/* The way that the node's own best or worst goes by. */
static unsigned choose_known(const value_graph *g, uint32_t node, bool best)
{
    const value_node *n = &g->nodes[node];
    const value_way way = best ? n->best : n->worst;

    for (uint32_t e = n->first_edge; e < n->first_edge + n->edges; e++) {
        const uint32_t to = g->edges[e].to;
        const value_way on = to & VALUE_END ? (value_way){to & ~VALUE_END, 0}
                             : best         ? g->nodes[to].best
                                            : g->nodes[to].worst;

        if (way.steps == 0 || (on.ending == way.ending && on.steps + 1 == way.steps))
            return g->edges[e].bit;
    }
    return g->edges[n->first_edge].bit;
}

/* --- elsewhere --- */

static ear_status need_own(prove_looker *looker, ear_error *err)
{
    const value_graph *shared = looker->graph;

    if (looker->own)
        return EAR_OK;
    looker->own = calloc(1, sizeof *looker->own);
    if (!looker->own)
        return base_fail_memory(err);
    return value_graph_open(looker->own, shared->scenario, shared->work, &looker->hooks,
                            0, err);
}

static ear_status try_reply(value_graph *g, const prove_ending **end,
                            const model_state *state, unsigned bit, uint64_t *random,
                            ear_error *err)
{
    ear_status status;
    uint32_t ending = VALUE_NO_ENDING;

    memcpy(g->next, state, g->layout.bytes);
    g->next->random = base_random_next(random);
    status = sim_player_choose(g->player, g->next, bit, NULL);
    for (unsigned i = 1;
         status == EAR_OK && g->next->phase == MODEL_PHASE_CHOICE && i < TURNS; i++)
        status = sim_player_choose(g->player, g->next,
                                   prove_any_bit(g->next->offered, random), NULL);
    if (status == EAR_E_NOMEM)
        return base_fail_memory(err);
    if (status == EAR_OK && g->next->phase == MODEL_PHASE_ENDED)
        status = value_ending_of(g, &ending, g->next, err);
    *end = g->endings[ending];
    return status == EAR_E_NOMEM ? status : EAR_OK;
}

static ear_status choose_tried(prove_looker *looker, unsigned *bit,
                               const model_state *state, const prove_wish *wish,
                               uint64_t *random, ear_error *err)
{
    value_graph *g = looker->own;
    const prove_ending *found = NULL;
    bool ended = false;

    sim_player_chances(g->player, NULL);
    for (unsigned t = 0; t < TRIES * MODEL_MAX_REPLIES; t++) {
        const unsigned now = t / TRIES;
        const prove_ending *end = NULL;

        if (!(wish->fresh >> now & 1))
            continue;

        const ear_status status = try_reply(g, &end, state, now, random, err);

        if (status != EAR_OK)
            return status;

        ended |= end->outcome != MODEL_NONE;

        const int order = found ? prove_ending_compare(g->scenario, end, found) : 0;

        if (!found || (wish->best ? order > 0 : order < 0)) {
            found = end;
            *bit = now;
        }
    }
    if (!ended)
        looker->again = state->turn + (state->turn > BLIND ? state->turn : BLIND);
    return EAR_OK;
}

/* In a conversation that goes on and on one reply is as good as another; it is tried
 * again less and less often. */
static bool is_blind(prove_looker *looker, uint32_t turn)
{
    if (turn == 0)
        looker->again = 0; /* another run */
    return turn < looker->again;
}

ear_status prove_look(prove_looker *looker, unsigned *bit, const model_state *state,
                      const prove_wish *wish, uint64_t *random, ear_error *err)
{
    const uint32_t node = value_find(looker->graph, looker->key, state);
    ear_status status;

    if (node != MODEL_NONE) {
        *bit = choose_known(looker->graph, node, wish->best);
        return EAR_OK;
    }
    if (is_blind(looker, state->turn)) {
        *bit = prove_any_bit(wish->fresh, random);
        return EAR_OK;
    }
    status = need_own(looker, err);
    if (status == EAR_OK)
        status = choose_tried(looker, bit, state, wish, random, err);
    return status;
}
