/*
 * A hash of what a run has come to. It goes by ids and leaves out what rewording changes
 * (simulated time, how often a line was said): a journal compares it after each reply,
 * and a run that is under way must survive a pack whose author mended a sentence or added
 * a moment. What an id was called first, by `renamed`, is what counts.
 */
#include "base/hash.h"
#include "sim/session.h"

typedef enum part { PART_METER = 1, PART_FLAG, PART_POINTS, PART_MOMENT } part;

static bool same_text(const ear_scenario *sc, model_text a, model_text b)
{
    return a.length == b.length &&
           memcmp(sc->text + a.at, sc->text + b.at, a.length) == 0;
}

static model_text older_name(const ear_scenario *sc, model_text id)
{
    for (uint32_t i = 0; i < sc->count[MODEL_S_RENAMED]; i++)
        if (same_text(sc, sc->renamed[i].to, id))
            return sc->renamed[i].from;
    return id;
}

static model_text first_name(const ear_scenario *sc, model_text id)
{
    for (int i = 0; i < MODEL_MAX_RENAMES && sc->count[MODEL_S_RENAMED]; i++)
        id = older_name(sc, id);
    return id;
}

static void put_bytes(unsigned char *to, uint64_t value)
{
    for (int i = 0; i < 8; i++)
        to[i] = (unsigned char)(value >> 8 * i);
}

static uint64_t hash_words(const uint64_t *words, size_t count)
{
    unsigned char bytes[8 * 8];

    for (size_t i = 0; i < count; i++)
        put_bytes(bytes + 8 * i, words[i]);
    return base_hash(bytes, 8 * count, 0);
}

static uint64_t hash_part(const ear_scenario *sc, part kind, model_text id, int64_t value)
{
    const model_text name = first_name(sc, id);
    const uint64_t words[3] = {kind, base_hash(sc->text + name.at, name.length, 0),
                               (uint64_t)value};

    return hash_words(words, 3);
}

uint64_t sim_state_hash(const sim_play *play)
{
    const ear_scenario *sc = play->scenario;
    const model_state *state = play->state;
    const int32_t *meters = model_ints(state, play->layout.meters);
    const int32_t *points = model_ints(state, play->layout.points);
    const uint8_t *flags = model_flags_at(state, &play->layout);
    uint64_t sum = 0; /* in any order: declarations may move */

    for (uint32_t i = 0; i < sc->count[MODEL_S_METERS]; i++)
        sum += hash_part(sc, PART_METER, sc->meters[i].id, meters[i]);
    for (uint32_t i = 0; i < sc->count[MODEL_S_FLAGS]; i++)
        if (flags[i])
            sum += hash_part(sc, PART_FLAG, sc->flags[i].id, 1);
    for (uint32_t i = 0; i < sc->count[MODEL_S_SKILLS]; i++)
        if (points[i])
            sum += hash_part(sc, PART_POINTS, sc->skills[i].id, points[i]);

    const uint64_t words[5] = {
        sum, hash_part(sc, PART_MOMENT, sc->moments[state->moment].id, 0), state->random,
        state->turn, state->phase};

    return hash_words(words, 5);
}
