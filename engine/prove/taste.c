#include "prove/taste.h"

#include "base/fail.h"
#include "base/hash.h"
#include "base/random.h"
#include "model/scenario.h"

#include <stdlib.h>
#include <string.h>

typedef struct liking {
    const char *intent;
    unsigned kind;
} liking;

static const liking likings[] = {
    {"policy", PROVE_TASTE_SCRIPT},   {"script", PROVE_TASTE_SCRIPT},
    {"vague", PROVE_TASTE_SCRIPT},    {"reflect", PROVE_TASTE_LISTEN},
    {"rephrase", PROVE_TASTE_LISTEN}, {"ask", PROVE_TASTE_LISTEN},
    {"listen", PROVE_TASTE_LISTEN},   {"offer", PROVE_TASTE_FIX},
    {"act", PROVE_TASTE_FIX},
};

const prove_part prove_newcomer_parts[PROVE_PARTS] = {
    {PROVE_RANDOM, 4}, {PROVE_LISTENER, 2}, {PROVE_FIXER, 2}, {PROVE_SCRIPT, 2}};

static unsigned kind_of(const ear_scenario *scenario, const model_reply *reply)
{
    if (reply->intent == MODEL_NONE)
        return reply->hold ? PROVE_TASTE_LISTEN : 0;

    const char *intent = model_string(scenario, scenario->intents[reply->intent].id);

    for (size_t i = 0; i < sizeof likings / sizeof *likings; i++)
        if (strcmp(intent, likings[i].intent) == 0)
            return likings[i].kind;
    return 0;
}

ear_status prove_taste_make(prove_taste *taste, const ear_scenario *scenario,
                            ear_error *err)
{
    const uint32_t count = scenario->count[MODEL_S_REPLIES];
    uint8_t *kinds = malloc(count ? count : 1);

    if (!kinds)
        return base_fail_memory(err);
    for (uint32_t i = 0; i < count; i++)
        kinds[i] = (uint8_t)kind_of(scenario, &scenario->replies[i]);
    *taste = (prove_taste){scenario, kinds};
    return EAR_OK;
}

void prove_taste_release(prove_taste *taste)
{
    free(taste->kinds);
    taste->kinds = NULL;
}

uint64_t prove_preferred(const prove_taste *taste, uint32_t first, uint64_t offered,
                         unsigned kinds)
{
    uint64_t liked = 0;

    for (uint64_t left = kinds ? offered : 0, bit = 0; left; left >>= 1, bit++)
        if (left & 1 && taste->kinds[first + bit] & kinds)
            liked |= UINT64_C(1) << bit;
    return liked ? liked : offered;
}

unsigned prove_kinds_of(prove_player player)
{
    switch (player) {
    case PROVE_SCRIPT:
        return PROVE_TASTE_SCRIPT;
    case PROVE_LISTENER:
        return PROVE_TASTE_LISTEN;
    case PROVE_FIXER:
        return PROVE_TASTE_FIX;
    default:
        return 0;
    }
}

prove_player prove_newcomer_acts(uint64_t *random)
{
    uint32_t drawn = base_random_below(random, PROVE_NEWCOMERS);
    unsigned i = 0;

    while (drawn >= prove_newcomer_parts[i].parts)
        drawn -= prove_newcomer_parts[i++].parts;
    return prove_newcomer_parts[i].like;
}

uint64_t prove_player_random(prove_player player, uint64_t seed)
{
    const uint64_t own[2] = {seed, (uint64_t)player};

    return base_random_seed(base_hash(own, sizeof own, 1));
}

static unsigned count_bits(uint64_t mask)
{
    unsigned count = 0;

    for (; mask; mask &= mask - 1)
        count++;
    return count;
}

unsigned prove_any_bit(uint64_t mask, uint64_t *random)
{
    const unsigned count = count_bits(mask);
    uint32_t skip = count > 1 ? base_random_below(random, count) : 0;
    unsigned bit = 0;

    for (; skip > 0; skip--)
        mask &= mask - 1;
    for (; !(mask & 1); mask >>= 1)
        bit++;
    return bit;
}
