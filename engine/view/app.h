#ifndef EARSHOT_VIEW_APP_H
#define EARSHOT_VIEW_APP_H

#include "text/text.h"
#include "view/frame.h"
#include "view/host.h"
#include "view/plate.h"

#include <earshot/error.h>
#include <earshot/session.h>

#include <stdbool.h>
#include <stdint.h>

/*
 * Everything that a window shows, without the window: intents and time in, frames out.
 * Owns the session being played. Knows no file, no Lua, no SDL: what it needs of the
 * world it asks the view_host for. One thread.
 */
typedef struct view_app view_app;

typedef enum view_screen {
    VIEW_SCREEN_HOME,
    VIEW_SCREEN_BRIEF,
    VIEW_SCREEN_TALK,
    VIEW_SCREEN_END,
    VIEW_SCREEN_DEBRIEF,
    VIEW_SCREEN_REFLECT,
    VIEW_SCREEN_SETTINGS,
    VIEW_SCREEN_ROOM,
    VIEW_SCREEN_PRESENTER,
    VIEW_SCREEN_GRAPH,
    VIEW_SCREEN_WELCOME
} view_screen;

typedef struct view_size {
    float width, height; /* px of the surface; at least 640x360 is laid out for */
    float density;       /* px of the surface per point of the desktop; 0: 1 */
} view_size;

/* `host` is copied, what its `user` points to outlives the app. Caller frees with
 * view_app_free(). Begins on the home screen. */
ear_status view_app_new(view_app **out, const view_host *host, ear_error *err);
void view_app_free(view_app *app); /* NULL is fine */

/*
 * Names of keys: "A" .. "Z", "0" .. "9", "F1" .. "F12", "Space", "Enter", "Backspace",
 * "Tab", "Escape", "Delete", "Home", "End", "PageUp", "PageDown", "Left", "Right", "Up",
 * "Down", "Plus" (also where it lies on the key of "="), "Minus", and other keys by the
 * letter on them (".", ",", "/"). Before them, in this order, "Ctrl+", "Alt+", "Shift+".
 * Keys of the number block have the names of the others. Pads: "pad:a" b x y up down left
 * right lb rb start back. A wheel that was turned is WHEEL, never a key.
 */
typedef enum view_intent_kind {
    VIEW_INTENT_COMMAND, /* command */
    VIEW_INTENT_KEY,     /* name: "Space", "Ctrl+T", "1", "PageDown", "pad:a", ... */
    VIEW_INTENT_TEXT,    /* name: letters typed (after KEY for the same press) */
    VIEW_INTENT_MOVE,    /* x, y: the pointer is there */
    VIEW_INTENT_DOWN,
    VIEW_INTENT_UP,     /* acts when it is still over what DOWN was on */
    VIEW_INTENT_WHEEL,  /* amount: px, down is positive */
    VIEW_INTENT_ASLEEP, /* the window was hidden or the machine slept: clocks stop */
    VIEW_INTENT_AWAKE
} view_intent_kind;

typedef struct view_intent {
    view_intent_kind kind;
    view_command command;
    const char *name; /* borrowed for the call */
    float x, y;
    float amount;
} view_intent;

/* `now`: ms of a clock that never goes back, the same for every call. An intent that has
 * no meaning where the app stands changes nothing. A failure is shown on the screen as
 * well as returned. */
ear_status view_app_intent(view_app *app, const view_intent *intent, int64_t now,
                           ear_error *err);
/* Lets time pass: to be called at frame->deadline, or at any other time. */
void view_app_tick(view_app *app, int64_t now);

/* Builds the picture of `now` into *frame (cleared first, its room reused). `layouts` is
 * asked for every letter; view_app_frame begins its next frame. */
ear_status view_app_frame(view_app *app, view_frame *frame, view_size size,
                          text_layouts *layouts, ear_error *err);

/* When view_app_tick must be called at the latest, without building a frame; -1: never.
 */
int64_t view_app_deadline(const view_app *app);
bool view_app_wants_quit(const view_app *app);
bool view_app_wants_fullscreen(const view_app *app);
bool view_app_takes_text(const view_app *app); /* a text box has the focus */
view_screen view_app_screen(const view_app *app);

/* --- what cli starts it with ---------------------------------------------------- */

/* Plays `session` (not yet begun; the app owns it from here on, whatever is returned). */
ear_status view_app_play(view_app *app, ear_session *session,
                         const view_scenario *scenario, int64_t now, ear_error *err);
/* The same with a run that was left: view_host.resume plays it up to where it was. */
ear_status view_app_resume(view_app *app, ear_session *session,
                           const view_scenario *scenario, int64_t now, ear_error *err);
/* The pack was read again: the same talk in the new version. The app replays its replies;
 * where one is gone it stops there and says so. Takes `session` as view_app_play. */
ear_status view_app_reloaded(view_app *app, ear_session *session,
                             const view_scenario *scenario, int64_t now, ear_error *err);
/* The pack was read again and has a mistake: shown over the version still running. */
void view_app_problem(view_app *app, const view_problem *problem, int64_t now);
/* The catalogue or the settings changed. */
void view_app_refresh(view_app *app, int64_t now);
/* On the home screen, brings entry `entry` of the list into sight, with the focus on it.
 */
void view_app_point_at(view_app *app, uint32_t entry, int64_t now);

/* The very first start: asks how large words should be, then plays catalogue entry
 * `first` (copied; NULL: the home screen comes). The settings are saved by then. */
ear_status view_app_welcome(view_app *app, const char *first, ear_error *err);

/* More is known for the debrief: the host is asked for it again. */
void view_app_found(view_app *app);

/* For pictures: `screen` at rest, nothing moving, every wait over. `play` is a comma list
 * of replies (as ear_session_find takes them) given before; NULL: none. */
typedef struct view_shot {
    view_screen screen;
    const char *play;
    int32_t focus;        /* reply that has the focus, from 0; -1: none */
    bool notice;          /* where a question was asked, it still waits for its answer */
    view_command command; /* given when all stands; NOTHING: none */
} view_shot;

ear_status view_shot_state(view_app *app, const view_shot *shot, int64_t now,
                           ear_error *err);

/* The graph of the talk at hand as a picture of its own, without anything to press: the
 * px that it takes at the size of the design. EAR_E_STATE: there is no graph. */
ear_status view_app_poster(view_app *app, view_size *size, ear_error *err);
/* From now on frames show `plate` and nothing else; borrowed until the app is freed. */
void view_app_plate(view_app *app, const view_plate *plate);

/* The settings now in force; "name = value" lines, as host->save_settings writes them. */
const view_settings *view_app_settings(const view_app *app);
/* Bindings of keys, in the lines of keys.lua; returns how many could not be read. */
size_t view_app_read_keys(view_app *app, const char *text);
/* A short message at the foot of the screen, said aloud too. */
void view_app_tell(view_app *app, const char *text);
/* Settings for this run only, in such lines; they are never written to the file. */
void view_app_ask(view_app *app, const char *text);
/* Reads such lines; what is unknown or out of range is passed over and counted. */
size_t view_app_read_settings(view_app *app, const char *text);

#endif
