/* Text from cached runs: a run is drawn once in no colour and laid down in any. */
#include "base/fail.h"
#include "base/hash.h"
#include "sdl/paint_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define KEPT_BYTES ((size_t)6 * 1024 * 1024)
#define FIRST_ROOM 256

static uint64_t word_key(const text_piece *piece)
{
    struct {
        float size;
        int32_t font;
        uint32_t script, rtl;
    } k;

    memset(&k, 0, sizeof k);
    k.size = piece->size;
    k.font = piece->font;
    k.script = piece->script;
    k.rtl = piece->rtl;
    const uint64_t key =
        base_hash(piece->text, piece->length, base_hash(&k, sizeof k, 0));
    return key ? key : 1;
}

static sdl_word *slot_of(const sdl_words *words, uint64_t key)
{
    size_t i = (size_t)key & (words->room - 1);

    while (words->slots[i].key && words->slots[i].key != key)
        i = (i + 1) & (words->room - 1);
    return &words->slots[i];
}

static void drop_word(sdl_words *words, sdl_word *word)
{
    cairo_surface_destroy(word->surface);
    words->bytes -= (size_t)word->glyphs.stride * (size_t)word->glyphs.height;
    free(word->glyphs.pixels);
    memset(word, 0, sizeof *word);
}

/* Moves into `room` slots what was used in paint `since` or later. */
static bool rebuild(sdl_words *words, size_t room, uint32_t since)
{
    sdl_words now = {.slots = calloc(room, sizeof(sdl_word)), .room = room};

    if (!now.slots)
        return false;
    now.bytes = words->bytes;
    for (size_t i = 0; i < words->room; i++) {
        sdl_word *w = &words->slots[i];
        if (!w->key)
            continue;
        if (w->used < since) {
            drop_word(&now, w);
            continue;
        }
        *slot_of(&now, w->key) = *w;
        now.count++;
    }
    free(words->slots);
    *words = now;
    return true;
}

void sdl_words_tidy(sdl_painter *painter)
{
    sdl_words *words = &painter->words;

    if (words->bytes > KEPT_BYTES && painter->clock > 8)
        rebuild(words, words->room, painter->clock - 8);
}

void sdl_words_release(sdl_words *words)
{
    for (size_t i = 0; i < words->room; i++)
        if (words->slots[i].key)
            drop_word(words, &words->slots[i]);
    free(words->slots);
    memset(words, 0, sizeof *words);
}

static ear_status draw_word(sdl_word *word, sdl_fonts *fonts, const text_piece *piece,
                            ear_error *err)
{
    const ear_status status = sdl_fonts_render(&word->glyphs, fonts, piece, err);

    if (status)
        return status;
    word->surface = cairo_image_surface_create_for_data(
        word->glyphs.pixels, word->glyphs.colored ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_A8,
        word->glyphs.width, word->glyphs.height, word->glyphs.stride);
    if (cairo_surface_status(word->surface) == CAIRO_STATUS_SUCCESS)
        return EAR_OK;
    cairo_surface_destroy(word->surface);
    free(word->glyphs.pixels);
    memset(word, 0, sizeof *word);
    return base_fail_memory(err);
}

static sdl_word *find_word(sdl_painter *painter, const text_piece *piece, ear_error *err)
{
    sdl_words *words = &painter->words;
    const uint64_t key = word_key(piece);

    if ((words->count + 1) * 2 > words->room &&
        !rebuild(words, words->room ? words->room * 2 : FIRST_ROOM, 0)) {
        base_fail_memory(err);
        return NULL;
    }
    sdl_word *word = slot_of(words, key);
    if (!word->key) {
        if (draw_word(word, painter->fonts, piece, err))
            return NULL;
        word->key = key;
        words->count++;
        words->bytes += (size_t)word->glyphs.stride * (size_t)word->glyphs.height;
    }
    word->used = painter->clock;
    return word;
}

static void lay_colored(sdl_pass *pass, const sdl_word *word, double x, double y)
{
    const double scale = (double)word->glyphs.scale;

    cairo_save(pass->cr);
    cairo_translate(pass->cr, x, y);
    cairo_scale(pass->cr, scale, scale);
    cairo_set_source_surface(pass->cr, word->surface, word->glyphs.left,
                             word->glyphs.top);
    cairo_paint(pass->cr);
    cairo_restore(pass->cr);
}

static bool is_outside(const sdl_pass *pass, const sdl_word *word, float x, float y)
{
    const float left = x + pass->dx + (float)word->glyphs.left;
    const float top = y + pass->dy + (float)word->glyphs.top;
    const view_rect *d = &pass->dirty;

    return word->glyphs.scale == 1 && (left >= d->x + d->w || top >= d->y + d->h ||
                                       left + (float)word->glyphs.width + 1 <= d->x ||
                                       top + (float)word->glyphs.height + 1 <= d->y);
}

/* Letters stand on whole pixels of the screen, wherever their group is. */
static float whole(float at, float moved)
{
    return roundf(at + moved) - moved;
}

static void paint_run(sdl_pass *pass, const view_text *text, const text_run *run,
                      float baseline)
{
    const text_piece piece = {.text = text->paragraph->text + run->start,
                              .length = run->length,
                              .font = run->font,
                              .script = run->script,
                              .rtl = run->rtl,
                              .size = text->paragraph->style.size};
    const sdl_word *word = find_word(pass->painter, &piece, pass->err);
    const float x = whole(text->at.x + run->x, pass->dx);
    const float y = whole(text->at.y + baseline, pass->dy);

    if (!word) {
        pass->status = pass->err->status;
        return;
    }
    if (is_outside(pass, word, x, y))
        return;
    if (word->glyphs.colored)
        lay_colored(pass, word, (double)x, (double)y);
    else
        cairo_mask_surface(pass->cr, word->surface, (double)x + word->glyphs.left,
                           (double)y + word->glyphs.top);
}

static bool line_is_outside(const sdl_pass *pass, const view_text *text,
                            const text_line *line)
{
    /* Accents and stacked marks may reach into the neighbouring lines. */
    const float height = text->paragraph->line_height;
    const float top = text->at.y + pass->dy + line->top - height;

    return top >= pass->dirty.y + pass->dirty.h || top + 3 * height <= pass->dirty.y;
}

/* A run of which only the first bytes are seen: words that are being spoken. */
static void paint_part(sdl_pass *pass, const view_text *text, const text_run *run,
                       float baseline)
{
    const float seen = (float)(text->shown - run->start) / (float)run->length;
    const float w = run->advance * seen;
    const float x = text->at.x + run->x + (run->rtl ? run->advance - w : 0);
    const float high = text->paragraph->line_height;

    cairo_save(pass->cr);
    cairo_rectangle(pass->cr, x, text->at.y + baseline - high, w, 2 * high);
    cairo_clip(pass->cr);
    paint_run(pass, text, run, baseline);
    cairo_restore(pass->cr);
}

void sdl_paint_text(sdl_pass *pass, const view_text *text)
{
    const text_paragraph *p = text->paragraph;
    const view_color c = text->color;

    for (uint32_t i = 0; i < p->line_count; i++) {
        const text_line *line = &p->lines[i];
        if (line_is_outside(pass, text, line))
            continue;
        for (uint32_t k = 0; k < line->run_count; k++) {
            cairo_set_source_rgba(pass->cr, c.r / 255.0, c.g / 255.0, c.b / 255.0,
                                  c.a / 255.0);
            const text_run *run = &p->runs[line->first_run + k];
            if (text->shown >= run->start + run->length)
                paint_run(pass, text, run, line->baseline);
            else if (text->shown > run->start)
                paint_part(pass, text, run, line->baseline);
        }
    }
}
