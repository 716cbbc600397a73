#ifndef EARSHOT_BASE_BYTES_H
#define EARSHOT_BASE_BYTES_H

#include "base/fail.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A growing run of bytes, always followed by a NUL that is not counted.
 * A zeroed base_bytes is valid and empty. After a failed addition `failed` is
 * set and further additions do nothing, so that a whole text can be written
 * and asked about once, at its end.
 */
typedef struct base_bytes {
    char *at; /* NULL while nothing was added; owned, released by base_bytes_release() */
    size_t length;
    size_t room;
    bool failed;
} base_bytes;

bool base_bytes_add(base_bytes *bytes, const void *from, size_t length);
bool base_bytes_text(base_bytes *bytes, const char *text);
bool base_bytes_char(base_bytes *bytes, char c);
bool base_bytes_print(base_bytes *bytes, const char *fmt, ...) BASE_PRINTF(2, 3);
/* With a comma before each three digits: 1,234,567. */
bool base_bytes_number(base_bytes *bytes, uint64_t number);
/* The text between double quotes, as Lua reads it. */
bool base_bytes_quoted(base_bytes *bytes, const char *text);
/* Makes room for `more` further bytes and returns where they go; NULL on failure. */
char *base_bytes_reserve(base_bytes *bytes, size_t more);
/* The same, for what is written once and then read at random, as an image of many moments
 * is: it is to lie in large pages, which are found sooner. Not in the sealed helper,
 * where asking for them is not permitted. */
char *base_bytes_reserve_large(base_bytes *bytes, size_t more);
/* Forgets the first `length` bytes, of those there are; what is left moves to the front.
 */
void base_bytes_drop(base_bytes *bytes, size_t length);
/* Forgets the contents, keeps the room. */
void base_bytes_clear(base_bytes *bytes);
void base_bytes_release(base_bytes *bytes);
/* The text, "" when nothing was added. Borrowed until the next addition. */
const char *base_bytes_string(const base_bytes *bytes);

#endif
