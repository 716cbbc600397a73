/* What looking at all ways comes to: what may happen, and where meters can stand. */
#include "prove/interval_internal.h"

#include <stdlib.h>

bool prove_ranges_make(prove_ranges *out, const ear_scenario *s)
{
    const size_t ranges =
        (size_t)s->count[MODEL_S_MOMENTS] * s->count[MODEL_S_METERS] + 1;

    out->scenario = s;
    out->statements = calloc(s->count[MODEL_S_STATEMENTS] + (size_t)1, 1);
    out->replies = calloc(s->count[MODEL_S_REPLIES] + (size_t)1, 1);
    out->rules = calloc(s->count[MODEL_S_RULES] + (size_t)1, 1);
    out->moments = calloc(s->count[MODEL_S_MOMENTS] + (size_t)1, 1);
    out->low = malloc(ranges * sizeof *out->low);
    out->high = malloc(ranges * sizeof *out->high);
    if (!out->statements || !out->replies || !out->rules || !out->moments || !out->low ||
        !out->high)
        return false;
    for (size_t i = 0; i < ranges; i++) {
        out->low[i] = INT32_MAX;
        out->high[i] = INT32_MIN;
    }
    return true;
}

void prove_ranges_keep(prove_ranges *ranges, uint32_t moment, prove_box *box)
{
    const uint32_t meters = ranges->scenario->count[MODEL_S_METERS];
    int32_t *low = ranges->low + (size_t)moment * meters;
    int32_t *high = ranges->high + (size_t)moment * meters;

    for (uint32_t m = 0; m < meters; m++) {
        low[m] = *prove_low(box, m) < low[m] ? *prove_low(box, m) : low[m];
        high[m] = *prove_high(box, m) > high[m] ? *prove_high(box, m) : high[m];
    }
}

void prove_ranges_release(prove_ranges *ranges)
{
    free(ranges->statements);
    free(ranges->replies);
    free(ranges->rules);
    free(ranges->moments);
    free(ranges->low);
    free(ranges->high);
    *ranges = (prove_ranges){0};
}
