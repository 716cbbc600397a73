/* Vector paths: verbs and points into the frame's pools, then one item. */
#include "view/build.h"

#include "base/hash.h"
#include "view/build_internal.h"

#include <math.h>
#include <string.h>

#define PI    3.14159265f
#define KAPPA .5522847f /* a quarter circle as a cubic */

static void add_point(view_build *b, float x, float y)
{
    view_frame *f = b->frame;
    const view_matrix *m = &b->matrix;

    if (!view_grow(b, (void **)&f->points, &f->point_room, f->point_count,
                   sizeof *f->points))
        return;
    f->points[f->point_count++] =
        (view_point){m->a * x + m->c * y + m->e, m->b * x + m->d * y + m->f};
    b->pen = (view_point){x, y};
}

static void add_verb(view_build *b, view_verb verb)
{
    view_frame *f = b->frame;

    if (view_grow(b, (void **)&f->verbs, &f->verb_room, f->verb_count, sizeof *f->verbs))
        f->verbs[f->verb_count++] = (uint8_t)verb;
}

void view_path_begin(view_build *b)
{
    b->path_verb = (uint32_t)b->frame->verb_count;
    b->path_point = (uint32_t)b->frame->point_count;
}

void view_move(view_build *b, float x, float y)
{
    add_verb(b, VIEW_MOVE);
    add_point(b, x, y);
}

void view_line(view_build *b, float x, float y)
{
    add_verb(b, VIEW_LINE);
    add_point(b, x, y);
}

void view_cubic(view_build *b, view_point p, view_point q, view_point to)
{
    add_verb(b, VIEW_CURVE);
    add_point(b, p.x, p.y);
    add_point(b, q.x, q.y);
    add_point(b, to.x, to.y);
}

void view_quad(view_build *b, float cx, float cy, float x, float y)
{
    const view_point a = b->pen;

    view_cubic(b, (view_point){a.x + (cx - a.x) * 2 / 3, a.y + (cy - a.y) * 2 / 3},
               (view_point){x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3},
               (view_point){x, y});
}

void view_close(view_build *b)
{
    add_verb(b, VIEW_CLOSE);
}

void view_add_ellipse(view_build *b, float x, float y, float rx, float ry)
{
    const float kx = rx * KAPPA, ky = ry * KAPPA;

    view_move(b, x + rx, y);
    view_cubic(b, (view_point){x + rx, y + ky}, (view_point){x + kx, y + ry},
               (view_point){x, y + ry});
    view_cubic(b, (view_point){x - kx, y + ry}, (view_point){x - rx, y + ky},
               (view_point){x - rx, y});
    view_cubic(b, (view_point){x - rx, y - ky}, (view_point){x - kx, y - ry},
               (view_point){x, y - ry});
    view_cubic(b, (view_point){x + kx, y - ry}, (view_point){x + rx, y - ky},
               (view_point){x + rx, y});
    view_close(b);
}

void view_add_box(view_build *b, view_rect r, float radius)
{
    const float q = fminf(radius, fminf(r.w, r.h) / 2), k = q * (1 - KAPPA);
    const float right = r.x + r.w, bottom = r.y + r.h;

    view_move(b, r.x + q, r.y);
    view_line(b, right - q, r.y);
    if (q > 0)
        view_cubic(b, (view_point){right - k, r.y}, (view_point){right, r.y + k},
                   (view_point){right, r.y + q});
    view_line(b, right, bottom - q);
    if (q > 0)
        view_cubic(b, (view_point){right, bottom - k}, (view_point){right - k, bottom},
                   (view_point){right - q, bottom});
    view_line(b, r.x + q, bottom);
    if (q > 0)
        view_cubic(b, (view_point){r.x + k, bottom}, (view_point){r.x, bottom - k},
                   (view_point){r.x, bottom - q});
    view_line(b, r.x, r.y + q);
    if (q > 0)
        view_cubic(b, (view_point){r.x, r.y + k}, (view_point){r.x + k, r.y},
                   (view_point){r.x + q, r.y});
    view_close(b);
}

void view_add_arc(view_build *b, view_point at, float r, float from, float to)
{
    const int parts = (int)ceilf(fabsf(to - from) / (PI / 4));
    const float step = (to - from) / (float)(parts ? parts : 1);
    const float k = 4.f / 3 * tanf(step / 4) * r;

    view_move(b, at.x + r * cosf(from), at.y + r * sinf(from));
    for (int i = 0; i < parts; i++) {
        const float a = from + step * (float)i, z = a + step;
        const view_point end = {at.x + r * cosf(z), at.y + r * sinf(z)};
        view_cubic(b, (view_point){b->pen.x - k * sinf(a), b->pen.y + k * cosf(a)},
                   (view_point){end.x + k * sinf(z), end.y - k * cosf(z)}, end);
    }
}

/* --- ending a path ------------------------------------------------------------------ */

static view_rect hull(const view_build *b, float widen)
{
    const view_frame *f = b->frame;
    float x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

    for (size_t i = b->path_point; i < f->point_count; i++) {
        x0 = fminf(x0, f->points[i].x), x1 = fmaxf(x1, f->points[i].x);
        y0 = fminf(y0, f->points[i].y), y1 = fmaxf(y1, f->points[i].y);
    }
    if (x1 < x0)
        return (view_rect){0, 0, 0, 0};
    return (view_rect){x0 - widen, y0 - widen, x1 - x0 + 2 * widen, y1 - y0 + 2 * widen};
}

static uint64_t shape_hash(const view_build *b, const view_path *path)
{
    const view_frame *f = b->frame;
    uint64_t hash = base_hash(f->verbs + path->first_verb, path->verbs, 1);

    hash =
        base_hash(f->points + path->first_point, path->points * sizeof *f->points, hash);
    if (path->fill.stops)
        hash = base_hash(f->stops + path->fill.first_stop,
                         path->fill.stops * sizeof *f->stops, hash);
    if (path->stroke.stops)
        hash = base_hash(f->stops + path->stroke.first_stop,
                         path->stroke.stops * sizeof *f->stops, hash);
    return hash;
}

/* What of a path is worth hashing beside its shape: no places in the pools. */
typedef struct path_key {
    uint64_t shape;
    view_paint fill, stroke;
    float width, on, off;
} path_key;

static path_key key_of(const view_build *b, const view_path *path)
{
    path_key key;

    memset(&key, 0, sizeof key);
    key.shape = shape_hash(b, path);
    key.fill = path->fill;
    key.stroke = path->stroke;
    key.fill.first_stop = key.stroke.first_stop = 0;
    key.width = path->stroke_width;
    key.on = path->dash_on;
    key.off = path->dash_off;
    return key;
}

static void end_path(view_build *b, view_path path)
{
    view_item item = {.kind = VIEW_PATH};

    if (b->frame->failed)
        return;
    path.first_verb = b->path_verb;
    path.verbs = (uint32_t)b->frame->verb_count - b->path_verb;
    path.first_point = b->path_point;
    path.points = (uint32_t)b->frame->point_count - b->path_point;
    item.as.path = path;
    item.bounds = hull(b, path.stroke_width / 2 + 1);

    const path_key key = key_of(b, &path);
    view_add_item(b, &item, &key, sizeof key);
    view_path_begin(b);
}

static view_paint solid(view_color color)
{
    return (view_paint){.kind = VIEW_PAINT_SOLID, .color = color};
}

void view_fill(view_build *b, view_color color)
{
    end_path(b, (view_path){.fill = solid(color)});
}

void view_fill_with(view_build *b, view_paint paint)
{
    end_path(b, (view_path){.fill = paint});
}

void view_stroke(view_build *b, view_color color, float width)
{
    view_stroke_with(b, solid(color), width);
}

void view_stroke_with(view_build *b, view_paint paint, float width)
{
    end_path(b, (view_path){.stroke = paint, .stroke_width = width * view_scale_of(b)});
}

void view_dash(view_build *b, view_color color, float width, float on, float off)
{
    const float s = view_scale_of(b);

    end_path(b, (view_path){.stroke = solid(color),
                            .stroke_width = width * s,
                            .dash_on = on * s,
                            .dash_off = off * s});
}

void view_clip_path(view_build *b)
{
    view_item item = {.kind = VIEW_CLIP};
    view_path *path = &item.as.clip.path;

    path->first_verb = b->path_verb;
    path->verbs = (uint32_t)b->frame->verb_count - b->path_verb;
    path->first_point = b->path_point;
    path->points = (uint32_t)b->frame->point_count - b->path_point;

    const view_rect bounds = hull(b, 0);
    const uint64_t shape = b->frame->failed ? 0 : shape_hash(b, path);
    view_add_item(b, &item, &shape, sizeof shape);
    view_push_clip(
        b,
        (view_rect){bounds.x + b->offset.x, bounds.y + b->offset.y, bounds.w, bounds.h},
        shape);
    view_path_begin(b);
}

view_paint view_gradient(view_build *b, view_point from, view_point to,
                         const view_stop *stops, size_t count)
{
    view_frame *f = b->frame;
    const view_matrix *m = &b->matrix;
    view_paint paint = {
        .kind = VIEW_PAINT_GRADIENT,
        .from = {m->a * from.x + m->c * from.y + m->e,
                 m->b * from.x + m->d * from.y + m->f},
        .to = {m->a * to.x + m->c * to.y + m->e, m->b * to.x + m->d * to.y + m->f},
        .first_stop = (uint32_t)f->stop_count,
        .stops = (uint32_t)count};

    for (size_t i = 0; i < count; i++)
        if (view_grow(b, (void **)&f->stops, &f->stop_room, f->stop_count,
                      sizeof *f->stops))
            f->stops[f->stop_count++] = stops[i];
    return paint;
}

void view_circle(view_build *b, float x, float y, float r, view_color fill)
{
    view_path_begin(b);
    view_add_ellipse(b, x, y, r, r);
    view_fill(b, fill);
}

/* `r` is the outer radius. */
void view_ring(view_build *b, float x, float y, float r, float width, view_color color)
{
    view_path_begin(b);
    view_add_ellipse(b, x, y, r - width / 2, r - width / 2);
    view_stroke(b, color, width);
}

void view_segment(view_build *b, view_point from, view_point to, float width,
                  view_color color)
{
    view_path_begin(b);
    view_move(b, from.x, from.y);
    view_line(b, to.x, to.y);
    view_stroke(b, color, width);
}
