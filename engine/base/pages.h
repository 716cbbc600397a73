#ifndef EARSHOT_BASE_PAGES_H
#define EARSHOT_BASE_PAGES_H

#include <stddef.h>

#define BASE_LARGE_PAGE ((size_t)2 << 20) /* bytes */

/* Memory for large tables: zeroed, and in large pages where the machine has them, so that
 * reading here and there does not also have to find each page. NULL on failure. Small
 * requests come from the heap. Given back with base_pages_give() and the same size. */
void *base_pages_take(size_t bytes);
void base_pages_give(void *at, size_t bytes); /* NULL is fine */
/* The same memory with room for `more` bytes, which are no fewer than `bytes`, the added
 * ones zeroed; it may have moved, but large pages are not copied. NULL on failure: then
 * `at` is as before. `at` may be NULL when `bytes` is 0. */
void *base_pages_grow(void *at, size_t bytes, size_t more);

/* Asks for large pages under memory that is there already. A hint: nothing follows from
 * its being refused. */
void base_pages_hint(void *at, size_t bytes);

/*
 * Gives the heap of malloc() this much address space at once (at most 1 GiB), in large
 * pages; for the beginning of main(). Each page that is used for the first time is a
 * visit to the kernel, and who builds much pays tens of thousands of them. Memory is
 * taken only as it is used. Nothing happens where the C library knows no such thing.
 */
void base_pages_heap(size_t bytes);

#endif
