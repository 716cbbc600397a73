/* The soft shadow of a box: how far a pixel lies from the rounded edge says how dark it
 * is. Only the corners need a square root; rows and columns between them are copied. */
#include "base/fail.h"
#include "sdl/paint_internal.h"

#include <math.h>
#include <string.h>

typedef struct shadow {
    float cx, cy; /* middle of the box, on the surface */
    float hx, hy; /* half its size */
    float radius;
    float blur;
    int left, top; /* of the mask, on the surface */
    int width, height;
} shadow;

static unsigned char shade(const shadow *s, float distance)
{
    float t;

    if (distance <= 0)
        return 255;
    if (distance >= s->blur)
        return 0;
    t = 1 - distance / s->blur;
    return (unsigned char)(t * t * 255 + .5f);
}

/* How far beyond the straight part of the box's edge; negative inside. */
static float beyond(float at, float middle, float half, float radius)
{
    return fabsf(at - middle) - (half - radius);
}

static void fill_row(const shadow *s, unsigned char *row, float dy)
{
    const unsigned char straight = shade(s, dy > 0 ? dy - s->radius : -1);

    for (int x = 0; x < s->width; x++) {
        const float at = (float)(s->left + x) + .5f;
        const float dx = beyond(at, s->cx, s->hx, s->radius);
        if (dx <= 0)
            row[x] = straight;
        else if (dy <= 0)
            row[x] = shade(s, dx - s->radius);
        else
            row[x] = shade(s, sqrtf(dx * dx + dy * dy) - s->radius);
    }
}

static void fill_mask(const shadow *s, unsigned char *pixels, int stride)
{
    const unsigned char *middle = NULL; /* a row between the corners */

    for (int y = 0; y < s->height; y++) {
        unsigned char *row = pixels + (ptrdiff_t)y * stride;
        const float at = (float)(s->top + y) + .5f;
        const float dy = beyond(at, s->cy, s->hy, s->radius);
        if (dy <= 0 && middle) {
            memcpy(row, middle, (size_t)s->width);
            continue;
        }
        fill_row(s, row, dy);
        if (dy <= 0)
            middle = row;
    }
}

/* What of the shadow can be seen. False: nothing. */
static bool fit_mask(sdl_pass *pass, shadow *s)
{
    double x0, y0, x1, y1;

    cairo_clip_extents(pass->cr, &x0, &y0, &x1, &y1);
    x0 = fmax(x0, (double)(s->cx - s->hx - s->blur));
    y0 = fmax(y0, (double)(s->cy - s->hy - s->blur));
    x1 = fmin(x1, (double)(s->cx + s->hx + s->blur));
    y1 = fmin(y1, (double)(s->cy + s->hy + s->blur));
    s->left = (int)floor(x0);
    s->top = (int)floor(y0);
    s->width = (int)ceil(x1) - s->left;
    s->height = (int)ceil(y1) - s->top;
    return s->width > 0 && s->height > 0;
}

void sdl_paint_shadow(sdl_pass *pass, const view_box *box)
{
    const view_color c = box->shadow.color;
    const view_rect *r = &box->rect;
    shadow s = {.cx = r->x + r->w / 2,
                .cy = r->y + r->h / 2 + box->shadow.dy,
                .hx = r->w / 2,
                .hy = r->h / 2,
                .blur = box->shadow.blur};

    if (c.a == 0 || s.blur <= 0 || !fit_mask(pass, &s))
        return;
    s.radius = fminf(box->radius[0], fminf(s.hx, s.hy));
    cairo_surface_t *mask =
        cairo_image_surface_create(CAIRO_FORMAT_A8, s.width, s.height);
    if (cairo_surface_status(mask) == CAIRO_STATUS_SUCCESS) {
        fill_mask(&s, cairo_image_surface_get_data(mask),
                  cairo_image_surface_get_stride(mask));
        cairo_surface_mark_dirty(mask);
        cairo_set_source_rgba(pass->cr, c.r / 255.0, c.g / 255.0, c.b / 255.0,
                              c.a / 255.0);
        cairo_mask_surface(pass->cr, mask, s.left, s.top);
    }
    cairo_surface_destroy(mask);
}
