#include "view/app_state.h"
#include "view/screens.h"

#include "base/fail.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STATUS_MS      4000
#define READ_LETTER_MS 60
#define MOST_BUILDS    4

ear_status view_app_new(view_app **out, const view_host *host, ear_error *err)
{
    view_app *app = calloc(1, sizeof *app);

    if (!app)
        return base_fail_memory(err);
    app->host = *host;
    app->settings = app->saved = app->own = view_settings_default();
    app->keys = view_keys_default();
    app->since = -1;
    app->point = VIEW_NO_POINT;
    *out = app;
    return EAR_OK;
}

void view_app_free(view_app *app)
{
    if (!app)
        return;
    view_keep_answer(app);
    ear_session_free(app->session);
    view_talk_release(&app->talk);
    base_arena_release(&app->firsts);
    base_arena_release(&app->names);
    base_arena_release(&app->walk_texts);
    base_arena_release(&app->problem_texts);
    base_bytes_release(&app->mouth);
    free(app);
}

/* A text that did not fit ends in "…" after a whole letter. */
static void cut_short(char *text, size_t room)
{
    size_t end = room - sizeof "\u2026";

    while (end > 0 && (text[end] & 0xC0) == 0x80)
        end--;
    memcpy(text + end, "\u2026", sizeof "\u2026");
}

/* A longer message stands longer. */
static int64_t reading_ms(const char *text)
{
    const int64_t ms = (int64_t)strlen(text) * READ_LETTER_MS;

    return ms > STATUS_MS ? ms : STATUS_MS;
}

void view_status(view_app *app, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    const int length = vsnprintf(app->status, sizeof app->status, fmt, args);
    va_end(args);
    if (length >= (int)sizeof app->status)
        cut_short(app->status, sizeof app->status);
    app->status_until = app->still ? INT64_MAX : app->now + reading_ms(app->status);
    view_say(app, "%s", app->status);
}

void view_go_to_screen(view_app *app, view_screen screen)
{
    view_keep_answer(app);
    app->screen = screen;
    app->overlay = VIEW_OVER_NOTHING;
    app->editing = false;
    app->focus = 0;
    app->scroll = (view_scroll){0};
    if (screen == VIEW_SCREEN_DEBRIEF)
        app->debrief_at = app->now;
    view_say_screen(app);
}

/* --- intents ------------------------------------------------------------------------ */

static view_place place_of(const view_app *app)
{
    if (app->screen == VIEW_SCREEN_DEBRIEF || app->screen == VIEW_SCREEN_REFLECT ||
        app->screen == VIEW_SCREEN_END)
        return VIEW_IN_DEBRIEF;
    if (app->screen == VIEW_SCREEN_ROOM || app->screen == VIEW_SCREEN_PRESENTER)
        return VIEW_IN_WORKSHOP;
    return app->screen == VIEW_SCREEN_TALK ? VIEW_IN_TALK : VIEW_ANYWHERE;
}

static view_command command_of(const view_app *app, const char *key)
{
    view_command command = {VIEW_DO_NOTHING, 0, 0};

    if (app->problem.title || app->scenario.author)
        command = view_keys_find(&app->keys, key, VIEW_FOR_AUTHORS);
    if (command.kind == VIEW_DO_NOTHING)
        command = view_keys_find(&app->keys, key, place_of(app));
    if (command.kind == VIEW_DO_NOTHING)
        command = view_keys_find(&app->keys, key, VIEW_ANYWHERE);
    return command;
}

static void type_text(view_app *app, const char *text)
{
    char *note = app->notes[app->question];
    const size_t have = strlen(note), more = strlen(text);

    if (have + more < VIEW_NOTE_ROOM)
        memcpy(note + have, text, more + 1);
}

static void erase(view_app *app)
{
    char *note = app->notes[app->question];
    size_t n = strlen(note);

    while (n > 0 && (note[--n] & 0xC0) == 0x80)
        ;
    note[n] = '\0';
}

/* The keys of a text box; false: it is for everybody else. */
static bool edit_key(view_app *app, const char *key)
{
    if (strcmp(key, "Backspace") == 0)
        erase(app);
    else if (strcmp(key, "Enter") == 0)
        type_text(app, "\n");
    else if (strcmp(key, "Escape") == 0 || strcmp(key, "Tab") == 0)
        app->editing = false;
    else
        return strchr(key, '+') == NULL || strncmp(key, "Shift+", 6) == 0;
    return true;
}

static ear_status key_intent(view_app *app, const char *key, ear_error *err)
{
    if (!key || (app->editing && edit_key(app, key)))
        return EAR_OK;
    const view_command command = command_of(app, key);
    return view_app_do(app, command, err);
}

static ear_status pointer_up(view_app *app, ear_error *err)
{
    const view_walk_stop *stop = view_stop_at(app, app->pointer.x, app->pointer.y);
    const uint32_t held = app->held;

    app->held = 0;
    if (!stop || stop->key != held || stop->disabled)
        return EAR_OK;
    const view_command command = stop->command;
    if (!stop->silent)
        view_focus_on(app, stop->key, false);
    return view_app_do(app, command, err);
}

static ear_status wheel(view_app *app, float px, ear_error *err)
{
    const view_scroll *scroll = app->overlay ? &app->over_scroll : &app->scroll;

    if (app->screen == VIEW_SCREEN_GRAPH && !app->overlay) {
        view_graph_wheel(app, px);
        return EAR_OK;
    }
    if (scroll->longest <= 0) {
        const bool log = px < 0 && app->screen == VIEW_SCREEN_TALK && !app->overlay;
        return log ? view_app_do(app, (view_command){VIEW_DO_LOG, 0, 0}, err) : EAR_OK;
    }
    view_scroll_on(app, px);
    return EAR_OK;
}

static void sleep_or_wake(view_app *app, bool asleep)
{
    app->asleep = asleep;
    if (asleep)
        view_play_stop(app);
    else
        view_play_go(app);
}

static ear_status act(view_app *app, const view_intent *intent, ear_error *err)
{
    switch (intent->kind) {
    case VIEW_INTENT_COMMAND:
        return view_app_do(app, intent->command, err);
    case VIEW_INTENT_KEY:
        return key_intent(app, intent->name, err);
    case VIEW_INTENT_TEXT:
        if (app->editing && intent->name)
            type_text(app, intent->name);
        return EAR_OK;
    case VIEW_INTENT_MOVE:
    case VIEW_INTENT_DOWN:
        app->pointer = (view_point){intent->x, intent->y};
        if (intent->kind == VIEW_INTENT_DOWN) {
            const view_walk_stop *stop = view_stop_at(app, intent->x, intent->y);
            app->held = stop ? stop->key : 0;
        }
        return EAR_OK;
    case VIEW_INTENT_UP:
        app->pointer = (view_point){intent->x, intent->y};
        return pointer_up(app, err);
    case VIEW_INTENT_WHEEL:
        return wheel(app, intent->amount, err);
    default:
        sleep_or_wake(app, intent->kind == VIEW_INTENT_ASLEEP);
        return EAR_OK;
    }
}

ear_status view_app_intent(view_app *app, const view_intent *intent, int64_t now,
                           ear_error *err)
{
    view_app_tick(app, now);
    app->stirred = app->now;
    const ear_status status = act(app, intent, err);
    view_play_tick(app);
    return status;
}

void view_app_tick(view_app *app, int64_t now)
{
    if (now > app->now)
        app->now = now;
    view_play_tick(app);
}

/* --- frames ------------------------------------------------------------------------- */

static void draw_screen(view_app *app, view_build *b)
{
    switch (app->screen) {
    case VIEW_SCREEN_HOME:
        view_home_draw(app, b);
        break;
    case VIEW_SCREEN_BRIEF:
        view_brief_draw(app, b);
        break;
    case VIEW_SCREEN_WELCOME:
        view_welcome_draw(app, b);
        break;
    case VIEW_SCREEN_TALK:
        view_talk_draw(app, b);
        break;
    case VIEW_SCREEN_SETTINGS:
        view_settings_draw(app, b);
        break;
    case VIEW_SCREEN_END:
        view_end_draw(app, b);
        break;
    case VIEW_SCREEN_DEBRIEF:
        view_debrief_draw(app, b);
        break;
    case VIEW_SCREEN_REFLECT:
        view_reflect_draw(app, b);
        break;
    case VIEW_SCREEN_GRAPH:
        view_graph_draw(app, b);
        break;
    default:
        break;
    }
}

/* What lies under a sheet cannot be reached. */
static void forget_presses(view_build *b)
{
    b->frame->press_count = 0;
}

static void draw(view_app *app, view_build *b)
{
    const bool problem = app->problem.title && !app->problem_hidden;

    if (app->plate) {
        view_plate_draw(app->plate, b);
        return;
    }
    draw_screen(app, b);
    if (app->overlay != VIEW_OVER_NOTHING) {
        forget_presses(b);
        view_overlay_draw(app, b);
    }
    if (problem) {
        forget_presses(b);
        view_problem_draw(app, b);
    }
}

ear_status view_app_frame(view_app *app, view_frame *frame, view_size size,
                          text_layouts *layouts, ear_error *err)
{
    const view_canvas canvas = {size.width, size.height, size.density};
    view_build b = {.again = true};

    text_layouts_next_frame(layouts);
    for (int i = 0; b.again && i < MOST_BUILDS; i++) {
        memset(&b, 0, sizeof b);
        b.layouts = layouts;
        b.settings = &app->settings;
        b.theme = view_theme_of(app->settings.theme);
        b.still = app->still || app->settings.reduced_motion;
        b.now = app->now;
        b.focus = app->focus;
        b.ring = app->ring;
        b.err = err;
        view_build_begin(&b, frame, &canvas);
        draw(app, &b);
        if (app->bring) {
            view_walk_keep(app, frame);
            view_focus_on(app, app->focus, true);
            app->bring = false;
            b.again = true;
        }
    }
    app->scale = b.scale;
    view_walk_keep(app, frame);
    view_speak(app, &b);
    const int64_t talk = view_play_deadline(app);
    if (talk >= 0)
        view_wake(&b, talk, false);
    if (app->still)
        frame->deadline = -1;
    return view_build_end(&b);
}

int64_t view_app_deadline(const view_app *app)
{
    return app->still ? -1 : view_play_deadline(app);
}

bool view_app_wants_quit(const view_app *app)
{
    return app->quit;
}

bool view_app_wants_fullscreen(const view_app *app)
{
    return app->settings.fullscreen;
}

bool view_app_takes_text(const view_app *app)
{
    return app->editing;
}

view_screen view_app_screen(const view_app *app)
{
    return app->screen;
}

const view_settings *view_app_settings(const view_app *app)
{
    return &app->settings;
}

size_t view_app_read_settings(view_app *app, const char *text)
{
    const size_t bad = view_settings_read(&app->settings, text);

    app->own = app->saved = app->settings;
    return bad;
}

size_t view_app_read_keys(view_app *app, const char *text)
{
    return view_keys_read(&app->keys, text);
}

void view_app_tell(view_app *app, const char *text)
{
    view_status(app, "%s", text);
}

void view_app_ask(view_app *app, const char *text)
{
    view_settings_read(&app->settings, text);
    app->saved = app->settings;
}
