#define _GNU_SOURCE /* mmap() of memory, madvise() and mremap(), where there are any */
#include "base/pages.h"

#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define HEAP_BLOCK_MOST (32 << 20) /* larger blocks lie elsewhere */
#define PAGE            ((size_t)4096)

void base_pages_hint(void *at, size_t bytes)
{
#ifdef MADV_HUGEPAGE
    const size_t skipped = (PAGE - (uintptr_t)at % PAGE) % PAGE;

    if (bytes >= BASE_LARGE_PAGE)
        (void)madvise((char *)at + skipped, (bytes - skipped) / PAGE * PAGE,
                      MADV_HUGEPAGE);
#else
    (void)at;
    (void)bytes;
#endif
}

void base_pages_heap(size_t bytes)
{
#ifdef M_TOP_PAD
    mallopt(M_TOP_PAD, (int)bytes);
    mallopt(M_MMAP_THRESHOLD, HEAP_BLOCK_MOST);

    void *first = malloc(1);

    if (first)
        base_pages_hint(first, bytes);
    free(first);
#else
    (void)bytes;
#endif
}

#ifdef MAP_ANONYMOUS

static size_t whole(size_t bytes)
{
    return (bytes + BASE_LARGE_PAGE - 1) / BASE_LARGE_PAGE * BASE_LARGE_PAGE;
}

/* One large page more than is wanted, less what lies outside of whole ones. */
static void *map_aligned(size_t bytes)
{
    char *at = mmap(NULL, bytes + BASE_LARGE_PAGE, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (at == MAP_FAILED)
        return NULL;

    const size_t before =
        (BASE_LARGE_PAGE - (uintptr_t)at % BASE_LARGE_PAGE) % BASE_LARGE_PAGE;

    if (before)
        munmap(at, before);
    if (before < BASE_LARGE_PAGE)
        munmap(at + before + bytes, BASE_LARGE_PAGE - before);
    return at + before;
}

void *base_pages_take(size_t bytes)
{
    if (bytes < BASE_LARGE_PAGE)
        return calloc(1, bytes ? bytes : 1);
    if (bytes > SIZE_MAX - 2 * BASE_LARGE_PAGE)
        return NULL;

    void *at = map_aligned(whole(bytes));

    if (at)
        base_pages_hint(at, whole(bytes));
    return at;
}

void base_pages_give(void *at, size_t bytes)
{
    if (bytes < BASE_LARGE_PAGE)
        free(at);
    else if (at)
        munmap(at, whole(bytes));
}

#else

void *base_pages_take(size_t bytes)
{
    return calloc(1, bytes ? bytes : 1);
}

void base_pages_give(void *at, size_t bytes)
{
    (void)bytes;
    free(at);
}

#endif

/* Puts the pages at `from` in place of those at `to`; false: they have to be copied. */
static bool move_pages(void *to, void *from, size_t bytes)
{
#if defined(MAP_ANONYMOUS) && defined(MREMAP_FIXED)
    return bytes >= BASE_LARGE_PAGE && mremap(from, whole(bytes), whole(bytes),
                                              MREMAP_MAYMOVE | MREMAP_FIXED, to) == to;
#else
    (void)to;
    (void)from;
    (void)bytes;
    return false;
#endif
}

void *base_pages_grow(void *at, size_t bytes, size_t more)
{
    void *grown = base_pages_take(more);

    if (!grown || move_pages(grown, at, bytes))
        return grown;
    if (bytes > 0)
        memcpy(grown, at, bytes);
    base_pages_give(at, bytes);
    return grown;
}
