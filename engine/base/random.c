#include "base/random.h"

#define GOLDEN UINT64_C(0x9e3779b97f4a7c15)

static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* Mixed once, so that the states of neighbouring seeds are no neighbours. */
uint64_t base_random_seed(uint64_t seed)
{
    return mix(seed + GOLDEN);
}

uint64_t base_random_next(uint64_t *state)
{
    *state += GOLDEN;
    return mix(*state);
}

/* Lemire 2019: the high half of a product, redrawn where the low half would bias it. */
uint32_t base_random_below(uint64_t *state, uint32_t n)
{
    const uint32_t unfair = (0u - n) % n;

    for (;;) {
        const uint64_t product = (base_random_next(state) >> 32) * n;

        if ((uint32_t)product >= unfair)
            return (uint32_t)(product >> 32);
    }
}
