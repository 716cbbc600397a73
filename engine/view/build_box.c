/* Boxes, cards and the focus ring. */
#include "view/build.h"
#include "view/build_internal.h"

#include <math.h>
#include <string.h>

static view_paint solid(view_color color)
{
    view_paint paint = {.kind = VIEW_PAINT_NONE};

    if (color.a > 0) {
        paint.kind = VIEW_PAINT_SOLID;
        paint.color = color;
    }
    return paint;
}

static view_rect with_shadow(view_rect r, const view_shadow *shadow)
{
    const float e = shadow->color.a ? shadow->blur + 1 : 0;

    return (view_rect){r.x - e, r.y - e + fminf(0, shadow->dy), r.w + 2 * e,
                       r.h + 2 * e + fabsf(shadow->dy)};
}

void view_put_box(view_build *b, const view_box_look *look)
{
    view_item item = {.kind = VIEW_BOX};
    view_box *box = &item.as.box;
    const float most = fminf(look->rect.w, look->rect.h) / 2;

    box->rect = view_to_px(b, look->rect);
    for (int i = 0; i < 4; i++) {
        const float r = look->corner == i + 1 ? look->square : look->radius;
        box->radius[i] = fminf(r, most) * b->scale;
    }
    box->fill = solid(look->fill);
    box->stroke = solid(look->stroke_width > 0 ? look->stroke : (view_color){0, 0, 0, 0});
    box->stroke_width =
        look->stroke_width > 0 ? fmaxf(1, look->stroke_width * b->scale) : 0;
    if (look->shadow && b->theme->shadows)
        box->shadow = (view_shadow){view_fade(view_ink_of(b, VIEW_INK), .13f),
                                    7 * b->scale, 2 * b->scale};
    item.bounds = with_shadow(box->rect, &box->shadow);
    view_add_item(b, &item, box, sizeof *box);
}

void view_fill_box(view_build *b, view_rect rect, float radius, view_color fill)
{
    view_put_box(b, &(view_box_look){.rect = rect, .radius = radius, .fill = fill});
}

void view_card(view_build *b, view_rect rect, float radius)
{
    view_box_look look = {.rect = rect,
                          .radius = radius,
                          .fill = view_ink_of(b, VIEW_SURFACE),
                          .shadow = true};

    if (b->theme->outlined) {
        look.stroke = view_ink_of(b, VIEW_EDGE);
        look.stroke_width = 2;
    }
    view_put_box(b, &look);
}

void view_focus_ring(view_build *b, uint32_t key, view_rect rect, float radius)
{
    if (!b->ring || key != b->focus)
        return;
    view_put_box(
        b, &(view_box_look){.rect = {rect.x - 5, rect.y - 5, rect.w + 10, rect.h + 10},
                            .radius = radius + 5,
                            .stroke = view_ink_of(b, VIEW_FOCUS),
                            .stroke_width = 3});
}

void view_press_card(view_build *b, uint32_t key, view_rect rect)
{
    const float radius = 12;

    view_focus_ring(b, key, rect, radius);
    view_put_box(b, &(view_box_look){.rect = rect,
                                     .radius = radius,
                                     .fill = view_ink_of(b, VIEW_SURFACE),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->outlined ? 2 : 1.5f});
}

/* --- clips, groups, scrolling ------------------------------------------------------- */

static view_rect overlap(view_rect a, view_rect c)
{
    const float x = fmaxf(a.x, c.x), y = fmaxf(a.y, c.y);
    const float right = fminf(a.x + a.w, c.x + c.w);
    const float bottom = fminf(a.y + a.h, c.y + c.h);

    return (view_rect){x, y, fmaxf(0, right - x), fmaxf(0, bottom - y)};
}

void view_push_clip(view_build *b, view_rect px, uint64_t shape)
{
    view_push_context(b, shape);
    if (b->clip_count < VIEW_MAX_CLIPS) {
        const view_rect above = b->clips[b->clip_count - 1];
        b->clips[b->clip_count++] = overlap(px, above);
    }
}

void view_clip_box(view_build *b, view_rect rect, float radius)
{
    view_path_begin(b);
    view_add_box(b, rect, radius);
    view_clip_path(b);
}

void view_unclip(view_build *b)
{
    const view_item item = {.kind = VIEW_UNCLIP};

    view_add_item(b, &item, "", 0);
    view_pop_context(b);
    if (b->clip_count > 1)
        b->clip_count--;
}

void view_group_begin(view_build *b, uint32_t key, float opacity, float dy, bool cached)
{
    view_item item = {.kind = VIEW_GROUP, .bounds = b->clips[b->clip_count - 1]};
    view_group *group = &item.as.group;
    const float content[2] = {opacity, roundf(dy * b->scale)};
    uint64_t shape;

    group->offset = (view_point){0, content[1]};
    group->opacity = opacity;
    group->cached = cached;
    memcpy(&shape, content, sizeof shape);
    item.bounds = (view_rect){0, 0, 0, 0}; /* its items have theirs */
    view_item *added = view_add_item(b, &item, content, sizeof content);
    if (!added || b->group_count == VIEW_MAX_GROUPS)
        return;
    added->key = key;
    b->groups[b->group_count++] = (size_t)(added - b->frame->items);
    b->offset.y += group->offset.y;
    view_push_context(b, shape);
}

void view_group_end(view_build *b)
{
    const view_item item = {.kind = VIEW_END};

    if (b->group_count == 0)
        return;
    view_item *group = &b->frame->items[b->groups[--b->group_count]];
    group->as.group.count =
        (uint32_t)(b->frame->count - 1 - (size_t)(group - b->frame->items));
    b->offset.y -= group->as.group.offset.y;
    for (uint32_t i = 1; i <= group->as.group.count; i++) {
        const view_rect r = group[i].bounds;
        if (r.w <= 0 || r.h <= 0)
            continue;
        const view_rect g = group->bounds;
        const float x = g.w > 0 ? fminf(g.x, r.x) : r.x,
                    y = g.w > 0 ? fminf(g.y, r.y) : r.y;
        group->bounds = (view_rect){x, y, fmaxf(g.x + g.w, r.x + r.w) - x,
                                    fmaxf(g.y + g.h, r.y + r.h) - y};
    }
    view_pop_context(b);
    view_add_item(b, &item, "", 0);
}

void view_scroll_begin(view_build *b, view_scroll *scroll, view_rect view)
{
    scroll->view = view;
    view_clip_box(b, view, 0);
    b->shift += scroll->at;
    b->matrix.f -= scroll->at * b->scale;
}

/* A thin bar at the right says that there is more, and where one is. */
static void put_bar(view_build *b, const view_scroll *scroll, float longest)
{
    const view_rect view = scroll->view;
    const float room = view.h - 12, share = view.h / (view.h + longest);
    const float h = fmaxf(24, room * share);

    if (longest < 1 || room < 40)
        return;
    b->key = view_key("scroll bar", (uint32_t)view.y);
    const float y = view.y + 6 + (room - h) * fminf(1, scroll->at / longest);
    view_fill_box(b, (view_rect){view.x + view.w - 4, y, 4, h}, 2,
                  view_ink_of(b, VIEW_EDGE));
}

void view_scroll_end(view_build *b, view_scroll *scroll, float bottom)
{
    const float longest = fmaxf(0, bottom - (scroll->view.y + scroll->view.h));
    const float to = scroll->to_end ? longest : fminf(scroll->at, longest);

    b->shift -= scroll->at;
    b->matrix.f += scroll->at * b->scale;
    view_unclip(b);
    put_bar(b, scroll, longest);
    scroll->longest = longest;
    scroll->whole = bottom - scroll->view.y;
    scroll->to_end = false;
    if (fabsf(to - scroll->at) > .5f) {
        scroll->at = to;
        b->again = true;
    }
}
