#ifndef EARSHOT_REPORT_NAMES_H
#define EARSHOT_REPORT_NAMES_H

/* Texts numbered from 0 in the order in which they came, each once. A zeroed report_names
 * is valid and empty; report_names_release() frees it. */

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct report_names {
    base_arena arena;
    const char **at; /* owned; the texts in the arena */
    size_t count;
    size_t room;
    uint32_t *slots; /* owned: an open-addressing table; 0: empty, else number + 1 */
    size_t slot_count;
} report_names;

#define REPORT_NO_NAME UINT32_MAX

/* The number of a text, new or known; REPORT_NO_NAME: out of memory. */
uint32_t report_name(report_names *names, const char *text);
/* The number of "a\x1f" "b\x1f" ...: texts that belong together. At most 1,000 bytes
 * count. */
uint32_t report_name_of(report_names *names, const char *const *parts, size_t count);
void report_names_release(report_names *names);

/* Makes room for one more in an array that only grows, zeroed: its place, or NULL. */
void *report_grow(void **array, size_t *count, size_t *room, size_t size);

#endif
