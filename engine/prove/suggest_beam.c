/*
 * Many roads side by side: from each all replies are tried, and of the roads that come of
 * it those go on that have gathered most of what is wanted. The best one that ends wins.
 */
#include "prove/suggest_walk.h"

#include "base/fail.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define WIDTH    48u
#define PATIENCE 24u /* replies without any road gathering more */

typedef struct road {
    size_t gain;
    uint64_t key; /* of state and goals */
    uint64_t *met;
    model_state *state;
    uint8_t bits[WALK_LONGEST];
} road;

/* The roads of one length, the best first. */
typedef struct level {
    road *roads[WIDTH + 1]; /* one more, for the road that is being tried */
    size_t count;
} level;

typedef struct beam {
    walker *w;
    const uint64_t *wanted;
    walk_found *best;
    bool ended; /* *best ends in an outcome */
    size_t length;
    size_t gain; /* the most so far */
    level now, next;
} beam;

static void free_level(level *l)
{
    for (size_t i = 0; i <= WIDTH; i++) {
        if (l->roads[i]) {
            free(l->roads[i]->met);
            free(l->roads[i]->state);
        }
        free(l->roads[i]);
    }
}

static bool make_level(level *l, const walker *w)
{
    *l = (level){.count = 0};
    for (size_t i = 0; i <= WIDTH; i++) {
        road *r = l->roads[i] = calloc(1, sizeof *r);

        if (!r)
            return false;
        r->met = calloc(w->words, sizeof *r->met);
        r->state = malloc(w->layout->bytes);
        if (!r->met || !r->state)
            return false;
    }
    return true;
}

/* A road that ends is better than one that does not, then one that gathers more, then a
 * shorter one, which was found earlier. */
static void offer(beam *b, const road *r, bool ended)
{
    if (b->best->count != SIZE_MAX &&
        (b->ended > ended || (b->ended == ended && b->best->gain >= r->gain)))
        return;
    b->ended = ended;
    b->best->gain = r->gain;
    b->best->count = b->length;
    b->best->outcome = ended ? r->state->moment : MODEL_NONE;
    memcpy(b->best->bits, r->bits, b->length);
    memcpy(b->best->met, r->met, b->w->words * sizeof *r->met);
}

static void weigh(beam *b, road *r)
{
    r->gain = walk_shared(b->w, r->met, b->wanted);
    if (r->gain > b->gain)
        b->gain = r->gain;
}

/* Puts the tried road, which lies behind the others and ends at a choice, to its place
 * among them. */
static void sort_in(level *l, walker *w)
{
    road *tried = l->roads[WIDTH];
    size_t at = l->count;

    tried->key =
        base_hash(tried->met, w->words * sizeof *tried->met, walk_key(w, tried->state));
    for (size_t i = 0; i < l->count; i++)
        if (l->roads[i]->key == tried->key)
            return;
    if (at == WIDTH && l->roads[WIDTH - 1]->gain >= tried->gain)
        return;
    if (at == WIDTH)
        at--;
    else
        l->count++;
    l->roads[WIDTH] = l->roads[at];
    for (; at > 0 && l->roads[at - 1]->gain < tried->gain; at--)
        l->roads[at] = l->roads[at - 1];
    l->roads[at] = tried;
}

/* The road, one reply longer. */
static void try_reply(beam *b, const road *from, unsigned bit)
{
    road *r = b->next.roads[WIDTH];

    memcpy(r->state, from->state, b->w->layout->bytes);
    memcpy(r->met, from->met, b->w->words * sizeof *r->met);
    memcpy(r->bits, from->bits, b->length - 1);
    r->bits[b->length - 1] = (uint8_t)bit;

    const walk_end end = walk_step(b->w, r->state, bit, r->met);

    if (end == WALK_STUCK)
        return;
    weigh(b, r);
    offer(b, r, end == WALK_OVER);
    if (end == WALK_CHOICE)
        sort_in(&b->next, b->w);
}

static void grow(beam *b)
{
    b->length++;
    b->next.count = 0;
    for (size_t i = 0; i < b->now.count; i++)
        for (unsigned bit = 0; bit < MODEL_MAX_REPLIES; bit++)
            if (b->now.roads[i]->state->offered >> bit & 1)
                try_reply(b, b->now.roads[i], bit);

    const level done = b->now;
    b->now = b->next;
    b->next = done;
}

/* The road that is given: played again. False: it cannot be, which is never. */
static bool begin(beam *b, const uint8_t *bits, size_t count)
{
    road *r = b->now.roads[0];
    walk_end end = walk_begin(b->w, r->state, r->met, NULL);

    for (size_t i = 0; i < count && end == WALK_CHOICE; i++) {
        r->bits[i] = bits[i];
        end = walk_step(b->w, r->state, bits[i], r->met);
    }
    b->length = count;
    if (end == WALK_STUCK)
        return false;
    weigh(b, r);
    offer(b, r, end == WALK_OVER);
    b->now.count = end == WALK_CHOICE;
    return true;
}

static void search(beam *b)
{
    size_t gain = b->gain, idle = 0;

    while (b->now.count > 0 && b->length < WALK_LONGEST && b->w->work > 0) {
        grow(b);
        idle = b->gain > gain ? 0 : idle + 1;
        gain = b->gain;
        if (idle > PATIENCE && b->ended)
            break;
    }
}

ear_status walk_beam(walk_found *best, walker *w, const uint64_t *wanted,
                     const uint8_t *bits, size_t count, ear_error *err)
{
    beam b = {.w = w, .wanted = wanted, .best = best};
    bool made = make_level(&b.now, w);

    made = make_level(&b.next, w) && made;
    best->count = SIZE_MAX;
    best->gain = 0;
    if (made && begin(&b, bits, count))
        search(&b);
    free_level(&b.now);
    free_level(&b.next);
    return made && !w->memory ? EAR_OK : base_fail_memory(err);
}
