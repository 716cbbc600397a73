#ifndef EARSHOT_MODEL_BUILD_TABLE_H
#define EARSHOT_MODEL_BUILD_TABLE_H

#include "base/bytes.h"
#include "model/draft.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a name stands for; `kind` is the table's own business. */
typedef struct build_entry {
    model_text key; /* in the text that the table was given */
    uint32_t hash;  /* the low half of base_hash(key) */
    uint32_t kind;
    uint32_t index;    /* MODEL_NONE: an empty slot */
    draft_place place; /* where it was declared */
} build_entry;

/* Names of one space, found by hash (open addressing, at most half full). A zeroed one
 * is valid and empty. */
typedef struct build_table {
    build_entry *slots; /* owned, released by build_table_release() */
    uint32_t room;      /* 0 or a power of two */
    uint32_t count;
} build_table;

/* NULL when there is none. Borrowed until the next addition. */
const build_entry *build_table_find(const build_table *table, const base_bytes *text,
                                    const char *name, size_t length);
/* The key is not in the table yet; `hash` of the entry is filled in. False when out of
 * memory. */
bool build_table_add(build_table *table, const base_bytes *text, build_entry entry);
void build_table_release(build_table *table);

#endif
