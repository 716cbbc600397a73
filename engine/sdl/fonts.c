/* The keeper of fonts: which file has a letter, and what a piece of text measures. */
#include "base/fail.h"

#include "base/grow.h"
#include "sdl/fonts_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A font's number: the file, and above it which font of a collection. */
#define FONT_FILE(font)  ((font)&0xFFFF)
#define FONT_INDEX(font) ((font) >> 16)

static bool is(text_script script, const char *name)
{
    return script == TEXT_SCRIPT(name[0], name[1], name[2], name[3]);
}

/* The collections of Noto hold Japanese, Korean, simplified and traditional Chinese. */
static int index_in(const sdl_font_file *file, const sdl_choice *choice)
{
    const char *l = choice->language;

    if (strncmp(file->stem, "NotoSansCJK-", 12) != 0)
        return 0;
    if (is(choice->script, "Hang") || !strncmp(l, "ko", 2))
        return 1;
    if (is(choice->script, "Bopo") || !strncmp(l, "zh-Hant", 7) ||
        !strncmp(l, "zh-TW", 5) || !strncmp(l, "zh_TW", 5))
        return 3;
    return !strncmp(l, "zh", 2) ? 2 : 0;
}

static int find_endings(const sdl_font_list *list, size_t from, size_t to,
                        const char *name, const text_style *style)
{
    const char *ending;
    char stem[128];
    int file = -1;

    for (size_t n = 0; file < 0 && (ending = sdl_font_ending(style, n)); n++) {
        snprintf(stem, sizeof stem, "%s%s", name, ending);
        file = sdl_font_list_find(list, from, to, stem);
    }
    return file;
}

/* Ours first, in whatever weight, so that pictures are the same everywhere. */
static int find_file(sdl_font_list *list, const char *name, const text_style *style)
{
    const int own = find_endings(list, 0, list->own, name, style);

    if (own >= 0)
        return own;
    sdl_font_list_walk(list);
    return find_endings(list, list->own, list->count, name, style);
}

static void add_choice(sdl_choice *choice, int font)
{
    for (int i = 0; i < choice->count; i++)
        if (choice->fonts[i] == font)
            return;
    choice->fonts[choice->count++] = font;
}

/* Looks for one more family. Number 0 must be something: any font at all. */
static void extend(sdl_fonts *fonts, sdl_choice *choice)
{
    const text_style style = {
        .family = choice->family, .weight = choice->weight, .italic = choice->italic};
    const char *name =
        sdl_font_family_name(choice->family, choice->script, choice->next++);

    if (!name || choice->count == SDL_CHOICES) {
        choice->done = true;
        if (choice->count == 0 && fonts->list.count)
            add_choice(choice, 0);
        return;
    }
    const int file = find_file(&fonts->list, name, &style);
    if (file >= 0)
        add_choice(choice, file | index_in(&fonts->list.at[file], choice) << 16);
}

static bool same_choice(const sdl_choice *c, const text_style *style, text_script script)
{
    return c->script == script && c->weight == style->weight &&
           c->italic == style->italic && c->family == style->family &&
           !strncmp(c->language, style->language, sizeof c->language);
}

static sdl_choice *choice_for(sdl_fonts *fonts, const text_style *style,
                              text_script script)
{
    for (size_t i = 0; i < fonts->choice_count; i++)
        if (same_choice(&fonts->choices[i], style, script))
            return &fonts->choices[i];

    sdl_choice *moved = base_grown(fonts->choices, &fonts->choice_room,
                                   fonts->choice_count + 1, sizeof *moved);
    if (!moved)
        return NULL;
    fonts->choices = moved;

    sdl_choice *c = &fonts->choices[fonts->choice_count++];
    *c = (sdl_choice){.family = style->family < TEXT_FAMILY_COUNT ? style->family : 0,
                      .weight = style->weight,
                      .italic = style->italic,
                      .script = script};
    memcpy(c->language, style->language, sizeof c->language);
    return c;
}

static int candidate(void *context, const text_style *style, text_script script, int n)
{
    sdl_fonts *fonts = context;
    sdl_choice *choice = choice_for(fonts, style, script);

    if (!choice)
        return n == 0 ? 0 : -1;
    while (choice->count <= n && !choice->done)
        extend(fonts, choice);
    return n < choice->count ? choice->fonts[n] : -1;
}

static bool has(void *context, int font, uint32_t code)
{
    sdl_fonts *fonts = context;
    const sdl_face *face = NULL;

    for (size_t i = 0; i < fonts->face_count && !face; i++)
        if (fonts->faces[i].font == font)
            face = &fonts->faces[i];
    if (!face)
        face = sdl_fonts_face(fonts, font, 20);
    return face && TTF_GlyphIsProvided32(face->ttf, code);
}

static float advance(void *context, const text_piece *piece)
{
    sdl_fonts *fonts = context;
    const sdl_face *face = sdl_fonts_face(fonts, piece->font, piece->size);
    const char *text = face ? sdl_fonts_prepare(fonts, face, piece) : NULL;
    int width = 0, height;

    if (!text || TTF_SizeUTF8(face->ttf, text, &width, &height))
        return 0;
    return face->scale == 1 ? (float)width : ceilf((float)width * face->scale);
}

static text_font_metrics metrics(void *context, int font, float size)
{
    const sdl_face *face = sdl_fonts_face(context, font, size);

    if (!face)
        return (text_font_metrics){size, size / 4};
    return (text_font_metrics){(float)TTF_FontAscent(face->ttf) * face->scale,
                               (float)-TTF_FontDescent(face->ttf) * face->scale};
}

text_fonts sdl_fonts_for_text(sdl_fonts *fonts)
{
    return (text_fonts){fonts, candidate, has, advance, metrics};
}

/* One letter of the plain font can be measured: there is something to write with. */
static ear_status check(sdl_fonts *fonts, ear_error *err)
{
    const text_style plain = {.family = TEXT_FAMILY_PLAIN, .weight = TEXT_REGULAR};
    const int font = candidate(fonts, &plain, TEXT_SCRIPT('L', 'a', 't', 'n'), 0);

    if (font >= 0 && fonts->list.count && sdl_fonts_face(fonts, font, 20))
        return EAR_OK;
    return base_fail(err, EAR_E_NOT_FOUND,
                     "there is no font on this machine to write with; install one, for "
                     "example the package fonts-dejavu-core");
}

ear_status sdl_fonts_open(sdl_fonts **out, const char *folder, ear_error *err)
{
    sdl_fonts *fonts;

    if (TTF_Init())
        return base_fail(err, EAR_E_NOT_FOUND, "the font library does not start: %s",
                         TTF_GetError());
    fonts = calloc(1, sizeof *fonts);
    if (!fonts || (folder && !sdl_font_list_add(&fonts->list, folder, 0))) {
        sdl_fonts_close(fonts);
        if (!fonts)
            TTF_Quit();
        return base_fail_memory(err);
    }
    fonts->list.own = fonts->list.count;
    const ear_status status = check(fonts, err);
    if (status)
        sdl_fonts_close(fonts);
    else
        *out = fonts;
    return status;
}

void sdl_fonts_close(sdl_fonts *fonts)
{
    if (!fonts)
        return;
    for (size_t i = 0; i < fonts->face_count; i++)
        TTF_CloseFont(fonts->faces[i].ttf);
    sdl_font_list_release(&fonts->list);
    free(fonts->choices);
    free(fonts->scratch);
    free(fonts);
    TTF_Quit();
}

size_t sdl_fonts_count(sdl_fonts *fonts)
{
    sdl_font_list_walk(&fonts->list);
    return fonts->list.count;
}

const char *sdl_fonts_path(sdl_fonts *fonts, size_t n)
{
    return n < fonts->list.count ? fonts->list.at[n].path : "";
}

const char *sdl_fonts_family_path(sdl_fonts *fonts, text_family family)
{
    const text_style style = {.family = family, .weight = TEXT_REGULAR};
    const int font = candidate(fonts, &style, TEXT_SCRIPT('L', 'a', 't', 'n'), 0);

    return font < 0 ? "" : sdl_fonts_path(fonts, (size_t)FONT_FILE(font));
}

static TTF_Font *open_face(sdl_fonts *fonts, int font, int size)
{
    sdl_font_file *file = &fonts->list.at[FONT_FILE(font)];
    TTF_Font *ttf;

    if ((size_t)FONT_FILE(font) >= fonts->list.count)
        return NULL;
    ttf = sdl_font_file_open(file, size, FONT_INDEX(font));
    if (ttf)
        TTF_SetFontHinting(ttf, TTF_HINTING_LIGHT_SUBPIXEL);
    return ttf;
}

/* The place of the face used longest ago is given to the new one. */
static sdl_face *free_face(sdl_fonts *fonts)
{
    sdl_face *oldest = &fonts->faces[0];

    if (fonts->face_count < SDL_FACES)
        return &fonts->faces[fonts->face_count++];
    for (size_t i = 1; i < SDL_FACES; i++)
        if (fonts->faces[i].used < oldest->used)
            oldest = &fonts->faces[i];
    TTF_CloseFont(oldest->ttf);
    return oldest;
}

/* Emoji of a single size come as pictures far from the size asked for. */
static float scale_of(TTF_Font *ttf, int size)
{
    const float height = (float)TTF_FontHeight(ttf), em = (float)size;

    return height > em * 2.5f || height < em * .5f ? em * 1.2f / height : 1;
}

sdl_face *sdl_fonts_face(sdl_fonts *fonts, int font, float size)
{
    const int px = (int)lroundf(size);

    for (size_t i = 0; i < fonts->face_count; i++)
        if (fonts->faces[i].font == font && fonts->faces[i].size == px) {
            fonts->faces[i].used = ++fonts->clock;
            return &fonts->faces[i];
        }
    TTF_Font *ttf = open_face(fonts, font, px);
    if (!ttf)
        return NULL;
    sdl_face *face = free_face(fonts);
    *face = (sdl_face){font, px, ttf, scale_of(ttf, px), ++fonts->clock};
    return face;
}
