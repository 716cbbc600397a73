#ifndef EARSHOT_BASE_FETCH_H
#define EARSHOT_BASE_FETCH_H

#include <stddef.h>

#define BASE_CACHE_LINE 64 /* bytes */

/* Asks for the cache line that holds `at`, without waiting for it: what lies all over the
 * memory is asked for at once and then read. It changes nothing but time, and what is
 * pointed at need not even be there. */
static inline void base_fetch(const void *at)
{
#if defined(__GNUC__)
    __builtin_prefetch(at);
    __asm__ volatile("" : : "r"(at)); /* else GCC drops a loop that does only this */
#else
    (void)at;
#endif
}

/* The same for what will be written: no other processor keeps the line. A prefetch for
 * writing that GCC makes for every x86 is one for reading, so it is asked for by name. */
static inline void base_fetch_own(const void *at)
{
#if defined(__GNUC__) && defined(__x86_64__)
    __asm__ volatile("prefetchw %0" : : "m"(*(const char *)at));
#else
    base_fetch(at);
#endif
}

/* The same for `bytes` bytes. */
static inline void base_fetch_all(const void *at, size_t bytes)
{
    const char *byte = at;

    for (size_t i = 0; i < bytes; i += BASE_CACHE_LINE)
        base_fetch(byte + i);
    if (bytes > 0)
        base_fetch(byte + bytes - 1); /* it may end in one more line */
}

#endif
