#ifndef EARSHOT_TEXT_TEXT_H
#define EARSHOT_TEXT_TEXT_H

#include <earshot/error.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A paragraph in any script -> lines of runs. Knows no font and no window: letters are
 * asked for and measured through text_fonts. All lengths are px, x grows right, y down,
 * from the paragraph's upper left corner.
 */

typedef enum text_family {
    TEXT_FAMILY_PLAIN, /* Inter */
    TEXT_FAMILY_WIDE,  /* DejaVu Sans */
    TEXT_FAMILY_EASY,  /* OpenDyslexic where it is installed, else as WIDE */
    TEXT_FAMILY_MONO,  /* source lines of a pack */
    TEXT_FAMILY_COUNT
} text_family;

enum { TEXT_REGULAR = 400, TEXT_MEDIUM = 500, TEXT_SEMIBOLD = 600, TEXT_BOLD = 700 };

typedef struct text_style {
    text_family family;
    uint16_t weight; /* 400, 500, 600, 700 */
    bool italic;
    float size;       /* px, the em, scale and text scale already in it; 6 .. 400 */
    char language[8]; /* "en", "ja", "" if not known: which form of a Han letter */
} text_style;

/* A script as the four letters of ISO 15924: TEXT_SCRIPT('A', 'r', 'a', 'b'). 'Zsye'
 * stands for emoji. */
typedef uint32_t text_script;
#define TEXT_SCRIPT(a, b, c, d)                                                          \
    ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

/* What a piece of text is measured and drawn with. `text` is not NUL-terminated. */
typedef struct text_piece {
    const char *text;
    size_t length;
    int font; /* as text_fonts.candidate named it */
    text_script script;
    bool rtl;
    float size; /* px */
} text_piece;

typedef struct text_font_metrics {
    float ascent;  /* above the baseline, > 0 */
    float descent; /* below the baseline, > 0 */
} text_font_metrics;

/* What this module asks of whoever owns the fonts. */
typedef struct text_fonts {
    void *context; /* borrowed while the layouts live */
    /* The n-th font (from 0) to try for a style and script, best first; a number >= 0
     * that names one file, or -1 when there is no more. Number 0 of a style must exist:
     * it also shows what no font has. */
    int (*candidate)(void *context, const text_style *style, text_script script, int n);
    bool (*has)(void *context, int font, uint32_t code);
    /* How far the pen moves over a shaped piece. */
    float (*advance)(void *context, const text_piece *piece);
    text_font_metrics (*metrics)(void *context, int font, float size);
} text_fonts;

typedef enum text_align { TEXT_START, TEXT_CENTER, TEXT_END } text_align;

typedef struct text_request {
    const char *text; /* UTF-8, cleaned by base_utf8_clean(); '\n' begins a new line */
    size_t length;
    text_style style;
    float width;   /* no line is wider; <= 0: as wide as it likes, breaks only at '\n' */
    float leading; /* line height in ems, e.g. 1.32; 0: 1.3 */
    int max_lines; /* 0: any. More is cut, with an ellipsis at the end of the last */
    text_align align; /* START is the left for a left-to-right paragraph */
    bool markup;      /* `*stress*` and `[beat]` are marks, not letters */
} text_request;

/* A stretch of one line in one font, script and direction. */
typedef struct text_run {
    uint32_t start; /* byte offset in the paragraph's text */
    uint32_t length;
    int font;
    text_script script;
    bool rtl;
    bool stress;
    float x; /* left end of the pen's way */
    float advance;
} text_run;

typedef struct text_line {
    uint32_t first_run; /* runs of a line stand from left to right */
    uint32_t run_count;
    uint32_t start; /* bytes of the paragraph's text that the line holds */
    uint32_t length;
    float x; /* left edge of the ink's advance */
    float width;
    float top;
    float baseline;
} text_line;

typedef struct text_paragraph {
    const char *text; /* marks taken out, NUL-terminated */
    size_t length;
    const text_line *lines;
    uint32_t line_count;
    const text_run *runs;
    uint32_t run_count;
    const uint32_t *beats; /* byte offsets before which a [beat] stood */
    uint32_t beat_count;
    uint32_t letter_count; /* what a reader calls a letter (grapheme clusters) */
    text_style style;
    float line_height;
    float width;  /* of the widest line */
    float height; /* lines times line height */
    bool rtl;     /* the base direction */
    bool cut;     /* max_lines left something out */
    uint64_t key; /* hash of everything that was asked: equal keys, equal paragraphs */
} text_paragraph;

/* Lays out and keeps what it laid out. One thread. */
typedef struct text_layouts text_layouts;

/* `fonts` is copied. Caller frees with text_layouts_free(). */
ear_status text_layouts_create(text_layouts **out, const text_fonts *fonts,
                               ear_error *err);
void text_layouts_free(text_layouts *layouts);

/* *out is borrowed: it lives until text_layouts_next_frame() was called twice without its
 * being asked for again, or text_layouts_clear(). */
ear_status text_lay_out(const text_paragraph **out, text_layouts *layouts,
                        const text_request *request, ear_error *err);

/* Once per frame, before it is built: what two frames did not ask for is forgotten. */
void text_layouts_next_frame(text_layouts *layouts);
/* Forgets all of it (the fonts changed). */
void text_layouts_clear(text_layouts *layouts);
size_t text_layouts_count(const text_layouts *layouts);

/* Where the first `letters` letters end, as a byte offset; the length if there are no
 * more. For text that arrives letter by letter. */
uint32_t text_letters_end(const text_paragraph *paragraph, uint32_t letters);

/* Just the letters that are shown: `*stress*` and `[beat]` taken out. False: no memory.
 */
struct base_bytes;
bool text_plain(struct base_bytes *out, const char *text, size_t length);

#endif
