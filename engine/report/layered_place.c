/* Heights, then everything's place. */
#include "report/layered_internal.h"

#include "base/fail.h"

#include <string.h>

#define BETWEEN_BOXES 26.0
#define BETWEEN_LANES 9.0
#define BETWEEN_BOTH  14.0
#define ROUNDS        24
#define LEAST_GAP     46.0
#define MOST_GAP      130.0
#define SIDE          10.0 /* of a box's side, above and below, that no link touches */
#define BETWEEN_LINKS 4.0
#define LEVEL_LANES   8.0 /* how much more a lane wants to stay level than a box does */
#define LEVEL_LANE    2.0
#define TO_MIDDLE     2.0 /* how much a box wants to stand in the middle: a low picture */

/* One column while its heights are looked for. */
typedef struct settling {
    double *wish, *weight; /* of each place */
    double *mean, *mass;   /* of each block of places that touch */
    uint32_t *size;        /* how many places it has */
    double middle;         /* of the picture: where what has no neighbours stands */
} settling;

static double between(const layered_grid *g, const layered_vertex *a,
                      const layered_vertex *b)
{
    const bool lane_a = a->link != LAYERED_NONE, lane_b = b->link != LAYERED_NONE;
    const double gap = lane_a && lane_b   ? BETWEEN_LANES
                       : lane_a || lane_b ? BETWEEN_BOTH * g->air
                                          : BETWEEN_BOXES * g->air;

    return (a->height + b->height) / 2 + gap;
}

static void stack_up(layered_grid *g, uint32_t column)
{
    double y = 0;

    for (uint32_t i = g->first[column]; i < g->first[column + 1]; i++) {
        layered_vertex *v = &g->vertices[g->order[i]];

        y += i > g->first[column] ? between(g, &g->vertices[g->order[i - 1]], v) : 0;
        v->y = y;
    }
    for (uint32_t i = g->first[column]; i < g->first[column + 1]; i++)
        g->vertices[g->order[i]].y -= y / 2;
}

/* Adds what the neighbours on one side pull. */
static void pull(const layered_grid *g, const layered_vertex *v, bool left, double *sum,
                 double *weight)
{
    const uint32_t first = left ? v->first_left : v->first_right;
    const uint32_t count = left ? v->left_count : v->right_count;

    for (uint32_t i = 0; i < count; i++) {
        const layered_vertex *n = &g->vertices[g->neighbours[first + i]];
        const bool lane = v->link != LAYERED_NONE, other = n->link != LAYERED_NONE;
        const double w = lane && other ? LEVEL_LANES : lane || other ? LEVEL_LANE : 1;

        *sum += w * n->y;
        *weight += w;
    }
    if (v->beside != LAYERED_NONE) {
        const layered_vertex *box = &g->vertices[v->beside];
        const double side = box->place < v->place ? 1 : -1;

        *sum += box->y + side * (box->height + v->height) / 2;
        *weight += 1;
    }
}

/* Nearest to the wishes, by weighted squares, while nothing comes closer to the one above
 * it than it may: blocks that would are joined (pool adjacent violators). */
static void settle(layered_grid *g, uint32_t column, const settling *s)
{
    const uint32_t from = g->first[column], count = g->first[column + 1] - from;
    uint32_t blocks = 0, at = 0;
    double offset = 0;

    for (uint32_t i = 0; i < count; i++) {
        const layered_vertex *v = &g->vertices[g->order[from + i]];

        offset += i ? between(g, &g->vertices[g->order[from + i - 1]], v) : 0;
        s->mean[blocks] = s->wish[i] - offset;
        s->mass[blocks] = s->weight[i];
        s->size[blocks++] = 1;
        while (blocks > 1 && s->mean[blocks - 2] > s->mean[blocks - 1]) {
            const double mass = s->mass[blocks - 2] + s->mass[blocks - 1];

            s->mean[blocks - 2] = (s->mean[blocks - 2] * s->mass[blocks - 2] +
                                   s->mean[blocks - 1] * s->mass[blocks - 1]) /
                                  mass;
            s->mass[blocks - 2] = mass;
            s->size[blocks - 2] += s->size[blocks - 1];
            blocks--;
        }
    }
    offset = 0;
    for (uint32_t b = 0; b < blocks; b++)
        for (uint32_t k = 0; k < s->size[b]; k++, at++) {
            layered_vertex *v = &g->vertices[g->order[from + at]];

            offset += at ? between(g, &g->vertices[g->order[from + at - 1]], v) : 0;
            v->y = s->mean[b] + offset;
        }
}

static void settle_column(layered_grid *g, uint32_t column, const settling *s, bool left,
                          bool right)
{
    for (uint32_t i = g->first[column]; i < g->first[column + 1]; i++) {
        const layered_vertex *v = &g->vertices[g->order[i]];
        const uint32_t at = i - g->first[column];
        double sum = 0, weight = 0;

        if (left)
            pull(g, v, true, &sum, &weight);
        if (right)
            pull(g, v, false, &sum, &weight);
        if (v->link == LAYERED_NONE && weight > 0)
            sum += TO_MIDDLE * s->middle, weight += TO_MIDDLE;
        s->wish[at] = weight > 0 ? sum / weight : s->middle;
        s->weight[at] = weight > 0 ? weight : .05;
    }
    settle(g, column, s);
}

static bool make(settling *s, layered_grid *g)
{
    uint32_t most = 1;

    for (uint32_t c = 0; c < g->picture->columns; c++)
        if (g->first[c + 1] - g->first[c] > most)
            most = g->first[c + 1] - g->first[c];
    s->wish = base_arena_alloc(g->arena, most * sizeof *s->wish);
    s->weight = base_arena_alloc(g->arena, most * sizeof *s->weight);
    s->mean = base_arena_alloc(g->arena, most * sizeof *s->mean);
    s->mass = base_arena_alloc(g->arena, most * sizeof *s->mass);
    s->size = base_arena_alloc(g->arena, most * sizeof *s->size);
    return s->wish && s->weight && s->mean && s->mass && s->size;
}

/* The mean of what has neighbours. */
static double middle_of(const layered_grid *g)
{
    double sum = 0;
    uint32_t n = 0;

    for (uint32_t i = 0; i < g->vertex_count; i++) {
        const layered_vertex *v = &g->vertices[i];

        if (v->left_count + v->right_count > 0)
            sum += v->y, n++;
    }
    return n ? sum / n : 0;
}

ear_status layered_heights(layered_grid *g, ear_error *err)
{
    const uint32_t columns = g->picture->columns;
    settling s;

    if (!make(&s, g))
        return base_fail_memory(err);
    for (uint32_t c = 0; c < columns; c++)
        stack_up(g, c);
    for (int round = 0; round < ROUNDS; round++) {
        const bool forward = round % 2 == 0, both = round >= ROUNDS / 2;

        s.middle = middle_of(g);
        for (uint32_t k = 0; k < columns; k++)
            settle_column(g, forward ? k : columns - 1 - k, &s, both || forward,
                          both || !forward);
    }
    return EAR_OK;
}

/* --- columns and boxes -------------------------------------------------------------- */

static double widest(const report_layered *p, uint32_t column)
{
    double w = 0;

    for (uint32_t b = 0; b < p->box_count; b++)
        if (p->boxes[b].column == column && p->boxes[b].width > w)
            w = p->boxes[b].width;
    return w;
}

/* Room for the lines between a column and the next: more of them, or steeper ones, need
 * more. */
static double gap_after(const layered_grid *g, uint32_t column)
{
    double steepest = 0, gap;
    uint32_t lines = 0;

    for (uint32_t i = g->first[column]; i < g->first[column + 1]; i++) {
        const layered_vertex *v = &g->vertices[g->order[i]];

        for (uint32_t k = 0; k < v->right_count; k++, lines++) {
            const double dy = g->vertices[g->neighbours[v->first_right + k]].y - v->y;

            steepest = dy > steepest ? dy : -dy > steepest ? -dy : steepest;
        }
    }
    gap = LEAST_GAP + lines / 2.0 + steepest / 24;
    return gap > MOST_GAP ? MOST_GAP : gap;
}

static void place_column(layered_grid *g, uint32_t column, double x, double width,
                         double top)
{
    report_layered *p = g->picture;

    for (uint32_t i = g->first[column]; i < g->first[column + 1]; i++) {
        const uint32_t at = g->order[i];
        layered_vertex *v = &g->vertices[at];

        v->y -= top;
        if (v->y + v->height / 2 > p->height)
            p->height = v->y + v->height / 2;
        if (at < p->box_count) {
            p->boxes[at].x = x;
            p->boxes[at].width = width;
            p->boxes[at].y = v->y - v->height / 2;
        } else {
            p->lanes[at - p->box_count] =
                (report_lane){.left = x, .right = x + width, .y = v->y};
        }
    }
}

static void turn_lanes(report_layered *p)
{
    for (uint32_t i = 0; i < p->link_count; i++)
        for (uint32_t k = 0; p->links[i].turns && k < p->links[i].lane_count; k++) {
            report_lane *lane = &p->lanes[p->links[i].first_lane + k];
            const double left = lane->left;

            lane->left = lane->right;
            lane->right = left;
        }
}

static double top_of(const layered_grid *g)
{
    double top = 0;

    for (uint32_t i = 0; i < g->vertex_count; i++)
        if (i == 0 || g->vertices[i].y - g->vertices[i].height / 2 < top)
            top = g->vertices[i].y - g->vertices[i].height / 2;
    return top;
}

/* --- where links touch boxes -------------------------------------------------------- */

typedef struct touch {
    double y; /* of what lies beyond */
    uint32_t link;
} touch;

static double beyond(const report_layered *p, const report_link *link, bool leaving)
{
    const report_lane *lanes = &p->lanes[link->first_lane];
    const report_box *box = &p->boxes[leaving ? link->to : link->from];

    if (link->lane_count)
        return lanes[leaving ? 0 : link->lane_count - 1].y;
    return box->y + box->height / 2;
}

static uint32_t gather(const report_layered *p, uint32_t box, bool leaving, touch *out)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < p->link_count; i++) {
        const report_link *link = &p->links[i];
        uint32_t at = n;

        if ((leaving ? link->from : link->to) != box)
            continue;
        const double y = beyond(p, link, leaving);
        for (; at > 0 && out[at - 1].y > y; at--)
            out[at] = out[at - 1];
        out[at] = (touch){y, i};
        n++;
    }
    return n;
}

/* Links share a side of the box from the top in the order of where they come from, as
 * wide as they are where there is room. */
static void share_side(report_layered *p, uint32_t b, bool leaving, touch *touches)
{
    const report_box *box = &p->boxes[b];
    const uint32_t n = gather(p, b, leaving, touches);
    const double room = box->height - 2 * SIDE;
    double all = n ? BETWEEN_LINKS * (n - 1) : 0;

    for (uint32_t i = 0; i < n; i++)
        all += p->links[touches[i].link].breadth;
    const double scale = all > room ? room / all : 1;
    double y = box->y + box->height / 2 - all * scale / 2;
    for (uint32_t i = 0; i < n; i++) {
        report_link *link = &p->links[touches[i].link];
        const double span = link->breadth * scale;

        *(leaving ? &link->from_y : &link->to_y) = y + span / 2;
        *(leaving ? &link->from_span : &link->to_span) = span;
        y += span + BETWEEN_LINKS * scale;
    }
}

ear_status layered_finish(layered_grid *g, ear_error *err)
{
    report_layered *p = g->picture;
    const double top = top_of(g);
    touch *touches = base_arena_alloc(g->arena, (p->link_count + 1) * sizeof *touches);
    double x = 0;

    if (!touches)
        return base_fail_memory(err);
    p->height = 0;
    for (uint32_t c = 0; c < p->columns; c++) {
        const double width = widest(p, c);

        place_column(g, c, x, width, top);
        p->width = x + width;
        x += width + (c + 1 < p->columns ? gap_after(g, c) : 0);
    }
    turn_lanes(p);
    for (uint32_t b = 0; b < p->box_count; b++) {
        share_side(p, b, true, touches);
        share_side(p, b, false, touches);
    }
    return EAR_OK;
}
