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
    CURVE(b, -86, 184 - up, -146, 184 - up, -169, 226 - up * .8f);
    CURVE(b, -166, 262, -158, 330, -156, 520);
    view_line(b, 156, 520);
    CURVE(b, 158, 330, 166, 262, 169, 226 - up * .8f);
    CURVE(b, 146, 184 - up, 86, 184 - up, 44, 168 - up * .8f);
    CURVE(b, 20, 200 - up * .7f, -20, 200 - up * .7f, -44, 168 - up * .8f);
    view_close(b);
    view_fill(b, p->top);
    /* The side away from the light. */
    view_path_begin(b);
    view_move(b, 78, 246);
    CURVE(b, 98, 320, 104, 400, 104, 520);
    view_line(b, 156, 520);
    CURVE(b, 158, 330, 166, 262, 169, 226 - up * .8f);
    CURVE(b, 146, 188 - up, 100, 196 - up, 78, 246);
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
    CURVE(b, -24, 212 - up, 24, 212 - up, 40, 168 - up);
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
    /* As wide as the scarf behind it: it lies over both shoulders. */
    static const int16_t wrap[] = {PATH_MOVE, -118, 0,   PATH_CURVE, -122,    90,  -146,
                                   150,       -182, 238, PATH_CURVE, -90,     330, 110,
                                   320,       182,  238, PATH_CURVE, 146,     150, 122,
                                   90,        118,  0,   PATH_CLOSE, PATH_END};
    static const int16_t fold[] = {PATH_MOVE, -70, 120, PATH_CURVE, -20,     180, 60,
                                   190,       120, 214, PATH_CURVE, 60,      206, -30,
                                   206,       -90, 170, PATH_CLOSE, PATH_END};

    view_outline(p->b, wrap);
    view_fill(p->b, p->hair);
    view_outline(p->b, fold);
    view_fill(p->b, view_fade(view_mix(p->hair, p->ink, .25f), .6f));
}

void view_draw_body(const portrait *p)
{
    torso(p);
    view_draw_arms(p);
    if (p->face->hair == HAIR_SCARF) {
        scarf(p); /* it covers the neck */
        return;
    }
    neck(p);
    collar(p);
}
