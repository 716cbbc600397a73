/* Roads, and what a search has to say about places. */
#include "prove/search_internal.h"

#include <stdlib.h>

uint32_t prove_statement_of(const prove_search *search, uint32_t rank)
{
    const prove_record *record = prove_record_at(&search->store, search->order[rank]);
    const uint32_t spot =
        record->key[0] & (uint32_t)((UINT64_C(1) << search->keys.spot_bits) - 1);

    return search->keys.spots[spot].statement;
}

static uint32_t from_of(const prove_search *search, uint32_t rank)
{
    return atomic_load_explicit(
        &prove_record_at(&search->store, search->order[rank])->from,
        memory_order_relaxed);
}

long prove_depth_of(const prove_search *search, uint32_t from)
{
    uint32_t low = 0, high = search->layer_count;

    if (from == 0)
        return 0;
    while (high - low > 1) {
        const uint32_t middle = low + (high - low) / 2;

        if (search->layers[middle] < from)
            low = middle;
        else
            high = middle;
    }
    return (long)low + 1;
}

/* The reply that leads from one state to another. */
static uint32_t reply_between(const prove_search *search, uint32_t parent, uint32_t rank)
{
    const prove_ways ways = prove_ways_of(search, parent);
    const uint32_t choice = prove_statement_of(search, parent);
    uint32_t i = 0;

    while (i + 1 < ways.count && ways.to[i] != search->order[rank])
        i++;
    return search->scenario->statements[choice].item + (ways.by[i] & PROVE_REPLY);
}

/* With room for one more. */
static bool follow_back(const prove_search *search, uint32_t from, prove_road *road)
{
    const long depth = prove_depth_of(search, from);

    *road = (prove_road){.count = (uint32_t)(depth > 0 ? depth - 1 : 0)};
    road->replies = malloc((road->count + (size_t)2) * sizeof *road->replies);
    if (!road->replies)
        return false;
    for (uint32_t i = road->count; i-- > 0;) {
        const uint32_t parent = from_of(search, from - 1) - 1;

        road->replies[i] = reply_between(search, parent, from - 1);
        from = parent + 1;
    }
    return true;
}

static bool with_luck(const prove_search *search, prove_road *road, uint32_t target)
{
    if (prove_road_luck(search, road, target))
        return true;
    free(road->replies);
    road->replies = NULL;
    return false;
}

bool prove_road_to(const prove_search *search, uint32_t from, prove_road *road)
{
    return follow_back(search, from, road) &&
           (from == 0 || with_luck(search, road, search->order[from - 1]));
}

bool prove_road_past(const prove_search *search, uint32_t from, uint8_t reply,
                     uint32_t target, prove_road *road)
{
    if (!follow_back(search, from, road))
        return false;
    if (from > 0)
        road->replies[road->count++] =
            search->scenario->statements[prove_statement_of(search, from - 1)].item +
            reply;
    return with_luck(search, road, target);
}

/* ---- what is asked from outside ---- */

prove_why prove_search_why(const prove_search *search)
{
    return search->why;
}

static bool is_reached(const prove_search *search, uint32_t moment)
{
    return (search->seen.watch.moments && search->seen.watch.moments[moment]) ||
           (search->played.moments && search->played.moments[moment]);
}

bool prove_search_reached(const prove_search *search, uint32_t moment)
{
    return is_reached(search, moment);
}

bool prove_search_possible(const prove_search *search, uint32_t moment)
{
    if (search->why == PROVE_PROVED)
        return is_reached(search, moment);
    return !search->ranges.scenario || search->ranges.moments[moment];
}

bool prove_search_bounds(const prove_search *search, uint32_t moment, uint32_t meter,
                         int32_t *low, int32_t *high)
{
    const prove_ranges *ranges = &search->ranges;
    const size_t at = (size_t)moment * search->scenario->count[MODEL_S_METERS] + meter;

    if (!ranges->scenario || ranges->low[at] > ranges->high[at])
        return false;
    *low = ranges->low[at];
    *high = ranges->high[at];
    return true;
}

uint64_t prove_search_states(const prove_search *search)
{
    const ear_scenario *s = search->scenario;
    uint64_t states = search->count;

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++)
        states +=
            s->moments[m].kind == MODEL_OUTCOME && search->seen.reached[m] != PROVE_NEVER;
    return states;
}

uint64_t prove_search_bytes(const prove_search *search)
{
    return search->store.stride ? prove_search_weight(search, search->count) : 0;
}

long prove_search_shortest(const prove_search *search, uint32_t outcome)
{
    const uint32_t from = search->seen.reached[outcome];

    return from == PROVE_NEVER ? -1 : prove_depth_of(search, from);
}

bool prove_search_road(const prove_search *search, uint32_t outcome, prove_road *road)
{
    const uint32_t from = search->seen.reached[outcome];

    return from != PROVE_NEVER &&
           prove_road_past(search, from, search->seen.reached_by[outcome],
                           PROVE_OUTCOME | outcome, road);
}

/* Whether every key of these statements has the meter. */
static bool is_in_keys(const prove_search *search, model_range all, uint32_t meter)
{
    const ear_scenario *s = search->scenario;

    for (uint32_t i = all.first; i < all.first + all.count; i++)
        if (s->statements[i].kind == MODEL_CHOICE && search->seen.watch.statements[i] &&
            !prove_key_has_meter(&search->keys, i, meter))
            return false;
    return true;
}

/* At an outcome it depends on all the ways that lead there. */
static bool is_told_apart(const prove_search *search, uint32_t moment, uint32_t meter)
{
    const ear_scenario *s = search->scenario;
    const model_range all = {0, s->count[MODEL_S_STATEMENTS]};

    if (search->keys.meters)
        return true;
    return is_in_keys(
        search,
        s->moments[moment].kind == MODEL_OUTCOME ? all : s->moments[moment].statements,
        meter);
}

bool prove_search_knows_meters(const prove_search *search)
{
    const ear_scenario *s = search->scenario;
    const model_range all = {0, s->count[MODEL_S_STATEMENTS]};

    for (uint32_t m = 0; m < s->count[MODEL_S_METERS] && !search->keys.meters; m++)
        if (!is_in_keys(search, all, m))
            return false;
    return true;
}

bool prove_search_range(const prove_search *search, uint32_t moment, uint32_t meter,
                        int32_t *low, int32_t *high)
{
    const size_t at = (size_t)moment * search->scenario->count[MODEL_S_METERS] + meter;

    if (!search->seen.low || search->seen.low[at] > search->seen.high[at])
        return false;
    if (!is_told_apart(search, moment, meter))
        return false;
    *low = search->seen.low[at];
    *high = search->seen.high[at];
    return true;
}

bool prove_search_effect(const prove_search *search, uint32_t reply, prove_effect *out)
{
    if (!search->effects || search->effects[reply].offered == 0)
        return false;
    *out = search->effects[reply];
    return true;
}
