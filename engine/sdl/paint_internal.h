#ifndef EARSHOT_SDL_PAINT_INTERNAL_H
#define EARSHOT_SDL_PAINT_INTERNAL_H

#include "sdl/fonts_internal.h"
#include "sdl/paint.h"

#include <cairo.h>

/* What the parts of the painter pass to one another. */

/* A run of text as a surface, found by what it says and how. */
typedef struct sdl_word {
    uint64_t key; /* 0: free */
    cairo_surface_t *surface;
    sdl_glyphs glyphs; /* owns the surface's pixels */
    uint32_t used;     /* paint it was last needed in */
} sdl_word;

typedef struct sdl_words {
    sdl_word *slots; /* open addressing */
    size_t count, room;
    size_t bytes;
} sdl_words;

/* A cached group. Its surface is made when the same content is painted a second time:
 * what changes with every frame is not worth one. */
typedef struct sdl_picture {
    uint32_t key;
    uint64_t content;
    int width, height;
    float fx, fy;             /* where in its pixel it begins */
    cairo_surface_t *surface; /* NULL until seen twice */
    uint32_t used;
} sdl_picture;

enum { SDL_PICTURES = 24 };

struct sdl_painter {
    sdl_fonts *fonts;
    sdl_words words;
    sdl_picture pictures[SDL_PICTURES];
    uint32_t clock; /* paints so far */
};

/* One pass over the items: where they go, moved by how much, what is worth looking at. */
typedef struct sdl_pass {
    sdl_painter *painter;
    cairo_t *cr;
    const view_frame *frame;
    float dx, dy;    /* of the groups around */
    view_rect dirty; /* on the screen */
    ear_error *err;
    ear_status status; /* the first failure; the pass goes on */
} sdl_pass;

void sdl_paint_items(sdl_pass *pass, size_t from, size_t to);

/* shapes.c */
void sdl_paint_box(sdl_pass *pass, const view_box *box);
void sdl_paint_path(sdl_pass *pass, const view_path *path);
void sdl_trace_path(sdl_pass *pass, const view_path *path);
/* shadow.c */
void sdl_paint_shadow(sdl_pass *pass, const view_box *box);
/* words.c */
void sdl_paint_text(sdl_pass *pass, const view_text *text);
void sdl_words_tidy(sdl_painter *painter);
void sdl_words_release(sdl_words *words);
/* pictures.c */
void sdl_paint_group(sdl_pass *pass, size_t index);
void sdl_pictures_tidy(sdl_painter *painter);
void sdl_pictures_release(sdl_painter *painter);

#endif
