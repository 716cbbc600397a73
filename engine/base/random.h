#ifndef EARSHOT_BASE_RANDOM_H
#define EARSHOT_BASE_RANDOM_H

#include <stdint.h>

/* SplitMix64 (Steele, Lea, Flood 2014): one 64-bit word of state, so that a session
 * copies it by assignment. Not for secrets. */
uint64_t base_random_seed(uint64_t seed);   /* the first state for a seed */
uint64_t base_random_next(uint64_t *state); /* 0 .. 2^64-1 */
uint32_t base_random_below(uint64_t *state,
                           uint32_t n); /* 0 .. n-1 without bias; n > 0 */

#endif
