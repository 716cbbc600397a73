/* Arms and hands: folded before the body, or crossed over it, and every place between. */
#include "view/portrait_internal.h"

#include <math.h>

#define CROSSED_LOOK                                                                     \
    .9f /* a named look takes nine tenths of its own: that is crossed                    \
         */

/* One arm, as seen: `side` -1 is the left of the picture. */
typedef struct arm {
    float side;
    view_point shoulder, elbow, wrist;
    view_color sleeve, forearm, cuff, skin;
} arm;

static view_point between(view_point a, view_point b, float share)
{
    return (view_point){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/* Thick at `a`, thin at `b`: two circles and the tangents between them. */
static void tapered(const portrait *p, view_point a, float ra, view_point b, float rb,
                    view_color color)
{
    const float dx = b.x - a.x, dy = b.y - a.y, far = hypotf(dx, dy);
    const float lean = acosf(fmaxf(-1, fminf(1, (ra - rb) / fmaxf(far, 1))));
    const float along = atan2f(dy, dx), one = along + lean, other = along - lean;

    view_path_begin(p->b);
    view_add_ellipse(p->b, a.x, a.y, ra, ra);
    view_fill(p->b, color);
    view_path_begin(p->b);
    view_add_ellipse(p->b, b.x, b.y, rb, rb);
    view_fill(p->b, color);
    view_path_begin(p->b);
    view_move(p->b, a.x + ra * cosf(one), a.y + ra * sinf(one));
    view_line(p->b, b.x + rb * cosf(one), b.y + rb * sinf(one));
    view_line(p->b, b.x + rb * cosf(other), b.y + rb * sinf(other));
    view_line(p->b, a.x + ra * cosf(other), a.y + ra * sinf(other));
    view_close(p->b);
    view_fill(p->b, color);
}

/* In the grid of the wrist: x runs along the forearm, the thumb is at -y. */
static void hand(const portrait *p, const arm *a)
{
    static const float tips[4] = {50, 56, 54, 46};
    const view_color line = view_fade(p->skin_dark, .55f);

    view_path_begin(p->b);
    view_add_box(p->b, (view_rect){-12, -20, 52, 42}, 17);
    view_fill(p->b, a->skin);
    for (int i = 0; i < 4; i++) {
        const float y = -13 + 9.4f * (float)i;
        view_segment(p->b, (view_point){20, y}, (view_point){tips[i], y + 2}, 11.5f,
                     a->skin);
    }
    for (int i = 0; i < 3; i++) {
        const float y = -8 + 9.4f * (float)i;
        view_segment(p->b, (view_point){33, y}, (view_point){tips[i] - 2, y + 2}, 2.2f,
                     line);
    }
    view_segment(p->b, (view_point){4, -13}, (view_point){33, -21}, 12.5f, a->skin);
    view_segment(p->b, (view_point){14, -9}, (view_point){37, -13.5f}, 2.2f, line);
}

/* The end of the sleeve, square to the forearm. */
static void cuff(const portrait *p, const arm *a)
{
    view_path_begin(p->b);
    view_add_box(p->b, (view_rect){-20, -24.5f, 26, 49}, 7);
    view_fill(p->b, a->cuff);
}

/* Where the sleeve folds against the body. */
static void crease(const portrait *p, const arm *a)
{
    const float s = a->side, x = a->elbow.x - s * 30, y = a->elbow.y - 34;

    view_stroke_quad(
        p->b,
        (const float[6]){s * 106, a->shoulder.y + 22, s * 112, a->shoulder.y + 62, x, y},
        3.5f, view_fade(p->ink, .16f));
}

static void draw_arm(const portrait *p, const arm *a)
{
    const float turn = atan2f(a->wrist.y - a->elbow.y, a->wrist.x - a->elbow.x);
    const view_point end = {a->wrist.x - 20 * cosf(turn), a->wrist.y - 20 * sinf(turn)};
    view_matrix grid = view_matrix_at(a->wrist.x, a->wrist.y, turn, 1);

    tapered(p, a->shoulder, 40, a->elbow, 33, a->sleeve);
    crease(p, a);
    if (a->side > 0) { /* a mirror keeps the thumb on top */
        grid.c = -grid.c;
        grid.d = -grid.d;
    }
    view_matrix saved = view_matrix_push(p->b, grid);
    hand(p, a);
    view_matrix_pop(p->b, saved);
    tapered(p, a->elbow, 33, end, 23, a->forearm);
    saved = view_matrix_push(p->b, grid);
    cuff(p, a);
    view_matrix_pop(p->b, saved);
}

/* How far the arms are crossed; the way there is eased like everything else. */
static float crossed(const view_look *look)
{
    return fmaxf(0, fminf(1, look->arms / CROSSED_LOOK));
}

static arm arm_of(const portrait *p, float side, const view_point places[2][2])
{
    const float x = crossed(p->look), up = p->rise;
    const view_color sleeve = view_mix(p->top, p->ink, side < 0 ? 0 : .098f);
    const view_color forearm = view_mix(sleeve, p->ink, .1f);
    const view_point elbow = between(places[0][0], places[1][0], x);
    const view_point wrist = between(places[0][1], places[1][1], x);

    return (arm){
        .side = side,
        .shoulder = {side * 132, 240 - up * .9f},
        .elbow = {elbow.x, elbow.y - up * .5f},
        .wrist = {wrist.x, wrist.y - up * .3f},
        .sleeve = sleeve,
        .forearm = forearm,
        .cuff = view_mix(forearm, view_rgb(0xFFFFFF), .1f),
        .skin = side < 0 ? p->skin : view_mix(p->skin, p->skin_dark, .16f),
    };
}

/* The arm at the left of the picture lies over the other one. */
void view_draw_arms(const portrait *p)
{
    static const view_point right[2][2] = {{{182, 336}, {58, 338}},
                                           {{172, 346}, {-72, 340}}};
    static const view_point left[2][2] = {{{-182, 338}, {-46, 332}},
                                          {{-170, 348}, {86, 308}}};
    const arm under = arm_of(p, 1, right), over = arm_of(p, -1, left);

    draw_arm(p, &under);
    draw_arm(p, &over);
}
