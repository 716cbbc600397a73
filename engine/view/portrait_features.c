/* Eyes, brows, nose, mouth: where a face is read. */
#include "view/portrait_internal.h"

#include <math.h>

#define STROKE(b, w, c, ...) view_stroke_quad(b, (const float[6]){__VA_ARGS__}, w, c)

typedef struct eye_shape {
    float x, y;         /* centre */
    float inner, outer; /* x of the corners */
    float inner_y, outer_y;
    float top_x, top_y; /* control of the upper lid */
    float low_y;        /* control of the lower lid */
    float up;
} eye_shape;

static eye_shape eye_of(const view_look *l, float side)
{
    const float x = 41 * side, y = -7, in = -side, half = 22.5f;
    const float up = 17.5f * l->lids, low = 10.5f * (1 - .55f * l->squint);
    const float iy = y + 1.5f + l->furrow * 2, oy = y - 1.5f + l->sad * 4;

    return (eye_shape){
        .x = x,
        .y = y,
        .inner = x + in * half,
        .outer = x - in * half,
        .inner_y = iy,
        .outer_y = oy,
        .top_x = x + in * (l->furrow * 5 - l->sad * 3),
        .top_y = y - up * 1.5f,
        .low_y = (y + low) * 2 - (iy + oy) / 2 - low * .4f,
        .up = up,
    };
}

static void iris(const portrait *p, const eye_shape *e)
{
    const float x = e->x + p->look->gaze_x * 9.5f;
    const float y = e->y - 1.5f + p->look->gaze_y * 6;

    view_circle(p->b, x, y, 12.2f, view_rgb(0x3B2A22));
    view_circle(p->b, x, y, 6.6f, view_rgb(0x0B0C10));
    view_circle(p->b, x + 3.6f, y - 4.2f, 3.2f, view_rgb(0xFFFFFF));
}

static void eye(const portrait *p, float side)
{
    view_build *b = p->b;
    const eye_shape e = eye_of(p->look, side);

    if (p->look->lids < .2f) {
        STROKE(b, 4.5f, p->ink, e.inner, e.inner_y, e.x, e.y + 9, e.outer, e.outer_y + 2);
        return;
    }
    view_path_begin(b);
    view_move(b, e.inner, e.inner_y);
    view_quad(b, e.top_x, e.top_y, e.outer, e.outer_y);
    view_quad(b, e.x, e.low_y, e.inner, e.inner_y);
    view_close(b);
    view_clip_path(b);
    view_path_begin(b);
    view_add_box(b, (view_rect){e.x - 40, e.y - 40, 80, 80}, 0);
    view_fill(b, view_rgb(0xFCFAF5));
    iris(p, &e);
    /* The upper lid's shade on the eye. */
    view_path_begin(b);
    view_add_box(b, (view_rect){e.x - 30, e.y - e.up * 1.3f - 12, 60, e.up * .68f + 12},
                 0);
    view_fill(b, view_fade(p->ink, .16f));
    view_unclip(b);
    STROKE(b, 4.6f, p->ink, e.inner, e.inner_y, e.top_x, e.top_y, e.outer + side * 3,
           e.outer_y - 1);
    STROKE(b, 1.8f, view_fade(p->ink, .45f), e.inner * .94f + e.x * .06f, e.inner_y + 2,
           e.x, e.low_y, e.outer * .94f + e.x * .06f, e.outer_y + 2);
}

static void brow(const portrait *p, float side, view_color color)
{
    const view_look *l = p->look;
    const float thick = 9.6f, lift = l->skew * (side > 0 ? 10.f : -2.f);
    const float xi = side * (17 - 5 * l->furrow);
    const float yi = -45 - l->raise * 11 + l->furrow * 15 - l->sad * 16 - lift * .4f;
    const float xm = side * 40;
    const float ym = -57 - l->raise * 14 + l->furrow * 5 - l->sad - lift;
    const float xo = side * 64;
    const float yo = -44 - l->raise * 9 - l->furrow * 6 + l->sad * 11 - lift * .7f;

    view_path_begin(p->b);
    view_move(p->b, xi, yi - thick * .55f);
    view_quad(p->b, xm, ym - thick * .62f, xo, yo - 1);
    view_quad(p->b, xm, ym + thick * .75f, xi, yi + thick * .6f);
    view_quad(p->b, xi - side * 4, yi, xi, yi - thick * .55f);
    view_close(p->b);
    view_fill(p->b, color);
}

static void brows(const portrait *p)
{
    const view_look *l = p->look;
    const view_color color = p->face->age >= 2 ? view_mix(p->hair, p->ink, .55f) : p->ink;

    brow(p, 1, color);
    brow(p, -1, color);
    if (l->furrow > .5f) {
        const view_color crease = view_fade(p->skin_dark, (l->furrow - .5f) * 2);
        view_segment(p->b, (view_point){-6, -44}, (view_point){-4, -26}, 2.4f, crease);
        view_segment(p->b, (view_point){6, -44}, (view_point){4, -26}, 2.4f, crease);
    }
    const float worry = fmaxf(l->raise - .45f, l->sad - .8f) * 1.8f;
    if (worry > 0)
        STROKE(p->b, 2.2f, view_fade(p->skin_dark, fminf(worry, .7f)), -40, -86, 0, -92,
               40, -86);
}

static void nose_and_age(const portrait *p)
{
    view_build *b = p->b;
    const view_color dark = view_fade(p->skin_dark, .9f);

    view_path_begin(b);
    view_move(b, 3, -2);
    view_curve(b, (const float[6]){6, 14, 18, 30, 11, 37});
    view_quad(b, 2, 43, -7, 38);
    view_stroke(b, dark, 4.2f);
    for (float s = -1; s <= 1; s += 2) {
        if (p->face->age >= 1)
            STROKE(b, 2, view_fade(p->skin_dark, .55f), s * 62, 16, s * 52, 24, s * 40,
                   22);
        if (p->face->age >= 2)
            STROKE(b, 2.4f, view_fade(p->skin_dark, .6f), s * 30, 46, s * 42, 58, s * 40,
                   76);
    }
}

typedef struct mouth_shape {
    float half;        /* width */
    float left, right; /* y of the corners */
    float mid;
} mouth_shape;

static void open_mouth(const portrait *p, const mouth_shape *m)
{
    view_build *b = p->b;
    const float o = p->look->open * 40, half = m->half;
    const float top =
        m->mid * 2 - (m->left + m->right) / 2 - (p->look->smile < 0 ? 6.f : 0) - o * .25f;

    view_path_begin(b);
    view_move(b, -half, m->left);
    view_quad(b, 0, top, half, m->right);
    view_quad(b, half * .72f, m->mid + o * 1.15f, 0, m->mid + o * 1.08f);
    view_quad(b, -half * .72f, m->mid + o * 1.15f, -half, m->left);
    view_close(b);
    view_clip_path(b);
    view_path_begin(b);
    view_add_box(b, (view_rect){-80, 0, 160, 160}, 0);
    view_fill(b, view_rgb(0x43171C));
    view_path_begin(b);
    view_add_ellipse(b, 0, m->mid + o * 1.25f, half * .55f, o * .55f);
    view_fill(b, view_rgb(0xB4524E));
    view_path_begin(b);
    view_move(b, -80, 0);
    view_line(b, 80, 0);
    view_line(b, 80, m->mid + o * .04f + 2);
    view_quad(b, 0, m->mid + o * .3f + 5, -80, m->mid + o * .04f + 2);
    view_close(b);
    view_fill(b, view_rgb(0xFBF7EE));
    view_unclip(b);
    STROKE(b, 4.6f, p->ink, -half, m->left, 0, top, half, m->right);
    STROKE(b, 3.2f, view_fade(view_mix(p->skin_dark, p->ink, .4f), .9f), -half, m->left,
           0, m->mid * 2 + o * 2.2f - (m->left + m->right) / 2, half, m->right);
}

static void closed_mouth(const portrait *p, const mouth_shape *m)
{
    view_build *b = p->b;
    const float press = p->look->press, lip = m->half * .42f;

    STROKE(b, 5.2f - press, p->ink, -m->half, m->left, 0,
           m->mid * 2 - (m->left + m->right) / 2, m->half, m->right);
    STROKE(b, 3, view_fade(p->skin_dark, .75f), -lip, m->mid + 15 - press * 3, 0,
           m->mid + 19 - press * 4, lip, m->mid + 15 - press * 3);
    if (press <= .4f)
        return;
    const view_color corner = view_fade(p->ink, .8f * press);
    view_segment(b, (view_point){-m->half - 5, m->left - 3},
                 (view_point){-m->half - 4, m->left + 5}, 2.6f, corner);
    view_segment(b, (view_point){m->half + 5, m->right - 3},
                 (view_point){m->half + 4, m->right + 5}, 2.6f, corner);
}

static void mouth(const portrait *p)
{
    const view_look *l = p->look;
    const float y = 72 * ((p->face->jaw - 1) * .5f + 1), corner = y - l->smile * 11 + 2;
    const mouth_shape m = {
        .half = 33 * (1 + l->width * .38f) * (1 - .1f * l->press),
        .left = corner + l->skew * 2,
        .right = corner - l->skew * 7,
        .mid = y + l->smile * 10,
    };

    if (l->open > .06f)
        open_mouth(p, &m);
    else
        closed_mouth(p, &m);
    if (l->smile <= .5f)
        return;
    const view_color dimple = view_fade(p->skin_dark, (l->smile - .5f) * 2);
    STROKE(p->b, 2.6f, dimple, -m.half - 9, m.left - 10, -m.half - 16, m.left - 2,
           -m.half - 11, m.left + 8);
    STROKE(p->b, 2.6f, dimple, m.half + 9, m.right - 10, m.half + 16, m.right - 2,
           m.half + 11, m.right + 8);
}

static void glasses(const portrait *p)
{
    view_build *b = p->b;
    const view_color frame = view_rgb(0x22252F);

    for (float s = -1; s <= 1; s += 2) {
        view_path_begin(b);
        view_add_box(b, (view_rect){s * 40 - 30, -34, 60, 52}, 22);
        view_fill(b, view_fade(view_rgb(0xFFFFFF), .14f));
        view_path_begin(b);
        view_add_box(b, (view_rect){s * 40 - 28.5f, -32.5f, 57, 49}, 20.5f);
        view_stroke(b, frame, 5);
        view_segment(b, (view_point){s * 70, -16}, (view_point){s * 97, -10}, 5, frame);
    }
    STROKE(b, 5, frame, -10, -14, 0, -20, 10, -14);
}

void view_draw_features(const portrait *p)
{
    eye(p, -1);
    eye(p, 1);
    brows(p);
    nose_and_age(p);
    mouth(p);
    if (p->face->glasses)
        glasses(p);
}
