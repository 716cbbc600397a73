#include "report/names.h"

#include "base/bytes.h"
#include "base/grow.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_ROOM 64

static size_t slot_of(const report_names *names, const char *text, size_t length)
{
    size_t slot = (size_t)base_hash(text, length, 0) & (names->slot_count - 1);

    while (names->slots[slot] && strcmp(names->at[names->slots[slot] - 1], text) != 0)
        slot = (slot + 1) & (names->slot_count - 1);
    return slot;
}

/* Twice the table, at most half full. */
static bool widen(report_names *names)
{
    const size_t wider =
        names->slot_count ? 2 * names->slot_count : (size_t)2 * FIRST_ROOM;
    uint32_t *slots = calloc(wider, sizeof *slots);

    if (!slots)
        return false;
    free(names->slots);
    names->slots = slots;
    names->slot_count = wider;
    for (size_t i = 0; i < names->count; i++)
        slots[slot_of(names, names->at[i], strlen(names->at[i]))] = (uint32_t)i + 1;
    return true;
}

uint32_t report_name(report_names *names, const char *text)
{
    const size_t length = strlen(text);

    if (2 * (names->count + 1) > names->slot_count && !widen(names))
        return REPORT_NO_NAME;

    const size_t slot = slot_of(names, text, length);

    if (names->slots[slot])
        return names->slots[slot] - 1;

    const char **at =
        report_grow((void **)&names->at, &names->count, &names->room, sizeof *names->at);

    if (!at)
        return REPORT_NO_NAME;
    *at = base_arena_copy(&names->arena, text, length);
    if (!*at) {
        names->count--;
        return REPORT_NO_NAME;
    }
    names->slots[slot] = (uint32_t)names->count;
    return (uint32_t)names->count - 1;
}

uint32_t report_name_of(report_names *names, const char *const *parts, size_t count)
{
    char text[1000];
    size_t used = 0;

    for (size_t i = 0; i < count; i++) {
        const char *part = parts[i] ? parts[i] : "";

        for (; *part && used + 2 < sizeof text; part++)
            text[used++] = *part;
        if (used + 1 < sizeof text)
            text[used++] = '\x1f';
    }
    text[used] = '\0';
    return report_name(names, text);
}

void report_names_release(report_names *names)
{
    base_arena_release(&names->arena);
    free(names->at);
    free(names->slots);
    *names = (report_names){0};
}

void *report_grow(void **array, size_t *count, size_t *room, size_t size)
{
    void *moved = base_grown(*array, room, *count + 1, size);

    if (!moved)
        return NULL;
    *array = moved;

    void *at = (char *)moved + *count * size;

    (*count)++;
    return memset(at, 0, size);
}
