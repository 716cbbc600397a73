/* What can be reached at all: a walk in breadth, so that the first road to a goal is a
 * shortest one. States are kept for the two levels at hand only. */
#include "prove/suggest_walk.h"

#include "base/bytes.h"
#include "base/fail.h"
#include "base/grow.h"

#include <stdlib.h>
#include <string.h>

#define MOST_STATES 400000u
#define MOST_BYTES  (UINT64_C(256) << 20) /* of the states of one level */

/* Nodes whose state is kept: the number of the node, then its block. */
typedef struct level {
    base_bytes bytes;
    size_t count;
} level;

/* A set of keys: open addressing, 0 is "none". */
typedef struct known {
    uint64_t *at; /* owned */
    size_t slots, count;
} known;

typedef struct search {
    walker *w;
    walk_map *map;
    known known;
    level now, next;
    model_state *state; /* owned: where a step is tried */
    uint64_t *met;      /* owned: its goals */
    bool failed;        /* out of memory */
    bool cut;           /* a limit was reached */
} search;

static bool known_grow(known *k)
{
    known more = {.slots = k->slots ? k->slots * 2 : 1024};

    more.at = calloc(more.slots, sizeof *more.at);
    if (!more.at)
        return false;
    for (size_t i = 0; i < k->slots; i++) {
        size_t slot = k->at[i] & (more.slots - 1);

        if (k->at[i] == 0)
            continue;
        while (more.at[slot])
            slot = (slot + 1) & (more.slots - 1);
        more.at[slot] = k->at[i];
    }
    more.count = k->count;
    free(k->at);
    *k = more;
    return true;
}

/* Whether the key is new; it is known from now on. */
static bool is_new(search *s, uint64_t key)
{
    known *k = &s->known;

    if (2 * k->count >= k->slots && !known_grow(k)) {
        s->failed = true;
        return false;
    }
    key += key == 0;
    for (size_t slot = key & (k->slots - 1);; slot = (slot + 1) & (k->slots - 1)) {
        if (k->at[slot] == key)
            return false;
        if (k->at[slot] == 0) {
            k->at[slot] = key;
            k->count++;
            return true;
        }
    }
}

static bool add_node(search *s, walk_node node)
{
    walk_map *map = s->map;
    walk_node *moved = base_grown(map->nodes, &map->room, map->count + 1, sizeof *moved);

    if (!moved) {
        s->failed = true;
        return false;
    }
    map->nodes = moved;
    map->nodes[map->count++] = node;
    return true;
}

static void keep(search *s, uint32_t node)
{
    const uint64_t number = node;

    base_bytes_add(&s->next.bytes, &number, sizeof number);
    base_bytes_add(&s->next.bytes, s->state, s->w->layout->bytes);
    s->next.count++;
    s->failed |= s->next.bytes.failed;
}

/* Whether the step has met a goal for the first time; they are noted. */
static bool note_goals(search *s, uint32_t node)
{
    walk_map *map = s->map;
    bool news = false;

    for (size_t i = 0; i < s->w->words; i++) {
        uint64_t fresh = s->met[i] & ~map->found[i];

        news |= fresh != 0;
        map->found[i] |= fresh;
        for (size_t bit = 0; fresh; bit++, fresh >>= 1)
            if (fresh & 1)
                map->first[i * 64 + bit] = node;
    }
    return news;
}

/* The state at hand was reached by a node that is not there yet. */
static void arrived(search *s, walk_end end, walk_node node)
{
    const uint32_t number = (uint32_t)s->map->count;
    bool wanted;

    if (end == WALK_STUCK)
        return;
    wanted = note_goals(s, number);
    if (end == WALK_CHOICE && is_new(s, walk_key(s->w, s->state))) {
        keep(s, number);
        wanted = true;
    }
    if (wanted)
        add_node(s, node);
}

static bool may_go_on(search *s)
{
    const uint64_t kept = s->next.bytes.length;

    if (s->map->count < MOST_STATES && kept < MOST_BYTES && s->w->work > WALK_RESERVE &&
        !prove_stopped(s->w->asked))
        return true;
    s->cut = true;
    return false;
}

static void expand(search *s, uint32_t number, const model_state *from)
{
    for (unsigned bit = 0; bit < MODEL_MAX_REPLIES && !s->failed && may_go_on(s); bit++) {
        if (!(from->offered >> bit & 1))
            continue;
        memcpy(s->state, from, s->w->layout->bytes);
        memset(s->met, 0, s->w->words * sizeof *s->met);
        const walk_end end = walk_step(s->w, s->state, bit, s->met);

        arrived(s, end, (walk_node){number, (uint8_t)bit});
        s->failed |= s->w->memory;
    }
}

static void next_level(search *s)
{
    const level done = s->now;

    s->now = s->next;
    s->next = done;
    base_bytes_clear(&s->next.bytes);
    s->next.count = 0;
}

static void walk_levels(search *s)
{
    const size_t stride = sizeof(uint64_t) + s->w->layout->bytes;

    for (next_level(s); s->now.count > 0 && !s->cut && !s->failed; next_level(s))
        for (size_t i = 0; i < s->now.count; i++) {
            const char *at = s->now.bytes.at + i * stride;
            uint64_t number;

            memcpy(&number, at, sizeof number);
            expand(s, (uint32_t)number,
                   (const model_state *)(const void *)(at + sizeof number));
        }
}

static bool prepare(search *s)
{
    const size_t goals = s->w->words * 64;

    s->state = malloc(s->w->layout->bytes);
    s->met = calloc(s->w->words, sizeof *s->met);
    s->map->found = calloc(s->w->words, sizeof *s->map->found);
    s->map->first = malloc(goals * sizeof *s->map->first);
    if (!s->state || !s->met || !s->map->found || !s->map->first)
        return false;
    for (size_t i = 0; i < goals; i++)
        s->map->first[i] = MODEL_NONE;
    return true;
}

ear_status walk_search(walk_map *map, walker *w, ear_error *err)
{
    search s = {.w = w, .map = map};
    ear_status status = EAR_OK;
    ear_error why = {0};

    *map = (walk_map){.nodes = NULL};
    if (prepare(&s)) {
        const walk_end end = walk_begin(w, s.state, s.met, &why);

        arrived(&s, end, (walk_node){MODEL_NONE, 0});
        if (end == WALK_STUCK)
            status = base_fail(err, why.status, "%s", why.message);
        walk_levels(&s);
    } else {
        s.failed = true;
    }
    map->whole = !s.cut;
    if (s.failed)
        status = base_fail_memory(err);
    if (status != EAR_OK)
        walk_map_release(map);
    free(s.known.at);
    free(s.state);
    free(s.met);
    base_bytes_release(&s.now.bytes);
    base_bytes_release(&s.next.bytes);
    return status;
}

void walk_map_release(walk_map *map)
{
    free(map->nodes);
    free(map->first);
    free(map->found);
    *map = (walk_map){.nodes = NULL};
}

size_t walk_road(const walk_map *map, uint32_t node, uint8_t *bits)
{
    size_t count = 0;

    for (uint32_t n = node; map->nodes[n].parent != MODEL_NONE; n = map->nodes[n].parent)
        if (++count > WALK_LONGEST)
            return 0;
    for (size_t at = count; at > 0; node = map->nodes[node].parent)
        bits[--at] = map->nodes[node].bit;
    return count;
}
