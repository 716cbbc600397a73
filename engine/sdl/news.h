#ifndef EARSHOT_SDL_NEWS_H
#define EARSHOT_SDL_NEWS_H

#include "sdl/window.h"

#include <stdatomic.h>
#include <stdint.h>

/* What other threads tell the window: events of our own in SDL's queue. */

typedef enum sdl_news {
    SDL_NEWS_FILES,
    SDL_NEWS_SIGNAL, /* once */
    SDL_NEWS_PADS,
    SDL_NEWS_WAKE /* from sdl_wake() */
} sdl_news;

struct sdl_waker {
    uint32_t type;       /* of the event; its `code` is the sdl_news */
    atomic_bool waiting; /* SDL_NEWS_WAKE is in the queue */
};

/* With SDL begun, and before anybody tells anything. */
void sdl_news_begin(sdl_waker *waker);
/* From any thread. `waker` is a sdl_waker. */
void sdl_news_tell(void *waker, sdl_news news);

#endif
