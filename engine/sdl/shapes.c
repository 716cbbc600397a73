/* Boxes and paths. */
#include "sdl/paint_internal.h"

#define QUARTER 1.5707963267948966

static double part(uint8_t value)
{
    return value / 255.0;
}

static void set_gradient(sdl_pass *pass, const view_paint *paint)
{
    cairo_pattern_t *p =
        cairo_pattern_create_linear((double)paint->from.x, (double)paint->from.y,
                                    (double)paint->to.x, (double)paint->to.y);

    for (uint32_t i = 0; i < paint->stops; i++) {
        const view_stop *s = &pass->frame->stops[paint->first_stop + i];
        cairo_pattern_add_color_stop_rgba(p, (double)s->at, part(s->color.r),
                                          part(s->color.g), part(s->color.b),
                                          part(s->color.a));
    }
    cairo_set_source(pass->cr, p);
    cairo_pattern_destroy(p);
}

/* False: nothing to paint with. */
static bool set_paint(sdl_pass *pass, const view_paint *paint)
{
    const view_color c = paint->color;

    if (paint->kind == VIEW_PAINT_GRADIENT && paint->stops > 0) {
        set_gradient(pass, paint);
        return true;
    }
    if (paint->kind != VIEW_PAINT_SOLID || c.a == 0)
        return false;
    cairo_set_source_rgba(pass->cr, part(c.r), part(c.g), part(c.b), part(c.a));
    return true;
}

static double corner(float radius, float inset, const view_rect *r)
{
    const float most = (r->w < r->h ? r->w : r->h) / 2 - inset;
    const float wanted = radius - inset;

    return (double)(wanted < 0 ? 0 : wanted > most ? (most < 0 ? 0 : most) : wanted);
}

static void trace_box(cairo_t *cr, const view_box *box, float inset)
{
    const view_rect *r = &box->rect;
    const double left = (double)(r->x + inset), top = (double)(r->y + inset);
    const double right = (double)(r->x + r->w - inset);
    const double bottom = (double)(r->y + r->h - inset);
    double c[4], sum = 0;

    for (int i = 0; i < 4; i++)
        sum += c[i] = corner(box->radius[i], inset, r);
    cairo_new_path(cr);
    if (sum <= 0) { /* straight: Cairo fills it without looking at its edges */
        cairo_rectangle(cr, left, top, right - left, bottom - top);
        return;
    }
    cairo_arc(cr, left + c[0], top + c[0], c[0], 2 * QUARTER, 3 * QUARTER);
    cairo_arc(cr, right - c[1], top + c[1], c[1], 3 * QUARTER, 4 * QUARTER);
    cairo_arc(cr, right - c[2], bottom - c[2], c[2], 0, QUARTER);
    cairo_arc(cr, left + c[3], bottom - c[3], c[3], QUARTER, 2 * QUARTER);
    cairo_close_path(cr);
}

void sdl_paint_box(sdl_pass *pass, const view_box *box)
{
    const float width = box->stroke_width;

    if (box->rect.w <= 0 || box->rect.h <= 0)
        return;
    sdl_paint_shadow(pass, box);
    if (set_paint(pass, &box->fill)) {
        trace_box(pass->cr, box, 0);
        cairo_fill(pass->cr);
    }
    if (width <= 0 || !set_paint(pass, &box->stroke))
        return;
    trace_box(pass->cr, box, width / 2);
    cairo_set_line_width(pass->cr, (double)width);
    cairo_set_dash(pass->cr, NULL, 0, 0);
    cairo_stroke(pass->cr);
}

void sdl_trace_path(sdl_pass *pass, const view_path *path)
{
    const view_frame *f = pass->frame;
    const view_point *p = f->points + path->first_point;
    cairo_t *cr = pass->cr;

    cairo_new_path(cr);
    for (uint32_t i = 0; i < path->verbs; i++)
        switch ((view_verb)f->verbs[path->first_verb + i]) {
        case VIEW_MOVE:
            cairo_move_to(cr, (double)p->x, (double)p->y);
            p++;
            break;
        case VIEW_LINE:
            cairo_line_to(cr, (double)p->x, (double)p->y);
            p++;
            break;
        case VIEW_CURVE:
            cairo_curve_to(cr, (double)p[0].x, (double)p[0].y, (double)p[1].x,
                           (double)p[1].y, (double)p[2].x, (double)p[2].y);
            p += 3;
            break;
        case VIEW_CLOSE:
            cairo_close_path(cr);
            break;
        }
}

static void stroke_path(sdl_pass *pass, const view_path *path)
{
    const double dashes[2] = {(double)path->dash_on, (double)path->dash_off};

    cairo_set_line_width(pass->cr, (double)path->stroke_width);
    cairo_set_line_cap(pass->cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(pass->cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(pass->cr, dashes, path->dash_on > 0 ? 2 : 0, 0);
    cairo_stroke(pass->cr);
}

void sdl_paint_path(sdl_pass *pass, const view_path *path)
{
    sdl_trace_path(pass, path);
    if (set_paint(pass, &path->fill))
        cairo_fill_preserve(pass->cr);
    if (path->stroke_width > 0 && set_paint(pass, &path->stroke))
        stroke_path(pass, path);
    cairo_new_path(pass->cr);
}
