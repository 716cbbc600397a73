#ifndef EARSHOT_SDL_VOICE_H
#define EARSHOT_SDL_VOICE_H

#include "view/settings.h"

/* Says aloud what the view wants said: through Speech Dispatcher where it is installed,
 * or as lines on the standard output. What cannot speak is silent. */
typedef struct sdl_voice {
    view_voice kind;
    char language[16];
    struct sdl_speech *speech; /* owned; opened with the first word */
    bool tried;                /* there is no speech here */
} sdl_voice;

/* Takes over what the settings say now. A zeroed sdl_voice is off. */
void sdl_voice_set(sdl_voice *voice, const view_settings *settings);
void sdl_voice_say(sdl_voice *voice, const char *text, bool interrupts);
void sdl_voice_close(sdl_voice *voice);

#endif
