/* A piece of text as pixels, drawn by SDL_ttf with HarfBuzz. */
#include "base/fail.h"
#include "base/utf8.h"
#include "sdl/fonts_internal.h"

#include <stdlib.h>
#include <string.h>

static bool copy_piece(sdl_fonts *fonts, const text_piece *piece)
{
    if (piece->length + 1 > fonts->scratch_room) {
        char *more = realloc(fonts->scratch, piece->length + 256);
        if (!more)
            return false;
        fonts->scratch = more;
        fonts->scratch_room = piece->length + 256;
    }
    memcpy(fonts->scratch, piece->text, piece->length);
    fonts->scratch[piece->length] = '\0';
    return true;
}

const char *sdl_fonts_prepare(sdl_fonts *fonts, const sdl_face *face,
                              const text_piece *piece)
{
    const text_script s = piece->script;
    /* Emoji are no script to HarfBuzz; they are common to all. */
    const char name[5] = {(char)(s >> 24), (char)(s >> 16), (char)(s >> 8), (char)s, 0};

    if (!copy_piece(fonts, piece))
        return NULL;
    TTF_SetFontDirection(face->ttf, piece->rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(face->ttf, strcmp(name, "Zsye") == 0 ? "Zyyy" : name);
    return fonts->scratch;
}

/* SDL_ttf moves ink that begins left of the pen into the picture; this is how far. */
static int overhang(const sdl_face *face, const text_piece *piece)
{
    uint32_t code;
    int left = 0, right, bottom, top, pen;

    if (piece->rtl || !piece->length)
        return 0;
    base_utf8_read(&code, piece->text, piece->length);
    if (TTF_GlyphMetrics32(face->ttf, code, &left, &right, &bottom, &top, &pen))
        return 0;
    return left < 0 ? left : 0;
}

static void take_alpha(sdl_glyphs *out, const SDL_Surface *from)
{
    for (int y = 0; y < out->height; y++) {
        const Uint32 *row = (const Uint32 *)(const void *)((const Uint8 *)from->pixels +
                                                           (ptrdiff_t)y * from->pitch);
        unsigned char *to = out->pixels + (ptrdiff_t)y * out->stride;
        for (int x = 0; x < out->width; x++)
            to[x] = (unsigned char)(row[x] >> 24);
    }
}

static Uint32 premultiplied(Uint32 p)
{
    const Uint32 a = p >> 24;
    const Uint32 r = ((p >> 16 & 255) * a + 127) / 255;
    const Uint32 g = ((p >> 8 & 255) * a + 127) / 255;
    const Uint32 b = ((p & 255) * a + 127) / 255;

    return a << 24 | r << 16 | g << 8 | b;
}

static void take_colors(sdl_glyphs *out, const SDL_Surface *from)
{
    for (int y = 0; y < out->height; y++) {
        const Uint32 *row = (const Uint32 *)(const void *)((const Uint8 *)from->pixels +
                                                           (ptrdiff_t)y * from->pitch);
        Uint32 *to = (Uint32 *)(void *)(out->pixels + (ptrdiff_t)y * out->stride);
        for (int x = 0; x < out->width; x++)
            to[x] = premultiplied(row[x]);
    }
}

static ear_status take_surface(sdl_glyphs *out, SDL_Surface *surface, ear_error *err)
{
    out->width = surface->w;
    out->height = surface->h;
    out->stride = out->colored ? surface->w * 4 : (surface->w + 3) / 4 * 4;
    out->pixels = malloc((size_t)out->stride * (size_t)out->height + 1);
    if (!out->pixels)
        return base_fail_memory(err);
    if (out->colored)
        take_colors(out, surface);
    else
        take_alpha(out, surface);
    return EAR_OK;
}

ear_status sdl_fonts_render(sdl_glyphs *out, sdl_fonts *fonts, const text_piece *piece,
                            ear_error *err)
{
    const SDL_Color white = {255, 255, 255, 255};
    const sdl_face *face = sdl_fonts_face(fonts, piece->font, piece->size);
    const char *text = face ? sdl_fonts_prepare(fonts, face, piece) : NULL;
    SDL_Surface *surface = text ? TTF_RenderUTF8_Blended(face->ttf, text, white) : NULL;

    if (!surface)
        return base_fail(err, EAR_E_IO, "a line of text cannot be drawn: %s",
                         TTF_GetError());
    *out = (sdl_glyphs){.left = overhang(face, piece),
                        .top = -TTF_FontAscent(face->ttf),
                        .scale = face->scale,
                        .colored = face->scale != 1};
    const ear_status status = take_surface(out, surface, err);
    SDL_FreeSurface(surface);
    return status;
}
