#include "sim/machine.h"

ear_status sim_when_slow(sim_play *play, bool *held, model_code code,
                         const model_place *place)
{
    if (code & MODEL_FUNCTION)
        return sim_call_truth(play, held, code, place);
    *held = model_truth(play->scenario, &play->layout, play->state, code);
    return EAR_OK;
}
