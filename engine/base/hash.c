#include "base/hash.h"

#include "base/hash_wide.h"

/* The code itself, not a call into the library: keys of states are short and many. */
#define XXH_INLINE_ALL
#include <xxhash.h>

#define LONG 4096u /* bytes; from there on it pays to look what there is */

uint64_t base_hash(const void *bytes, size_t length, uint64_t seed)
{
    return length >= LONG && base_hash_has_wide()
               ? base_hash_wide(bytes, length, seed)
               : XXH3_64bits_withSeed(bytes, length, seed);
}

/* Half a byte at a time: a table of sixteen. */
uint32_t base_crc32(const void *bytes, size_t length)
{
    static const uint32_t table[16] = {0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac,
                                       0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
                                       0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
                                       0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};
    const unsigned char *at = bytes;
    uint32_t crc = 0xffffffff;

    for (size_t i = 0; i < length; i++) {
        crc ^= at[i];
        crc = table[crc & 15] ^ crc >> 4;
        crc = table[crc & 15] ^ crc >> 4;
    }
    return ~crc;
}
