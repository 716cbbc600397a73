#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK_BYTES ((size_t)16 * 1024)
#define LAST_BLOCK_BYTES  ((size_t)1024 * 1024)

struct base_arena_block {
    struct base_arena_block *next;
    size_t used;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

static size_t round_up(size_t n)
{
    const size_t a = alignof(max_align_t);
    return (n + a - 1) / a * a;
}

/* Blocks double with what is already held, so that a large scenario makes few of them. */
static size_t next_block_bytes(const base_arena *arena, size_t wanted)
{
    size_t room = arena->bytes < FIRST_BLOCK_BYTES ? FIRST_BLOCK_BYTES : arena->bytes;

    if (room > LAST_BLOCK_BYTES)
        room = LAST_BLOCK_BYTES;
    return wanted > room ? wanted : room;
}

void *base_arena_alloc(base_arena *arena, size_t size)
{
    struct base_arena_block *block = arena->head;

    if (size > SIZE_MAX / 2)
        return NULL;
    size = round_up(size ? size : 1);

    if (!block || block->size - block->used < size) {
        const size_t room = next_block_bytes(arena, size);

        block = calloc(1, sizeof *block + room);
        if (!block)
            return NULL;
        block->size = room;
        block->next = arena->head;
        arena->head = block;
        arena->bytes += room;
    }

    void *at = block->bytes + block->used;
    block->used += size;
    return at;
}

char *base_arena_copy(base_arena *arena, const char *text, size_t length)
{
    char *copy = base_arena_alloc(arena, length + 1);

    if (copy && length > 0)
        memcpy(copy, text, length);
    return copy;
}

void base_arena_release(base_arena *arena)
{
    while (arena->head) {
        struct base_arena_block *next = arena->head->next;
        free(arena->head);
        arena->head = next;
    }
    arena->bytes = 0;
}
