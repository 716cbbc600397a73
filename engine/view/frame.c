#include "view/frame.h"

#include "base/hash.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void view_frame_release(view_frame *frame)
{
    free(frame->items);
    free(frame->verbs);
    free(frame->points);
    free(frame->stops);
    free(frame->presses);
    free(frame->sayings);
    base_bytes_release(&frame->strings);
    memset(frame, 0, sizeof *frame);
}

const char *view_frame_string(const view_frame *frame, uint32_t offset)
{
    return offset < frame->strings.length ? frame->strings.at + offset : "";
}

uint64_t view_frame_hash(const view_frame *frame)
{
    const float size[3] = {frame->width, frame->height, frame->scale};
    uint64_t hash = base_hash(size, sizeof size, 0);

    hash = base_hash(&frame->background, sizeof frame->background, hash);
    for (size_t i = 0; i < frame->count; i++)
        hash = base_hash(&frame->items[i].hash, sizeof hash, hash);
    return hash;
}

/* --- damage ------------------------------------------------------------------------ */

static bool empty(view_rect r)
{
    return r.w <= 0 || r.h <= 0;
}

static view_rect join(view_rect a, view_rect b)
{
    const float right = fmaxf(a.x + a.w, b.x + b.w);
    const float bottom = fmaxf(a.y + a.h, b.y + b.h);
    const float x = fminf(a.x, b.x), y = fminf(a.y, b.y);

    return (view_rect){x, y, right - x, bottom - y};
}

static view_rect inside(view_rect r, const view_frame *frame)
{
    const float x = fmaxf(0, floorf(r.x)), y = fmaxf(0, floorf(r.y));
    const float right = fminf(frame->width, ceilf(r.x + r.w));
    const float bottom = fminf(frame->height, ceilf(r.y + r.h));

    return (view_rect){x, y, right - x, bottom - y};
}

static float area(view_rect r)
{
    return r.w * r.h;
}

typedef struct damage {
    view_rect *out;
    size_t room;
    size_t count;
    const view_frame *frame;
} damage;

/* The rectangle in the list that grows least when `r` is added; -1: the list is empty. */
static int cheapest(const damage *d, view_rect r)
{
    int best = -1;
    float cost = 0;

    for (size_t i = 0; i < d->count; i++) {
        const float more = area(join(d->out[i], r)) - area(d->out[i]);
        if (best < 0 || more < cost)
            best = (int)i, cost = more;
    }
    return best;
}

static void damage_add(damage *d, view_rect bounds)
{
    const view_rect r = inside(bounds, d->frame);

    if (empty(r))
        return;

    const int near = cheapest(d, r);
    const bool worth =
        near >= 0 && area(join(d->out[near], r)) <= area(d->out[near]) + area(r) * 1.2f;
    if (d->count == d->room || worth)
        d->out[near] = join(d->out[near], r);
    else
        d->out[d->count++] = r;
}

/* Two pictures that differ in few items agree at both ends; between, items are paired by
 * hash, first come first served, from the place where the last pair stood. */
static const view_item *find(const view_frame *frame, size_t from, size_t to,
                             uint64_t hash)
{
    for (size_t i = from; i < to; i++)
        if (frame->items[i].hash == hash)
            return &frame->items[i];
    return NULL;
}

static void compare(damage *d, const view_frame *a, const view_frame *b)
{
    size_t head = 0, tail_a = a->count, tail_b = b->count;

    while (head < tail_a && head < tail_b && a->items[head].hash == b->items[head].hash)
        head++;
    while (tail_a > head && tail_b > head &&
           a->items[tail_a - 1].hash == b->items[tail_b - 1].hash)
        tail_a--, tail_b--;

    size_t at = head;
    for (size_t i = head; i < tail_b; i++) {
        const view_item *same = find(a, at, tail_a, b->items[i].hash);
        if (!same) {
            damage_add(d, b->items[i].bounds);
            continue;
        }
        for (const view_item *gone = a->items + at; gone < same; gone++)
            damage_add(d, gone->bounds);
        at = (size_t)(same - a->items) + 1;
    }
    for (; at < tail_a; at++)
        damage_add(d, a->items[at].bounds);
}

static bool same_ground(const view_frame *a, const view_frame *b)
{
    return a->width == b->width && a->height == b->height && a->scale == b->scale &&
           memcmp(&a->background, &b->background, sizeof a->background) == 0;
}

size_t view_frame_damage(view_rect *out, size_t room, const view_frame *before,
                         const view_frame *now)
{
    damage d = {out, room, 0, now};

    if (room == 0)
        return 0;
    if (!same_ground(before, now))
        damage_add(&d, (view_rect){0, 0, now->width, now->height});
    else
        compare(&d, before, now);
    return d.count;
}

const view_press *view_frame_at(const view_frame *frame, float x, float y)
{
    for (size_t i = frame->press_count; i > 0; i--) {
        const view_press *press = &frame->presses[i - 1];
        const view_rect r = press->rect;

        if (x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h)
            return press;
    }
    return NULL;
}
