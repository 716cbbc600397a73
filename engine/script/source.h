#ifndef EARSHOT_SCRIPT_SOURCE_H
#define EARSHOT_SCRIPT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A copy without byte-order mark and carriage returns before newlines, NUL-terminated;
 * caller frees. NULL when out of memory. */
char *source_clean(const char *bytes, size_t length, size_t *clean_length);

/* The line on which byte `at` stands, from 1. */
uint32_t source_line_at(const char *bytes, size_t at);

/* What keeps bytes from being a text in UTF-8 that Lua could read. */
typedef struct source_fault {
    uint32_t line;
    uint32_t column;
    const char *message; /* static */
    const char *hint;    /* static */
} source_fault;

/* With the line and column of byte `at`. */
source_fault source_fault_at(const char *bytes, size_t at, const char *message,
                             const char *hint);

/* False when nothing is wrong. Knows the files that people take for plain text. */
bool source_find_fault(source_fault *out, const char *bytes, size_t length);

#endif
