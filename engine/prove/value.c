#include "prove/value.h"

#include "base/fail.h"
#include "prove/players.h"
#include "prove/value_graph.h"

#include <stdlib.h>
#include <string.h>

struct prove_value {
    value_graph graph;
    void *helper;
    uint64_t seed;
    model_state *asked; /* owned: what was asked about, in the graph's layout */
};

ear_status prove_value_new(prove_value **out, const ear_scenario *scenario,
                           const prove_work *work, uint64_t seed, ear_error *err)
{
    prove_value *value = calloc(1, sizeof *value);
    ear_hooks hooks;
    ear_status status;

    if (!value)
        return base_fail_memory(err);
    value->seed = seed;
    value->graph.work = work;
    status = prove_helper_open(work, scenario, &hooks, &value->helper, err);
    if (status == EAR_OK)
        status = value_graph_open(&value->graph, scenario, work, &hooks, seed, err);
    if (status == EAR_OK && !(value->asked = malloc(value->graph.layout.bytes)))
        status = base_fail_memory(err);
    if (status != EAR_OK) {
        prove_value_free(value);
        return status;
    }
    *out = value;
    return EAR_OK;
}

void prove_value_free(prove_value *value)
{
    const prove_work *work;

    if (!value)
        return;
    work = value->graph.work;
    value_graph_close(&value->graph);
    prove_helper_close(work, value->helper);
    free(value->asked);
    free(value);
}

static void copy_array(model_state *to, uint32_t to_at, const model_state *from,
                       uint32_t from_at, size_t bytes)
{
    memcpy((char *)to + to_at, (const char *)from + from_at, bytes);
}

/* A state in another layout of the same scenario: one may have more counters. */
static void take_state(prove_value *value, const model_state *from,
                       const model_layout *layout)
{
    const model_layout *own = &value->graph.layout;
    const uint32_t *count = value->graph.scenario->count;
    const uint32_t kept = own->kept < layout->kept ? own->kept : layout->kept;
    model_state *to = value->asked;

    memset(to, 0, own->bytes);
    copy_array(to, 0, from, 0, own->counters); /* up to here they are alike */
    copy_array(to, own->counters, from, layout->counters, kept * sizeof(uint32_t));
    copy_array(to, own->cells, from, layout->cells,
               count[MODEL_S_ROWS] * sizeof(uint32_t));
    copy_array(to, own->order, from, layout->order,
               count[MODEL_S_ROWS] * sizeof(uint32_t));
    copy_array(to, own->flags, from, layout->flags, count[MODEL_S_FLAGS]);
}

static ear_status find_node(prove_value *value, uint32_t *node, const model_state *state,
                            const model_layout *layout, ear_error *err)
{
    if (state->phase != MODEL_PHASE_CHOICE)
        return base_fail(err, EAR_E_STATE,
                         "a reply has a value only while one is asked for");
    take_state(value, state, layout);
    return value_grow(&value->graph, node, value->asked, err);
}

/* --- a choice --- */

static const prove_ending *ending_at(const value_graph *g, uint32_t to, bool best)
{
    if (to & VALUE_END)
        return g->endings[to & ~VALUE_END];
    return g->endings[best ? g->nodes[to].best.ending : g->nodes[to].worst.ending];
}

/* Takes an edge in, one of those of the same reply. */
static void meet_edge(const value_graph *g, prove_reply_value *reply,
                      const value_edge *edge)
{
    const prove_ending *best = ending_at(g, edge->to, true);
    const prove_ending *worst = ending_at(g, edge->to, false);

    if (!reply->best || prove_ending_compare(g->scenario, best, reply->best) > 0)
        reply->best = best;
    if (!reply->worst || prove_ending_compare(g->scenario, worst, reply->worst) < 0)
        reply->worst = worst;
}

static ear_status value_reply(value_graph *g, prove_reply_value *reply, uint32_t node,
                              double *row, ear_error *err)
{
    const value_node *n = &g->nodes[node];
    double all = 0;

    memset(row, 0, (g->width + 1u) * sizeof *row);
    for (uint32_t e = n->first_edge; e < n->first_edge + n->edges; e++) {
        const value_edge *edge = &g->edges[e];

        if (edge->bit != reply->bit)
            continue;
        meet_edge(g, reply, edge);
        value_row_add(g, row, edge);
        all += edge->weight;
    }
    return value_likely(g, &reply->likely, row, all, err);
}

static ear_status value_exactly(value_graph *g, prove_choice_value *out, uint32_t node,
                                ear_error *err)
{
    double *row = malloc((g->width + 1u) * sizeof *row);
    ear_status status = row ? EAR_OK : base_fail_memory(err);

    for (unsigned i = 0; status == EAR_OK && i < out->count; i++)
        status = value_reply(g, &out->replies[i], node, row, err);
    free(row);
    return status;
}

static ear_status value_by_playing(prove_value *value, prove_choice_value *out, bool all,
                                   ear_error *err)
{
    value_run best = {.replies = malloc(PROVE_MAX_TURNS * sizeof *best.replies)};
    ear_status status = best.replies ? EAR_OK : base_fail_memory(err);

    out->played = VALUE_PLAYED;
    for (unsigned i = 0; status == EAR_OK && i < out->count; i++) {
        prove_reply_value *reply = &out->replies[i];
        const prove_reply_value was = *reply;

        best.ending = NULL;
        status =
            value_played(&value->graph, reply, &best, value->asked, value->seed, err);
        if (!all) { /* best and worst were proved */
            reply->best = was.best;
            reply->worst = was.worst;
        }
    }
    free(best.replies);
    return status;
}

static void list_replies(const prove_value *value, prove_choice_value *out)
{
    const model_state *state = value->asked;
    const uint32_t first = value->graph.scenario->statements[state->statement].item;

    memset(out, 0, sizeof *out);
    for (unsigned bit = 0; bit < MODEL_MAX_REPLIES; bit++)
        if (state->offered >> bit & 1)
            out->replies[out->count++] =
                (prove_reply_value){.reply = first + bit, .bit = bit};
}

static void find_extremes(const ear_scenario *scenario, prove_choice_value *out)
{
    for (unsigned i = 0; i < out->count; i++) {
        const prove_reply_value *reply = &out->replies[i];

        if (!out->best || prove_ending_compare(scenario, reply->best, out->best) > 0)
            out->best = reply->best;
        if (!out->worst || prove_ending_compare(scenario, reply->worst, out->worst) < 0)
            out->worst = reply->worst;
    }
}

ear_status prove_value_ask(prove_value *value, prove_choice_value *out,
                           const model_state *state, const model_layout *layout,
                           ear_error *err)
{
    value_graph *g = &value->graph;
    prove_choice_value choice;
    uint32_t node = MODEL_NONE;
    ear_status status = find_node(value, &node, state, layout, err);

    if (status != EAR_OK)
        return status;
    list_replies(value, &choice);
    choice.exact = node != MODEL_NONE;
    choice.likely_exact = choice.exact && !g->unsettled;
    if (choice.exact)
        status = value_exactly(g, &choice, node, err);
    if (status == EAR_OK && !choice.likely_exact)
        status = value_by_playing(value, &choice, !choice.exact, err);
    if (status != EAR_OK)
        return status;
    find_extremes(g->scenario, &choice);
    value_rate(g->scenario, &choice);
    *out = choice;
    return EAR_OK;
}

/* --- the road not taken --- */

/* Where a road is written as it is walked. */
typedef struct road {
    value_graph *g;
    prove_value_step *steps; /* in the arena */
    size_t count, room;
    bool chance;
} road;

static bool note_step(road *r, uint32_t reply)
{
    value_graph *g = r->g;
    const size_t bytes = g->scenario->count[MODEL_S_METERS] * sizeof(int32_t);
    int32_t *meters = base_arena_alloc(&g->kept, bytes + 1);

    if (!meters || r->count == r->room)
        return false;
    memcpy(meters, model_ints(g->at, g->layout.meters), bytes);
    r->steps[r->count++] = (prove_value_step){reply, g->at->moment, meters};
    return true;
}

/* The edge that is on the best road. */
static const value_edge *best_edge(const value_graph *g, uint32_t node)
{
    const value_node *n = &g->nodes[node];

    for (uint32_t e = n->first_edge; e < n->first_edge + n->edges; e++) {
        const uint32_t to = g->edges[e].to;
        const value_way on =
            to & VALUE_END ? (value_way){to & ~VALUE_END, 0} : g->nodes[to].best;

        if (on.ending == n->best.ending && on.steps + 1 == n->best.steps)
            return &g->edges[e];
    }
    return NULL;
}

static bool is_there(value_graph *g, uint32_t to)
{
    uint32_t ending;

    if (g->next->phase == MODEL_PHASE_CHOICE)
        return value_find(g, g->scratch, g->next) == to;
    return g->next->phase == MODEL_PHASE_ENDED &&
           value_ending_of(g, &ending, g->next, NULL) == EAR_OK &&
           (ending | VALUE_END) == to;
}

/* Gives the edge's reply at g->at so that chance() falls as the edge says. */
static bool walk_edge(road *r, const value_edge *edge)
{
    value_graph *g = r->g;

    g->chances.outcomes = 0;
    do {
        g->chances.asked = 0;
        memcpy(g->next, g->at, g->layout.bytes);
        if (sim_player_choose(g->player, g->next, edge->bit, NULL) == EAR_OK &&
            is_there(g, edge->to)) {
            r->chance |= g->chances.asked > 0;
            memcpy(g->at, g->next, g->layout.bytes);
            return true;
        }
    } while (value_next_chance(&g->chances));
    return false;
}

static ear_status walk_best(road *r, uint32_t node, ear_error *err)
{
    value_graph *g = r->g;

    while (g->at->phase == MODEL_PHASE_CHOICE) {
        const uint32_t first = g->scenario->statements[g->at->statement].item;
        const value_edge *edge = best_edge(g, node);

        if (!edge || !walk_edge(r, edge))
            break; /* from here on nothing ends: what was walked is the road */
        if (!note_step(r, first + edge->bit))
            return base_fail_memory(err);
        node = edge->to;
    }
    return EAR_OK;
}

static ear_status walk_played(prove_value *value, road *r, const value_run *run,
                              ear_error *err)
{
    value_graph *g = r->g;
    ear_status status = EAR_OK;

    memcpy(g->at, value->asked, g->layout.bytes);
    g->at->random = run->random;
    r->chance = true; /* drawn on the way; nobody can say that it did not matter */
    sim_player_chances(g->player, NULL);
    for (uint32_t i = 0; i < run->count && status == EAR_OK; i++) {
        const uint32_t first = g->scenario->statements[g->at->statement].item;

        if (sim_player_choose(g->player, g->at, run->replies[i], NULL) != EAR_OK)
            break;
        if (!note_step(r, first + run->replies[i]))
            status = base_fail_memory(err);
    }
    sim_player_chances(g->player, &g->chances);
    return status;
}

/* The best run of many play-outs after each reply. */
static ear_status play_best(prove_value *value, value_run *best, ear_error *err)
{
    prove_choice_value choice;
    ear_status status = EAR_OK;

    list_replies(value, &choice);
    for (unsigned i = 0; status == EAR_OK && i < choice.count; i++)
        status = value_played(&value->graph, &choice.replies[i], best, value->asked,
                              value->seed, err);
    return status;
}

static ear_status road_by_playing(prove_value *value, road *r, const prove_ending **end,
                                  ear_error *err)
{
    value_run best = {.replies = malloc(PROVE_MAX_TURNS * sizeof *best.replies)};
    ear_status status = best.replies ? EAR_OK : base_fail_memory(err);

    if (status == EAR_OK)
        status = play_best(value, &best, err);
    if (status == EAR_OK)
        status = walk_played(value, r, &best, err);
    *end = best.ending;
    free(best.replies);
    return status;
}

static bool make_room(road *r, size_t room)
{
    r->steps = base_arena_alloc(&r->g->kept, room * sizeof *r->steps);
    r->room = room;
    return r->steps != NULL;
}

/* A road that leads where nothing ends is walked until it is there. */
static size_t room_for(const value_graph *g, uint32_t node)
{
    const uint32_t steps = node != MODEL_NONE ? g->nodes[node].best.steps : 0;

    if (node == MODEL_NONE)
        return PROVE_MAX_TURNS;
    return steps >= VALUE_FOR_EVER ? steps - VALUE_FOR_EVER + 1 : steps;
}

ear_status prove_value_road(prove_value *value, prove_road_on *out,
                            const model_state *state, const model_layout *layout,
                            ear_error *err)
{
    value_graph *g = &value->graph;
    road r = {.g = g};
    const prove_ending *end = NULL;
    uint32_t node = MODEL_NONE;
    ear_status status = find_node(value, &node, state, layout, err);

    if (status != EAR_OK)
        return status;
    if (!make_room(&r, room_for(g, node)))
        return base_fail_memory(err);
    if (node == MODEL_NONE) {
        status = road_by_playing(value, &r, &end, err);
    } else {
        memcpy(g->at, value->asked, g->layout.bytes);
        end = g->endings[g->nodes[node].best.ending];
        status = walk_best(&r, node, err);
    }
    if (status == EAR_OK)
        *out = (prove_road_on){.exact = node != MODEL_NONE,
                               .chance = r.chance,
                               .end = end,
                               .steps = r.steps,
                               .count = r.count};
    return status;
}
