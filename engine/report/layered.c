/* From boxes and links to the grid of columns, and back. */
#include "report/layered_internal.h"

#include "base/fail.h"

#include <math.h>

#define WIDE     2.0 /* times as wide as high */
#define MOST_AIR 2.4

/* Lanes of a link: the columns between its boxes; both of theirs too when it
 * turns round them. */
static uint32_t lanes_of(const report_layered *p, const report_link *link)
{
    const uint32_t from = p->boxes[link->from].column, to = p->boxes[link->to].column;

    if (link->turns)
        return from - to + 1;
    return to - from - 1;
}

/* Column of lane `i` of a link, in the order of travel. */
static uint32_t lane_column(const report_layered *p, const report_link *link, uint32_t i)
{
    const uint32_t from = p->boxes[link->from].column;

    return link->turns ? from - i : from + 1 + i;
}

static bool make_vertices(layered_grid *g)
{
    report_layered *p = g->picture;
    uint32_t lanes = 0;

    for (uint32_t i = 0; i < p->link_count; i++) {
        p->links[i].first_lane = lanes;
        p->links[i].lane_count = lanes_of(p, &p->links[i]);
        lanes += p->links[i].lane_count;
    }
    p->lane_count = lanes;
    g->vertex_count = p->box_count + lanes;
    p->lanes = base_arena_alloc(g->arena, (lanes ? lanes : 1) * sizeof *p->lanes);
    g->vertices = base_arena_alloc(g->arena, g->vertex_count * sizeof *g->vertices);
    g->order = base_arena_alloc(g->arena, g->vertex_count * sizeof *g->order);
    g->first = base_arena_alloc(g->arena, (p->columns + 1) * sizeof *g->first);
    return p->lanes && g->vertices && g->order && g->first;
}

static void fill_boxes(layered_grid *g)
{
    const report_layered *p = g->picture;

    for (uint32_t b = 0; b < p->box_count; b++)
        g->vertices[b] = (layered_vertex){.column = p->boxes[b].column,
                                          .link = LAYERED_NONE,
                                          .beside = LAYERED_NONE,
                                          .height = p->boxes[b].height};
}

static void fill_lanes(layered_grid *g)
{
    const report_layered *p = g->picture;

    for (uint32_t i = 0; i < p->link_count; i++) {
        const report_link *link = &p->links[i];

        for (uint32_t k = 0; k < link->lane_count; k++) {
            const uint32_t beside = !link->turns                ? LAYERED_NONE
                                    : k == 0                    ? link->from
                                    : k + 1 == link->lane_count ? link->to
                                                                : LAYERED_NONE;

            g->vertices[p->box_count + link->first_lane + k] =
                (layered_vertex){.column = lane_column(p, link, k),
                                 .link = i,
                                 .beside = beside,
                                 .height = link->breadth};
        }
    }
}

/* --- neighbours --------------------------------------------------------------------- */

typedef void visit_segment(layered_grid *g, uint32_t left, uint32_t right);

/* Every pair of vertices of neighbouring columns that a link joins. */
static void each_segment(layered_grid *g, visit_segment *visit)
{
    const report_layered *p = g->picture;

    for (uint32_t i = 0; i < p->link_count; i++) {
        const report_link *link = &p->links[i];
        const uint32_t lane = p->box_count + link->first_lane;
        uint32_t before = link->from;

        for (uint32_t k = 0; k < link->lane_count; k++) {
            if (link->turns && k > 0)
                visit(g, lane + k, lane + k - 1);
            if (!link->turns)
                visit(g, before, lane + k);
            before = lane + k;
        }
        if (!link->turns)
            visit(g, before, link->to);
    }
}

static void count_segment(layered_grid *g, uint32_t left, uint32_t right)
{
    g->vertices[left].right_count++;
    g->vertices[right].left_count++;
    g->segment_count++;
}

static void keep_segment(layered_grid *g, uint32_t left, uint32_t right)
{
    layered_vertex *l = &g->vertices[left], *r = &g->vertices[right];

    g->neighbours[l->first_right + l->right_count++] = right;
    g->neighbours[r->first_left + r->left_count++] = left;
}

static bool make_neighbours(layered_grid *g)
{
    uint32_t at = 0;

    each_segment(g, count_segment);
    for (uint32_t i = 0; i < g->vertex_count; i++) {
        layered_vertex *v = &g->vertices[i];

        v->first_left = at;
        v->first_right = at + v->left_count;
        at = v->first_right + v->right_count;
        v->left_count = v->right_count = 0;
    }
    g->neighbours = base_arena_alloc(g->arena, (at ? at : 1) * sizeof *g->neighbours);
    if (!g->neighbours)
        return false;
    each_segment(g, keep_segment);
    return true;
}

static ear_status stand(layered_grid *g, ear_error *err)
{
    const ear_status status = layered_heights(g, err);

    return status == EAR_OK ? layered_finish(g, err) : status;
}

/* What is much wider than a page, and still one row, gives its lines more room. */
static ear_status loosen(layered_grid *g, ear_error *err)
{
    const report_layered *p = g->picture;

    if (p->rows > 1 || p->width <= WIDE * p->height)
        return EAR_OK;
    g->air = fmin(MOST_AIR, p->width / (WIDE * p->height));
    return stand(g, err);
}

static ear_status place(layered_grid *g, ear_error *err)
{
    ear_status status;

    if (!make_vertices(g))
        return base_fail_memory(err);
    fill_boxes(g);
    fill_lanes(g);
    if (!make_neighbours(g))
        return base_fail_memory(err);
    status = layered_order(g, err);
    if (status == EAR_OK)
        status = stand(g, err);
    if (status == EAR_OK)
        status = layered_fold(g, err);
    if (status == EAR_OK)
        status = loosen(g, err);
    return status;
}

ear_status report_layered_place(report_layered *picture, base_arena *arena,
                                ear_error *err)
{
    layered_grid grid = {.picture = picture, .arena = arena, .air = 1};

    if (picture->box_count > REPORT_MAX_BOXES)
        return base_fail(err, EAR_E_LIMIT,
                         "a picture of %u moments could not be read; %u are the most",
                         (unsigned)picture->box_count, REPORT_MAX_BOXES);
    if (picture->box_count == 0)
        return EAR_OK;
    const ear_status status = layered_columns(picture, arena, err);
    return status == EAR_OK ? place(&grid, err) : status;
}
