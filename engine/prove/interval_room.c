/* What it takes to go through a scenario. */
#include "prove/interval_internal.h"

#include <stdlib.h>

static bool make_around(prove_running *r, size_t bytes)
{
    const size_t counters = r->s->header->counters;

    r->around = (prove_around){
        .scenario = r->s,
        .bytes = bytes,
        .reply = MODEL_NONE,
        .intent = MODEL_NONE,
        .counted = calloc(counters + 1, 1),
        .spare = {malloc((PROVE_SPARE + 2) * bytes), malloc((PROVE_SPARE + 2) * bytes)}};
    return r->around.counted && r->around.spare[0] && r->around.spare[1];
}

static bool make_ways(prove_running *r, size_t bytes)
{
    uint32_t goes = 0;

    for (uint32_t i = 0; i < r->s->count[MODEL_S_RULES]; i++)
        goes += r->s->rules[i].go != MODEL_NONE;
    r->ways = (prove_ways_on){.goes = goes,
                              .boxes = malloc((goes + (size_t)1) * bytes),
                              .rule = calloc(goes + (size_t)1, sizeof(uint32_t)),
                              .is = calloc(goes + (size_t)1, 1)};
    return r->ways.boxes && r->ways.rule && r->ways.is;
}

bool prove_running_make(prove_running *r)
{
    const size_t count = r->flow->count + (size_t)1;
    const size_t bytes = prove_box_bytes(r->s);

    r->at = malloc(count * bytes);
    r->fresh = malloc(count * bytes);
    r->is = calloc(count, 1);
    r->is_new = calloc(count, 1);
    r->changes = calloc(count, 1);
    r->open = calloc(count, 1);
    r->opened = calloc(r->s->count[MODEL_S_REPLIES] + (size_t)1, 1);
    r->queue = malloc(count * sizeof *r->queue);
    r->queued = calloc(count, 1);
    r->here = calloc(1, bytes);
    r->then = calloc(1, bytes);
    return r->at && r->fresh && r->is && r->is_new && r->changes && r->open &&
           r->opened && r->queue && r->queued && r->here && r->then &&
           make_around(r, bytes) && make_ways(r, bytes) &&
           prove_ends_find(&r->ends, r->s);
}

void prove_running_release(prove_running *r)
{
    prove_ends_release(&r->ends);
    free(r->at);
    free(r->fresh);
    free(r->is);
    free(r->is_new);
    free(r->changes);
    free(r->open);
    free(r->opened);
    free(r->queue);
    free(r->queued);
    free(r->here);
    free(r->then);
    free(r->around.counted);
    free(r->around.spare[0]);
    free(r->around.spare[1]);
    free(r->ways.boxes);
    free(r->ways.rule);
    free(r->ways.is);
}
