#include "sim/mood.h"

typedef struct mean {
    int64_t sum;
    int64_t count;
} mean;

static void add(mean *m, int32_t share)
{
    m->sum += share;
    m->count++;
}

static int32_t value(mean m, int32_t none)
{
    return m.count ? (int32_t)(m.sum / m.count) : none;
}

int32_t sim_mood_share(const model_meter *meter, int32_t value_of)
{
    const int64_t range = (int64_t)meter->max - meter->min;

    if (range <= 0)
        return SIM_MOOD_WHOLE / 2;
    return (int32_t)(((int64_t)value_of - meter->min) * SIM_MOOD_WHOLE / range);
}

sim_mood sim_mood_of(const ear_scenario *scenario, const int32_t *meters)
{
    mean by[MODEL_SHOWS_COUNT] = {{0, 0}}, all = {0, 0};

    for (uint32_t i = 0; i < scenario->count[MODEL_S_METERS]; i++) {
        const model_meter *meter = &scenario->meters[i];
        const int32_t share = sim_mood_share(meter, meters[i]);

        add(&by[meter->shows], share);
        if (meter->shows != MODEL_SHOWS_NOTHING)
            add(&all, share);
    }
    if (all.count == 0)
        all = by[MODEL_SHOWS_NOTHING];

    const int32_t ease = value(all, SIM_MOOD_WHOLE / 2);

    return (sim_mood){
        .ease = ease,
        .tension = SIM_MOOD_WHOLE - value(by[MODEL_SHOWS_TENSION], ease),
        .warmth = 2 * value(by[MODEL_SHOWS_WARMTH], ease) - SIM_MOOD_WHOLE,
        .engagement = value(by[MODEL_SHOWS_ENGAGEMENT], ease),
    };
}
