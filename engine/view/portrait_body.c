#include "view/portrait_internal.h"

#include <math.h>

void view_curve(view_build *b, const float v[6])
{
    view_cubic(b, (view_point){v[0], v[1]}, (view_point){v[2], v[3]},
               (view_point){v[4], v[5]});
}

#define CURVE(b, ...) view_curve(b, (const float[6]){__VA_ARGS__})

void view_stroke_quad(view_build *b, const float v[6], float width, view_color color)
{
    view_path_begin(b);
    view_move(b, v[0], v[1]);
    view_quad(b, v[2], v[3], v[4], v[5]);
    view_stroke(b, color, width);
}

static void torso(const portrait *p)
{
    view_build *b = p->b;
    const float up = p->rise;

    view_path_begin(b);
    view_move(b, -44, 168 - up * .8f);
    CURVE(b, -90, 182 - up, -150, 188 - up, -172, 240 - up * .5f);
    CURVE(b, -190, 300, -196, 380, -198, 520);
    view_line(b, 198, 520);
    CURVE(b, 196, 380, 190, 300, 172, 240 - up * .5f);
    CURVE(b, 150, 188 - up, 90, 182 - up, 44, 168 - up * .8f);
    CURVE(b, 20, 200 - up * .7f, -20, 200 - up * .7f, -44, 168 - up * .8f);
    view_close(b);
    view_fill(b, p->top);
    /* The side away from the light. */
    view_path_begin(b);
    view_move(b, 96, 300);
    CURVE(b, 120, 340, 128, 400, 128, 520);
    view_line(b, 198, 520);
    CURVE(b, 196, 380, 190, 300, 172, 240 - up * .5f);
    CURVE(b, 150, 210 - up, 120, 240, 96, 300);
    view_close(b);
    view_fill(b, view_fade(view_mix(p->top, p->ink, .28f), .35f));
}

static void neck(const portrait *p)
{
    view_build *b = p->b;
    const float up = p->rise * .7f;

    view_path_begin(b);
    view_move(b, -38, 80);
    view_line(b, -40, 168 - up);
    CURVE(b, -24, 196 - up, 24, 196 - up, 40, 168 - up);
    view_line(b, 38, 80);
    view_close(b);
    view_fill(b, view_mix(p->skin, p->skin_dark, .22f));
    view_path_begin(b);
    view_move(b, -38, 96);
    CURVE(b, -20, 138, 20, 138, 38, 96);
    view_line(b, 38, 122);
    CURVE(b, 20, 150, -20, 150, -38, 122);
    view_close(b);
    view_fill(b, view_fade(p->skin_dark, .5f));
}

static void collar(const portrait *p)
{
    view_build *b = p->b;
    const float high = p->rise * .8f, low = p->rise * .7f;

    view_path_begin(b);
    view_move(b, -46, 164 - high);
    CURVE(b, -30, 206 - low, 30, 206 - low, 46, 164 - high);
    view_line(b, 58, 170 - high);
    CURVE(b, 36, 226 - low, -36, 226 - low, -58, 170 - high);
    view_close(b);
    view_fill(b, view_mix(p->top, view_rgb(0xFFFFFF), .1f));
}

static void scarf(const portrait *p)
{
    static const int16_t wrap[] = {
        P_MOVE, -104, 60,      P_CURVE, -90, 150, -140,    200,  -176, 240,     P_CURVE,
        -90,    330,  110,     320,     176, 240, P_CURVE, 126,  200,  92,      150,
        104,    60,   P_CURVE, 70,      150, -70, 150,     -104, 60,   P_CLOSE, P_END};
    static const int16_t fold[] = {P_MOVE, -70, 120, P_CURVE, -20,  180, 60,
                                   190,    120, 214, P_CURVE, 60,   206, -30,
                                   206,    -90, 170, P_CLOSE, P_END};

    view_outline(p->b, wrap);
    view_fill(p->b, p->hair);
    view_outline(p->b, fold);
    view_fill(p->b, view_fade(view_mix(p->hair, p->ink, .25f), .6f));
}

void view_draw_body(const portrait *p)
{
    torso(p);
    if (p->face->hair == HAIR_SCARF) {
        scarf(p); /* it covers the neck */
        return;
    }
    neck(p);
    collar(p);
}

static void limb(const portrait *p, const view_point at[3], view_color color)
{
    view_path_begin(p->b);
    view_move(p->b, at[0].x, at[0].y);
    view_line(p->b, at[1].x, at[1].y);
    view_line(p->b, at[2].x, at[2].y);
    view_stroke(p->b, color, 60);
}

static void hand(const portrait *p, float x, float y, view_color color)
{
    view_path_begin(p->b);
    view_add_ellipse(p->b, x, y, 28, 24);
    view_fill(p->b, color);
}

/* Crossed: the left forearm lies over the right one. */
void view_draw_arms(const portrait *p)
{
    const view_point right[3] = {{176, 262}, {154, 352}, {-72, 340}};
    const view_point left[3] = {{-176, 262}, {-154, 350}, {66, 322}};
    const view_color line = view_fade(p->skin_dark, .6f);

    limb(p, right, view_mix(p->top, p->ink, .28f));
    hand(p, -92, 338, view_mix(p->skin, p->skin_dark, .14f));
    limb(p, left, view_mix(p->top, p->ink, .12f));
    hand(p, 88, 318, p->skin);
    for (int i = 0; i < 3; i++) {
        const float y = 304 + 12 * (float)i;
        view_segment(p->b, (view_point){84, y}, (view_point){108, y + 3}, 3, line);
    }
}
