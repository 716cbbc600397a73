#include "sim/words.h"

#include "model/words.h"

#include "base/hash.h"

/* Place `i` of 0 .. i swaps with a lower one when a round is shuffled: which. */
static uint32_t swap_of(uint64_t seed, uint32_t line, uint64_t round, uint32_t i)
{
    const uint64_t what[4] = {seed, line, round, i};

    return (uint32_t)(base_hash(what, sizeof what, 0) % (i + UINT64_C(1)));
}

/* Which entry stands at `place` of a shuffled round. Nothing is kept: the shuffle (from
 * the last place down to 1) is followed backwards from its result. */
static uint32_t shuffled(uint64_t seed, uint32_t line, uint64_t round, uint32_t count,
                         uint32_t place)
{
    for (uint32_t i = 1; i < count; i++) {
        const uint32_t other = swap_of(seed, line, round, i);

        if (place == i)
            place = other;
        else if (place == other)
            place = i;
    }
    return place;
}

/* Every entry once a round, in an order of the run's seed; no entry twice running. */
static uint32_t pick_shuffled(uint64_t seed, uint32_t line, uint32_t count, uint32_t n)
{
    /* Two entries that never repeat can only take turns. */
    const uint32_t round = count > 2 ? n / count : 0;
    const uint32_t place = n % count;
    bool again = false;

    if (round > 0 && place < 2)
        again = shuffled(seed, line, round, count, 0) ==
                shuffled(seed, line, round - 1, count, count - 1);
    return shuffled(seed, line, round, count, again ? 1 - place : place);
}

/* Entry for the n-th time (from 0); MODEL_NONE: the line is passed over. */
static uint32_t pick(const sim_play *play, uint32_t index, uint32_t n)
{
    const model_line *line = &play->scenario->lines[index];
    const uint32_t count = line->variants.count;

    switch ((model_pick)line->pick) {
    case MODEL_CYCLE:
        return n % count;
    case MODEL_ONCE:
        return n < count ? n : MODEL_NONE;
    case MODEL_SHUFFLE:
        return pick_shuffled(play->seed, index, count, n);
    case MODEL_FIRST:
        return n == 0 ? 0 : count - 1;
    }
    return 0;
}

static void tell(sim_play *play, uint32_t index, const sim_spoken *spoken,
                 uint32_t tenths)
{
    const ear_scenario *sc = play->scenario;
    const model_line *line = &sc->lines[index];

    sim_tell(play, &(ear_event){
                       .kind = EAR_EVENT_LINE,
                       .id = sim_static(play, line->id),
                       .who = sim_static(play, sc->speakers[line->speaker].name),
                       .tone = spoken->tone,
                       .text = spoken->text,
                       .index = index,
                       .tenths = tenths,
                   });
}

ear_status sim_line(sim_play *play, uint32_t index, const model_place *place)
{
    const ear_scenario *sc = play->scenario;
    const model_line *line = &sc->lines[index];
    const model_words *words = &line->words;

    if (line->variants.count) {
        const uint32_t entry = pick(play, index, sim_counted(play, line->counter));

        if (entry == MODEL_NONE)
            return EAR_OK;
        words = &sc->words[line->variants.first + entry];
    }

    sim_spoken spoken = {0};
    const ear_status status = sim_speak(play, &spoken, words, place);
    const uint32_t tenths = model_line_tenths(spoken.length);

    if (status != EAR_OK)
        return status;
    play->state->tenths += tenths;
    sim_count(play, line->counter);
    if (sim_told(play))
        tell(play, index, &spoken, tenths);
    return EAR_OK;
}
