#include "model/counted.h"

static uint32_t counter_at(const ear_scenario *s, model_section section, uint32_t i)
{
    return section == MODEL_S_MOMENTS   ? s->moments[i].counter
           : section == MODEL_S_LINES   ? s->lines[i].counter
           : section == MODEL_S_REPLIES ? s->replies[i].counter
                                        : s->intents[i].counter;
}

static const model_section sections[] = {MODEL_S_MOMENTS, MODEL_S_REPLIES, MODEL_S_LINES,
                                         MODEL_S_INTENTS};
#define SECTIONS (sizeof sections / sizeof *sections)

void model_counted_make(model_counted *all, const ear_scenario *scenario)
{
    for (uint32_t i = 0; i < scenario->header->counters; i++)
        all[i] = (model_counted){MODEL_SECTIONS, 0};
    for (size_t k = 0; k < SECTIONS; k++)
        for (uint32_t i = 0; i < scenario->count[sections[k]]; i++)
            all[counter_at(scenario, sections[k], i)] = (model_counted){sections[k], i};
}

model_counted model_counted_find(const ear_scenario *s, uint32_t counter)
{
    for (size_t k = 0; k < SECTIONS; k++)
        for (uint32_t i = 0; i < s->count[sections[k]]; i++)
            if (counter_at(s, sections[k], i) == counter)
                return (model_counted){sections[k], i};
    return (model_counted){MODEL_SECTIONS, 0};
}

const char *model_counted_name(const ear_scenario *s, model_counted whose,
                               const char **call)
{
    *call = whose.section == MODEL_S_REPLIES   ? "chosen"
            : whose.section == MODEL_S_INTENTS ? "said"
                                               : "visits";
    switch (whose.section) {
    case MODEL_S_MOMENTS:
        return model_string(s, s->moments[whose.index].id);
    case MODEL_S_LINES:
        return model_string(s, s->lines[whose.index].id);
    case MODEL_S_REPLIES:
        return model_string(s, s->details[whose.index].id);
    case MODEL_S_INTENTS:
        return model_string(s, s->intents[whose.index].id);
    default:
        return "?";
    }
}
