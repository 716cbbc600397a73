#include "prove/deal.h"

#include "base/grow.h"

#include <stdlib.h>

void prove_deal_release(prove_deal *deal)
{
    for (unsigned i = 0; i < PROVE_MAX_JOBS; i++)
        free(deal->hands[i].chunks);
    *deal = (prove_deal){0};
}

bool prove_deal_add(prove_deal *deal, uint32_t chunk, unsigned owner)
{
    prove_hand *hand = &deal->hands[owner];
    uint32_t *moved = base_grown(hand->chunks, &hand->room, hand->count + (size_t)1,
                                 sizeof *hand->chunks);

    if (!moved)
        return false;
    hand->chunks = moved;
    hand->chunks[hand->count++] = chunk;
    return true;
}

void prove_deal_begin(prove_deal *deal, uint32_t first, uint32_t end)
{
    for (unsigned i = 0; i < deal->jobs; i++) {
        prove_hand *hand = &deal->hands[i];

        hand->first = (uint32_t)base_place_of(hand->chunks, hand->count, first);
        hand->end = (uint32_t)base_place_of(hand->chunks, hand->count, end);
        atomic_store(&hand->taken, 0);
    }
}

static uint32_t left_of(const prove_hand *hand)
{
    const uint32_t taken = atomic_load_explicit(&hand->taken, memory_order_relaxed);
    const uint32_t dealt = hand->end - hand->first;

    return taken < dealt ? dealt - taken : 0;
}

uint32_t prove_deal_take(prove_deal *deal, unsigned worker)
{
    for (unsigned i = 0; i < deal->jobs; i++) {
        prove_hand *hand = &deal->hands[(worker + i) % deal->jobs];

        if (left_of(hand) == 0)
            continue; /* looked at before it is written to: it may be another's */

        const uint32_t at = atomic_fetch_add(&hand->taken, 1);

        if (at < hand->end - hand->first)
            return hand->chunks[hand->first + at];
    }
    return PROVE_NO_CHUNK;
}

bool prove_deal_open(const prove_deal *deal)
{
    for (unsigned i = 0; i < deal->jobs; i++)
        if (left_of(&deal->hands[i]) > 0)
            return true;
    return false;
}
