#ifndef EARSHOT_BASE_UTF8_H
#define EARSHOT_BASE_UTF8_H

#include "base/bytes.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads one code point at text[0]; an invalid byte gives U+FFFD and length 1.
 * `length` > 0. Returns how many bytes it took. */
size_t base_utf8_read(uint32_t *code, const char *text, size_t length);
/* Writes one code point (U+FFFD for what is none); returns 1 to 4. `to` has room for 4.
 */
size_t base_utf8_write(char *to, uint32_t code);
bool base_utf8_valid(const char *text, size_t length);
/* How many code points. */
size_t base_utf8_count(const char *text, size_t length);

/*
 * Text from a pack, made safe to lay out, print and log: invalid UTF-8 becomes U+FFFD,
 * control characters (but newline) and bidi overrides are dropped, a letter keeps at most
 * four combining marks, a word of over 80 letters is broken by a space. Appends to `out`;
 * false when out of memory.
 */
bool base_utf8_clean(base_bytes *out, const char *text, size_t length);
/* The same of all that was collected in `raw`, which is released. Where it had failed,
 * `out` has. */
void base_utf8_clean_of(base_bytes *out, base_bytes *raw);
/* Whether valid UTF-8 is without control characters (but newline) and bidi overrides. */
bool base_utf8_quiet(const char *text, size_t length);
/* Appends valid UTF-8 without them, a tab as a space; false when out of memory. */
bool base_utf8_hush(base_bytes *out, const char *text, size_t length);
/* Text for XML and HTML, in an element or in an attribute between double quotes: nothing
 * in it means something there, and what XML cannot hold is left out. */
bool base_utf8_markup(base_bytes *out, const char *text, size_t length);

bool base_is_word(
    uint32_t code); /* a letter, mark or digit of any script (Unicode L, M, N) */
bool base_is_mark(uint32_t code);   /* a combining mark (Unicode M) */
uint32_t base_lower(uint32_t code); /* simple lower case */

#endif
