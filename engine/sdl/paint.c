/* A frame, or the parts of it that changed, onto a canvas. */
#include "sdl/paint.h"
#include "base/fail.h"
#include "sdl/paint_internal.h"

#include <math.h>
#include <stdlib.h>

ear_status sdl_painter_create(sdl_painter **out, sdl_fonts *fonts, ear_error *err)
{
    sdl_painter *painter = calloc(1, sizeof *painter);

    if (!painter)
        return base_fail_memory(err);
    painter->fonts = fonts;
    *out = painter;
    return EAR_OK;
}

void sdl_painter_free(sdl_painter *painter)
{
    if (!painter)
        return;
    sdl_words_release(&painter->words);
    sdl_pictures_release(painter);
    free(painter);
}

static bool touches(const view_rect *a, const view_rect *b)
{
    return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h &&
           b->y < a->y + a->h;
}

static void begin_clip(sdl_pass *pass, const view_path *path)
{
    cairo_save(pass->cr);
    sdl_trace_path(pass, path);
    cairo_clip(pass->cr);
}

static void paint_item(sdl_pass *pass, const view_item *item)
{
    switch (item->kind) {
    case VIEW_BOX:
        sdl_paint_box(pass, &item->as.box);
        break;
    case VIEW_PATH:
        sdl_paint_path(pass, &item->as.path);
        break;
    case VIEW_TEXT:
        sdl_paint_text(pass, &item->as.text);
        break;
    default:
        break;
    }
}

/* Clips are kept in step even where nothing of them is seen. */
void sdl_paint_items(sdl_pass *pass, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const view_item *item = &pass->frame->items[i];
        const bool seen = touches(&item->bounds, &pass->dirty);
        if (item->kind == VIEW_CLIP) {
            begin_clip(pass, &item->as.clip.path);
        } else if (item->kind == VIEW_UNCLIP) {
            cairo_restore(pass->cr);
        } else if (item->kind == VIEW_GROUP) {
            if (seen)
                sdl_paint_group(pass, i);
            i += item->as.group.count + 1;
        } else if (seen) {
            paint_item(pass, item);
        }
    }
}

static void paint_rect(sdl_pass *pass, const view_rect *rect)
{
    const view_color c = pass->frame->background;

    pass->dirty = *rect;
    cairo_save(pass->cr);
    cairo_rectangle(pass->cr, (double)rect->x, (double)rect->y, (double)rect->w,
                    (double)rect->h);
    cairo_clip(pass->cr);
    cairo_set_source_rgb(pass->cr, c.r / 255.0, c.g / 255.0, c.b / 255.0);
    cairo_paint(pass->cr);
    sdl_paint_items(pass, 0, pass->frame->count);
    cairo_restore(pass->cr);
}

static void paint_rects(sdl_pass *pass, const sdl_canvas *canvas, const view_rect *rects,
                        size_t count)
{
    const view_rect all = {0, 0, (float)canvas->width, (float)canvas->height};

    if (!rects)
        paint_rect(pass, &all);
    for (size_t i = 0; rects && i < count; i++)
        paint_rect(pass, &rects[i]);
}

ear_status sdl_paint(sdl_painter *painter, const sdl_canvas *canvas,
                     const view_frame *frame, const view_rect *rects, size_t count,
                     ear_error *err)
{
    ear_error own = {.status = EAR_OK};
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        canvas->pixels, CAIRO_FORMAT_RGB24, canvas->width, canvas->height,
        canvas->stride);
    sdl_pass pass = {.painter = painter,
                     .cr = cairo_create(surface),
                     .frame = frame,
                     .err = err ? err : &own};

    painter->clock++;
    paint_rects(&pass, canvas, rects, count);
    const bool ok = cairo_status(pass.cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(pass.cr);
    cairo_surface_flush(surface);
    cairo_surface_destroy(surface);
    sdl_words_tidy(painter);
    sdl_pictures_tidy(painter);
    return ok ? pass.status : base_fail_memory(err);
}
