/* Groups: painted together, moved and faded; some kept as one surface. */
#include "sdl/paint_internal.h"

#include <math.h>
#include <string.h>

#define KEPT_BYTES ((size_t)12 * 1024 * 1024)

static size_t bytes_of(const sdl_picture *p)
{
    return p->surface ? (size_t)p->width * (size_t)p->height * 4 : 0;
}

static void drop(sdl_picture *picture)
{
    if (picture->surface)
        cairo_surface_destroy(picture->surface);
    memset(picture, 0, sizeof *picture);
}

void sdl_pictures_release(sdl_painter *painter)
{
    for (size_t i = 0; i < SDL_PICTURES; i++)
        drop(&painter->pictures[i]);
}

/* What was not needed for a while goes, and all of it when it is too much. */
void sdl_pictures_tidy(sdl_painter *painter)
{
    size_t bytes = 0;

    for (size_t i = 0; i < SDL_PICTURES; i++) {
        sdl_picture *p = &painter->pictures[i];
        if (p->used && painter->clock - p->used > 120)
            drop(p);
        bytes += bytes_of(p);
    }
    if (bytes > KEPT_BYTES)
        sdl_pictures_release(painter);
}

/* The one of that key, else a free one, else the one used longest ago. */
static sdl_picture *place_for(sdl_painter *painter, uint32_t key)
{
    sdl_picture *best = &painter->pictures[0];

    for (size_t i = 0; i < SDL_PICTURES; i++) {
        sdl_picture *p = &painter->pictures[i];
        if (p->used && p->key == key)
            return p;
        if (p->used < best->used)
            best = p;
    }
    drop(best);
    return best;
}

static view_rect whole_rect(const view_rect *r)
{
    const float x = floorf(r->x), y = floorf(r->y);

    return (view_rect){x, y, ceilf(r->x + r->w) - x, ceilf(r->y + r->h) - y};
}

/* Paints the items inside, `moved` further than the groups around. */
static void paint_inside(sdl_pass *pass, size_t index)
{
    const view_group *g = &pass->frame->items[index].as.group;
    const float dx = pass->dx, dy = pass->dy;

    pass->dx += g->offset.x;
    pass->dy += g->offset.y;
    cairo_save(pass->cr);
    cairo_translate(pass->cr, (double)g->offset.x, (double)g->offset.y);
    sdl_paint_items(pass, index + 1, index + 1 + g->count);
    cairo_restore(pass->cr);
    pass->dx = dx;
    pass->dy = dy;
}

static bool fits(const sdl_picture *p, const view_item *item, const view_rect *r)
{
    const view_group *g = &item->as.group;

    return p->content == g->content && p->width == (int)r->w && p->height == (int)r->h &&
           p->fx == item->bounds.x - r->x && p->fy == item->bounds.y - r->y;
}

/* Paints the whole group onto a surface of its own. NULL: no memory. */
static cairo_surface_t *make_surface(sdl_pass *pass, size_t index, const view_rect *r)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)r->w, (int)r->h);
    sdl_pass inner = *pass;

    inner.cr = cairo_create(surface);
    inner.dirty = *r;
    cairo_translate(inner.cr, (double)(pass->dx - r->x), (double)(pass->dy - r->y));
    paint_inside(&inner, index);
    const bool ok = cairo_status(inner.cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(inner.cr);
    pass->status = inner.status;
    if (ok)
        return surface;
    cairo_surface_destroy(surface);
    return NULL;
}

static void lay_surface(sdl_pass *pass, cairo_surface_t *surface, const view_rect *r,
                        float opacity)
{
    cairo_set_source_surface(pass->cr, surface, (double)(r->x - pass->dx),
                             (double)(r->y - pass->dy));
    cairo_paint_with_alpha(pass->cr, (double)opacity);
}

static void paint_faded(sdl_pass *pass, size_t index)
{
    const view_item *item = &pass->frame->items[index];
    const view_rect r = whole_rect(&item->bounds);

    cairo_save(pass->cr);
    cairo_rectangle(pass->cr, (double)(r.x - pass->dx), (double)(r.y - pass->dy),
                    (double)r.w, (double)r.h);
    cairo_clip(pass->cr);
    cairo_push_group(pass->cr);
    paint_inside(pass, index);
    cairo_pop_group_to_source(pass->cr);
    cairo_paint_with_alpha(pass->cr, (double)item->as.group.opacity);
    cairo_restore(pass->cr);
}

/* True when the group was laid down from its surface. */
static bool paint_cached(sdl_pass *pass, size_t index)
{
    const view_item *item = &pass->frame->items[index];
    const view_rect r = whole_rect(&item->bounds);
    sdl_picture *p = place_for(pass->painter, item->key);

    if (r.w < 1 || r.h < 1 || r.w > 8192 || r.h > 8192)
        return false;
    if (!p->used || !fits(p, item, &r)) {
        drop(p);
        *p = (sdl_picture){.key = item->key,
                           .content = item->as.group.content,
                           .width = (int)r.w,
                           .height = (int)r.h,
                           .fx = item->bounds.x - r.x,
                           .fy = item->bounds.y - r.y,
                           .used = pass->painter->clock};
        return false;
    }
    if (!p->surface && p->used != pass->painter->clock)
        p->surface = make_surface(pass, index, &r);
    if (!p->surface)
        return false;
    p->used = pass->painter->clock;
    lay_surface(pass, p->surface, &r, item->as.group.opacity);
    return true;
}

void sdl_paint_group(sdl_pass *pass, size_t index)
{
    const view_group *g = &pass->frame->items[index].as.group;

    if (g->opacity <= 0)
        return;
    if (g->cached && paint_cached(pass, index))
        return;
    if (g->opacity < 1)
        paint_faded(pass, index);
    else
        paint_inside(pass, index);
}
