/* Where the keyboard is, and what lies under the pointer. */
#include "view/app_state.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define ARROW_PX 80.f

static const char *role_word(view_role role)
{
    static const char *const words[] = {
        [VIEW_ROLE_BUTTON] = "button",    [VIEW_ROLE_REPLY] = "reply",
        [VIEW_ROLE_OPTION] = "option",    [VIEW_ROLE_CARD] = "card",
        [VIEW_ROLE_TAB] = "tab",          [VIEW_ROLE_SETTING] = "setting",
        [VIEW_ROLE_TEXTBOX] = "text box", [VIEW_ROLE_POINT] = "point",
        [VIEW_ROLE_STAGE] = "stage"};

    return words[role];
}

/* "Reply 2 of 4: Two days late": role, state, label, as a sentence. */
static char *spoken_of(view_app *app, const view_frame *frame, const view_press *press)
{
    const char *label = view_frame_string(frame, press->label);
    const char *state = view_frame_string(frame, press->state);
    char text[1600];

    const int n =
        *state
            ? snprintf(text, sizeof text, "%s, %s, %s%s", label, role_word(press->role),
                       state, press->disabled ? ", not now" : "")
            : snprintf(text, sizeof text, "%s, %s%s", label, role_word(press->role),
                       press->disabled ? ", not now" : "");
    const size_t length = n < 0                     ? 0
                          : (size_t)n < sizeof text ? (size_t)n
                                                    : sizeof text - 1;
    return base_arena_copy(&app->walk_texts, text, length);
}

void view_walk_keep(view_app *app, const view_frame *frame)
{
    bool found = app->focus == 0;

    base_arena_release(&app->walk_texts);
    app->walked = 0;
    for (size_t i = 0; i < frame->press_count && app->walked < VIEW_MAX_WALK; i++) {
        const view_press *press = &frame->presses[i];
        app->walk[app->walked++] = (view_walk_stop){
            .key = press->key,
            .role = press->role,
            .rect = press->rect,
            .whole = press->whole,
            .command = press->command,
            .disabled = press->disabled,
            .silent = press->silent,
            .spoken = spoken_of(app, frame, press),
        };
        found = found || press->key == app->focus;
    }
    if (!found)
        app->focus = 0;
}

const view_walk_stop *view_focused(const view_app *app)
{
    for (size_t i = 0; i < app->walked; i++)
        if (app->walk[i].key == app->focus && app->focus)
            return &app->walk[i];
    return NULL;
}

const view_walk_stop *view_stop_at(const view_app *app, float x, float y)
{
    for (size_t i = app->walked; i > 0; i--) {
        const view_rect r = app->walk[i - 1].rect;
        if (x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h)
            return &app->walk[i - 1];
    }
    return NULL;
}

/* Scrolls so that all of it is in sight. */
static void reveal(view_app *app, const view_walk_stop *stop)
{
    view_scroll *scroll = app->overlay ? &app->over_scroll : &app->scroll;
    const float s = app->scale > 0 ? app->scale : 1, pad = 10;
    const float top = stop->whole.y / s, bottom = top + stop->whole.h / s;

    if (scroll->longest <= 0 ||
        (fabsf(stop->rect.h - stop->whole.h) < 1 && stop->rect.h > 0))
        return;
    if (bottom + pad > scroll->view.y + scroll->view.h)
        scroll->at += bottom + pad - scroll->view.y - scroll->view.h;
    if (top - pad < scroll->view.y)
        scroll->at -= scroll->view.y - top + pad;
    scroll->at = fmaxf(0, fminf(scroll->longest, scroll->at));
}

void view_focus_on(view_app *app, uint32_t key, bool ring)
{
    app->focus = key;
    app->ring = ring;
    const view_walk_stop *stop = view_focused(app);
    if (stop)
        reveal(app, stop);
}

static bool can_stop(const view_walk_stop *stop)
{
    return !stop->silent;
}

/* In a talk the first step down leads to the first reply, not to the tools above it. */
static size_t place_to_begin(const view_app *app, int step)
{
    for (size_t i = 0; step > 0 && i < app->walked; i++)
        if (app->walk[i].role == VIEW_ROLE_REPLY || app->walk[i].role == VIEW_ROLE_OPTION)
            return i + app->walked - 1;
    return step > 0 ? app->walked - 1 : 0;
}

/* What is only read and is longer than its place: arrows move it before they move on. */
static view_scroll *read_only(view_app *app)
{
    const bool problem = app->problem.title && !app->problem_hidden;

    if (problem || app->overlay == VIEW_OVER_LOG || app->overlay == VIEW_OVER_HELP ||
        app->overlay == VIEW_OVER_SCREEN || app->overlay == VIEW_OVER_PLAYERS ||
        app->overlay == VIEW_OVER_BRIEF)
        return &app->over_scroll;
    return !app->overlay && app->screen == VIEW_SCREEN_BRIEF ? &app->scroll : NULL;
}

static bool scroll_by(view_scroll *scroll, float px)
{
    const float before = scroll->at;

    scroll->at = fmaxf(0, fminf(scroll->longest, scroll->at + px));
    return scroll->at != before;
}

void view_scroll_on(view_app *app, float px)
{
    const float s = app->scale > 0 ? app->scale : 1;

    scroll_by(app->overlay ? &app->over_scroll : &app->scroll, px / s);
}

void view_focus_step(view_app *app, int step)
{
    view_scroll *scroll = read_only(app);

    if (!scroll || !scroll_by(scroll, ARROW_PX * (float)step))
        view_focus_move(app, step);
}

void view_focus_move(view_app *app, int step)
{
    size_t at = place_to_begin(app, step);

    if (view_graph_step(app, step, false))
        return;
    if (app->walked == 0)
        return;
    for (size_t i = 0; i < app->walked; i++)
        if (app->focus && app->walk[i].key == app->focus)
            at = i;
    for (size_t tries = 0; tries < app->walked; tries++) {
        at = (at + app->walked + (size_t)(step > 0 ? 1 : app->walked - 1)) % app->walked;
        if (can_stop(&app->walk[at])) {
            view_focus_on(app, app->walk[at].key, true);
            return;
        }
    }
}

void view_focus_side(view_app *app, int step)
{
    const view_walk_stop *stop = view_focused(app);

    if (stop && stop->role == VIEW_ROLE_SETTING)
        view_settings_change(app, (uint32_t)stop->command.number, step);
    else if (!view_graph_step(app, step, true))
        view_focus_move(app, step);
}
