#include "prove/reads.h"

#include "base/grow.h"
#include "model/named.h"

#include <stdlib.h>
#include <string.h>

#define MOST_INDEX  ((1u << PROVE_READ_SHIFT) - 1)
#define MOST_LISTED 4096u /* then it may be anything */

_Static_assert(EAR_READ_KINDS <= 16, "kinds have four bits");

bool prove_reads_make(prove_reads *reads, const ear_scenario *scenario)
{
    *reads = (prove_reads){.scenario = scenario};
    reads->of = calloc(scenario->info->functions + (size_t)1, sizeof *reads->of);
    return reads->of != NULL;
}

void prove_reads_release(prove_reads *reads)
{
    for (uint32_t f = 0; reads->of && f <= reads->scenario->info->functions; f++)
        free(reads->of[f].at);
    free(reads->of);
    *reads = (prove_reads){0};
}

static bool has(const prove_read_list *list, uint32_t entry)
{
    const size_t place = base_place_of(list->at, list->count, entry);

    return list->anything || (place < list->count && list->at[place] == entry);
}

static void put(prove_reads *reads, prove_read_list *list, uint32_t entry)
{
    const size_t place = base_place_of(list->at, list->count, entry);
    uint32_t *moved;

    if (has(list, entry))
        return;
    reads->any = true;
    list->anything = list->count == MOST_LISTED;
    if (list->anything)
        return;
    moved = base_grown(list->at, &list->room, list->count + (size_t)1, sizeof *moved);
    if (!moved) {
        reads->refused = true;
        return;
    }
    list->at = moved;
    memmove(moved + place + 1, moved + place, (list->count - place) * sizeof *moved);
    moved[place] = entry;
    list->count++;
}

static bool is_whole(const ear_scenario *s, const ear_answer *answer)
{
    const model_named named = model_named_of(s);

    if (!answer->reads_whole || answer->read_count > EAR_MAX_READS)
        return false;
    for (size_t i = 0; i < answer->read_count; i++)
        if (answer->reads[i].index >= model_named_room(&named, answer->reads[i].kind) ||
            answer->reads[i].index > MOST_INDEX)
            return false;
    return true;
}

void prove_reads_anything(prove_reads *reads, uint32_t function)
{
    reads->any |= !reads->of[function].anything;
    reads->of[function].anything = true;
}

void prove_reads_failed(prove_reads *reads, uint32_t function)
{
    reads->any = true;
    reads->of[function].failed = true;
}

bool prove_reads_note(prove_reads *reads, const prove_reads *known, uint32_t function,
                      const ear_answer *answer)
{
    const prove_read_list *list = &known->of[function];
    bool nothing = true;

    if (list->anything)
        return true;
    if (!is_whole(reads->scenario, answer)) {
        prove_reads_anything(reads, function);
        return false;
    }
    for (size_t i = 0; i < answer->read_count; i++) {
        const uint32_t entry =
            answer->reads[i].kind << PROVE_READ_SHIFT | answer->reads[i].index;

        if (has(list, entry))
            continue;
        put(reads, &reads->of[function], entry);
        nothing = false;
    }
    return nothing;
}

static void take_list(prove_reads *into, uint32_t function, prove_read_list *more)
{
    prove_read_list *list = &into->of[function];

    if (more->anything)
        prove_reads_anything(into, function);
    for (uint32_t i = 0; i < more->count; i++)
        put(into, list, more->at[i]);
    into->any |= more->failed && !list->failed;
    list->failed |= more->failed;
    more->count = 0;
    more->anything = more->failed = false;
}

bool prove_reads_take(prove_reads *into, prove_reads *more)
{
    const bool before = into->any;
    bool grew;

    into->drawn |= more->drawn;
    into->refused |= more->refused;
    if (!more->any)
        return false;
    into->any = false;
    for (uint32_t f = 1; f <= into->scenario->info->functions; f++)
        take_list(into, f, &more->of[f]);
    more->any = false;
    grew = into->any;
    into->any = before || grew;
    return grew;
}
