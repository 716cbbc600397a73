#define _DEFAULT_SOURCE /* mmap() of memory, madvise(), where there is one */
#include "base/pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#define PAGE  ((size_t)4096)
#define LARGE ((size_t)2 << 20) /* a large page */

void base_pages_hint(void *at, size_t bytes)
{
#ifdef MADV_HUGEPAGE
    const size_t skipped = (PAGE - (uintptr_t)at % PAGE) % PAGE;

    if (bytes >= LARGE)
        (void)madvise((char *)at + skipped, (bytes - skipped) / PAGE * PAGE,
                      MADV_HUGEPAGE);
#else
    (void)at;
    (void)bytes;
#endif
}

#ifdef MAP_ANONYMOUS

static size_t whole(size_t bytes)
{
    return (bytes + LARGE - 1) / LARGE * LARGE;
}

/* One large page more than is wanted, less what lies outside of whole ones. */
static void *map_aligned(size_t bytes)
{
    char *at = mmap(NULL, bytes + LARGE, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (at == MAP_FAILED)
        return NULL;

    const size_t before = (LARGE - (uintptr_t)at % LARGE) % LARGE;

    if (before)
        munmap(at, before);
    if (before < LARGE)
        munmap(at + before + bytes, LARGE - before);
    return at + before;
}

void *base_pages_take(size_t bytes)
{
    if (bytes < LARGE)
        return calloc(1, bytes ? bytes : 1);
    if (bytes > SIZE_MAX - 2 * LARGE)
        return NULL;

    void *at = map_aligned(whole(bytes));

    if (at)
        base_pages_hint(at, whole(bytes));
    return at;
}

void base_pages_give(void *at, size_t bytes)
{
    if (bytes < LARGE)
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
