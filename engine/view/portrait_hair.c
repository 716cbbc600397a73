#include "view/portrait_internal.h"

#include <math.h>

#define M PATH_MOVE
#define L PATH_LINE
#define C PATH_CURVE
#define Z PATH_CLOSE
#define E PATH_END

static const int16_t bob_back[] = {M, -112, -10, C,    -122, -158, 122, -158, 112, -10,
                                   C, 124,  50,  118,  92,   96,   104, L,    -96, 104,
                                   C, -118, 92,  -124, 50,   -112, -10, Z,    E};
static const int16_t long_back[] = {M,    -114, -10,  C,   -126, -162, 126, -162, 114,
                                    -10,  C,    120,  70,  138,  150,  128, 214,  C,
                                    90,   240,  -90,  240, -128, 214,  C,   -138, 150,
                                    -120, 70,   -114, -10, Z,    E};
static const int16_t bun_back[] = {M, -106, -20, C,    -112, -150, 112, -150, 106, -20,
                                   C, 110,  20,  96,   60,   70,   70,  L,    -70, 70,
                                   C, -96,  60,  -110, 20,   -106, -20, Z,    E};
static const int16_t scarf_back[] = {M,    -118, 0,    C,    -126, -168, 126,  -168, 118,
                                     0,    C,    122,  90,   146,  150,  182,  232,  L,
                                     140,  300,  L,    -140, 300,  L,    -182, 232,  C,
                                     -146, 150,  -122, 90,   -118, 0,    Z,    E};

static const int16_t short_front[] = {
    M,   -103, -18, C,   -114, -92, -86, -146, -10, -146, C,   70,   -150, 116, -104, 103,
    -14, C,    98,  -40, 96,   -56, 86,  -72,  C,   40,   -62, -30,  -74,  -52, -100, C,
    -66, -72,  -92, -56, -96,  -40, C,   -98,  -30, -100, -26, -103, -18,  Z,   E};
static const int16_t bob_front[] = {
    M,   -114, 40,  C, -124, -70, -96, -146, 0,    -146, C, 96, -146, 124,
    -70, 114,  40,  C, 104,  20,  98,  -30,  88,   -58,  C, 40, -52,  -50,
    -58, -78,  -92, C, -92,  -60, -98, 10,   -114, 40,   Z, E};
static const int16_t long_left[] = {M,   -8,  -134, C,   -80,  -150, -128, -90, -116,
                                    70,  C,   -112, 40,  -100, -10,  -90,  -34, C,
                                    -60, -54, -22,  -84, -8,   -118, Z,    E};
static const int16_t long_right[] = {M,  -8,  -134, C,   76,  -152, 130, -86, 116,
                                     70, C,   112,  40,  102, -10,  92,  -34, C,
                                     62, -50, 14,   -84, -8,  -118, Z,   E};
static const int16_t bun_front[] = {
    M, -104, -6,  C,  -116, -90, -80, -142, 0,   -142, C,   80,  -142, 116, -90, 104, -6,
    C, 98,   -44, 80, -78,  20,  -98, C,    -40, -88,  -88, -60, -104, -6,  Z,   E};
static const int16_t cropped_front[] = {
    M,   -99, -22, C, -104, -90, -66, -134, 0,   -134, C, 66, -134, 104,
    -90, 99,  -22, C, 94,   -52, 86,  -70,  74,  -84,  C, 30, -98,  -30,
    -98, -74, -84, C, -86,  -70, -94, -52,  -99, -22,  Z, E};
static const int16_t scarf_front[] = {
    M,    -118, 0,    C, -126, -168, 126,  -168, 118,  0,   C, 118, 60,  100,
    110,  70,   140,  C, 92,   90,   96,   40,   92,   -10, C, 86,  -92, 40,
    -104, 0,    -104, C, -40,  -104, -86,  -92,  -92,  -10, C, -96, 40,  -92,
    90,   -70,  140,  C, -100, 110,  -118, 60,   -118, 0,   Z, E};
static const int16_t scarf_fold[] = {
    M, -92, -14, C,  -84, -96, -40, -108, 0,   -108, C,   40,  -108, 84,  -96, 92, -14,
    C, 80,  -82, 40, -96, 0,   -96, C,    -40, -96,  -80, -82, -92,  -14, Z,   E};

/* Round locks along an arc around the head. */
static void curls(const portrait *p, int count, float from, float span,
                  const float arc[3])
{
    view_path_begin(p->b);
    for (int i = 0; i < count; i++) {
        const float a = from + (float)i * span / (float)(count - 1);
        view_add_ellipse(p->b, cosf(a) * arc[0],
                         sinf(a) * (arc[0] + arc[1]) - 18 - arc[1], arc[2], arc[2]);
    }
    view_fill(p->b, p->hair);
}

void view_draw_hair_back(const portrait *p)
{
    static const int16_t *const backs[] = {[HAIR_BOB] = bob_back,
                                           [HAIR_LONG] = long_back,
                                           [HAIR_BUN] = bun_back,
                                           [HAIR_SCARF] = scarf_back};
    const view_hair hair = p->face->hair;

    if (hair == HAIR_CURLS) {
        curls(p, 15, 2.55f, 4.32f, (const float[3]){108, 8, 40});
        return;
    }
    if (hair == HAIR_SHORT || hair == HAIR_CROPPED)
        return;
    view_outline(p->b, backs[hair]);
    view_fill(p->b, p->hair);
    if (hair == HAIR_BUN)
        view_circle(p->b, 0, -150, 40, p->hair);
}

void view_draw_hair_front(const portrait *p)
{
    static const int16_t *const fronts[] = {
        [HAIR_SHORT] = short_front,     [HAIR_BOB] = bob_front,
        [HAIR_LONG] = long_left,        [HAIR_BUN] = bun_front,
        [HAIR_CROPPED] = cropped_front, [HAIR_SCARF] = scarf_front};
    const view_hair hair = p->face->hair;

    if (hair == HAIR_CURLS) {
        curls(p, 9, 3.55f, 2.32f, (const float[3]){86, 22, 24});
        return;
    }
    view_outline(p->b, fronts[hair]);
    view_fill(p->b, p->hair);
    if (hair == HAIR_LONG) {
        view_outline(p->b, long_right);
        view_fill(p->b, p->hair);
    } else if (hair == HAIR_SCARF) {
        view_outline(p->b, scarf_fold);
        view_fill(p->b, view_mix(p->hair, view_rgb(0), .25f));
    }
}
