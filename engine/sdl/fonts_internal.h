#ifndef EARSHOT_SDL_FONTS_INTERNAL_H
#define EARSHOT_SDL_FONTS_INTERNAL_H

#include "sdl/fonts.h"

#include <SDL_ttf.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the parts of the font keeper pass to one another. */

typedef struct sdl_font_file {
    char *path;       /* owned */
    const char *stem; /* the name inside it, without its end: "Inter-Medium" */
    size_t stem_length;
    void *bytes; /* owned: what is in it, once it was read; NULL */
    size_t length;
    bool tried;
} sdl_font_file;

/* Font files by name: our own at once, the system's when first looked for. */
typedef struct sdl_font_list {
    sdl_font_file *at;
    size_t count, room;
    size_t own; /* the first of them are ours */
    bool walked;
} sdl_font_list;

/* Adds the fonts of `folder` and, `deep`, of the folders in it. What cannot be read is
 * passed over; false: out of memory. */
bool sdl_font_list_add(sdl_font_list *list, const char *folder, int deep);
/* The font at `size` px, borrowing what `file` keeps of it; NULL when it is none. The
 * caller closes it before the list is released. */
TTF_Font *sdl_font_file_open(sdl_font_file *file, int size, int index);
/* The system's fonts, once. */
void sdl_font_list_walk(sdl_font_list *list);
/* -1: there is none of that name among files `from` .. `to` - 1. */
int sdl_font_list_find(const sdl_font_list *list, size_t from, size_t to,
                       const char *stem);
void sdl_font_list_release(sdl_font_list *list);

/* The n-th family to try for a script ("Arab", ...), best first; NULL at the end. */
const char *sdl_font_family_name(text_family family, text_script script, size_t n);
/* The n-th ending for a style ("-Medium", "-Regular", ""); NULL at the end. */
const char *sdl_font_ending(const text_style *style, size_t n);

/* One size of one file, opened. */
typedef struct sdl_face {
    int font; /* file and index in it, as text_fonts names it */
    int size; /* px */
    TTF_Font *ttf;
    float scale; /* 1; of pictures in one size (emoji): what they are to be scaled by */
    uint32_t used;
} sdl_face;

enum { SDL_FACES = 48, SDL_CHOICES = 16 };

/* The fonts for one style and script, found one after the other. */
typedef struct sdl_choice {
    text_family family;
    uint16_t weight;
    bool italic;
    text_script script;
    char language[8];
    int fonts[SDL_CHOICES];
    int count;
    size_t next; /* family to look for when more are wanted */
    bool done;
} sdl_choice;

struct sdl_fonts {
    sdl_font_list list;
    sdl_choice *choices;
    size_t choice_count, choice_room;
    sdl_face faces[SDL_FACES];
    size_t face_count;
    uint32_t clock; /* counts uses, for what to close first */
    char *scratch;  /* a piece with its NUL */
    size_t scratch_room;
};

/* NULL when it cannot be opened. Borrowed until the next face is asked for. */
sdl_face *sdl_fonts_face(sdl_fonts *fonts, int font, float size);
/* `piece` as SDL_ttf wants it; NULL: no memory. Borrowed until the next. */
const char *sdl_fonts_prepare(sdl_fonts *fonts, const sdl_face *face,
                              const text_piece *piece);

/* A piece of text as pixels: how much of the colour each takes, or colours of its own. */
typedef struct sdl_glyphs {
    unsigned char *pixels; /* owned; A8, or premultiplied ARGB32 when `colored` */
    int width, height, stride;
    int left, top; /* from the pen's place on the baseline to the upper left pixel */
    float scale;   /* of the picture when it is laid down */
    bool colored;
} sdl_glyphs;

ear_status sdl_fonts_render(sdl_glyphs *out, sdl_fonts *fonts, const text_piece *piece,
                            ear_error *err);

#endif
