#ifndef EARSHOT_SDL_FONTS_H
#define EARSHOT_SDL_FONTS_H

#include "text/text.h"

#include <earshot/error.h>

/*
 * The fonts of this machine: those that come with Earshot, then those of the system, each
 * opened when its first letter is needed. Needs no display. One thread.
 */
typedef struct sdl_fonts sdl_fonts;

/* `folder` holds our own fonts (assets/fonts; copied, may be NULL). EAR_E_NOT_FOUND when
 * there is no font at all; the message names the package to install. Caller frees with
 * sdl_fonts_close(), after the layouts that use it. */
ear_status sdl_fonts_open(sdl_fonts **out, const char *folder, ear_error *err);
void sdl_fonts_close(sdl_fonts *fonts); /* NULL is fine */

/* The callbacks for text_layouts_create(); valid until sdl_fonts_close(). */
text_fonts sdl_fonts_for_text(sdl_fonts *fonts);

/* How many font files were found, ours and the system's, and the n-th path (borrowed):
 * for `doctor`. Looking at the whole list reads the system's font folders. */
size_t sdl_fonts_count(sdl_fonts *fonts);
const char *sdl_fonts_path(sdl_fonts *fonts, size_t n);
/* The file that a plain line of `family` is drawn with; "" when there is none. */
const char *sdl_fonts_family_path(sdl_fonts *fonts, text_family family);

#endif
