#ifndef EARSHOT_SDL_PADS_H
#define EARSHOT_SDL_PADS_H

#include "sdl/watch.h"

#include <SDL.h>

/* Game pads. The library for them is started only where there is one: once started it
 * would wake the program whether anything moves or not. */
typedef struct sdl_pads {
    bool started;
    SDL_GameController *open[16]; /* owned; NULL: free */
} sdl_pads;

/* Looks for pads and reads what they say; their events are in SDL's queue then. */
void sdl_pads_update(sdl_pads *pads);
void sdl_pads_plugged(sdl_pads *pads, sdl_watch *watch, int device);
void sdl_pads_unplugged(sdl_pads *pads, SDL_JoystickID id);
void sdl_pads_close(sdl_pads *pads);

#endif
