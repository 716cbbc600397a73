/* Compiled for AVX2 where the compiler can: see CMakeLists.txt. */
#include "base/hash_wide.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

bool base_hash_has_wide(void)
{
#ifdef __AVX2__
    return __builtin_cpu_supports("avx2");
#else
    return false;
#endif
}

uint64_t base_hash_wide(const void *bytes, size_t length, uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes, length, seed);
}
