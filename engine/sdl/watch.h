#ifndef EARSHOT_SDL_WATCH_H
#define EARSHOT_SDL_WATCH_H

#include "sdl/news.h"

#include <earshot/error.h>

#include <stdbool.h>

/*
 * A thread that sleeps until something outside happens and then says so: files that were
 * watched changed, SIGINT or SIGTERM came, a game pad was plugged in or moved. It costs
 * nothing while nothing happens.
 */
typedef struct sdl_watch sdl_watch;

/* `tell` is called on the thread. Blocks SIGINT and SIGTERM in the calling thread until
 * sdl_watch_stop(). Caller frees with sdl_watch_stop(). */
ear_status sdl_watch_start(sdl_watch **out, void (*tell)(void *user, sdl_news news),
                           void *user, ear_error *err);
void sdl_watch_stop(sdl_watch *watch); /* NULL is fine */

/* Watches these files instead of those before; `paths` ends with NULL, or is NULL. Files
 * whose folder cannot be watched are passed over. False: out of memory. */
bool sdl_watch_files(sdl_watch *watch, const char *const *paths);

/* Tells of input on this device too ("/dev/input/event7"). */
void sdl_watch_pad(sdl_watch *watch, const char *device);

/* Is there a game pad's device now? */
bool sdl_watch_sees_pads(void);

#endif
