/* Sheets over a screen: log, order card, menu, help, lists. */
#include "view/screens.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void veil(view_build *b)
{
    b->key = view_key("veil", 0);
    view_fill_box(b, (view_rect){0, 0, b->width, b->height}, 0,
                  view_fade(view_rgb(0x0E1118), .62f));
}

view_sheet view_open_sheet(view_app *app, view_build *b, const char *title, float widest)
{
    const float w = fminf(b->width - 48, widest * fmaxf(1, b->type * .9f));
    const float line = fmaxf(view_line_height(b, TYPE_HEAD), b->target);
    const float whole = app->over_scroll.whole, most = b->height - 48;
    const float h = whole > 0 ? fminf(most, line + 24 + whole + 16) : most;
    const view_rect box = {(b->width - w) / 2, 24 + (most - h) * .4f, w, h};
    const view_button close = {.key = view_key("sheet close", 0),
                               .at = {box.x + w - b->target - 10, box.y + 10},
                               .height = b->target,
                               .width = b->target,
                               .icon = ICON_CLOSE,
                               .hint = "Close",
                               .command = {VIEW_DO_ESCAPE, 0, 0},
                               .bare = true};

    veil(b);
    b->key = view_key("sheet", 0);
    view_put_box(b, &(view_box_look){.rect = box,
                                     .radius = 18,
                                     .fill = view_ink_of(b, VIEW_BG),
                                     .stroke = view_ink_of(b, VIEW_EDGE),
                                     .stroke_width = b->theme->shadows ? 0 : 2});
    view_put_line(b, TYPE_HEAD, view_ink_of(b, VIEW_INK),
                  (view_rect){box.x + 28, box.y + 10, w - 56 - b->target, line}, title);
    view_put_button(b, &close);
    const float top = box.y + line + 24;
    return (view_sheet){box, {box.x + 28, top, w - 56, box.y + h - 16 - top}};
}

void view_begin_sheet(view_app *app, view_build *b, const view_sheet *s)
{
    view_scroll_begin(
        b, &app->over_scroll,
        (view_rect){s->inner.x - 8, s->inner.y, s->inner.w + 16, s->inner.h});
}

void view_end_sheet(view_app *app, view_build *b, float bottom)
{
    const float before = app->over_scroll.whole;

    view_scroll_end(b, &app->over_scroll, bottom);
    b->again |= fabsf(app->over_scroll.whole - before) > .5f;
}

/* --- log ---------------------------------------------------------------------------- */

static bool logged(const talk_entry *entry)
{
    return entry->told && (entry->kind == TALK_LINE || entry->kind == TALK_REPLY ||
                           entry->kind == TALK_CUE || entry->kind == TALK_SILENCE ||
                           entry->kind == TALK_INFO);
}

static void log_words(char *out, size_t room, const talk_entry *entry)
{
    char who[64] = "You";

    if (entry->kind == TALK_SILENCE) {
        view_silence_words(out, room, entry->tenths);
        return;
    }
    if (entry->kind == TALK_CUE || entry->kind == TALK_INFO) {
        snprintf(out, room, "%s%s", entry->kind == TALK_INFO ? "On your screen: " : "",
                 entry->text);
        return;
    }
    if (entry->kind == TALK_LINE)
        view_short_name(who, sizeof who, entry->who);
    snprintf(out, room, "%s%s%s: %s%s", who, entry->tone[0] ? ", " : "", entry->tone,
             entry->text, entry->taken ? " (taken back)" : "");
}

static float log_entry(view_app *app, view_build *b, const talk_entry *entry,
                       view_rect at)
{
    const bool sign = entry->kind == TALK_CUE || entry->kind == TALK_SILENCE;
    char text[2600];

    log_words(text, sizeof text, entry);
    const view_label label = {.type = sign ? TYPE_CUE : TYPE_TEXT,
                              .color = view_ink_of(b, entry->taken ? VIEW_INK2
                                                      : sign       ? VIEW_CUE
                                                                   : VIEW_INK),
                              .at = at,
                              .markup = true,
                              .text = text};
    float h = view_put_text(b, &label).y;
    if (view_play_level(app) == VIEW_OPEN && entry->kind == TALK_REPLY && entry->why[0])
        h += view_put_para(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                           (view_rect){at.x + 24, at.y + h, at.w - 24, 0}, entry->why);
    return h + 10;
}

static void log_sheet(view_app *app, view_build *b)
{
    const view_sheet s = view_open_sheet(app, b, "Everything so far", 820);
    float y = s.inner.y;

    view_begin_sheet(app, b, &s);
    for (size_t i = 0; i < app->talk.count; i++) {
        if (!logged(&app->talk.entries[i]))
            continue;
        b->key = view_key("log", (uint32_t)i);
        y += log_entry(app, b, &app->talk.entries[i],
                       (view_rect){s.inner.x, y, s.inner.w, 0});
    }
    view_end_sheet(app, b, y + 8);
}

static void desk_sheet(view_app *app, view_build *b)
{
    const view_sheet s = view_open_sheet(app, b, "On your screen", 640);
    const float h = view_desk_height(app, b, s.inner.w);

    view_begin_sheet(app, b, &s);
    if (h > 0)
        view_desk(app, b, (view_rect){s.inner.x, s.inner.y + 4, s.inner.w, h});
    view_end_sheet(app, b, s.inner.y + h + 12);
}

/* --- lists of things to press ------------------------------------------------------- */

static float list_row(view_build *b, const view_button *row, view_rect at,
                      const char *beside)
{
    const float h = fmaxf(
        fmaxf(52, b->target),
        view_para_height(b, TYPE_TITLE, at.w - 74 - view_icon_side(b, 20), row->label) +
            20);
    const view_rect box = {at.x, at.y, at.w, h};

    b->key = row->key;
    view_press_card(b, row->key, box);
    const float side = view_icon_side(b, 20), icon = row->icon ? side + 14 : 0;
    if (row->icon)
        view_put_icon(b, row->icon, (view_point){at.x + 20 + side / 2, at.y + h / 2},
                      side, view_ink_of(b, VIEW_INK2));
    view_put_text(b, &(view_label){.type = TYPE_TITLE,
                                   .color = view_ink_of(b, VIEW_INK),
                                   .at = {at.x + 18 + icon, at.y, at.w - 36 - icon, h},
                                   .text = row->label});
    if (beside)
        view_put_line_end(b, TYPE_SMALL, view_ink_of(b, VIEW_INK2),
                          (view_rect){at.x + at.w * .6f, at.y, at.w * .4f - 18, h},
                          beside);
    view_put_press(b, &(view_press_look){.key = row->key,
                                         .role = VIEW_ROLE_BUTTON,
                                         .rect = box,
                                         .label = row->label,
                                         .state = beside,
                                         .command = row->command});
    return h + 10;
}

static void menu_sheet(view_app *app, view_build *b)
{
    static const struct {
        const char *label;
        view_icon icon;
        view_command_kind kind;
    } rows[] = {
        {"Go on", ICON_PLAY, VIEW_DO_PAUSE},
        {"What this is about", ICON_FLAG, VIEW_DO_ABOUT},
        {"Log", ICON_LOG, VIEW_DO_LOG},
        {"Take back", ICON_TAKE_BACK, VIEW_DO_BACK},
        {"Start over", ICON_TAKE_BACK, VIEW_DO_RESTART},
        {"Settings", ICON_GEAR, VIEW_DO_SETTINGS},
        {"Help", ICON_HELP, VIEW_DO_HELP},
        {"Home; this talk is kept", ICON_BACK, VIEW_DO_HOME},
        {"Close Earshot", ICON_CLOSE, VIEW_DO_QUIT},
    };
    const view_sheet s = view_open_sheet(app, b, "Paused", 520);
    float y = s.inner.y + 6;

    view_begin_sheet(app, b, &s);
    for (uint32_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].kind == VIEW_DO_BACK && !view_play_can_back(app))
            continue;
        y += list_row(b,
                      &(view_button){.key = view_key("menu", i),
                                     .icon = rows[i].icon,
                                     .label = rows[i].label,
                                     .command = {rows[i].kind, 0, 0}},
                      (view_rect){s.inner.x, y, s.inner.w, 0}, NULL);
    }
    view_end_sheet(app, b, y + 8);
}

static void moments_sheet(view_app *app, view_build *b)
{
    const ear_scenario *model = app->talk.model;
    const view_sheet s = view_open_sheet(app, b, "Go to a moment", 680);
    const uint32_t most = 400;
    float y = s.inner.y + 6;
    char line[32];

    view_begin_sheet(app, b, &s);
    for (uint32_t i = 0; i < model->count[MODEL_S_MOMENTS] && i < most; i++) {
        snprintf(line, sizeof line, "line %u", (unsigned)model->moments[i].place.line);
        y += list_row(b,
                      &(view_button){.key = view_key("moment", i),
                                     .label = model_string(model, model->moments[i].id),
                                     .command = {VIEW_DO_GO_TO, (int32_t)i, 0}},
                      (view_rect){s.inner.x, y, s.inner.w, 0}, line);
    }
    view_end_sheet(app, b, y + 8);
}

static void what_if_sheet(view_app *app, view_build *b)
{
    const view_sheet s = view_open_sheet(app, b, "What if you had said ...", 760);
    float y = s.inner.y + 6;

    view_begin_sheet(app, b, &s);
    for (uint32_t i = 0; i < app->debrief.other_count; i++) {
        const view_debrief_other *other = &app->debrief.others[i];
        y += list_row(
            b,
            &(view_button){.key = view_key("other", i),
                           .icon = ICON_FORK,
                           .label = other->said,
                           .command = {VIEW_DO_REPLAY, (int32_t)app->debrief.costly,
                                       (int32_t)i + 1}},
            (view_rect){s.inner.x, y, s.inner.w, 0}, NULL);
        b->key = view_key("comes", i);
        y += view_put_para(b, TYPE_TEXT, view_ink_of(b, VIEW_INK2),
                           (view_rect){s.inner.x + 22, y - 4, s.inner.w - 22, 0},
                           other->comes ? other->comes
                           : app->debrief.searching
                               ? "Looking at what would have come of it ..."
                               : "") +
             12;
    }
    view_end_sheet(app, b, y + 8);
}

/* --- an edited pack under the run --------------------------------------------------- */

static void changed_sheet(view_app *app, view_build *b)
{
    static const struct {
        const char *label;
        view_icon icon;
        view_command_kind kind;
    } ways[] = {{"Carry on from here", ICON_PLAY, VIEW_DO_CARRY_ON},
                {"Start this moment again", ICON_BACK, VIEW_DO_MOMENT_AGAIN},
                {"Stop here", ICON_FLAG, VIEW_DO_HOME}};
    const view_sheet s =
        view_open_sheet(app, b, "The scenario has changed since you left", 760);
    float y = s.inner.y + 4;

    b->key = view_key("changed", 0);
    view_begin_sheet(app, b, &s);
    y += view_put_para(b, TYPE_TEXT, view_ink_of(b, VIEW_INK),
                       (view_rect){s.inner.x, y, s.inner.w, 0}, app->returned.words) +
         14;
    for (uint32_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (ways[i].kind != VIEW_DO_MOMENT_AGAIN || app->returned.in_moment)
            y += list_row(b,
                          &(view_button){.key = view_key("way on", i),
                                         .icon = ways[i].icon,
                                         .label = ways[i].label,
                                         .command = {ways[i].kind, 0, 0}},
                          (view_rect){s.inner.x, y, s.inner.w, 0}, NULL);
    view_end_sheet(app, b, y + 8);
}

/* --- help --------------------------------------------------------------------------- */

typedef struct help_line {
    const char *keys, *what;
} help_line;

static const help_line help_talk[] = {
    {"Space", "finish her turn at once; go on"},
    {"1 to 6", "choose a reply"},
    {"Arrows, Enter", "walk to a reply and choose it"},
    {"W", "stay quiet"},
    {"Backspace", "take your last reply back"},
    {"L", "everything said so far"},
    {"O", "what is on your screen"},
    {"P or Esc", "pause, menu"},
};
static const help_line help_any[] = {
    {"Ctrl + and Ctrl -", "larger and smaller text; Ctrl 0 as it was"},
    {"Ctrl T", "colours"},
    {"Ctrl ,", "all settings"},
    {"V", "voice"},
    {"F11", "full screen"},
    {"Esc", "one step out; never leaves the program"},
};
static const help_line help_author[] = {
    {"F3", "inspector"},
    {"F4", "graph; + and - and Home for its size, Enter plays from a moment"},
    {"F5", "read the pack again"},
    {"F6", "what was found; E or Enter opens the editor there"},
    {"F7", "how simulated players end"},
    {"F8", "skip pauses"},
    {"E", "open in the editor"},
    {"Ctrl G", "go to a moment"},
};

static float help_lines(view_build *b, const help_line *lines, size_t n, view_rect at)
{
    const float keys = fminf(190 * b->type, at.w * .38f);
    float y = at.y;

    for (size_t i = 0; i < n; i++) {
        const view_label what = {.type = TYPE_TEXT,
                                 .color = view_ink_of(b, VIEW_INK),
                                 .at = {at.x + keys, y, at.w - keys, 0},
                                 .text = lines[i].what};
        view_put_para(b, TYPE_LABEL, view_ink_of(b, VIEW_INK),
                      (view_rect){at.x, y, keys - 12, 0}, lines[i].keys);
        y += fmaxf(view_put_text(b, &what).y,
                   view_para_height(b, TYPE_LABEL, keys - 12, lines[i].keys)) +
             8;
    }
    return y;
}

void view_say_keys(view_app *app)
{
    for (size_t i = 0; app->talk.model && i < sizeof help_talk / sizeof *help_talk; i++)
        view_say(app, "%s: %s.", help_talk[i].keys, help_talk[i].what);
    for (size_t i = 0; i < sizeof help_any / sizeof *help_any; i++)
        view_say(app, "%s: %s.", help_any[i].keys, help_any[i].what);
}

static void help_sheet(view_app *app, view_build *b)
{
    const view_sheet s = view_open_sheet(app, b, "Keys", 720);
    view_rect at = {s.inner.x, s.inner.y + 4, s.inner.w, 0};

    b->key = view_key("help", 0);
    view_begin_sheet(app, b, &s);
    if (app->talk.model)
        at.y = help_lines(b, help_talk, sizeof help_talk / sizeof *help_talk, at) + 8;
    at.y = help_lines(b, help_any, sizeof help_any / sizeof *help_any, at) + 8;
    if (app->scenario.author)
        at.y = help_lines(b, help_author, sizeof help_author / sizeof *help_author, at);
    view_end_sheet(app, b, at.y + 8);
}

static void brief_sheet(view_app *app, view_build *b)
{
    const view_sheet s = view_open_sheet(app, b, "What this is about", 760);

    b->key = view_key("about", 0);
    view_begin_sheet(app, b, &s);
    const float end =
        view_brief_words(app, b, (view_rect){s.inner.x, s.inner.y + 4, s.inner.w, 0});
    view_end_sheet(app, b, end);
}

void view_overlay_draw(view_app *app, view_build *b)
{
    const bool talk = app->talk.model != NULL;

    if (talk && app->overlay == VIEW_OVER_BRIEF)
        brief_sheet(app, b);
    else if (app->overlay == VIEW_OVER_HELP)
        help_sheet(app, b);
    else if (app->overlay == VIEW_OVER_PROOF || app->overlay == VIEW_OVER_PLAYERS)
        view_proof_draw(app, b);
    else if (talk && app->overlay == VIEW_OVER_CHANGED)
        changed_sheet(app, b);
    else if (app->overlay == VIEW_OVER_WHAT_IF)
        what_if_sheet(app, b);
    else if (talk && app->overlay == VIEW_OVER_LOG)
        log_sheet(app, b);
    else if (talk && app->overlay == VIEW_OVER_SCREEN)
        desk_sheet(app, b);
    else if (talk && app->overlay == VIEW_OVER_GO_TO)
        moments_sheet(app, b);
    else if (app->overlay == VIEW_OVER_MENU)
        menu_sheet(app, b);
}
