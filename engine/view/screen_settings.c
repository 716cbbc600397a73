/* Settings: one row each, left and right change it. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef enum row {
    ROW_TEXT,
    ROW_THEME,
    ROW_FONT,
    ROW_LEVEL,
    ROW_PACE,
    ROW_CLOCK,
    ROW_MOTION,
    ROW_STEADY,
    ROW_VOICE,
    ROW_FULL,
    ROWS
} row;

static const struct {
    const char *label;
    const char *help;
    const char *const words[8];
} rows[ROWS] = {
    [ROW_TEXT] = {"Text size",
                  "Ctrl + and Ctrl -; from 140 % everything is one column",
                  {0}},
    [ROW_THEME] = {"Colours", "Ctrl T", {"Paper", "Evening", "High contrast"}},
    [ROW_FONT] = {"Letters", "", {"Plain", "Wide", "Easy to tell apart"}},
    [ROW_LEVEL] = {"Feedback while you play",
                   "hints: one word and a band; open: every figure and the reasons",
                   {"Read the person", "Hints", "Open"}},
    [ROW_PACE] = {"Pace",
                  "Space always finishes a turn at once",
                  {"Calm", "Real", "Quick", "None"}},
    [ROW_CLOCK] = {"Silence clock",
                   "off: nothing happens until you do",
                   {"Off", "Real", "Two times as long", "Four times as long",
                    "Ten times as long"}},
    [ROW_MOTION] = {"Reduced motion",
                    "nothing slides, blinks or breathes",
                    {"Off", "On"}},
    [ROW_STEADY] = {"Steady hands", "half a second between two presses", {"Off", "On"}},
    [ROW_VOICE] = {"Voice",
                   "V; every line, cue and button is said aloud",
                   {"Off", "On", "As text"}},
    [ROW_FULL] = {"Full screen", "F11", {"Off", "On"}},
};

static int count_of(row r)
{
    int n = 0;

    while (n < 8 && rows[r].words[n])
        n++;
    return n;
}

static int value_of(const view_settings *s, row r)
{
    switch (r) {
    case ROW_THEME:
        return (int)s->theme;
    case ROW_FONT:
        return (int)s->font;
    case ROW_LEVEL:
        return (int)s->level;
    case ROW_PACE:
        return (int)s->pace;
    case ROW_CLOCK:
        return (int)s->clock;
    case ROW_MOTION:
        return s->reduced_motion;
    case ROW_STEADY:
        return s->steady_hands;
    case ROW_VOICE:
        return (int)s->voice;
    case ROW_FULL:
        return s->fullscreen;
    default:
        return 0;
    }
}

static void set_value(view_settings *s, row r, int value)
{
    switch (r) {
    case ROW_THEME:
        s->theme = (view_theme_id)value;
        break;
    case ROW_FONT:
        s->font = (uint32_t)value;
        break;
    case ROW_LEVEL:
        s->level = (view_level)value;
        break;
    case ROW_PACE:
        s->pace = (view_pace)value;
        break;
    case ROW_CLOCK:
        s->clock = (view_clock)value;
        break;
    case ROW_MOTION:
        s->reduced_motion = value != 0;
        break;
    case ROW_STEADY:
        s->steady_hands = value != 0;
        break;
    case ROW_VOICE:
        s->voice = (view_voice)value;
        break;
    case ROW_FULL:
        s->fullscreen = value != 0;
        break;
    default:
        break;
    }
}

static bool change_text(view_app *app, int step)
{
    const int percent = (int)app->settings.text_percent + 10 * step;

    if (percent < 100 || percent > 200)
        return false;
    app->settings.text_percent = (uint32_t)percent;
    return true;
}

static void value_words(char *out, size_t room, const view_app *app, row r)
{
    if (r == ROW_TEXT)
        snprintf(out, room, "%u %%", (unsigned)app->settings.text_percent);
    else
        snprintf(out, room, "%s", rows[r].words[value_of(&app->settings, r)]);
}

void view_settings_saved(view_app *app)
{
    base_bytes text = {0};

    view_settings_carry(&app->own, &app->saved, &app->settings);
    app->saved = app->settings;
    if (app->host.save_settings && view_settings_write(&text, &app->own))
        app->host.save_settings(app->host.user, base_bytes_string(&text));
    base_bytes_release(&text);
}

/* The next of `count` values or the one before, round and round. */
static int stepped(int value, int count, int step)
{
    const int to = value + (step >= 0 ? 1 : -1);

    return to < 0 ? count - 1 : to >= count ? 0 : to;
}

bool view_settings_change(view_app *app, uint32_t which, int step)
{
    char words[64];
    bool changed = true;

    if (which >= ROWS)
        return false;
    if (which == ROW_TEXT)
        changed = change_text(app, step);
    else
        set_value(
            &app->settings, (row)which,
            stepped(value_of(&app->settings, (row)which), count_of((row)which), step));
    if (!changed)
        return false;
    value_words(words, sizeof words, app, (row)which);
    view_say(app, "%s: %s.", rows[which].label, words);
    view_settings_saved(app);
    return true;
}

/* --- drawing ------------------------------------------------------------------------ */

static float row_height(view_build *b, row r, float width)
{
    float h = view_para_height(b, TYPE_TITLE, width * .5f, rows[r].label);

    if (rows[r].help[0])
        h += view_para_height(b, TYPE_SMALL, width * .5f, rows[r].help);
    const float value = 2 * view_line_height(b, TYPE_STRONG) + 8; /* it may break */
    return fmaxf(fmaxf(b->type > 1.5f ? value : 56, b->target + 10), h + 18);
}

static void arrow(view_build *b, row r, int step, view_rect at)
{
    const uint32_t key = view_key(step > 0 ? "setting up" : "setting down", (uint32_t)r);
    const view_color ink = view_ink_of(b, VIEW_ACCENT);
    const view_point middle = {at.x + at.w / 2, at.y + at.h / 2};

    b->key = key;
    view_path_begin(b);
    view_move(b, middle.x - 4 * (float)step, middle.y - 8);
    view_line(b, middle.x + 4 * (float)step, middle.y);
    view_line(b, middle.x - 4 * (float)step, middle.y + 8);
    view_stroke(b, ink, 2.5f);
    view_put_press(b,
                   &(view_press_look){.key = key,
                                      .role = VIEW_ROLE_BUTTON,
                                      .rect = at,
                                      .label = rows[r].label,
                                      .state = step > 0 ? "next value" : "value before",
                                      .command = {VIEW_DO_SETTING, (int32_t)r, step},
                                      .silent = true});
}

static void put_row(view_app *app, view_build *b, row r, view_rect at)
{
    const uint32_t key = view_key("setting", (uint32_t)r);
    const float half = at.w * .5f, side = b->target;
    const view_rect value = {at.x + half + 10, at.y, half - 20, at.h};
    char words[64], state[200];
    float y = at.y + 9;

    b->key = key;
    value_words(words, sizeof words, app, r);
    snprintf(state, sizeof state, "%s%s%s", words, rows[r].help[0] ? "; " : "",
             rows[r].help);
    view_focus_ring(b, key, at, 12);
    view_card(b, at, 12);
    view_put_press(b, &(view_press_look){.key = key,
                                         .role = VIEW_ROLE_SETTING,
                                         .rect = at,
                                         .label = rows[r].label,
                                         .state = state,
                                         .command = {VIEW_DO_SETTING, (int32_t)r, 1}});
    if (!rows[r].help[0])
        y = at.y + (at.h - view_para_height(b, TYPE_TITLE, half - 20, rows[r].label)) / 2;
    y += view_put_para(b, TYPE_TITLE, view_ink_of(b, VIEW_INK),
                       (view_rect){at.x + 18, y, half - 20, 0}, rows[r].label);
    if (rows[r].help[0])
        view_put_para(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                      (view_rect){at.x + 18, y, half - 20, 0}, rows[r].help);
    view_put_text(
        b, &(view_label){.type = TYPE_STRONG,
                         .color = view_ink_of(b, VIEW_INK),
                         .at = {value.x + side, value.y, value.w - 2 * side, value.h},
                         .align = TEXT_CENTER,
                         .text = words});
    const float top = at.y + (at.h - side) / 2;
    arrow(b, r, -1, (view_rect){value.x, top, side, side});
    arrow(b, r, 1, (view_rect){value.x + value.w - side, top, side, side});
}

void view_settings_draw(view_app *app, view_build *b)
{
    const float line = view_line_height(b, TYPE_PAGE);
    const float head = fmaxf(b->target, line) + 40;
    const float w = fminf(b->width - 2 * VIEW_MARGIN, 860 * fmaxf(1, b->type * .9f));
    const float x = (b->width - w) / 2;
    float y = head + 8;

    view_put_button(b, &(view_button){.key = view_key("settings back", 0),
                                      .at = {x, 24},
                                      .height = b->target,
                                      .icon = ICON_BACK,
                                      .hint = "Back",
                                      .command = {VIEW_DO_ESCAPE, 0, 0},
                                      .bare = true});
    b->key = view_key("settings", 0);
    view_put_line(b, TYPE_PAGE, view_ink_of(b, VIEW_INK),
                  (view_rect){x + b->target + 14, 24, w - b->target - 14, b->target},
                  "Settings");
    view_scroll_begin(b, &app->scroll,
                      (view_rect){x - 8, head, w + 16, b->height - head});
    for (int r = 0; r < ROWS; r++) {
        const float h = row_height(b, (row)r, w - 40);
        put_row(app, b, (row)r, (view_rect){x, y, w, h});
        y += h + 10;
    }
    b->key = view_key("settings note", 0);
    y += 6 +
         view_put_para(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2), (view_rect){x, y, w, 0},
                       "Kept in one text file on this computer. Keys can be changed in "
                       "keys.lua beside it.");
    view_scroll_end(b, &app->scroll, y + 14);
}
