#include "base/grow.h"

#include <stdint.h>
#include <stdlib.h>

#define FIRST_ROOM ((size_t)16)

void *base_grown(void *at, size_t *room, size_t need, size_t size)
{
    if (at && need <= *room)
        return at;

    const size_t most = SIZE_MAX / 2 / size;
    const size_t doubled = *room > most / 2 ? most : *room * 2;
    const size_t more = need > doubled ? need : doubled;

    if (more > most)
        return NULL;

    const size_t rounded = more < FIRST_ROOM && FIRST_ROOM <= most ? FIRST_ROOM : more;
    void *moved = realloc(at, rounded * size);
    if (moved)
        *room = rounded;
    return moved;
}

size_t base_place_of(const uint32_t *rising, size_t count, uint32_t value)
{
    size_t low = 0, high = count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (rising[middle] < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
