/* Looks at every state that can follow, each once. */
#include "base/fail.h"

#include "base/grow.h"
#include "base/hash.h"
#include "base/random.h"
#include "prove/value_graph.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_ROOM 1024u
#define MOST_FALLS 1024u /* ways in which chance() can fall after one reply */
#define STATES_EACH                                                                      \
    16u /* a state of a scenario with functions costs as much as so many */

/* States that were met and not looked at, the last one on top, packed. */
typedef struct heap {
    unsigned char *at; /* owned */
    size_t length, room;
} heap;

typedef struct growth {
    value_graph *g;
    heap waiting;
    size_t nodes, edges, keys; /* before it began */
    bool over;                 /* a limit was passed */
    bool again;                /* functions look at what no key tells apart */
    double odds[MODEL_MAX_REPLIES];
} growth;

/* Room for `need` elements in all; false: no memory. */
static bool reserve(void **at, size_t *room, size_t need, size_t size)
{
    void *moved = base_grown(*at, room, need, size);

    if (moved)
        *at = moved;
    return moved != NULL;
}

/* --- the table of keys --- */

static bool is_key(const value_graph *g, uint32_t node, uint64_t hash,
                   const unsigned char *key, size_t length)
{
    const value_node *n = &g->nodes[node];

    return n->hash == hash && n->key_length == length &&
           memcmp(g->keys + n->key_at, key, length) == 0;
}

/* The slot that a key has, or would have. */
static uint32_t *slot_of(const value_graph *g, uint64_t hash, const unsigned char *key,
                         size_t length)
{
    size_t i = (size_t)hash & (g->slots_count - 1);

    while (g->slots[i] != MODEL_NONE && !is_key(g, g->slots[i], hash, key, length))
        i = (i + 1) & (g->slots_count - 1);
    return &g->slots[i];
}

static bool fill_slots(value_graph *g, size_t count)
{
    uint32_t *slots = realloc(g->slots, count * sizeof *slots);

    if (!slots)
        return false;
    memset(slots, 0xff, count * sizeof *slots);
    g->slots = slots;
    g->slots_count = count;
    for (uint32_t n = 0; n < g->nodes_count; n++) {
        size_t i = (size_t)g->nodes[n].hash & (count - 1);

        while (slots[i] != MODEL_NONE)
            i = (i + 1) & (count - 1);
        slots[i] = n;
    }
    return true;
}

uint32_t value_find(const value_graph *g, unsigned char *key, const model_state *state)
{
    const size_t length = value_key_write(&g->key, key, state);

    return g->slots_count && length != VALUE_KEY_REFUSED
               ? *slot_of(g, base_hash(key, length, 0), key, length)
               : MODEL_NONE;
}

/* --- nodes --- */

static uint64_t memory_of(const growth *w)
{
    const value_graph *g = w->g;

    return g->nodes_count * (sizeof *g->nodes + (g->width + 1) * sizeof *g->rows) +
           g->edges_count * sizeof *g->edges + g->keys_length + w->waiting.length;
}

static bool within_limits(const growth *w)
{
    const value_graph *g = w->g;
    const uint64_t cost = g->scenario->info->functions ? STATES_EACH : 1;

    return g->nodes_count * cost < g->limits.states && memory_of(w) < g->limits.memory &&
           g->keys_length < UINT32_MAX / 2 && g->edges_count < UINT32_MAX / 2;
}

static bool add_waiting(growth *w, const model_state *state, uint32_t node)
{
    const size_t length = value_packed_bytes(state, &w->g->layout);
    heap *h = &w->waiting;

    if (!reserve((void **)&h->at, &h->room,
                 h->length + length + sizeof node + sizeof length, 1))
        return false;
    value_pack(h->at + h->length, state, &w->g->layout);
    memcpy(h->at + h->length + length, &node, sizeof node);
    memcpy(h->at + h->length + length + sizeof node, &length, sizeof length);
    h->length += length + sizeof node + sizeof length;
    return true;
}

/* The last one that was added, into g->at; its node. */
static uint32_t take_waiting(growth *w)
{
    heap *h = &w->waiting;
    size_t length;
    uint32_t node;

    memcpy(&length, h->at + h->length - sizeof length, sizeof length);
    memcpy(&node, h->at + h->length - sizeof length - sizeof node, sizeof node);
    h->length -= length + sizeof node + sizeof length;
    value_unpack(w->g->at, h->at + h->length, &w->g->layout);
    return node;
}

static bool add_node(value_graph *g, uint64_t hash, size_t key_length)
{
    if (!reserve((void **)&g->nodes, &g->nodes_room, g->nodes_count + 1,
                 sizeof *g->nodes) ||
        !reserve((void **)&g->keys, &g->keys_room, g->keys_length + key_length, 1))
        return false;
    memcpy(g->keys + g->keys_length, g->scratch, key_length);
    g->nodes[g->nodes_count++] = (value_node){
        .hash = hash,
        .key_at = (uint32_t)g->keys_length,
        .key_length = (uint32_t)key_length,
    };
    g->keys_length += key_length;
    return true;
}

/* The node of a state, a new one if it is new; false: no memory. */
static bool node_of(growth *w, uint32_t *node, const model_state *state)
{
    value_graph *g = w->g;
    const size_t length = value_key_write(&g->key, g->scratch, state);

    if (length == VALUE_KEY_REFUSED)
        return false;

    const uint64_t hash = base_hash(g->scratch, length, 0);

    w->over |= length == 0;
    if ((g->nodes_count + 1) * 2 > g->slots_count &&
        !fill_slots(g, g->slots_count ? g->slots_count * 2 : FIRST_ROOM))
        return false;

    uint32_t *slot = slot_of(g, hash, g->scratch, length);

    *node = *slot;
    if (*slot != MODEL_NONE)
        return true;
    *node = (uint32_t)g->nodes_count;
    if (!add_node(g, hash, length))
        return false;
    *slot = *node;
    return add_waiting(w, state, *node);
}

/* --- edges --- */

bool value_next_chance(model_chances *chances)
{
    uint32_t last = chances->asked < MODEL_CHANCES ? chances->asked : MODEL_CHANCES;

    while (last > 0 && chances->outcomes >> (last - 1) & 1)
        last--;
    if (last == 0)
        return false;
    chances->outcomes &= (UINT64_C(1) << (last - 1)) - 1;
    chances->outcomes |= UINT64_C(1) << (last - 1);
    return true;
}

static double odds_of(const value_graph *g)
{
    double odds = 1;

    for (uint32_t i = 0; i < g->chances.asked && i < MODEL_CHANCES; i++) {
        const double held = (double)g->odds[i].num / (double)g->odds[i].den;

        odds *= g->chances.outcomes >> i & 1 ? held : 1 - held;
    }
    return odds;
}

/* Where a run stands that was played on with `status`. */
static ear_status target_of(growth *w, uint32_t *to, ear_status status, ear_error *err)
{
    value_graph *g = w->g;

    *to = VALUE_END | VALUE_NO_ENDING;
    if (status == EAR_E_NOMEM)
        return base_fail_memory(err);
    if (status != EAR_OK)
        return EAR_OK; /* it breaks off: no outcome */
    if (g->next->phase == MODEL_PHASE_CHOICE)
        return node_of(w, to, g->next) ? EAR_OK : base_fail_memory(err);
    status = value_ending_of(g, to, g->next, err);
    *to |= VALUE_END;
    return status;
}

static ear_status add_edge(growth *w, unsigned bit, ear_status played, ear_error *err)
{
    value_graph *g = w->g;
    uint32_t to;
    const ear_status status = target_of(w, &to, played, err);

    if (status != EAR_OK)
        return status;
    if (!reserve((void **)&g->edges, &g->edges_room, g->edges_count + 1,
                 sizeof *g->edges))
        return base_fail_memory(err);
    g->edges[g->edges_count++] = (value_edge){to, bit, w->odds[bit] * odds_of(g)};
    return EAR_OK;
}

/* Whether functions have shown that keys have to tell more apart. */
static bool is_outdated(const value_graph *g)
{
    const prove_reads *fresh = &g->asker.fresh;

    return (fresh->any && !g->key.everything) || (fresh->drawn && !g->reads.drawn);
}

/* One reply at g->at, however chance() falls. */
static ear_status give(growth *w, unsigned bit, ear_error *err)
{
    value_graph *g = w->g;
    unsigned falls = 0;

    g->chances.outcomes = 0;
    do {
        g->chances.asked = 0;
        memcpy(g->next, g->at, g->layout.bytes);

        const ear_status played = sim_player_choose(g->player, g->next, bit, NULL);
        const ear_status status = add_edge(w, bit, played, err);

        if (status != EAR_OK)
            return status;
        w->over |= ++falls > MOST_FALLS || g->chances.asked > MODEL_CHANCES;
    } while (!w->over && !is_outdated(g) && value_next_chance(&g->chances));
    return EAR_OK;
}

static ear_status look_at(growth *w, uint32_t node, ear_error *err)
{
    value_graph *g = w->g;
    const uint64_t offered = g->at->offered;
    ear_status status = EAR_OK;

    value_newcomer_odds(&g->taste, w->odds,
                        g->scenario->statements[g->at->statement].item, offered);
    g->nodes[node].first_edge = (uint32_t)g->edges_count;
    for (unsigned bit = 0; status == EAR_OK && bit < MODEL_MAX_REPLIES; bit++)
        if (offered >> bit & 1)
            status = give(w, bit, err);
    g->nodes[node].edges = (uint32_t)g->edges_count - g->nodes[node].first_edge;
    return status;
}

/* --- all of it --- */

static growth begin(value_graph *g)
{
    return (growth){
        .g = g, .nodes = g->nodes_count, .edges = g->edges_count, .keys = g->keys_length};
}

static ear_status look_at_all(growth *w, ear_error *err)
{
    ear_status status = EAR_OK;

    while (status == EAR_OK && !w->over && !is_outdated(w->g) && w->waiting.length > 0) {
        if (prove_stopped(w->g->work))
            return base_fail(err, EAR_E_LIMIT, "stopped");
        status = look_at(w, take_waiting(w), err);
        w->over |= !within_limits(w);
    }
    return status;
}

/* Keeps what was added, or leaves no trace of it. */
static ear_status end(growth *w, ear_status status, ear_error *err)
{
    value_graph *g = w->g;

    free(w->waiting.at);
    if (!value_graph_learn(g, &w->again))
        status = base_fail_memory(err);
    if (w->again) /* nothing so far holds */
        w->nodes = w->edges = w->keys = 0;
    if (status == EAR_OK && !w->over && !w->again && !value_solve(g, (uint32_t)w->nodes))
        status = base_fail_memory(err);
    if (status != EAR_OK || w->over || w->again) {
        g->nodes_count = w->nodes;
        g->edges_count = w->edges;
        g->keys_length = w->keys;
        fill_slots(g, g->slots_count); /* shrinks nothing, so it cannot fail */
    }
    return status;
}

ear_status value_grow(value_graph *g, uint32_t *node, const model_state *state,
                      ear_error *err)
{
    growth w = begin(g);
    ear_status status = node_of(&w, node, state) ? EAR_OK : base_fail_memory(err);

    if (status == EAR_OK)
        status = look_at_all(&w, err);
    status = end(&w, status, err);
    if (status == EAR_OK && w.again && !w.over)
        return value_grow(g, node, state, err); /* now keys tell */
    if (w.over)
        *node = MODEL_NONE;
    return status;
}

ear_status value_grow_start(value_graph *g, bool *all, uint64_t seed, ear_error *err)
{
    growth w = begin(g);
    ear_status status = EAR_OK;
    unsigned falls = 0;
    uint32_t to;

    g->chances.outcomes = 0;
    do {
        g->chances.asked = 0;
        model_state_begin(g->next, g->scenario, &g->layout, seed);

        const ear_status played = sim_player_begin(g->player, g->next, MODEL_NONE, NULL);

        status = target_of(&w, &to, played, err);
        w.over |= ++falls > MOST_FALLS || g->chances.asked > MODEL_CHANCES;
    } while (status == EAR_OK && !w.over && value_next_chance(&g->chances));
    if (status == EAR_OK)
        status = look_at_all(&w, err);
    status = end(&w, status, err);
    if (status == EAR_OK && w.again && !w.over)
        return value_grow_start(g, all, seed, err);
    *all = status == EAR_OK && !w.over;
    return status;
}
