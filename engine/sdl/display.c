#include "sdl/window.h"

#include <SDL.h>

#include <string.h>

bool sdl_display_is_real(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();

    return driver && strcmp(driver, "dummy") != 0 && strcmp(driver, "offscreen") != 0;
}

bool sdl_display_name(char *name, size_t room)
{
    const char *driver;
    bool found;

    if (SDL_InitSubSystem(SDL_INIT_VIDEO)) {
        if (room)
            *name = '\0';
        return false;
    }
    driver = SDL_GetCurrentVideoDriver();
    found = sdl_display_is_real();
    SDL_snprintf(name, room, "%s", driver ? driver : "");
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    return found;
}
