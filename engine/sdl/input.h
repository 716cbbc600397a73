#ifndef EARSHOT_SDL_INPUT_H
#define EARSHOT_SDL_INPUT_H

#include "view/app.h"

#include <SDL.h>

#include <stdbool.h>

/* Events of SDL to intents of the view. Knows no window; a test feeds it by hand. */

enum { SDL_KEY_ROOM = 40 };

typedef struct sdl_input {
    float x, y;              /* where the pointer is */
    float from_x, from_y;    /* where a finger went down */
    bool touched;            /* a finger is down */
    bool dragging;           /* and has moved: it scrolls and presses nothing */
    int fingers;             /* down at once */
    bool two;                /* two were: a tap of two fingers when they are up again */
    int axis[2];             /* of the left stick: -1, 0, 1 */
    float scale;             /* px of a step of the wheel are 48 of the design's */
    bool takes_text;         /* a text box has the focus: keys repeat */
    char name[SDL_KEY_ROOM]; /* of the last intent; lives until the next event */
    view_intent out[4];
    int count;
} sdl_input;

/* "Ctrl+Shift+A"; false for a key that has no name (a modifier alone). */
bool sdl_key_name(char name[SDL_KEY_ROOM], const SDL_Keysym *key);

/* Fills input->out with what the event means, in order; `count` 0: nothing. */
void sdl_translate(sdl_input *input, const SDL_Event *event);

/* True for an event that only the last of a row matters of: the pointer moved. */
bool sdl_is_passing(const SDL_Event *event);

#endif
