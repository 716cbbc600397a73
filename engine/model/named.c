#include "model/named.h"

#include <earshot/session.h>

model_named model_named_of(const ear_scenario *scenario)
{
    return (model_named){.meters = scenario->count[MODEL_S_METERS],
                         .flags = scenario->count[MODEL_S_FLAGS],
                         .skills = scenario->count[MODEL_S_SKILLS],
                         .counts = scenario->header->counters,
                         .since = scenario->header->since_counters};
}

uint32_t model_named_room(const model_named *named, uint32_t kind)
{
    switch (kind) {
    case EAR_READ_METER:
    case EAR_READ_FIRST:
    case EAR_READ_LOWEST:
    case EAR_READ_HIGHEST:
    case EAR_READ_EXTREME:
    case EAR_READ_GAINED:
        return named->meters;
    case EAR_READ_FLAG:
        return named->flags;
    case EAR_READ_POINTS:
        return named->skills;
    case EAR_READ_SEEN:
    case EAR_READ_COUNT:
        return named->counts;
    case EAR_READ_SINCE:
        return named->since;
    case EAR_READ_REPLY:
    case EAR_READ_TURN:
    case EAR_READ_TENTHS:
        return 1;
    default:
        return 0;
    }
}
