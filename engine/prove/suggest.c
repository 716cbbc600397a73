#include "prove/suggest_walk.h"

#include "base/fail.h"
#include "base/grow.h"

#include <stdlib.h>
#include <string.h>

/* A road that was chosen, and everything it reaches. */
typedef struct chosen {
    prove_suggestion road;
    uint64_t *met; /* owned */
} chosen;

typedef struct choosing {
    walker w;
    walk_map map;
    uint64_t *wanted; /* owned: what no chosen road reaches yet */
    walk_found a, b;  /* two roads to choose from; their `met` owned */
    chosen *roads;    /* owned */
    size_t count, room;
} choosing;

/* The goal that is still wanted and lies farthest from the beginning. */
static uint32_t hardest(const choosing *c)
{
    uint32_t node = MODEL_NONE;

    for (size_t i = 0; i < c->w.goals->count; i++)
        if (walk_has(c->wanted, i) && (node == MODEL_NONE || c->map.first[i] > node))
            node = c->map.first[i];
    return node;
}

static void give_up(choosing *c, uint32_t node)
{
    c->map.whole = false;
    for (size_t i = 0; i < c->w.goals->count; i++)
        if (c->map.first[i] == node)
            c->wanted[i / 64] &= ~(UINT64_C(1) << i % 64);
}

static bool add_road(choosing *c, const walk_found *found)
{
    chosen it = {.road = {.count = found->count, .outcome = found->outcome}};
    chosen *moved = base_grown(c->roads, &c->room, c->count + 1, sizeof *moved);

    if (!moved)
        return false;
    c->roads = moved;
    it.road.bits = malloc(found->count + 1);
    it.met = malloc(c->w.words * sizeof *it.met);
    if (!it.road.bits || !it.met) {
        free(it.road.bits);
        free(it.met);
        return false;
    }
    memcpy(it.road.bits, found->bits, found->count);
    memcpy(it.met, found->met, c->w.words * sizeof *it.met);
    c->roads[c->count++] = it;
    return true;
}

/* One more road: the better of the best from the beginning, and the best by way of the
 * goal that is hardest to come by. *more: whether there was anything left to reach. */
static ear_status choose_one(choosing *c, bool *more, ear_error *err)
{
    const uint32_t node = hardest(c);
    uint8_t bits[WALK_LONGEST];
    const walk_found *best = &c->b;
    ear_status status;

    *more = node != MODEL_NONE && c->count < WALK_ROADS;
    if (node != MODEL_NONE && !*more)
        c->map.whole = false;
    if (!*more)
        return EAR_OK;
    status = walk_beam(&c->a, &c->w, c->wanted, NULL, 0, err);
    if (status == EAR_OK)
        status =
            walk_beam(&c->b, &c->w, c->wanted, bits, walk_road(&c->map, node, bits), err);
    if (status != EAR_OK)
        return status;
    if (c->a.count != SIZE_MAX && c->a.outcome != MODEL_NONE && c->a.gain > c->b.gain)
        best = &c->a;
    if (best->count == SIZE_MAX || best->gain == 0) {
        give_up(c, node); /* the road is too long, or the work used up */
        return EAR_OK;
    }
    for (size_t i = 0; i < c->w.words; i++)
        c->wanted[i] &= ~best->met[i];
    return add_road(c, best) ? EAR_OK : base_fail_memory(err);
}

/* Whether the other roads reach everything that this one does. */
static bool is_needless(const choosing *c, size_t road)
{
    for (size_t i = 0; i < c->w.words; i++) {
        uint64_t left = c->roads[road].met[i];

        for (size_t r = 0; r < c->count; r++)
            if (r != road)
                left &= ~c->roads[r].met[i];
        if (left)
            return false;
    }
    return true;
}

static void drop(choosing *c, size_t road)
{
    free(c->roads[road].road.bits);
    free(c->roads[road].met);
    memmove(&c->roads[road], &c->roads[road + 1],
            (c->count - road - 1) * sizeof *c->roads);
    c->count--;
}

/* Early roads gathered much that later ones have to pass by anyway. */
static void leave_out_needless(choosing *c)
{
    for (size_t i = 0; i < c->count;)
        if (is_needless(c, i))
            drop(c, i);
        else
            i++;
}

static ear_status give(prove_suggestions *out, choosing *c, ear_error *err)
{
    prove_suggestions made = {.states = c->map.count,
                              .whole = c->map.whole && !prove_stopped(c->w.asked),
                              .stopped = prove_stopped(c->w.asked)};

    made.roads = calloc(c->count + 1, sizeof *made.roads);
    made.reached = calloc(c->w.goals->count + 1, 1);
    if (!made.roads || !made.reached) {
        free(made.roads);
        free(made.reached);
        return base_fail_memory(err);
    }
    for (size_t r = 0; r < c->count; r++) {
        made.roads[r] = c->roads[r].road;
        c->roads[r].road.bits = NULL; /* is the caller's now */
        for (size_t i = 0; i < c->w.goals->count; i++)
            made.reached[i] |= walk_has(c->roads[r].met, i);
    }
    made.count = c->count;
    *out = made;
    return EAR_OK;
}

static ear_status choose(prove_suggestions *out, choosing *c, ear_error *err)
{
    ear_status status = walk_search(&c->map, &c->w, err);
    bool more = true;

    c->wanted = calloc(c->w.words, sizeof *c->wanted);
    c->a.met = calloc(c->w.words, sizeof *c->a.met);
    c->b.met = calloc(c->w.words, sizeof *c->b.met);
    if (status != EAR_OK)
        return status;
    if (!c->wanted || !c->a.met || !c->b.met)
        return base_fail_memory(err);
    memcpy(c->wanted, c->map.found, c->w.words * sizeof *c->wanted);
    while (status == EAR_OK && more)
        status = choose_one(c, &more, err);
    leave_out_needless(c);
    return status == EAR_OK ? give(out, c, err) : status;
}

ear_status prove_suggest(prove_suggestions *out, const ear_scenario *scenario,
                         const ear_hooks *hooks, const prove_goals *goals,
                         const prove_work *work, ear_error *err)
{
    choosing *c = calloc(1, sizeof *c);
    ear_status status;

    if (!c)
        return base_fail_memory(err);
    c->w.asked = work;
    status = walk_open(&c->w, scenario, hooks, goals, err);
    if (status == EAR_OK) {
        status = choose(out, c, err);
        walk_close(&c->w);
    }
    while (c->count > 0)
        drop(c, c->count - 1);
    free(c->roads);
    free(c->wanted);
    free(c->a.met);
    free(c->b.met);
    walk_map_release(&c->map);
    free(c);
    return status;
}

void prove_suggestions_release(prove_suggestions *suggestions)
{
    for (size_t i = 0; i < suggestions->count; i++)
        free(suggestions->roads[i].bits);
    free(suggestions->roads);
    free(suggestions->reached);
    *suggestions = (prove_suggestions){.roads = NULL};
}
