#include "sdl/pads.h"

#include <string.h>

#define PADS (sizeof((sdl_pads *)0)->open / sizeof(SDL_GameController *))

void sdl_pads_update(sdl_pads *pads)
{
    if (!pads->started) {
        if (!sdl_watch_sees_pads())
            return;
        /* The watcher says when there is something to read. */
        SDL_SetHint(SDL_HINT_AUTO_UPDATE_JOYSTICKS, "0");
        if (SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER))
            return;
        pads->started = true;
    }
    SDL_GameControllerUpdate();
}

void sdl_pads_plugged(sdl_pads *pads, sdl_watch *watch, int device)
{
    SDL_GameController *pad = SDL_GameControllerOpen(device);

    for (size_t i = 0; pad && i < PADS; i++)
        if (!pads->open[i]) {
            pads->open[i] = pad;
            sdl_watch_pad(watch, SDL_GameControllerPath(pad));
            return;
        }
    if (pad)
        SDL_GameControllerClose(pad);
}

void sdl_pads_unplugged(sdl_pads *pads, SDL_JoystickID id)
{
    for (size_t i = 0; i < PADS; i++) {
        SDL_GameController *pad = pads->open[i];
        if (!pad || SDL_JoystickInstanceID(SDL_GameControllerGetJoystick(pad)) != id)
            continue;
        SDL_GameControllerClose(pad);
        pads->open[i] = NULL;
    }
}

void sdl_pads_close(sdl_pads *pads)
{
    for (size_t i = 0; i < PADS; i++)
        if (pads->open[i])
            SDL_GameControllerClose(pads->open[i]);
    if (pads->started)
        SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
    memset(pads, 0, sizeof *pads);
}
