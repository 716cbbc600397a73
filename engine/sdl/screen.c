#include "sdl/screen.h"
#include "base/fail.h"

#include <string.h>

#define RECTS 24

ear_status sdl_screen_open(sdl_screen *screen, SDL_Window *window, view_app *app,
                           sdl_fonts *fonts, ear_error *err)
{
    const text_fonts letters = sdl_fonts_for_text(fonts);
    ear_status status;

    memset(screen, 0, sizeof *screen);
    screen->window = window;
    screen->app = app;
    screen->all = true;
    status = text_layouts_create(&screen->layouts, &letters, err);
    if (!status)
        status = sdl_painter_create(&screen->painter, fonts, err);
    return status;
}

void sdl_screen_close(sdl_screen *screen)
{
    view_frame_release(&screen->frames[0]);
    view_frame_release(&screen->frames[1]);
    text_layouts_free(screen->layouts);
    sdl_painter_free(screen->painter);
    SDL_FreeSurface(screen->shadow);
    memset(screen, 0, sizeof *screen);
}

const view_frame *sdl_screen_frame(const sdl_screen *screen)
{
    return &screen->frames[screen->now];
}

void sdl_screen_lost(sdl_screen *screen)
{
    screen->all = true;
}

static bool is_ours(const SDL_PixelFormat *format)
{
    return format->BytesPerPixel == 4 && format->Rmask == 0xFF0000 &&
           format->Gmask == 0xFF00 && format->Bmask == 0xFF;
}

/* The surface to paint on: the window's own, or one of our format that is copied to it.
 */
static SDL_Surface *surface_for(sdl_screen *screen, SDL_Surface *own)
{
    if (is_ours(own->format))
        return own;
    if (screen->shadow && (screen->shadow->w != own->w || screen->shadow->h != own->h)) {
        SDL_FreeSurface(screen->shadow);
        screen->shadow = NULL;
    }
    if (!screen->shadow) {
        screen->shadow =
            SDL_CreateRGBSurfaceWithFormat(0, own->w, own->h, 32, SDL_PIXELFORMAT_RGB888);
        screen->all = true;
    }
    return screen->shadow;
}

static SDL_Rect to_pixels(const view_rect *r)
{
    return (SDL_Rect){(int)r->x, (int)r->y, (int)r->w, (int)r->h};
}

static ear_status show(sdl_screen *screen, SDL_Surface *own, const view_rect *rects,
                       size_t count, ear_error *err)
{
    SDL_Surface *surface = surface_for(screen, own);
    SDL_Rect pixels[RECTS];
    ear_status status;

    if (!surface)
        return base_fail_memory(err);
    const sdl_canvas canvas = {surface->pixels, surface->w, surface->h, surface->pitch};
    status =
        sdl_paint(screen->painter, &canvas, sdl_screen_frame(screen), rects, count, err);
    for (size_t i = 0; i < count; i++) {
        pixels[i] = to_pixels(&rects[i]);
        if (surface != own)
            SDL_BlitSurface(surface, &pixels[i], own, &pixels[i]);
    }
    SDL_UpdateWindowSurfaceRects(screen->window, pixels, (int)count);
    screen->painted++;
    return status;
}

void sdl_screen_present(sdl_screen *screen)
{
    if (SDL_GetWindowSurface(screen->window))
        SDL_UpdateWindowSurface(screen->window);
}

/* What changed from one frame to the other, cut to the window. */
static size_t find_damage(const sdl_screen *screen, const view_frame *before,
                          const SDL_Surface *own, view_rect *rects)
{
    const view_rect all = {0, 0, (float)own->w, (float)own->h};

    if (screen->all) {
        rects[0] = all;
        return 1;
    }
    return view_frame_damage(rects, RECTS, before, sdl_screen_frame(screen));
}

static ear_status repaint(sdl_screen *screen, const view_frame *before, ear_error *err)
{
    SDL_Surface *own = SDL_GetWindowSurface(screen->window);
    view_rect rects[RECTS];
    ear_status status = EAR_OK;

    if (!own) { /* no size at all, or gone for a moment */
        screen->all = true;
        return EAR_OK;
    }
    if (surface_for(screen, own) == NULL)
        return base_fail_memory(err);
    const size_t count = find_damage(screen, before, own, rects);
    screen->all = false;
    if (count)
        status = show(screen, own, rects, count, err);
    if (status)
        screen->all = true; /* try again with the next frame */
    return status;
}

ear_status sdl_screen_update(sdl_screen *screen, ear_error *err)
{
    view_frame *before = &screen->frames[screen->now];
    view_frame *next = &screen->frames[!screen->now];
    int width = 0, height = 0;

    SDL_GetWindowSize(screen->window, &width, &height);
    if (width < 1 || height < 1)
        return EAR_OK;
    const ear_status status = view_app_frame(
        screen->app, next, (view_size){.width = (float)width, .height = (float)height},
        screen->layouts, err);
    if (status)
        return status;
    if (next->failed)
        return base_fail_memory(err);
    const uint64_t hash = view_frame_hash(next);
    const bool same = hash == screen->hash && before->width == next->width &&
                      before->height == next->height;
    screen->now = !screen->now;
    screen->hash = hash;
    return same && !screen->all ? EAR_OK : repaint(screen, before, err);
}
