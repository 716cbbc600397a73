#ifndef EARSHOT_BASE_GROW_H
#define EARSHOT_BASE_GROW_H

#include <stddef.h>
#include <stdint.h>

/*
 * Where the array `at` is once it has room for `need` elements of `size` bytes; *room is
 * brought up to date, and doubled, so that adding n elements one by one moves each about
 * once. `at` is NULL and *room 0 in the beginning; the caller keeps what comes back in
 * its place and frees it with free(). NULL when there is no memory for so many: then the
 * array and *room are as before.
 */
void *base_grown(void *at, size_t *room, size_t need, size_t size);

/* Where `value` stands, or would stand, in an array that rises: the place of the first
 * that is not below it; `count` when there is none. */
size_t base_place_of(const uint32_t *rising, size_t count, uint32_t value);

#endif
