/* Icons on a grid of 24 units around 0, as small programs in tenths of a unit. */
#include "view/icon.h"
#include "view/outline.h"

#include <math.h>

#define M   PATH_MOVE
#define L   PATH_LINE
#define Q   PATH_QUAD
#define C   PATH_CURVE
#define Z   PATH_CLOSE
#define O   PATH_CIRCLE
#define R   PATH_BOX
#define A   PATH_ARC
#define S   PATH_STROKE
#define F   PATH_FILL
#define END PATH_END

static const int16_t back[] = {M, 40, -80, L, -40, 0, L, 40, 80, S, 10, END};
static const int16_t lines[] = {M, -80, -70, L, 80,  -70, M, -80, -20,
                                L, 80,  -20, M, -80, 30,  L, 80,  30,
                                M, -80, 80,  L, 20,  80,  S, 10,  END};
static const int16_t take_back[] = {A,   10, 20,  70,  -144, 112, S,   10, M,  -60,
                                    -75, L,  -60, -15, L,    0,   -20, S,  10, END};
static const int16_t pause[] = {R,  -70, -80, 50,  160, 15, R,
                                20, -80, 50,  160, 15,  F,  END};
static const int16_t gear[] = {O, 0,   0,   55, S,   12,  M, 70,  0,   L, 104,  0,
                               M, 49,  49,  L,  74,  74,  M, 0,   70,  L, 0,    104,
                               M, -49, 49,  L,  -74, 74,  M, -70, 0,   L, -104, 0,
                               M, -49, -49, L,  -74, -74, M, 0,   -70, L, 0,    -104,
                               M, 49,  -49, L,  74,  -74, S, 10,  END};
static const int16_t help[] = {O,   0,  0,   100, S,   10, M,  -30, -28, C, -28,
                               -66, 34, -66, 34,  -26, C,  34, -2,  0,   0, 0,
                               26,  S,  11,  O,   0,   52, 14, F,   END};
static const int16_t play[] = {M, -50, -80, L, 90, 0, L, -50, 80, Z, F, END};
static const int16_t group[] = {O,   -62, -44, 34,   O,  62,  -44,  34,  O,   0,   -62,
                                42,  F,   M,   -120, 80, C,   -120, -10, -50, -10, -40,
                                0,   L,   -80, 80,   Z,  M,   120,  80,  C,   120, -10,
                                50,  -10, 40,  0,    L,  80,  80,   Z,   F,   M,   -78,
                                110, C,   -76, -26,  76, -26, 78,   110, Z,   F,   END};
static const int16_t pen[] = {M,   -80, 80, L, -62, 22,  L, 48, -90, L, 90, -50, L,
                              -22, 62,  Z,  M, 28,  -70, L, 70, -28, S, 10, END};
static const int16_t chat[] = {R,   -100, -90, 200, 150, 40, S, 10, M,   -40, 55, L,
                               25,  55,   L,   -50, 110, Z,  F, M,  -50, -35, L,  50,
                               -35, M,    -50, 8,   L,   20, 8, S,  9,   END};
static const int16_t phone[] = {M,  -80, -80, C, -90, 20,  -20, 90,  80,
                                80, S,   22,  M, -92, -86, L,   -58, -40,
                                M,  86,  88,  L, 38,  60,  S,   30,  END};
static const int16_t person[] = {O,    0,   -50, 48,  F,   M,   -100, 110, C,
                                 -100, -10, 100, -10, 100, 110, Z,    F,   END};
static const int16_t clock_[] = {O, 0, 0, 95, S,  10, M, 0,  -60,
                                 L, 0, 0, L,  40, 20, S, 10, END};
static const int16_t box[] = {R,   -90, -80, 180, 160, 20, M,   -90, -30, L,  90,
                              -30, M,   0,   -80, L,   0,  -30, S,   10,  END};
static const int16_t typing[] = {O, -70, 10, 24, O, 0, -20, 24, O, 70, 10, 24, F, END};
static const int16_t deleted[] = {R,  -100, -60, 200, 120, 30,  M,  -30, -30, L,  30,
                                  30, M,    30,  -30, L,   -30, 30, S,   10,  END};
static const int16_t silence[] = {O,  -100, 0,  15, O,  -50, 0,   15, O,  0, 0,
                                  15, O,    50, 0,  15, O,   100, 0,  15, F, END};
static const int16_t eye[] = {M,    -110, 0, Q, 0,  -110, 110, 0, Q,  0, 110,
                              -110, 0,    Z, S, 10, O,    0,   0, 34, F, END};
static const int16_t fork[] = {M,   0,   100, L,   0,   20, Q,   0,   -30, -70,
                               -80, M,   0,   20,  Q,   0,  -30, 70,  -80, M,
                               -70, -40, L,   -70, -80, L,  -26, -84, M,   70,
                               -40, L,   70,  -80, L,   26, -84, S,   10,  END};
static const int16_t flag[] = {M,  -60, -100, L,   -60, 110, S,   10, M,  -50, -90,
                               C,  0,   -130, 40,  -50, 90,  -90, L,  90, 10,  C,
                               40, 50,  0,    -30, -50, 10,  Z,   F,  END};
static const int16_t check[] = {M, -80, 0, L, -20, 60, L, 90, -70, S, 14, END};
static const int16_t close_[] = {M,   -65, -65, L,  65, 65, M,  65,
                                 -65, L,   -65, 65, S,  11, END};
static const int16_t down[] = {M, -80, -40, L, 0, 40, L, 80, -40, S, 10, END};

static const int16_t *const programs[ICONS] = {
    [ICON_BACK] = back,       [ICON_LOG] = lines,       [ICON_TAKE_BACK] = take_back,
    [ICON_PAUSE] = pause,     [ICON_GEAR] = gear,       [ICON_HELP] = help,
    [ICON_PLAY] = play,       [ICON_GROUP] = group,     [ICON_PEN] = pen,
    [ICON_CHAT] = chat,       [ICON_PHONE] = phone,     [ICON_PERSON] = person,
    [ICON_CLOCK] = clock_,    [ICON_BOX] = box,         [ICON_TYPING] = typing,
    [ICON_DELETED] = deleted, [ICON_SILENCE] = silence, [ICON_EYE] = eye,
    [ICON_FORK] = fork,       [ICON_FLAG] = flag,       [ICON_CHECK] = check,
    [ICON_CLOSE] = close_,    [ICON_DOWN] = down,
};

float view_icon_side(const view_build *b, float side)
{
    return side * fminf(b->type, 1.6f);
}

void view_put_icon(view_build *b, view_icon icon, view_point at, float size,
                   view_color color)
{
    const int16_t *p = programs[icon];
    const float scale = size / 24;

    if (!p)
        return;
    /* Never thinner than 1.6 px of the design, however small the icon. */
    const view_pen nib = {.per = 10, .width = fmaxf(1.6f / scale, 2), .color = color};
    const view_matrix saved = view_matrix_push(b, view_matrix_at(at.x, at.y, 0, scale));
    view_run_outline(b, p, &nib);
    view_matrix_pop(b, saved);
}

void view_key_cap(view_build *b, view_rect rect, const char *letters)
{
    view_put_box(b, &(view_box_look){.rect = rect,
                                     .radius = 6,
                                     .fill = view_ink_of(b, VIEW_SUNKEN),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = 1.5f});
    view_put_text(b, &(view_label){.type = TYPE_LABEL,
                                   .color = view_ink_of(b, VIEW_INK2),
                                   .at = rect,
                                   .align = TEXT_CENTER,
                                   .one = true,
                                   .text = letters});
}

view_icon view_channel_icon(model_channel channel)
{
    return channel == MODEL_PHONE       ? ICON_PHONE
           : channel == MODEL_IN_PERSON ? ICON_PERSON
                                        : ICON_CHAT;
}
