#ifndef EARSHOT_BASE_HASH_H
#define EARSHOT_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* XXH3, 64 bit: for tables, caches and state keys; the same on every machine. */
uint64_t base_hash(const void *bytes, size_t length, uint64_t seed);

/* CRC-32 as in zip and PNG: for lines of files that other programs may check. */
uint32_t base_crc32(const void *bytes, size_t length);

#endif
