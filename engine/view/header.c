/* The line above a talk: way out, title, channel, tools. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct tool {
    view_icon icon;
    const char *label;
    const char *hint;
    view_command_kind command;
} tool;

static const tool tools[] = {
    {ICON_LOG, "Log", "Log: everything said so far", VIEW_DO_LOG},
    {ICON_TAKE_BACK, "Take back", "Take your last reply back", VIEW_DO_BACK},
    {ICON_PAUSE, "Pause", "Pause, menu", VIEW_DO_PAUSE},
    {ICON_GEAR, "Settings", "Settings", VIEW_DO_SETTINGS},
};

float view_header_height(const view_build *b)
{
    const float lines = b->folded ? view_line_height(b, TYPE_TITLE) + 16
                                  : view_line_height(b, TYPE_TITLE) +
                                        view_line_height(b, TYPE_SMALL) + 12;

    return fmaxf(b->folded ? 76 : 80, fmaxf(lines, b->target + 14));
}

/* Takes back only where that is allowed at all; before the first reply it stands there
 * faded, so that the others keep their places. */
static bool offered(view_app *app, const tool *t)
{
    return t->command != VIEW_DO_BACK || !app->scenario.assess;
}

static float put_tool(view_app *app, view_build *b, const tool *t, float right)
{
    view_button button = {.key = view_key("tool", (uint32_t)t->command),
                          .height = b->target,
                          .icon = t->icon,
                          .label = b->folded ? NULL : t->label,
                          .hint = t->hint,
                          .role = VIEW_ROLE_BUTTON,
                          .command = {t->command, 0, 0},
                          .bare = true,
                          .disabled =
                              t->command == VIEW_DO_BACK && !view_play_can_back(app)};
    const float w = view_button_width(b, &button);

    button.at = (view_point){right - w, 40 - b->target / 2};
    view_put_button(b, &button);
    return right - w;
}

/* Tools from the left, so that they are read in that order. */
static float put_tools(view_app *app, view_build *b)
{
    float width = 0, x = b->width - VIEW_MARGIN + 8;
    const float gap = b->folded ? 10 : 6;
    view_button measure = {.height = b->target, .bare = true};

    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++) {
        if (!offered(app, &tools[i]))
            continue;
        measure.icon = tools[i].icon;
        measure.label = b->folded ? NULL : tools[i].label;
        width += view_button_width(b, &measure) + gap;
    }
    x -= width - gap;
    const float left = x;
    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++) {
        if (!offered(app, &tools[i]))
            continue;
        measure.icon = tools[i].icon;
        measure.label = b->folded ? NULL : tools[i].label;
        x += view_button_width(b, &measure);
        put_tool(app, b, &tools[i], x);
        x += gap;
    }
    return left;
}

static void channel_words(char *out, size_t room, const view_app *app)
{
    snprintf(out, room, "%s %s", view_channel_with(app->talk.channel),
             view_talk_customer(&app->talk));
}

/* A long title takes two lines of smaller letters. Returns its width. */
static float folded_title(view_build *b, const char *title, view_rect at)
{
    const view_color ink = view_ink_of(b, VIEW_INK);
    const view_label small = {.type = TYPE_MARK_LABEL,
                              .color = ink,
                              .at = {at.x, at.y, at.w, at.h},
                              .lines = 2,
                              .text = title};

    if (view_text_width(b, TYPE_TITLE, title) + 4 < at.w)
        return view_put_line(b, TYPE_TITLE, ink, at, title);
    return view_put_text(b, &small).x;
}

void view_header(view_app *app, view_build *b)
{
    const uint32_t key = view_key("way out", 0);
    const view_rect way = {VIEW_MARGIN, 40 - b->target / 2 - 4, b->target, b->target};
    const char *title = ear_scenario_title(app->talk.model);
    const view_color ink = view_ink_of(b, VIEW_INK), ink2 = view_ink_of(b, VIEW_INK2);
    char words[160];

    b->key = key;
    view_focus_ring(b, key, way, 12);
    view_put_icon(b, ICON_BACK, (view_point){way.x + way.w / 2, way.y + way.h / 2}, 26,
                  ink);
    view_put_press(b, &(view_press_look){.key = key,
                                         .role = VIEW_ROLE_BUTTON,
                                         .rect = way,
                                         .label = "Leave this talk; it is kept",
                                         .command = {VIEW_DO_HOME, 0, 0}});

    const float left = put_tools(app, b), x = way.x + way.w + 8;
    b->key = view_key("header", 0);
    channel_words(words, sizeof words, app);
    if (b->folded) {
        const float w =
            folded_title(b, title, (view_rect){x, way.y, left - x - 60, way.h});
        view_put_icon(b, view_channel_icon(app->talk.channel),
                      (view_point){x + w + 28, way.y + way.h / 2}, 22, ink2);
        return;
    }
    const float first = view_line_height(b, TYPE_TITLE), top = 40 - first * .98f;
    view_put_line(b, TYPE_TITLE, ink, (view_rect){x, top, left - x - 20, first}, title);
    view_put_icon(b, view_channel_icon(app->talk.channel),
                  (view_point){x + 9, top + first + view_line_height(b, TYPE_SMALL) / 2},
                  15, ink2);
    view_put_line(
        b, TYPE_SMALL, ink2,
        (view_rect){x + 22, top + first, left - x - 42, view_line_height(b, TYPE_SMALL)},
        words);
}

void view_status_line(view_app *app, view_build *b, view_rect at)
{
    if (!app->status[0] || app->now >= app->status_until)
        return;
    b->key = view_key("status", 0);
    const float w = fminf(at.w, view_text_width(b, TYPE_SMALL_STRONG, app->status) + 28);
    const float h = view_line_height(b, TYPE_SMALL_STRONG) + 8;
    const view_rect pill = {at.x, at.y + (at.h - h) / 2, w, h};

    view_put_box(b, &(view_box_look){.rect = pill,
                                     .radius = h / 2,
                                     .fill = view_ink_of(b, VIEW_SUNKEN),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = 1});
    view_put_line(b, TYPE_SMALL_STRONG, view_ink_of(b, VIEW_INK),
                  (view_rect){pill.x + 14, pill.y, w - 27, h}, app->status);
    view_wake(b, app->status_until, false);
}
