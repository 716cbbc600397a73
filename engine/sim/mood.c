#include "sim/mood.h"

#include <stddef.h>

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

static int64_t apart(int32_t value_of, int per_cent)
{
    return value_of - (int64_t)per_cent * (SIM_MOOD_WHOLE / 100);
}

const char *sim_mood_word(sim_mood mood)
{
    /* Per cent; the nearest of these places in the three numbers. */
    static const struct {
        int8_t tension, warmth, engagement;
        const char *word;
    } words[] = {
        {95, -70, 70, "boiling over"},  {80, -40, 50, "near the edge"},
        {64, -40, 50, "tight"},         {62, -50, 12, "gone cold"},
        {62, -10, 30, "holding it in"}, {50, -30, 25, "guarded"},
        {45, -20, 48, "wary"},          {40, 0, 55, "opening up"},
        {30, 0, 35, "level"},           {25, 15, 75, "listening"},
        {14, 45, 80, "softening"},      {5, 85, 90, "at ease"},
        {20, 30, 20, "worn out"},       {60, 20, 70, "anxious"},
    };
    const char *best = "";
    int64_t least = INT64_MAX;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const int64_t tension = apart(mood.tension, words[i].tension);
        const int64_t warmth = apart(mood.warmth, words[i].warmth) / 2;
        const int64_t engagement = apart(mood.engagement, words[i].engagement);
        const int64_t distance =
            tension * tension + warmth * warmth + engagement * engagement;

        if (distance < least) {
            least = distance;
            best = words[i].word;
        }
    }
    return best;
}
