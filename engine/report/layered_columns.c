/* Which links close circles, and in which column each box stands. */
#include "report/layered_internal.h"

#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

#define MOST_STRETCH 1.6 /* columns for each reply of the longest shortest way */
#define SIDEWAYS     2.0 /* what a link into its own column costs, */
#define BACKWARD     1.0 /* one for each column further back; 1 for each passed */
#define LEAST_WEIGHT .15
#define IMPROVEMENTS 12

typedef struct timed {
    double turn;
    uint32_t box;
} timed;

/* Links by the box that they leave, in their order. */
typedef struct columns {
    report_layered *picture;
    uint32_t *first, *links; /* links of box b: links[first[b]] .. links[first[b + 1]] */
    uint32_t *rank;          /* how early a box is met from the start, by fewest links */
    uint32_t *queue;
    uint32_t *part;  /* the strongly connected part a box is in */
    uint32_t *entry; /* of each part: its box of the lowest rank */
    uint32_t *size;
    uint32_t *seen, *low, *stack; /* of Tarjan's walk */
    uint32_t stacked, met, parts;
    bool spread;                   /* turns gave the order only */
    uint32_t *in_first, *in_links; /* the same by the box that they come to */
    uint32_t *by_rank, reached; /* boxes in the order of `rank`; reached from the start */
    timed *timed;
    int32_t *column; /* of each box, while it is looked for */
} columns;

static bool make(columns *c, base_arena *arena)
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
static void gather_by(const columns *c, uint32_t *first, uint32_t *links, bool from)
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

static void meet(columns *c, uint32_t box)
{
    if (c->rank[box] == LAYERED_NONE) {
        c->rank[box] = c->met;
        c->queue[c->met++] = box;
    }
}

/* Breadth first from the start; what cannot be reached comes after. */
static void rank_boxes(columns *c)
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

/* --- circles ------------------------------------------------------------------------ */

static void close_part(columns *c, uint32_t box)
{
    uint32_t member;

    c->size[c->parts] = 0;
    c->entry[c->parts] = box;
    do {
        member = c->stack[--c->stacked];
        c->part[member] = c->parts;
        c->size[c->parts]++;
        if (c->rank[member] < c->rank[c->entry[c->parts]])
            c->entry[c->parts] = member;
    } while (member != box);
    c->parts++;
}

/* Tarjan 1972, over the links that do not lead back. No deeper than there are boxes. */
static void walk(columns *c, uint32_t box)
{
    c->seen[box] = c->low[box] = ++c->met;
    c->stack[c->stacked++] = box;
    for (uint32_t i = c->first[box]; i < c->first[box + 1]; i++) {
        const report_link *link = &c->picture->links[c->links[i]];

        if (link->circle)
            continue;
        if (!c->seen[link->to])
            walk(c, link->to);
        if (c->part[link->to] == LAYERED_NONE && c->low[link->to] < c->low[box])
            c->low[box] = c->low[link->to];
    }
    if (c->low[box] == c->seen[box])
        close_part(c, box);
}

static void find_parts(columns *c)
{
    const uint32_t n = c->picture->box_count;

    memset(c->seen, 0, n * sizeof *c->seen);
    memset(c->part, 0xFF, n * sizeof *c->part);
    c->stacked = c->met = c->parts = 0;
    for (uint32_t i = 0; i < n; i++)
        if (!c->seen[i])
            walk(c, i);
}

/* Inside each circle the links back to its entrance are what closes it. What is left may
 * hold smaller circles: until there is none. */
static void open_circles(columns *c)
{
    report_layered *p = c->picture;
    bool opened = true;

    for (uint32_t i = 0; i < p->link_count; i++)
        p->links[i].circle = p->links[i].from == p->links[i].to;
    while (opened) {
        opened = false;
        find_parts(c);
        for (uint32_t i = 0; i < p->link_count; i++) {
            report_link *link = &p->links[i];
            const uint32_t part = c->part[link->to];

            if (link->circle || c->part[link->from] != part || c->entry[part] != link->to)
                continue;
            link->circle = opened = true;
        }
    }
}

/* --- columns ------------------------------------------------------------------------ */

/* Boxes in an order in which every link that does not lead back goes forward. */
static void sort_forward(columns *c)
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
static uint32_t deepest(const columns *c)
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
    const timed *x = a, *y = b;

    if (x->turn != y->turn)
        return x->turn < y->turn ? -1 : 1;
    return (x->box > y->box) - (x->box < y->box);
}

/* Players that go round and round come late to everything. Then the turns only give the
 * order, and the columns are about as many as they are high. */
static void spread(columns *c, double latest)
{
    const uint32_t most = deepest(c);
    uint32_t n = 0, wanted = 1;

    if (latest <= MOST_STRETCH * most)
        return;
    for (uint32_t b = 0; b < c->picture->box_count; b++)
        if (c->picture->boxes[b].turn >= 0)
            c->timed[n++] = (timed){c->picture->boxes[b].turn, b};
    c->spread = true;
    while (wanted * wanted < n)
        wanted++;
    wanted = wanted > most ? wanted : most;
    qsort(c->timed, n, sizeof *c->timed, by_turn);
    for (uint32_t i = 0; i < n; i++)
        c->column[c->timed[i].box] = (int32_t)((uint64_t)i * wanted / n);
}

static void columns_by_turn(columns *c)
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
static void first_columns(columns *c)
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

/* A box that leads somewhere is not last, whatever was asked. */
static bool is_last(const columns *c, uint32_t b)
{
    return c->picture->boxes[b].last && c->first[b] == c->first[b + 1];
}

/* What nothing leads to from where people come stands just before what it leads to, not
 * at the beginning. */
static void pull_sources(columns *c)
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

            if (!link->circle && !is_last(c, link->to) && c->column[link->to] < nearest)
                nearest = c->column[link->to];
        }
        if (!led_to[b] && p->boxes[b].turn < 0 && b != p->start && nearest != INT32_MAX &&
            (nearest > c->column[b] || !c->column[b]))
            c->column[b] = nearest - 1;
    }
}

/* --- better columns ----------------------------------------------------------------- */

/* What a link costs by how many columns it goes to the right. */
static double cost(int32_t right)
{
    return right > 0 ? right - 1 : SIDEWAYS - right * BACKWARD;
}

/* What is last will stand right of everything: a link to it costs the same from anywhere
 * near, and where it stands now says nothing. */
static double weighed(const columns *c, const report_link *link, int32_t right)
{
    if (link->circle || is_last(c, link->to))
        return 0;
    return (LEAST_WEIGHT + link->weight) * cost(right);
}

/* What all links of a box cost if it stood in `column`. */
static double cost_at(const columns *c, uint32_t box, int32_t column)
{
    const report_layered *p = c->picture;
    double sum = 0;

    for (uint32_t i = c->first[box]; i < c->first[box + 1]; i++) {
        const report_link *link = &p->links[c->links[i]];

        sum += weighed(c, link, c->column[link->to] - column);
    }
    for (uint32_t i = c->in_first[box]; i < c->in_first[box + 1]; i++) {
        const report_link *link = &p->links[c->in_links[i]];

        sum += weighed(c, link, column - c->column[link->from]);
    }
    return sum;
}

static bool move_box(columns *c, uint32_t box)
{
    const int32_t now = c->column[box];
    int32_t best = now;
    double least = cost_at(c, box, now) - .001;

    for (int32_t to = now - 2; to <= now + 2; to++) {
        const double would = to > 0 ? cost_at(c, box, to) : least;

        if (would < least)
            least = would, best = to;
    }
    c->column[box] = best;
    return best != now;
}

static void improve(columns *c)
{
    bool moved = true;

    for (int round = 0; !c->spread && moved && round < IMPROVEMENTS; round++) {
        moved = false;
        for (uint32_t b = 0; b < c->picture->box_count; b++)
            if (b != c->picture->start)
                moved = move_box(c, b) || moved;
    }
}

/* --- fewer columns ------------------------------------------------------------------ */

/* Boxes in a column; what stands last is in none yet. */
static uint32_t count_in(const columns *c, int32_t column)
{
    uint32_t n = 0;

    for (uint32_t b = 0; b < c->picture->box_count; b++)
        n += c->column[b] == column && !is_last(c, b);
    return n;
}

static bool is_between(const columns *c, const report_link *link, int32_t a, int32_t b)
{
    const int32_t from = c->column[link->from], to = c->column[link->to];

    return !is_last(c, link->to) && ((from == a && to == b) || (from == b && to == a));
}

/* The next column to the right that has boxes; INT32_MAX: there is none. */
static int32_t next_column(const columns *c, int32_t after)
{
    int32_t next = INT32_MAX;

    for (uint32_t b = 0; b < c->picture->box_count; b++)
        if (c->column[b] > after && c->column[b] < next && !is_last(c, b))
            next = c->column[b];
    return next;
}

/* Two columns that no link joins are one, when that is no higher than the others. */
static void merge_columns(columns *c)
{
    const report_layered *p = c->picture;
    int32_t a = next_column(c, INT32_MIN), b;
    uint32_t most = 0;

    for (int32_t at = a; at != INT32_MAX; at = next_column(c, at))
        most = count_in(c, at) > most ? count_in(c, at) : most;
    for (; (b = next_column(c, a)) != INT32_MAX;) {
        bool apart = count_in(c, a) + count_in(c, b) <= most;

        for (uint32_t i = 0; i < p->link_count && apart; i++)
            apart = !is_between(c, &p->links[i], a, b);
        for (uint32_t box = 0; box < p->box_count && apart; box++)
            if (c->column[box] == b && !is_last(c, box))
                c->column[box] = a;
        if (!apart)
            a = b;
    }
}

/* --- the columns in the end --------------------------------------------------------- */

static void push_last(columns *c)
{
    int32_t last = 0;

    for (uint32_t b = 0; b < c->picture->box_count; b++)
        if (!is_last(c, b) && c->column[b] >= last)
            last = c->column[b] + 1;
    for (uint32_t b = 0; b < c->picture->box_count; b++)
        if (is_last(c, b))
            c->column[b] = last;
}

/* Numbered from 0 without gaps. */
static void number_columns(columns *c)
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
    columns c = {.picture = picture};

    if (!make(&c, arena))
        return base_fail_memory(err);
    gather_by(&c, c.first, c.links, true);
    gather_by(&c, c.in_first, c.in_links, false);
    rank_boxes(&c);
    open_circles(&c);
    sort_forward(&c);
    first_columns(&c);
    pull_sources(&c);
    improve(&c);
    merge_columns(&c);
    push_last(&c);
    number_columns(&c);
    return EAR_OK;
}
