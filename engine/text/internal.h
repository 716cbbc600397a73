#ifndef EARSHOT_TEXT_INTERNAL_H
#define EARSHOT_TEXT_INTERNAL_H

#include "base/bytes.h"
#include "text/text.h"

/* What the parts of this module pass to one another. */

enum {
    TEXT_MAY_BREAK = 1,  /* a line may begin here */
    TEXT_MUST_BREAK = 2, /* a line begins here */
    TEXT_LETTER = 4,     /* what a reader calls a letter begins here */
    TEXT_SPACE = 8,      /* white space that hangs out of a line's end unseen */
    TEXT_STRESS = 16,
    TEXT_MARK = 32 /* joins its neighbour and needs no glyph of its own */
};

typedef struct text_code {
    uint32_t code;
    uint32_t at; /* byte offset */
    text_script script;
    int font;
    uint8_t bytes;
    uint8_t level; /* bidi embedding level */
    uint8_t base;  /* level of its paragraph */
    uint8_t flags;
} text_code;

typedef struct text_span {
    uint32_t start, end; /* bytes */
} text_span;

/* Growing arrays, kept from one paragraph to the next. */
typedef struct text_codes {
    text_code *at;
    size_t count, room;
} text_codes;

typedef struct text_spans {
    text_span *at;
    size_t count, room;
} text_spans;

typedef struct text_numbers {
    uint32_t *at;
    size_t count, room;
} text_numbers;

typedef struct text_run_list {
    text_run *at;
    size_t count, room;
} text_run_list;

typedef struct text_line_list {
    text_line *at;
    size_t count, room;
} text_line_list;

/* The workbench: everything that one paragraph needs while it is laid out. */
typedef struct text_job {
    const text_fonts *fonts;
    const text_request *request;
    struct text_breaks *breaks; /* owned: ICU's iterators */
    base_bytes shown;           /* marks taken out; then a NUL and an ellipsis */
    size_t length;              /* of what is shown */
    text_spans stress;
    text_numbers beats;
    text_numbers ends; /* byte offsets at which letters end */
    text_codes codes;  /* `count` of them and, one behind, the ellipsis */
    text_run_list runs;
    text_line_list lines;
    text_numbers levels; /* levels of a line's runs while they are put in order */
    base_bytes scratch;  /* FriBidi's arrays */
    bool cut;
} text_job;

/* Makes room for `want` elements of `each` bytes; false when out of memory. */
bool text_grow(void **at, size_t *room, size_t want, size_t each);

/* markup.c: fills shown, stress, beats. */
bool text_take_marks(text_job *job);

/* missing.c: an emoji at `text` that no font has is added to what is shown in words.
 * Returns its bytes in `text`; 0: there is none, nothing was added. */
size_t text_add_missing(text_job *job, const char *text, size_t length);

/* codes.c: shown -> codes with breaks, letters, scripts. */
ear_status text_read_codes(text_job *job, ear_error *err);
void text_breaks_free(struct text_breaks *breaks);

/* bidi.c */
ear_status text_set_levels(text_job *job, ear_error *err);
/* Puts one line's runs from left to right; `levels` belong to them. */
void text_order_runs(text_run *runs, uint32_t *levels, size_t count);

/* pick.c: a font for each letter. */
void text_pick_fonts(text_job *job);

/* lines.c: codes -> lines and runs. */
ear_status text_break_lines(text_job *job, ear_error *err);

void text_job_release(text_job *job);

#endif
