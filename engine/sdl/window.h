#ifndef EARSHOT_SDL_WINDOW_H
#define EARSHOT_SDL_WINDOW_H

#include "view/app.h"

#include <earshot/error.h>

#include <stdbool.h>

/* A window around a view_app: input becomes intents, frames become pixels. It sleeps
 * while nothing happens. */

/* Handles a window's wake-ups from outside; lives until sdl_run returns. */
typedef struct sdl_waker sdl_waker;

typedef struct sdl_options {
    const char *title;        /* of the window, and of its class: "Earshot" */
    const char *fonts_folder; /* our own fonts; NULL: only the system's */
    int width, height;        /* to begin with; 0: 1280x720 */
    bool fullscreen;
    /* Files to watch: when one of them changes (or its folder gains or loses a file of
     * that name), `changed` is called on the window's thread, once for a burst, about
     * 60 ms after the last change. The list is asked for again after each call. */
    const char *const *(*watched)(void *user); /* NULL at the end; may be NULL */
    void (*changed)(void *user);
    /* A file or folder was dropped on the window. May be NULL. */
    void (*dropped)(void *user, const char *path);
    /* Called once, before the first frame, with what sdl_wake() takes. May be NULL. */
    void (*started)(void *user, sdl_waker *waker);
    /* Called on the window's thread after sdl_wake(). May be NULL. */
    void (*woke)(void *user);
    /* Called once, at the end: from then on sdl_wake() must not be called. May be NULL.
     */
    void (*ended)(void *user);
    void *user;
} sdl_options;

/* Returns when the app wants to quit, the window was closed or SIGINT came (*interrupted
 * true, when not NULL). EAR_E_NOT_FOUND: no display or no font (exit code 4). What was
 * played is the app's and is kept. The voice follows view_app_settings(). */
ear_status sdl_run(view_app *app, const sdl_options *options, bool *interrupted,
                   ear_error *err);

/* From any thread: has `woke` called soon. Cheap; several at once become one. */
void sdl_wake(sdl_waker *waker);

/* The app's present picture as a PNG of that size. Needs no display, opens no window. */
ear_status sdl_shot(view_app *app, int width, int height, const char *fonts_folder,
                    const char *path, ear_error *err);

/* To the clipboard; does nothing without a window. */
void sdl_copy(const char *text);

/* Is there a display that a window could be opened on, and what is the driver called?
 * `name` gets at most `room` bytes. For `doctor` and for `earshot` without a command. */
bool sdl_display_name(char *name, size_t room);
/* With video open: does anybody see what is drawn? */
bool sdl_display_is_real(void);
/* The speech program that `--voice speech` would use; "" when there is none. Static. */
const char *sdl_voice_name(void);

#endif
