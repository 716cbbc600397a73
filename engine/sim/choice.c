#include "sim/words.h"

/* Whether a reply is not even asked for its condition: it waits for there to be nothing
 * else on offer, or it was used up. */
static inline bool out_of_play(const sim_play *play, const model_reply *reply,
                               bool fallback)
{
    return (reply->fallback != 0) != fallback ||
           (!reply->again && sim_counted(play, reply->counter) > 0);
}

/* Adds the replies that are on offer. */
static ear_status ask(sim_play *play, const model_statement *choice, bool fallback)
{
    const ear_scenario *sc = play->scenario;
    const model_reply *reply = sc->replies + choice->item;
    const uint32_t replies = choice->count;
    sim_offer *offer = &play->offer;
    uint64_t mask = 0;
    unsigned count = 0;

    for (uint32_t i = 0; i < replies; i++) {
        bool held = true;

        if (out_of_play(play, &reply[i], fallback))
            continue;
        if (reply[i].when != MODEL_NONE) {
            const ear_status status = sim_when(play, &held, reply[i].when,
                                               &sc->details[choice->item + i].place);

            if (status != EAR_OK)
                return status;
        }
        if (play->watch)
            sim_watched(play->watch->replies, choice->item + i, held);
        if (play->fetches && held && reply[i].go != MODEL_NONE)
            sim_fetch_record(sc, reply[i].go);
        mask |= (uint64_t)held << i;
        offer->bits[count] = (uint8_t)i; /* stays only if it held */
        count += held;
    }
    offer->mask = mask;
    offer->count = count;
    return EAR_OK;
}

ear_status sim_choice_offer(sim_play *play, const model_statement *choice)
{
    ear_status status = ask(play, choice, false);

    if (status == EAR_OK && play->offer.count == 0)
        status = ask(play, choice, true);
    play->state->offered = play->offer.mask;
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
