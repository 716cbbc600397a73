#include "sim/machine.h"

/* Adds the replies that are on offer: `fallback` asks those that wait for there to be
 * nothing else. A reply that was used up is not asked for its condition. */
static ear_status ask(sim_play *play, const model_statement *choice, bool fallback)
{
    const ear_scenario *sc = play->scenario;
    sim_offer *offer = &play->offer;

    for (uint32_t i = 0; i < choice->count; i++) {
        const uint32_t index = choice->item + i;
        const model_reply *reply = &sc->replies[index];
        bool held = true;

        if ((reply->fallback != 0) != fallback ||
            (!reply->again && sim_counted(play, reply->counter) > 0))
            continue;
        if (reply->when != MODEL_NONE) {
            const ear_status status =
                sim_when(play, &held, reply->when, &sc->details[index].place);

            if (status != EAR_OK)
                return status;
        }
        if (play->watch)
            sim_watched(play->watch->replies, index, held);
        offer->mask |= (uint64_t)held << i;
        offer->bits[offer->count] = (uint8_t)i; /* stays only if it held */
        offer->count += held;
    }
    return EAR_OK;
}

ear_status sim_choice_offer(sim_play *play, const model_statement *choice)
{
    sim_offer *offer = &play->offer;

    offer->mask = 0;
    offer->count = 0;

    ear_status status = ask(play, choice, false);

    if (status == EAR_OK && offer->count == 0)
        status = ask(play, choice, true);
    play->state->offered = offer->mask;
    return status;
}

void sim_offer_list(sim_offer *offer, uint64_t offered)
{
    offer->mask = offered;
    offer->count = 0;
    for (unsigned bit = 0; bit < MODEL_MAX_REPLIES; bit++)
        if (offered >> bit & 1)
            offer->bits[offer->count++] = (uint8_t)bit;
}

const sim_offer *sim_choice_offered(sim_play *play)
{
    if (play->offer.mask != play->state->offered)
        sim_offer_list(&play->offer, play->state->offered);
    return &play->offer;
}

static ear_status tell(sim_play *play, uint32_t first, const sim_offer *offer)
{
    const ear_scenario *sc = play->scenario;
    ear_item *items = sim_items(play, offer->count);

    if (!items)
        return base_fail_memory(play->err);
    for (unsigned i = 0; i < offer->count; i++) {
        const uint32_t index = first + offer->bits[i];
        sim_spoken spoken = {0};
        const ear_status status = sim_reply_words(play, &spoken, index);

        if (status != EAR_OK)
            return status;
        items[i].id = sim_static(play, sc->details[index].id);
        items[i].text = spoken.text;
        items[i].index = index;
        items[i].hold = sc->replies[index].hold;
        items[i].tenths = sc->details[index].seconds;
    }
    sim_tell(play, &(ear_event){
                       .kind = EAR_EVENT_CHOICE, .list = items, .count = offer->count});
    return EAR_OK;
}

/* Text for nobody, as fast as it can be had. */
static ear_status build(sim_play *play, uint32_t first, const sim_offer *offer)
{
    for (unsigned i = 0; i < offer->count; i++) {
        sim_spoken spoken;
        const ear_status status = sim_reply_words(play, &spoken, first + offer->bits[i]);

        if (status != EAR_OK)
            return status;
    }
    return EAR_OK;
}

ear_status sim_choice_tell(sim_play *play)
{
    const model_state *state = play->state;
    const uint32_t first = play->scenario->statements[state->statement].item;
    const sim_offer *offer = sim_choice_offered(play);

    sim_text_clear(play);
    return sim_told(play) ? tell(play, first, offer) : build(play, first, offer);
}
