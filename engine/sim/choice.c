#include "sim/machine.h"

/* Which replies are on offer: `fallback` asks those that wait for there to be nothing
 * else. A reply that was used up is not asked for its condition. */
static ear_status ask(sim_play *play, uint64_t *offered, const model_statement *choice,
                      bool fallback)
{
    const ear_scenario *sc = play->scenario;

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
        *offered |= (uint64_t)held << i;
    }
    return EAR_OK;
}

ear_status sim_choice_offer(sim_play *play, const model_statement *choice)
{
    uint64_t offered = 0;
    ear_status status = ask(play, &offered, choice, false);

    if (status == EAR_OK && offered == 0)
        status = ask(play, &offered, choice, true);
    play->state->offered = offered;
    return status;
}

unsigned sim_choice_count(uint64_t offered)
{
    unsigned count = 0;

    for (; offered; offered &= offered - 1)
        count++;
    return count;
}

unsigned sim_choice_bit(uint64_t offered, size_t index)
{
    unsigned bit = 0;

    while (index-- > 0)
        offered &= offered - 1;
    while (!(offered >> bit & 1))
        bit++;
    return bit;
}

static ear_status fill(sim_play *play, ear_item *items, const model_statement *choice,
                       size_t *count)
{
    const ear_scenario *sc = play->scenario;

    for (uint32_t i = 0; i < choice->count; i++) {
        const uint32_t index = choice->item + i;
        sim_spoken spoken = {0};

        if (!(play->state->offered >> i & 1))
            continue;

        const ear_status status = sim_reply_words(play, &spoken, index);

        if (status != EAR_OK)
            return status;
        items[(*count)++] = (ear_item){
            .id = sim_static(play, sc->details[index].id),
            .text = spoken.text,
            .index = index,
            .hold = sc->replies[index].hold,
            .tenths = sc->details[index].seconds,
        };
    }
    return EAR_OK;
}

/* Text for nobody, as fast as it can be had. */
static ear_status build(sim_play *play, const model_statement *choice)
{
    for (uint32_t i = 0; i < choice->count; i++) {
        sim_spoken spoken;

        if (!(play->state->offered >> i & 1))
            continue;

        const ear_status status = sim_reply_words(play, &spoken, choice->item + i);

        if (status != EAR_OK)
            return status;
    }
    return EAR_OK;
}

ear_status sim_choice_tell(sim_play *play)
{
    const model_statement *choice = &play->scenario->statements[play->state->statement];
    size_t count = 0;

    sim_text_clear(play);
    if (!sim_told(play))
        return build(play, choice);

    ear_item *items = sim_items(play, choice->count);

    if (!items)
        return base_fail_memory(play->err);

    const ear_status status = fill(play, items, choice, &count);

    if (status == EAR_OK)
        sim_tell(play,
                 &(ear_event){.kind = EAR_EVENT_CHOICE, .list = items, .count = count});
    return status;
}
