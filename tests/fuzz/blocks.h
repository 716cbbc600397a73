#ifndef EARSHOT_FUZZ_BLOCKS_H
#define EARSHOT_FUZZ_BLOCKS_H

/*
 * What was allocated since blocks_begin(), so that a run which is left by a jump (in the
 * helper the process ends there) leaves nothing behind. Link with
 * --wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define BLOCKS_ROOM ((size_t)1 << 18) /* a power of two, never more than half full */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);

static struct {
    void *at[BLOCKS_ROOM];
    size_t count;
    bool on;
} blocks;

static size_t blocks_slot(const void *block)
{
    size_t i = (((uintptr_t)block >> 4) * 0x9e3779b97f4a7c15u) >> 40 & (BLOCKS_ROOM - 1);

    while (blocks.at[i] && blocks.at[i] != block)
        i = (i + 1) & (BLOCKS_ROOM - 1);
    return i;
}

static void blocks_add(void *block)
{
    if (!blocks.on || !block)
        return;
    if (blocks.count == BLOCKS_ROOM / 2)
        abort();
    blocks.at[blocks_slot(block)] = block;
    blocks.count++;
}

/* Those behind it in the same row move up. */
static void blocks_remove(const void *block)
{
    size_t i = block ? blocks_slot(block) : 0;

    if (!blocks.on || !block || !blocks.at[i])
        return;
    blocks.at[i] = NULL;
    blocks.count--;
    for (i = (i + 1) & (BLOCKS_ROOM - 1); blocks.at[i]; i = (i + 1) & (BLOCKS_ROOM - 1)) {
        void *moved = blocks.at[i];

        blocks.at[i] = NULL;
        blocks.at[blocks_slot(moved)] = moved;
    }
}

void *__wrap_malloc(size_t size)
{
    void *block = __real_malloc(size);

    blocks_add(block);
    return block;
}

void *__wrap_calloc(size_t count, size_t size)
{
    void *block = __real_calloc(count, size);

    blocks_add(block);
    return block;
}

void *__wrap_realloc(void *block, size_t size)
{
    blocks_remove(block);

    void *moved = __real_realloc(block, size);
    blocks_add(moved ? moved : block);
    return moved;
}

void __wrap_free(void *block)
{
    blocks_remove(block);
    __real_free(block);
}

static void blocks_begin(void)
{
    memset(&blocks, 0, sizeof blocks);
    blocks.on = true;
}

/* Frees what is left. */
static void blocks_drop(void)
{
    blocks.on = false;
    for (size_t i = 0; blocks.count > 0 && i < BLOCKS_ROOM; i++) {
        if (blocks.at[i])
            __real_free(blocks.at[i]);
    }
}

#endif
