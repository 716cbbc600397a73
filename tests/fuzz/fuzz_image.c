/*
 * An image from a stranger: opened or refused, and what is opened can be used without
 * another look. The frame is put right first, so that the fuzzer gets to what is inside.
 */
#include "../unit/image_walk.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ear_scenario *scenario = NULL;
    ear_error err;
    void *image = malloc(size + 1);

    if (!image)
        return 0;
    memcpy(image, data, size);
    image_seal(image, size);
    if (model_open(&scenario, image, size, &err) != EAR_OK) {
        free(image);
        return 0;
    }
    /* A million counters are no mistake, but no use here either. */
    if (scenario->count[MODEL_S_CODE] < 100000 && scenario->header->counters < 100000) {
        image_walk_all(scenario, true);
        image_walk_all(scenario, false);
    }
    ear_scenario_free(scenario);
    return 0;
}
