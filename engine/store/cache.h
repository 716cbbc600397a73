#ifndef EARSHOT_STORE_CACHE_H
#define EARSHOT_STORE_CACHE_H

/*
 * What loading came to, kept in a folder under the hash of everything that it came from.
 * An entry holds these sources too and is used only where they are the very same bytes,
 * so neither chance nor a crafted pack can put one pack's entry in another's place. The
 * contents still are bytes to be checked by whoever asked for them. Nothing here is an
 * error: an entry that is missing, damaged or cannot be written only costs time.
 */

#include "base/bytes.h"

#include <stdbool.h>
#include <stddef.h>

#define STORE_CACHE_KEPT 64 /* entries; older ones are removed now and then */

typedef struct store_span {
    const void *at;
    size_t length;
} store_span;

typedef struct store_entry {
    base_bytes image; /* the caller releases both */
    base_bytes notes;
} store_entry;

/* `identity`: everything the entry depends on, in a fixed order. */
bool store_cache_get(store_entry *out, const char *folder, const store_span *identity,
                     size_t spans);
/* Makes the folder if need be; replaces an entry of the same identity. */
void store_cache_put(const char *folder, const store_span *identity, size_t spans,
                     store_span image, store_span notes);

#endif
