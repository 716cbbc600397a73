#include "view/portrait_internal.h"

#include <math.h>

#define CURVE(b, ...) view_curve(b, (const float[6]){__VA_ARGS__})
#define DEGREE        .0174533f

static void ears(const portrait *p)
{
    const float slide = p->look->turn * 13 * .3f;
    const view_color color = view_mix(p->skin, p->skin_dark, .18f);

    view_path_begin(p->b);
    view_add_ellipse(p->b, -100 - slide, 6, 15, 24);
    view_add_ellipse(p->b, 100 - slide, 6, 15, 24);
    view_fill(p->b, color);
    if (!p->face->earrings)
        return;
    view_path_begin(p->b);
    view_add_ellipse(p->b, -104, 34, 6, 6);
    view_add_ellipse(p->b, 104, 34, 6, 6);
    view_fill(p->b, view_rgb(0xE2B13C));
}

static void skull(const portrait *p)
{
    view_build *b = p->b;
    const float j = p->face->jaw;

    view_path_begin(b);
    view_move(b, 0, -122);
    CURVE(b, 64, -122, 99, -82, 99, -16);
    CURVE(b, 99, 42 * j, 72, 86 * j, 38, 113 * j);
    CURVE(b, 20, 129 * j, -20, 129 * j, -38, 113 * j);
    CURVE(b, -72, 86 * j, -99, 42 * j, -99, -16);
    CURVE(b, -99, -82, -64, -122, 0, -122);
    view_close(b);
    view_fill(b, p->skin);
    /* The one plane of shade. */
    view_path_begin(b);
    view_move(b, 58, -100);
    CURVE(b, 92, -78, 99, -46, 99, -16);
    CURVE(b, 99, 42 * j, 72, 86 * j, 38, 113 * j);
    CURVE(b, 24, 124 * j, 4, 124 * j, -8, 122 * j);
    CURVE(b, 40, 104 * j, 70, 64, 74, 10);
    CURVE(b, 76, -40, 72, -72, 58, -100);
    view_close(b);
    view_fill(b, view_fade(view_rgb(0x2A1420), .13f));
}

static void cheeks(const portrait *p)
{
    const float slide = p->look->turn * 13;

    if (p->look->cheek <= .05f)
        return;
    view_path_begin(p->b);
    view_add_ellipse(p->b, -58 + slide, 40, 20, 12);
    view_add_ellipse(p->b, 58 + slide, 40, 20, 12);
    view_fill(p->b, view_fade(view_rgb(0xD2503A), .2f * p->look->cheek));
}

static void beard(const portrait *p)
{
    view_build *b = p->b;
    const float j = p->face->jaw;

    view_path_begin(b);
    view_move(b, -97, 0);
    CURVE(b, -97, 50 * j, -72, 92 * j, -38, 117 * j);
    CURVE(b, -18, 131 * j, 18, 131 * j, 38, 117 * j);
    CURVE(b, 72, 92 * j, 97, 50 * j, 97, 0);
    CURVE(b, 88, 30, 80, 44, 62, 48);
    CURVE(b, 40, 40, 20, 44, 0, 46);
    CURVE(b, -20, 44, -40, 40, -62, 48);
    CURVE(b, -80, 44, -88, 30, -97, 0);
    view_close(b);
    view_fill(b, view_fade(p->hair, p->face->beard == 2 ? .96f : .3f));
    view_path_begin(b);
    view_add_ellipse(b, p->look->turn * 13, 72 * j, 38, 21);
    view_fill(b, p->skin);
}

void view_draw_head(const portrait *p)
{
    if (p->face->hair != HAIR_SCARF)
        ears(p);
    skull(p);
    cheeks(p);
    if (p->face->beard)
        beard(p);
}

/* Grid of the head: turned and grown by the look; `slide` moves the features. */
static view_matrix head_at(const view_look *look, view_point at, float size, float slide)
{
    const float grown = size * (1 + .055f * look->lean);

    return view_matrix_at(at.x + slide * grown, at.y + look->lean * 5 * size,
                          look->tilt * DEGREE, grown);
}

static view_matrix hair_at(const view_look *look, view_point at, float size)
{
    const float grown = size * (1 + .055f * look->lean);

    return view_matrix_at(at.x - look->turn * 2 * size, at.y + look->lean * 5 * size,
                          look->tilt * DEGREE * .6f, grown);
}

typedef void draw_part(const portrait *p);

static void in_grid(const portrait *p, view_matrix grid, draw_part *draw)
{
    const view_matrix saved = view_matrix_push(p->b, grid);

    draw(p);
    view_matrix_pop(p->b, saved);
}

void view_put_portrait(view_build *b, const view_face *face, const view_look *look,
                       view_point at, float size)
{
    const view_color skin = view_rgb(face->skin);
    const portrait p = {
        .b = b,
        .face = face,
        .look = look,
        .skin = skin,
        .skin_dark = view_mix(skin, view_rgb(0x3A1B14), .34f),
        .ink = view_brow_ink(),
        .hair = view_rgb(face->hair_color),
        .top = view_rgb(face->top),
        .rise = look->shoulders * 26,
    };
    const view_matrix body = view_matrix_at(at.x, at.y + look->lean * 5 * size, 0,
                                            size * (1 + .03f * look->lean));

    in_grid(&p, hair_at(look, at, size), view_draw_hair_back);
    in_grid(&p, body, view_draw_body);
    in_grid(&p, head_at(look, at, size, 0), view_draw_head);
    in_grid(&p, head_at(look, at, size, look->turn * 13), view_draw_features);
    in_grid(&p, head_at(look, at, size, look->turn * 2), view_draw_hair_front);
}
