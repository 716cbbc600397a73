/*
 * Loaded before the program (LD_PRELOAD) by window.py: reads lines from the pipe named by
 * EARSHOT_INJECT and gives the window the events that a device would.
 *
 *   drop PATH        a file or folder let go over the window
 *   pad BUTTON       a button of a game pad, pressed and let go, as SDL counts them
 *
 *   tap X Y          a finger, down and up
 *
 *   swipe X Y DY     a finger that moves up or down on its way
 *
 *   two X Y          two fingers, down and up
 */
#include <SDL.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STEPS 8 /* of a swipe */

typedef struct sdl {
    int (*push)(SDL_Event *event);
    char *(*copy)(const char *text);
} sdl;

/* ISO C has no road from an object's address to a function's; POSIX promises one. */
static void find(void *to, void *library, const char *name)
{
    void *symbol = dlsym(library, name);

    memcpy(to, &symbol, sizeof symbol);
}

/* The SDL that the program has opened by the time something is to be done in it. */
static sdl opened(void)
{
    sdl s = {NULL, NULL};
    void *library = dlopen("libSDL2-2.0.so.0", RTLD_NOW | RTLD_NOLOAD);

    if (!library)
        abort();
    find(&s.push, library, "SDL_PushEvent");
    find(&s.copy, library, "SDL_strdup");
    return s;
}

static void push(const sdl *s, SDL_Event event)
{
    s->push(&event);
}

/* SDL makes a mouse of every first finger, and tells that first. */
static void finger(const sdl *s, Uint32 type, SDL_FingerID id, int x, int y)
{
    const bool down = type == SDL_FINGERDOWN;

    if (id == 0)
        push(s, (SDL_Event){
                    .button = {.type = down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP,
                               .which = SDL_TOUCH_MOUSEID,
                               .button = SDL_BUTTON_LEFT,
                               .state = down ? SDL_PRESSED : SDL_RELEASED,
                               .clicks = 1,
                               .x = x,
                               .y = y}});
    push(s, (SDL_Event){.tfinger = {.type = type, .fingerId = id}});
}

static void swipe(const sdl *s, int x, int y, int dy)
{
    finger(s, SDL_FINGERDOWN, 0, x, y);
    for (int i = 1; i <= STEPS; i++)
        push(s, (SDL_Event){.motion = {.type = SDL_MOUSEMOTION,
                                       .which = SDL_TOUCH_MOUSEID,
                                       .state = SDL_BUTTON_LMASK,
                                       .x = x,
                                       .y = y + dy * i / STEPS,
                                       .yrel = dy / STEPS}});
    finger(s, SDL_FINGERUP, 0, x, y + dy);
}

static void press_pad(const sdl *s, int button)
{
    push(s, (SDL_Event){.cbutton = {.type = SDL_CONTROLLERBUTTONDOWN,
                                    .button = (Uint8)button,
                                    .state = SDL_PRESSED}});
    push(s, (SDL_Event){.cbutton = {.type = SDL_CONTROLLERBUTTONUP,
                                    .button = (Uint8)button,
                                    .state = SDL_RELEASED}});
}

static void act(const sdl *s, const char *line)
{
    int x = 0, y = 0, more = 0;

    if (strncmp(line, "drop ", 5) == 0)
        push(s, (SDL_Event){.drop = {.type = SDL_DROPFILE, .file = s->copy(line + 5)}});
    else if (sscanf(line, "pad %d", &x) == 1)
        press_pad(s, x);
    else if (sscanf(line, "swipe %d %d %d", &x, &y, &more) == 3)
        swipe(s, x, y, more);
    else if (sscanf(line, "tap %d %d", &x, &y) == 2) {
        finger(s, SDL_FINGERDOWN, 0, x, y);
        finger(s, SDL_FINGERUP, 0, x, y);
    } else if (sscanf(line, "two %d %d", &x, &y) == 2) {
        finger(s, SDL_FINGERDOWN, 0, x, y);
        finger(s, SDL_FINGERDOWN, 1, x + 60, y);
        finger(s, SDL_FINGERUP, 1, x + 60, y);
        finger(s, SDL_FINGERUP, 0, x, y);
    }
}

static void *listen_to(void *path)
{
    char line[4096];
    FILE *pipe = fopen(path, "r"); /* waits for somebody who writes */

    while (pipe && fgets(line, sizeof line, pipe)) {
        const sdl s = opened();
        line[strcspn(line, "\n")] = '\0';
        act(&s, line);
    }
    if (pipe)
        fclose(pipe);
    return NULL;
}

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("EARSHOT_INJECT");
    pthread_t thread;

    if (path && pthread_create(&thread, NULL, listen_to, strdup(path)) == 0)
        pthread_detach(thread);
    unsetenv("LD_PRELOAD"); /* the program alone, not its helpers */
    unsetenv("EARSHOT_INJECT");
}
