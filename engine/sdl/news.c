#include "sdl/news.h"

#include <SDL.h>
#include <string.h>

void sdl_news_begin(sdl_waker *waker)
{
    waker->type = SDL_RegisterEvents(1);
}

void sdl_news_tell(void *waker, sdl_news news)
{
    SDL_Event event;

    memset(&event, 0, sizeof event);
    event.type = ((sdl_waker *)waker)->type;
    event.user.code = (Sint32)news;
    SDL_PushEvent(&event);
}

void sdl_wake(sdl_waker *waker)
{
    if (!atomic_exchange(&waker->waiting, true))
        sdl_news_tell(waker, SDL_NEWS_WAKE);
}
