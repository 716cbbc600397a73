#ifndef EARSHOT_BASE_HASH_WIDE_H
#define EARSHOT_BASE_HASH_WIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * base_hash() with instructions that not every processor of this kind has (AVX2): the
 * same result, of megabytes half as fast again. Private to base.
 */

bool base_hash_has_wide(void); /* whether this one has them */
/* To be called only where it has. */
uint64_t base_hash_wide(const void *bytes, size_t length, uint64_t seed);

#endif
