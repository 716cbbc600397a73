#ifndef EARSHOT_BASE_ARENA_H
#define EARSHOT_BASE_ARENA_H

#include <stddef.h>

/* A bump allocator: many small allocations, one release. A zeroed base_arena
 * is valid and empty. Pointers stay put until base_arena_release(). */
typedef struct base_arena {
    struct base_arena_block *head;
    size_t bytes; /* taken from malloc so far */
} base_arena;

void *base_arena_alloc(base_arena *arena, size_t size); /* zeroed; NULL on failure */
/* A NUL-terminated copy of `length` bytes; NULL on failure. */
char *base_arena_copy(base_arena *arena, const char *text, size_t length);
void base_arena_release(base_arena *arena);

#endif
