#include "prove/interval_internal.h"

#include <string.h>

size_t prove_box_bytes(const ear_scenario *s)
{
    const size_t bytes = sizeof(prove_box) +
                         (size_t)s->count[MODEL_S_METERS] * 2 * sizeof(int32_t) +
                         s->count[MODEL_S_FLAGS];

    return (bytes + 7) / 8 * 8;
}

void prove_box_begin(const ear_scenario *s, prove_box *box)
{
    box->turn_low = box->turn_high = 0;
    for (uint32_t m = 0; m < s->count[MODEL_S_METERS]; m++)
        *prove_low(box, m) = *prove_high(box, m) = s->meters[m].start;
    memset(prove_flag(s, box, 0), PROVE_DOWN, s->count[MODEL_S_FLAGS]);
}

void prove_box_join(const ear_scenario *s, prove_box *into, const prove_box *more)
{
    prove_box *from = (prove_box *)more;

    if (more->turn_low < into->turn_low)
        into->turn_low = more->turn_low;
    if (more->turn_high > into->turn_high)
        into->turn_high = more->turn_high;
    for (uint32_t m = 0; m < s->count[MODEL_S_METERS]; m++) {
        if (*prove_low(from, m) < *prove_low(into, m))
            *prove_low(into, m) = *prove_low(from, m);
        if (*prove_high(from, m) > *prove_high(into, m))
            *prove_high(into, m) = *prove_high(from, m);
    }
    for (uint32_t f = 0; f < s->count[MODEL_S_FLAGS]; f++)
        *prove_flag(s, into, f) |= *prove_flag(s, from, f);
}
