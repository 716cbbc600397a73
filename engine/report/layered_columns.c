/* In which column each box stands. */
#include "report/layered_columns.h"

#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

#define MOST_STRETCH 1.6 /* columns for each reply of the longest shortest way */

static bool make(layered_draft *c, base_arena *arena)
{
    const uint32_t n = c->picture->box_count, m = c->picture->link_count;
    uint32_t **const all[] = {&c->rank, &c->queue, &c->part,  &c->entry,  &c->size,
                              &c->seen, &c->low,   &c->stack, &c->by_rank};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!(*all[i] = base_arena_alloc(arena, n * sizeof **all[i])))
            return false;
    c->first = base_arena_alloc(arena, (n + 1) * sizeof *c->first);
    c->links = base_arena_alloc(arena, (m ? m : 1) * sizeof *c->links);
    c->in_first = base_arena_alloc(arena, (n + 1) * sizeof *c->in_first);
    c->in_links = base_arena_alloc(arena, (m ? m : 1) * sizeof *c->in_links);
    c->column = base_arena_alloc(arena, n * sizeof *c->column);
    c->timed = base_arena_alloc(arena, n * sizeof *c->timed);
    return c->first && c->links && c->in_first && c->in_links && c->column && c->timed;
}

/* Links by one of their ends. */
static void gather_by(const layered_draft *c, uint32_t *first, uint32_t *links, bool from)
{
    const report_layered *p = c->picture;

    for (uint32_t i = 0; i < p->link_count; i++)
        first[(from ? p->links[i].from : p->links[i].to) + 1]++;
    for (uint32_t b = 0; b < p->box_count; b++)
        first[b + 1] += first[b];
    memcpy(c->queue, first, p->box_count * sizeof *c->queue);
    for (uint32_t i = 0; i < p->link_count; i++)
        links[c->queue[from ? p->links[i].from : p->links[i].to]++] = i;
}

static void meet(layered_draft *c, uint32_t box)
{
    if (c->rank[box] == LAYERED_NONE) {
        c->rank[box] = c->met;
        c->queue[c->met++] = box;
    }
}

/* Breadth first from the start; what cannot be reached comes after. */
static void rank_boxes(layered_draft *c)
{
    const report_layered *p = c->picture;
    uint32_t at = 0;

    memset(c->rank, 0xFF, p->box_count * sizeof *c->rank);
    c->met = 0;
    meet(c, p->start);
    for (uint32_t other = 0; other < p->box_count; other++) {
        for (; at < c->met; at++)
            for (uint32_t i = c->first[c->queue[at]]; i < c->first[c->queue[at] + 1]; i++)
                meet(c, p->links[c->links[i]].to);
        if (other == 0)
            c->reached = c->met;
        meet(c, other);
    }
    memcpy(c->by_rank, c->queue, p->box_count * sizeof *c->by_rank);
}

/* --- columns ------------------------------------------------------------------------ */

/* Boxes in an order in which every link that does not lead back goes forward. */
static void sort_forward(layered_draft *c)
{
    const report_layered *p = c->picture;
    uint32_t *const waiting = c->size;
    uint32_t at = 0, end = 0;

    memset(waiting, 0, p->box_count * sizeof *waiting);
    for (uint32_t i = 0; i < p->link_count; i++)
        waiting[p->links[i].to] += !p->links[i].circle;
    for (uint32_t b = 0; b < p->box_count; b++)
        if (!waiting[b])
            c->queue[end++] = b;
    for (; at < end; at++)
        for (uint32_t i = c->first[c->queue[at]]; i < c->first[c->queue[at] + 1]; i++) {
            const report_link *link = &p->links[c->links[i]];

            if (!link->circle && --waiting[link->to] == 0)
                c->queue[end++] = link->to;
        }
}

/* The longest of the shortest ways from the start, in links. */
static uint32_t deepest(const layered_draft *c)
{
    uint32_t *const depth = c->low, most = 1;

    memset(depth, 0, c->picture->box_count * sizeof *depth);
    for (uint32_t at = 0; at < c->reached; at++)
        for (uint32_t i = c->first[c->by_rank[at]]; i < c->first[c->by_rank[at] + 1];
             i++) {
            const uint32_t to = c->picture->links[c->links[i]].to;

            if (c->rank[to] > at && !depth[to])
                depth[to] = depth[c->by_rank[at]] + 1;
            most = depth[to] > most ? depth[to] : most;
        }
    return most;
}

static int by_turn(const void *a, const void *b)
{
    const layered_timed *x = a, *y = b;

    if (x->turn != y->turn)
        return x->turn < y->turn ? -1 : 1;
    return (x->box > y->box) - (x->box < y->box);
}

/* Right of where most people come from, of what is earlier in the order of turns; where
 * nothing is, beside the one before. */
static int32_t behind_most(const layered_draft *c, uint32_t box, int32_t before)
{
    const report_link *links = c->picture->links, *best = NULL;

    for (uint32_t i = c->in_first[box]; i < c->in_first[box + 1]; i++) {
        const report_link *link = &links[c->in_links[i]];

        if (c->column[link->from] >= 0 && link->from != box &&
            (!best || link->weight > best->weight))
            best = link;
    }
    return best ? c->column[best->from] + 1 : before;
}

/* Players that go round and round come late to everything. Then the turns only give the
 * order in which boxes get their columns. */
static void spread(layered_draft *c, double latest)
{
    const uint32_t boxes = c->picture->box_count;
    int32_t column = 0;
    uint32_t n = 0;

    if (latest <= MOST_STRETCH * deepest(c))
        return;
    for (uint32_t b = 0; b < boxes; b++)
        if (c->picture->boxes[b].turn >= 0) {
            c->timed[n++] = (layered_timed){c->picture->boxes[b].turn, b};
            c->column[b] = -1;
        }
    qsort(c->timed, n, sizeof *c->timed, by_turn);
    for (uint32_t i = 0; i < n; i++)
        c->column[c->timed[i].box] = column = behind_most(c, c->timed[i].box, column);
}

static void columns_by_turn(layered_draft *c)
{
    double latest = 0;

    for (uint32_t b = 0; b < c->picture->box_count; b++) {
        const report_box *box = &c->picture->boxes[b];

        c->column[b] = box->turn > 0 ? (int32_t)(box->turn + .5) : 0;
        if (!box->last && box->turn > latest)
            latest = box->turn;
    }
    spread(c, latest);
}

/* Where people come is told by the turn; all else stands right of what leads to it. */
static void first_columns(layered_draft *c)
{
    const report_box *boxes = c->picture->boxes;

    columns_by_turn(c);
    for (uint32_t at = 0; at < c->picture->box_count; at++) {
        const uint32_t b = c->queue[at];

        for (uint32_t i = c->first[b]; i < c->first[b + 1]; i++) {
            const report_link *link = &c->picture->links[c->links[i]];

            if (!link->circle && boxes[link->to].turn < 0 &&
                c->column[link->to] <= c->column[b])
                c->column[link->to] = c->column[b] + 1;
        }
    }
}

/* What nothing leads to from where people come stands just before what it leads to, not
 * at the beginning. */
static void pull_sources(layered_draft *c)
{
    const report_layered *p = c->picture;
    uint32_t *const led_to = c->seen;

    memset(led_to, 0, p->box_count * sizeof *led_to);
    for (uint32_t i = 0; i < p->link_count; i++)
        led_to[p->links[i].to] +=
            !p->links[i].circle && p->boxes[p->links[i].from].turn >= 0;
    for (uint32_t at = p->box_count; at-- > 0;) {
        const uint32_t b = c->queue[at];
        int32_t nearest = INT32_MAX;

        for (uint32_t i = c->first[b]; i < c->first[b + 1]; i++) {
            const report_link *link = &p->links[c->links[i]];

            if (!link->circle && !layered_is_last(c, link->to) &&
                c->column[link->to] < nearest)
                nearest = c->column[link->to];
        }
        if (!led_to[b] && p->boxes[b].turn < 0 && b != p->start && nearest != INT32_MAX &&
            (nearest > c->column[b] || !c->column[b]))
            c->column[b] = nearest - 1;
    }
}

/* --- the columns in the end --------------------------------------------------------- */

static void push_last(layered_draft *c)
{
    int32_t last = 0;

    for (uint32_t b = 0; b < c->picture->box_count; b++)
        if (!layered_is_last(c, b) && c->column[b] >= last)
            last = c->column[b] + 1;
    for (uint32_t b = 0; b < c->picture->box_count; b++)
        if (layered_is_last(c, b))
            c->column[b] = last;
}

/* Numbered from 0 without gaps. */
static void number_columns(layered_draft *c)
{
    report_layered *p = c->picture;
    int32_t next = INT32_MIN;

    for (p->columns = 0;; p->columns++) {
        int32_t lowest = INT32_MAX;

        for (uint32_t b = 0; b < p->box_count; b++)
            if (c->column[b] >= next && c->column[b] < lowest)
                lowest = c->column[b];
        if (lowest == INT32_MAX)
            break;
        for (uint32_t b = 0; b < p->box_count; b++)
            if (c->column[b] == lowest)
                p->boxes[b].column = p->columns;
        next = lowest + 1;
    }
    for (uint32_t i = 0; i < p->link_count; i++)
        p->links[i].turns =
            p->boxes[p->links[i].to].column <= p->boxes[p->links[i].from].column;
}

ear_status layered_columns(report_layered *picture, base_arena *arena, ear_error *err)
{
    layered_draft c = {.picture = picture};

    if (!make(&c, arena))
        return base_fail_memory(err);
    gather_by(&c, c.first, c.links, true);
    gather_by(&c, c.in_first, c.in_links, false);
    rank_boxes(&c);
    layered_open_circles(&c);
    sort_forward(&c);
    first_columns(&c);
    pull_sources(&c);
    layered_shorten(&c);
    layered_merge(&c);
    layered_split(&c);
    push_last(&c);
    number_columns(&c);
    return EAR_OK;
}
