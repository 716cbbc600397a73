#include "base/bytes.h"

#include "base/pages.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_ROOM 64
#define MANY_PAGES ((size_t)4 << 20)

char *base_bytes_reserve(base_bytes *bytes, size_t more)
{
    if (bytes->failed)
        return NULL;
    if (more >= SIZE_MAX / 4 - bytes->length) {
        bytes->failed = true;
        return NULL;
    }

    const size_t wanted = bytes->length + more + 1;

    if (wanted > bytes->room) {
        const size_t doubled = bytes->room ? bytes->room * 2 : FIRST_ROOM;
        const size_t room = wanted > doubled ? wanted : doubled;
        char *moved = realloc(bytes->at, room);

        if (!moved) {
            bytes->failed = true;
            return NULL;
        }
        bytes->at = moved;
        bytes->room = room;
    }
    return bytes->at + bytes->length;
}

char *base_bytes_reserve_large(base_bytes *bytes, size_t more)
{
    const size_t pages = more / BASE_LARGE_PAGE + 1; /* there is a NUL too */

    if (bytes->failed || bytes->at || more < MANY_PAGES || more >= SIZE_MAX / 4)
        return base_bytes_reserve(bytes, more);
    bytes->at = aligned_alloc(BASE_LARGE_PAGE, pages * BASE_LARGE_PAGE);
    if (!bytes->at)
        return base_bytes_reserve(bytes, more);
    bytes->room = pages * BASE_LARGE_PAGE;
    base_pages_hint(bytes->at, bytes->room);
    return bytes->at;
}

bool base_bytes_add(base_bytes *bytes, const void *from, size_t length)
{
    char *to = base_bytes_reserve(bytes, length);

    if (!to)
        return false;
    if (length > 0)
        memcpy(to, from, length);
    to[length] = '\0';
    bytes->length += length;
    return true;
}

bool base_bytes_text(base_bytes *bytes, const char *text)
{
    return base_bytes_add(bytes, text, strlen(text));
}

bool base_bytes_char(base_bytes *bytes, char c)
{
    return base_bytes_add(bytes, &c, 1);
}

bool base_bytes_print(base_bytes *bytes, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    const int length = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (length < 0) {
        bytes->failed = true;
        return false;
    }

    char *to = base_bytes_reserve(bytes, (size_t)length);
    if (!to)
        return false;
    va_start(ap, fmt);
    vsnprintf(to, (size_t)length + 1, fmt, ap);
    va_end(ap);
    bytes->length += (size_t)length;
    return true;
}

void base_bytes_drop(base_bytes *bytes, size_t length)
{
    if (!bytes->at || length == 0)
        return;
    bytes->length -= length;
    memmove(bytes->at, bytes->at + length, bytes->length);
    bytes->at[bytes->length] = '\0';
}

void base_bytes_clear(base_bytes *bytes)
{
    bytes->length = 0;
    bytes->failed = false;
    if (bytes->at)
        bytes->at[0] = '\0';
}

void base_bytes_release(base_bytes *bytes)
{
    free(bytes->at);
    *bytes = (base_bytes){0};
}

const char *base_bytes_string(const base_bytes *bytes)
{
    return bytes->at ? bytes->at : "";
}

bool base_bytes_number(base_bytes *bytes, uint64_t number)
{
    if (number < 1000)
        return base_bytes_print(bytes, "%u", (unsigned)number);
    base_bytes_number(bytes, number / 1000);
    return base_bytes_print(bytes, ",%03u", (unsigned)(number % 1000));
}

bool base_bytes_quoted(base_bytes *bytes, const char *text)
{
    base_bytes_char(bytes, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\' || *text == '\n')
            base_bytes_char(bytes, '\\'); /* also before a line's end: it goes on */
        base_bytes_char(bytes, *text);
    }
    return base_bytes_char(bytes, '"');
}
