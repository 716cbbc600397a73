#ifndef EARSHOT_SDL_PAINT_H
#define EARSHOT_SDL_PAINT_H

#include "sdl/fonts.h"
#include "view/frame.h"

#include <earshot/error.h>

/* Frames to pixels, with Cairo; the same for a window and for a picture. */
typedef struct sdl_painter sdl_painter;

/* Pixels of 32 bits, 0x00RRGGBB; borrowed for a call. */
typedef struct sdl_canvas {
    unsigned char *pixels;
    int width, height;
    int stride; /* bytes */
} sdl_canvas;

/* `fonts` outlives the painter. Caller frees with sdl_painter_free(). */
ear_status sdl_painter_create(sdl_painter **out, sdl_fonts *fonts, ear_error *err);
void sdl_painter_free(sdl_painter *painter); /* NULL is fine */

/* Paints what of `frame` lies in the rectangles (whole px; NULL: all of it). */
ear_status sdl_paint(sdl_painter *painter, const sdl_canvas *canvas,
                     const view_frame *frame, const view_rect *rects, size_t count,
                     ear_error *err);

/* A frame as a PNG of its size, to a temporary name beside `path`, then renamed. */
ear_status sdl_shot_frame(const view_frame *frame, sdl_fonts *fonts, const char *path,
                          ear_error *err);

#endif
