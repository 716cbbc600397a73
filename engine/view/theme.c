#include "view/theme.h"

#include <math.h>

static const view_theme themes[VIEW_THEMES] = {
    [VIEW_PAPER] =
        {
            .name = "paper",
            .label = "Paper",
            .ink = {[VIEW_BG] = 0xF6F1E7,         [VIEW_STAGE_] = 0xEAE2D2,
                    [VIEW_SURFACE] = 0xFFFDF9,    [VIEW_SUNKEN] = 0xEFE8DA,
                    [VIEW_INK] = 0x1B2130,        [VIEW_INK2] = 0x474E5E,
                    [VIEW_INK3] = 0x5E6574,       [VIEW_ACCENT] = 0x3B3F94,
                    [VIEW_ON_ACCENT] = 0xFFFFFF,  [VIEW_CUE] = 0x6A4A12,
                    [VIEW_EDGE] = 0x857B68,       [VIEW_RULE] = 0xD9CFBC,
                    [VIEW_FOCUS] = 0x1B2130,      [VIEW_YOU] = 0x3B3F94,
                    [VIEW_ON_YOU] = 0xFFFFFF,     [VIEW_NIGHT] = 0x1B2130,
                    [VIEW_NIGHT_LIFT] = 0x323744, [VIEW_ON_NIGHT] = 0xF6F1E7,
                    [VIEW_ON_NIGHT2] = 0xC9CDD6,  [VIEW_NIGHT_MARK] = 0xF3C36B,
                    [VIEW_NIGHT_GOOD] = 0x12494E},
            .ending = {0x9C3310, 0x7A5200, 0x0B6560},
            .on_ending = 0xFFFFFF,
            .mood_tint = .34f,
            .shadows = true,
        },
    [VIEW_EVENING] =
        {
            .name = "evening",
            .label = "Evening",
            .ink = {[VIEW_BG] = 0x141923,         [VIEW_STAGE_] = 0x1D2431,
                    [VIEW_SURFACE] = 0x222A39,    [VIEW_SUNKEN] = 0x1A202C,
                    [VIEW_INK] = 0xF4EFE6,        [VIEW_INK2] = 0xC9CDD6,
                    [VIEW_INK3] = 0xA6ADBB,       [VIEW_ACCENT] = 0xAEB6FF,
                    [VIEW_ON_ACCENT] = 0x14172B,  [VIEW_CUE] = 0xF0C987,
                    [VIEW_EDGE] = 0x7C889E,       [VIEW_RULE] = 0x364154,
                    [VIEW_FOCUS] = 0xF4EFE6,      [VIEW_YOU] = 0x3B3F94,
                    [VIEW_ON_YOU] = 0xFFFFFF,     [VIEW_NIGHT] = 0x0D111A,
                    [VIEW_NIGHT_LIFT] = 0x232B3A, [VIEW_ON_NIGHT] = 0xF4EFE6,
                    [VIEW_ON_NIGHT2] = 0xC9CDD6,  [VIEW_NIGHT_MARK] = 0xF3C36B,
                    [VIEW_NIGHT_GOOD] = 0x0F3E42},
            .ending = {0x9C3310, 0x7A5200, 0x0B6560},
            .on_ending = 0xFFFFFF,
            .ramp_lift = .22f,
            .mood_tint = .42f,
        },
    [VIEW_CONTRAST] =
        {
            .name = "contrast",
            .label = "High contrast",
            .ink = {[VIEW_BG] = 0x000000,         [VIEW_STAGE_] = 0x000000,
                    [VIEW_SURFACE] = 0x000000,    [VIEW_SUNKEN] = 0x000000,
                    [VIEW_INK] = 0xFFFFFF,        [VIEW_INK2] = 0xFFFFFF,
                    [VIEW_INK3] = 0xFFFFFF,       [VIEW_ACCENT] = 0xFFE14D,
                    [VIEW_ON_ACCENT] = 0x000000,  [VIEW_CUE] = 0xFFE14D,
                    [VIEW_EDGE] = 0xFFFFFF,       [VIEW_RULE] = 0xFFFFFF,
                    [VIEW_FOCUS] = 0xFFE14D,      [VIEW_YOU] = 0xFFE14D,
                    [VIEW_ON_YOU] = 0x000000,     [VIEW_NIGHT] = 0x000000,
                    [VIEW_NIGHT_LIFT] = 0x000000, [VIEW_ON_NIGHT] = 0xFFFFFF,
                    [VIEW_ON_NIGHT2] = 0xFFFFFF,  [VIEW_NIGHT_MARK] = 0xFFE14D,
                    [VIEW_NIGHT_GOOD] = 0x000000},
            .ending = {0x000000, 0x000000, 0x000000},
            .on_ending = 0xFFFFFF,
            .ramp_lift = .30f,
            .mood_tint = .42f,
            .outlined = true,
        },
};

const view_theme *view_theme_of(view_theme_id id)
{
    return &themes[id < VIEW_THEMES ? id : VIEW_PAPER];
}

view_color view_rgb(uint32_t rgb)
{
    return (view_color){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8 & 255),
                        (uint8_t)(rgb & 255), 255};
}

view_color view_color_of(const view_theme *theme, view_ink ink)
{
    return view_rgb(theme->ink[ink]);
}

static uint8_t between(uint8_t a, uint8_t b, float t)
{
    return (uint8_t)lroundf((float)a + ((float)b - (float)a) * t);
}

view_color view_mix(view_color a, view_color b, float t)
{
    return (view_color){between(a.r, b.r, t), between(a.g, b.g, t), between(a.b, b.b, t),
                        between(a.a, b.a, t)};
}

view_color view_fade(view_color c, float opacity)
{
    c.a = (uint8_t)lroundf((float)c.a * fminf(1, fmaxf(0, opacity)));
    return c;
}

view_color view_mood_color(float mood)
{
    /* Rust to teal: neighbours stay apart for red-green colour-blind eyes. */
    static const uint32_t ramp[] = {0xA8320B, 0xB9661A, 0x8B8062, 0x3C857E, 0x0A625E};
    const float at = fminf(1, fmaxf(0, mood)) * 4;
    const int i = at >= 4 ? 3 : (int)at;

    return view_mix(view_rgb(ramp[i]), view_rgb(ramp[i + 1]), at - (float)i);
}

view_color view_mood_in(const view_theme *theme, float mood)
{
    return view_mix(view_mood_color(mood), view_rgb(0xFFFFFF), theme->ramp_lift);
}

view_color view_backdrop(const view_theme *theme, float mood)
{
    return view_mix(view_color_of(theme, VIEW_BG), view_mood_color(mood),
                    theme->mood_tint);
}

static double linear(uint8_t channel)
{
    const double c = channel / 255.0;

    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(view_color c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

float view_contrast(view_color a, view_color b)
{
    const double la = luminance(a), lb = luminance(b);

    return (float)((fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05));
}

static const view_type_style types[TYPES] = {
    [TYPE_PAGE] = {34, TEXT_BOLD, 1.2f, false, false, false},
    [TYPE_BIG] = {32, TEXT_BOLD, 1.25f, false, false, false},
    [TYPE_SPEECH] = {28, TEXT_MEDIUM, 1.32f, false, false, false},
    [TYPE_CALL] = {23, TEXT_MEDIUM, 1.39f, false, false, false},
    [TYPE_NOTICE] = {22, TEXT_SEMIBOLD, 1.3f, false, false, false},
    [TYPE_NAME] = {21, TEXT_SEMIBOLD, 1.25f, false, false, false},
    [TYPE_HEAD] = {20, TEXT_SEMIBOLD, 1.3f, false, false, false},
    [TYPE_BUBBLE] = {20, TEXT_REGULAR, 1.4f, false, false, false},
    [TYPE_TITLE] = {19, TEXT_SEMIBOLD, 1.25f, false, false, false},
    [TYPE_REPLY] = {19, TEXT_MEDIUM, 1.32f, false, false, false},
    [TYPE_OWN] = {19, TEXT_REGULAR, 1.42f, false, false, false},
    [TYPE_BUTTON] = {18, TEXT_SEMIBOLD, 1.3f, false, false, false},
    [TYPE_TEXT] = {16, TEXT_REGULAR, 1.4f, false, false, false},
    [TYPE_STRONG] = {16, TEXT_MEDIUM, 1.4f, false, false, false},
    [TYPE_LABEL] = {16, TEXT_SEMIBOLD, 1.4f, false, false, false},
    [TYPE_CUE] = {16, TEXT_REGULAR, 1.4f, true, false, false},
    [TYPE_SMALL] = {15, TEXT_REGULAR, 1.35f, false, false, false},
    [TYPE_SMALL_STRONG] = {15, TEXT_MEDIUM, 1.35f, false, false, false},
    [TYPE_SMALL_LABEL] = {15, TEXT_SEMIBOLD, 1.35f, false, false, false},
    [TYPE_SMALL_CUE] = {15, TEXT_REGULAR, 1.35f, true, false, false},
    [TYPE_MARK] = {14, TEXT_REGULAR, 1.3f, false, false, false},
    [TYPE_MARK_STRONG] = {14, TEXT_MEDIUM, 1.3f, false, false, false},
    [TYPE_MARK_LABEL] = {14, TEXT_SEMIBOLD, 1.3f, false, false, false},
    [TYPE_INITIALS] = {24, TEXT_SEMIBOLD, 1.2f, false, false, true},
    [TYPE_LEAD] = {20, TEXT_REGULAR, 1.4f, false, false, false},
    [TYPE_SUBTITLE] = {18, TEXT_REGULAR, 1.4f, false, false, false},
    [TYPE_QUOTE] = {17, TEXT_SEMIBOLD, 1.35f, false, false, false},
    [TYPE_CODE] = {16, TEXT_REGULAR, 1.4f, false, true, false},
    [TYPE_ROOM_HEADLINE] = {53, TEXT_BOLD, 1.2f, false, false, false},
    [TYPE_ROOM_LINE] = {41, TEXT_SEMIBOLD, 1.32f, false, false, false},
    [TYPE_ROOM_REPLY] = {29.5f, TEXT_MEDIUM, 1.3f, false, false, false},
    [TYPE_ROOM_CUE] = {25, TEXT_REGULAR, 1.35f, true, false, false},
    [TYPE_ROOM_LABEL] = {23, TEXT_SEMIBOLD, 1.3f, false, false, false},
    [TYPE_ROOM_FOOT] = {18.7f, TEXT_MEDIUM, 1.3f, false, false, false},
    [TYPE_COUNT_BIG] = {38, TEXT_BOLD, 1.2f, false, false, false},
    [TYPE_POINT] = {14, TEXT_BOLD, 1.2f, false, false, true},
};

const view_type_style *view_type_of(view_type type)
{
    return &types[type];
}
