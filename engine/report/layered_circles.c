/* Which links close circles. */
#include "report/layered_columns.h"

#include <string.h>

static void close_part(layered_draft *c, uint32_t box)
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
static void walk(layered_draft *c, uint32_t box)
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

static void find_parts(layered_draft *c)
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
void layered_open_circles(layered_draft *c)
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
