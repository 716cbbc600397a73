#include "model/build_table.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_ROOM 64u

const build_entry *build_table_find(const build_table *table, const base_bytes *text,
                                    const char *name, size_t length)
{
    if (table->room == 0)
        return NULL;

    const uint32_t hash = (uint32_t)base_hash(name, length, 0);
    for (uint32_t slot = hash;; slot++) {
        const build_entry *entry = &table->slots[slot & (table->room - 1)];

        if (entry->index == MODEL_NONE)
            return NULL;
        if (entry->hash == hash && entry->key.length == length &&
            memcmp(text->at + entry->key.at, name, length) == 0)
            return entry;
    }
}

static void put(build_table *table, build_entry entry)
{
    uint32_t slot = entry.hash;

    while (table->slots[slot & (table->room - 1)].index != MODEL_NONE)
        slot++;
    table->slots[slot & (table->room - 1)] = entry;
}

static bool grow(build_table *table)
{
    const uint32_t room = table->room ? table->room * 2 : FIRST_ROOM;
    build_table larger = {malloc((size_t)room * sizeof(build_entry)), room, table->count};

    if (!larger.slots)
        return false;
    for (uint32_t i = 0; i < room; i++)
        larger.slots[i].index = MODEL_NONE;
    for (uint32_t i = 0; i < table->room; i++) {
        if (table->slots[i].index != MODEL_NONE)
            put(&larger, table->slots[i]);
    }
    free(table->slots);
    *table = larger;
    return true;
}

bool build_table_add(build_table *table, const base_bytes *text, build_entry entry)
{
    if (table->count >= table->room / 2 && !grow(table))
        return false;
    entry.hash = (uint32_t)base_hash(text->at + entry.key.at, entry.key.length, 0);
    put(table, entry);
    table->count++;
    return true;
}

void build_table_release(build_table *table)
{
    free(table->slots);
    *table = (build_table){0};
}
