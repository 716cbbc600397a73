#ifndef EARSHOT_SDL_SCREEN_H
#define EARSHOT_SDL_SCREEN_H

#include "sdl/paint.h"
#include "view/app.h"

#include <SDL.h>

/* The picture in the window: builds a frame, paints and presents only what changed. */
typedef struct sdl_screen {
    SDL_Window *window; /* borrowed */
    view_app *app;      /* borrowed */
    text_layouts *layouts;
    sdl_painter *painter;
    view_frame frames[2];
    int now;       /* the one that is shown */
    uint64_t hash; /* of it */
    bool all;      /* the surface holds nothing of use */
    SDL_Surface
        *shadow;      /* painted on where the window's own format is another; or NULL */
    uint32_t painted; /* pictures so far, for tests and figures */
} sdl_screen;

ear_status sdl_screen_open(sdl_screen *screen, SDL_Window *window, view_app *app,
                           sdl_fonts *fonts, ear_error *err);
void sdl_screen_close(sdl_screen *screen); /* a zeroed one is fine */

/* The picture of now. A frame that cannot be built leaves the last one. */
ear_status sdl_screen_update(sdl_screen *screen, ear_error *err);
/* The window's surface is another one now, or lost: all of it has to be painted. */
void sdl_screen_lost(sdl_screen *screen);
/* Shows again what is painted. */
void sdl_screen_present(sdl_screen *screen);

const view_frame *sdl_screen_frame(const sdl_screen *screen);

#endif
